/// Spreadsheets edited while the show runs, as the programs that people edit them with write them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "feed/worker.h"
#include "foreign_fixture.h"
#include "net/temporary_folder.h"
#include "screen.h"
#include "workbook_fixture.h"

namespace hall {
namespace {

using test::Screen;
using test::TemporaryFolder;

std::string workbook_of(const std::string& name) {
    return zipped(
        xlsx_parts({{"Hội nghị", "<row r=\"1\">" + cell("A1", "Tên hội nghị") + cell("B1", name) + "</row>"}}));
}

std::string table_of(const std::string& name) { return "Tên đơn vị,Vai trò\n" + name + ",Cụm trưởng\n"; }

/// Over the old bytes, in two writes.
void rewrite(const Path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes.substr(0, bytes.size() / 2) << std::flush << bytes.substr(bytes.size() / 2);
}

/// Another file in its place, as LibreOffice does.
void replace(const Path& file, const std::string& bytes) {
    const Path other = file.parent_path() / ".~lock";
    std::ofstream(other, std::ios::binary) << bytes;
    std::filesystem::rename(other, file);
}

class EditedInPlace : public testing::Test {
protected:
    FeedSettings settings(const std::string& feed) { return screen_.settings(feed, folder_.path() / "cache"); }

    TemporaryFolder folder_;
    Screen screen_;
};

TEST_F(EditedInPlace, a_workbook_reaches_the_screen_within_a_poll) {
    const Path file = folder_.path() / "conference.xlsx";
    replace(file, workbook_of("Hội nghị một"));
    FeedWorker worker(settings(file.string()));
    ASSERT_TRUE(screen_.shows(worker, "Hội nghị một"));
    replace(file, workbook_of("Hội nghị hai"));
    EXPECT_TRUE(screen_.shows(worker, "Hội nghị hai"));
    rewrite(file, workbook_of("Hội nghị ba"));
    EXPECT_TRUE(screen_.shows(worker, "Hội nghị ba"));
    EXPECT_TRUE(screen_.is_well(worker));
}

TEST_F(EditedInPlace, a_table_that_a_document_names_does_too) {
    folder_.write("members.csv", table_of("Hội Nông dân"));
    folder_.write(
        "conference.json",
        R"({"format":"hoitruong/1","conference":{"title":"T"},"sources":{"members":{"href":"members.csv"}}})");
    FeedWorker worker(settings(folder_.path().string()));
    const auto shows = [&](const std::string& name) {
        return screen_.wait(worker, [&](const Screen& s) {
            return s.snapshot && s.snapshot->conference.members.size() == 1 &&
                   s.snapshot->conference.members[0].name == name;
        });
    };
    ASSERT_TRUE(shows("Hội Nông dân"));
    rewrite(folder_.path() / "members.csv", table_of("Đoàn Thanh niên"));
    EXPECT_TRUE(shows("Đoàn Thanh niên"));
    replace(folder_.path() / "members.csv", table_of("Hội Phụ nữ"));
    EXPECT_TRUE(shows("Hội Phụ nữ"));
}

TEST(LegacyWorkbook, cells_are_converted_when_asked_and_reported_otherwise) {
    const std::string bytes =
        zipped(xlsx_parts({{"Thành viên", "<row r=\"1\">" + cell("A1", "Tên đơn vị") + "</row><row r=\"2\">" +
                                              cell("A2", "Tæng Liªn ®oµn") + "</row>"}}));
    const Read found = read_foreign(bytes, FeedKind::workbook, wish_for("members"));
    EXPECT_EQ(listing(found.issues), "text.tcvn3 Thành viên!2:Tên đơn vị\n");
    ForeignWish wish = wish_for("members");
    wish.encoding = TextEncoding::tcvn3;
    const Read asked = read_foreign(bytes, FeedKind::workbook, wish);
    EXPECT_EQ(listing(asked.issues), "text.converted bang.csv\n");
    EXPECT_EQ(asked.conference.members[0].name, "Tổng Liên đoàn");
}

}  // namespace
}  // namespace hall

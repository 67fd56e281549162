#include "app/desk.h"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

#include "app/proofs.h"
#include "conference/compare_names.h"
#include "feed/decoder.h"
#include "feed/template.h"
#include "feed/text_encoding.h"
#include "feed/worker.h"
#include "proof/issue_list.h"

namespace hall {
namespace {

void complain(const Options& options, const Sentence& sentence) {
    fmt::print(stderr, "{}\n", sentence.in(options.language));
}

/// A text, not the document it was copied from.
Result<std::string> read_decision(const Path& path) {
    const auto bytes = read_file(path, most_document_bytes);
    if (!bytes) return bytes.error();
    const std::string_view start = std::string_view(*bytes).substr(0, 4);
    if (start == "%PDF" || start.substr(0, 2) == "PK" || start == "\xD0\xCF\x11\xE0" || start == "{\\rt")
        return fault(
            fmt::format("{} không phải tệp văn bản thuần. Mở tệp, chép nội dung quyết định vào một tệp .txt.",
                        path.string()),
            fmt::format("{} is no plain text. Open it and paste the decision into a .txt file.", path.string()));
    return to_unicode(*bytes, TextEncoding::unicode);
}

/// That nothing is to mend must not sound like "the feed has every name of the decision".
Sentence what_was_compared(const NamesSought& names) {
    return {fmt::format("Tên của nguồn thấy trong văn bản: {} trên {}. Tên chỉ có trong văn bản thì chỉ được báo khi "
                        "đứng trong danh sách đánh số; so cả số lượng với quyết định.",
                        names.found, names.sought),
            fmt::format("Names of the feed found in the text: {} of {}. Names that only the text has are told where "
                        "they stand in a numbered list; compare the numbers with the decision too.",
                        names.found, names.sought)};
}

}  // namespace

Exit run_template(const Options& options) {
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    const auto files = template_files();
    for (const TemplateFile& file : files)
        if (std::filesystem::exists(options.out / file.name, error)) {
            const std::string path = (options.out / file.name).string();
            complain(options,
                     {fmt::format("{} đã có, nên không ghi gì. Chọn thư mục khác.", path),
                      fmt::format("{} is there already, so nothing was written. Choose another folder.", path)});
            return Exit::failed;
        }
    for (const TemplateFile& file : files)
        if (const Status written = write_file_atomic(options.out / file.name, file.content, Readers::everyone);
            !written) {
            complain(options, written.error().sentence);
            return Exit::failed;
        }
    const std::string folder = options.out.string();
    complain(options,
             {fmt::format("Đã ghi {} tệp vào {}. Điền các bảng, rồi: hoitruong check {}", files.size(), folder, folder),
              fmt::format("{} files written to {}. Fill in the sheets, then: hoitruong check {}", files.size(), folder,
                          folder)});
    return Exit::done;
}

Exit run_compare(const Options& options, const Path& cache) {
    const auto text = read_decision(options.text_file);
    if (!text) {
        complain(options, text.error().sentence);
        return Exit::failed;
    }
    const auto snapshot = read_feed_once(feed_settings(options, cache));
    if (!snapshot) {
        complain(options, snapshot.error().sentence);
        return Exit::unusable_feed;
    }
    NamesSought names;
    const CheckReport report{compare_names(snapshot->conference, *text, options.text_file.filename().string(), &names),
                             {}};
    fmt::print("{}", options.json ? report_as_json(report) : report_as_text(report, options.language));
    if (!options.json) fmt::print("{}\n", what_was_compared(names).in(options.language));
    return report.issues.empty() ? Exit::done : Exit::to_mend;
}

}  // namespace hall

#include "screens/cases.h"

#include <string>

#include "show/rundown.h"

namespace hall::tests {
namespace {

Instant at(std::string_view clock) { return *parse_instant("2022-12-20T" + std::string(clock) + "+07:00", TimeZone()); }

AgendaItem item(std::string_view from, std::string_view to, std::string title, ItemKind kind, Person speaker = {}) {
    AgendaItem made;
    made.id = from;
    made.start = at(from);
    made.end = at(to);
    made.title = std::move(title);
    made.kind = kind;
    made.speaker = std::move(speaker);
    return made;
}

Recipient collective(std::string name, std::string representative = {}) {
    Recipient made;
    made.name = std::move(name);
    made.representative = std::move(representative);
    return made;
}

Recipient person(std::string honorific, std::string name, std::string position, std::string organisation) {
    Recipient made;
    made.kind = RecipientKind::person;
    made.honorific = std::move(honorific);
    made.name = std::move(name);
    made.position = std::move(position);
    made.organisation = std::move(organisation);
    return made;
}

Member member(std::string id, std::string name, std::string role = {}, std::vector<Person> people = {}) {
    Member made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.role = std::move(role);
    made.representatives = std::move(people);
    return made;
}

Conference typical_conference() {
    Conference made;
    Identity& identity = made.identity;
    identity.title = "Hội nghị tổng kết hoạt động Cụm thi đua năm 2022";
    identity.subtitle = "và ký giao ước thi đua năm 2023";
    identity.organizer = "Liên đoàn Lao động tỉnh Sông Thao";
    identity.cluster = "Cụm thi đua các tỉnh Trung du";
    identity.venue = "Sông Thao";
    identity.date = LocalTime{2022, 12, 20, 0, 0, 0, 2};
    const Person chair{"Đồng chí", "Nguyễn Thị Ngọc Ẩn", "Chủ tịch Liên đoàn Lao động tỉnh", "", {}};
    made.agenda = {
        item("08:00:00", "08:05:00", "Chào cờ, hát Quốc ca", ItemKind::flag),
        item("08:05:00", "08:25:00", "Tuyên bố lý do, giới thiệu đại biểu", ItemKind::opening),
        item("08:25:00", "09:00:00", "Báo cáo tổng kết hoạt động Cụm thi đua năm 2022", ItemKind::report, chair),
        item("09:00:00", "09:45:00", "Tham luận của các đơn vị", ItemKind::discussion),
        item("09:45:00", "10:00:00", "Giải lao", ItemKind::recess),
        item("10:00:00", "10:20:00", "Phát biểu chỉ đạo", ItemKind::speech),
        item("10:20:00", "10:50:00", "Công bố quyết định khen thưởng và trao thưởng", ItemKind::awards),
        item("10:50:00", "11:10:00", "Ký giao ước thi đua năm 2023", ItemKind::signing),
        item("11:10:00", "11:20:00", "Bế mạc", ItemKind::closing),
    };
    made.members = {
        member("st", "Liên đoàn Lao động tỉnh Sông Thao", "Cụm trưởng", {chair}),
        member("hb", "Liên đoàn Lao động tỉnh Hồng Bàng", "Cụm phó"),
        member("tv", "Liên đoàn Lao động tỉnh Tản Viên"),
        member("dl", "Liên đoàn Lao động tỉnh Đà Lạch"),
        member("ng", "Liên đoàn Lao động tỉnh Ngàn Giang"),
        member("ym", "Liên đoàn Lao động tỉnh Yên Mỗ"),
        member("qt", "Công đoàn Khu công nghiệp Quế Trạm"),
    };
    Award flag;
    flag.id = "co";
    flag.rank = 1;
    flag.name = "Cờ thi đua của Tổng Liên đoàn Lao động Việt Nam";
    flag.ground = "Đơn vị xuất sắc dẫn đầu phong trào thi đua năm 2022";
    flag.decision = {"5678/QĐ-TLĐ", LocalTime{2022, 12, 5, 0, 0, 0, 1}, "Tổng Liên đoàn Lao động Việt Nam", ""};
    flag.batches = {{"", {collective("Liên đoàn Lao động tỉnh Sông Thao", "Đồng chí Nguyễn Thị Ngọc Ẩn")}}};
    Award praise = flag;
    praise.id = "bk";
    praise.rank = 2;
    praise.name = "Bằng khen của Tổng Liên đoàn Lao động Việt Nam";
    praise.ground = "Thành tích xuất sắc trong phong trào thi đua năm 2022";
    praise.batches = {{"",
                       {collective("Liên đoàn Lao động tỉnh Hồng Bàng"), collective("Liên đoàn Lao động tỉnh Tản Viên"),
                        person("Ông", "Trần Văn Ưởng", "Trưởng ban Tổ chức", "Liên đoàn Lao động tỉnh Đà Lạch"),
                        person("Bà", "Lê Thị Huyền", "Phó Chủ tịch", "Liên đoàn Lao động tỉnh Yên Mỗ")}}};
    made.awards = {flag, praise};
    made.presidium = {{"Đồng chí", "Nguyễn Thị Ngọc Ẩn", "Chủ tịch", "Liên đoàn Lao động tỉnh Sông Thao", {}},
                      {"Đồng chí", "Lê Quang Vỹ", "Phó Chủ tịch Thường trực", "Liên đoàn Lao động tỉnh Hồng Bàng", {}},
                      {"Đồng chí", "Trần Văn Ưởng", "Trưởng ban Tổ chức", "Liên đoàn Lao động tỉnh Đà Lạch", {}}};
    made.guests = {{"Ông", "Đỗ Hữu Phước", "Phó Trưởng ban Thi đua", "Tổng Liên đoàn Lao động Việt Nam", {}},
                   {"Bà", "Hoàng Thị Mỹ Duyên", "Giám đốc", "Sở Nội vụ tỉnh Sông Thao", {}}};
    made.report = {"Báo cáo tổng kết phong trào thi đua năm 2022",
                   chair,
                   {{"1.245", "công trình", "công trình, sản phẩm thi đua được gắn biển"},
                    {"98,5", "%", "công đoàn cơ sở hoàn thành chỉ tiêu"},
                    {"3.670", "sáng kiến", "được công nhận và áp dụng"},
                    {"12,8", "tỷ đồng", "làm lợi từ sáng kiến cải tiến"}},
                   {"Phong trào “Lao động giỏi, Lao động sáng tạo” phát triển sâu rộng ở cơ sở.",
                    "Công tác khen thưởng kịp thời, hướng về người lao động trực tiếp.",
                    "Các đơn vị trong Cụm trao đổi kinh nghiệm, giúp đỡ nhau."}};
    made.tasks = {"Nhiệm vụ trọng tâm năm 2023",
                  chair,
                  {{"Đổi mới nội dung, hình thức thi đua", "Gắn thi đua với nhiệm vụ sản xuất, kinh doanh của đơn vị."},
                   {"Nhân rộng điển hình tiên tiến", "Phát hiện, bồi dưỡng từ cơ sở."},
                   {"Chăm lo đời sống người lao động", "Xây dựng quan hệ lao động hài hòa, ổn định, tiến bộ."}}};
    made.speeches = {{chair,
                      "Phát biểu chỉ đạo",
                      {"Biểu dương kết quả của Cụm trong năm 2022.", "Tập trung vào người lao động trực tiếp.",
                       "Khen thưởng phải kịp thời, đúng người, đúng việc."},
                      {"Chỉ thị số 34-CT/TW"}}};
    made.movements = {{"Lao động giỏi, Lao động sáng tạo", "Đoàn kết – Sáng tạo – Hiệu quả", "Nâng cao năng suất", ""},
                      {"Xanh – Sạch – Đẹp, bảo đảm an toàn vệ sinh lao động", "", "Nơi làm việc an toàn", ""}};
    made.covenant.title = "Giao ước thi đua năm 2023";
    made.covenant.pledges = {"Hoàn thành các chỉ tiêu công tác năm 2023.", "Đẩy mạnh phong trào Lao động sáng tạo.",
                             "Chăm lo, bảo vệ quyền lợi đoàn viên, người lao động."};
    for (std::size_t i = 0; i < made.members.size(); ++i)
        made.covenant.signatories.push_back({i, i < 2   ? SignatoryState::signed_
                                                : i < 3 ? SignatoryState::signing
                                                        : SignatoryState::waiting});
    made.handover = {"Bàn giao nhiệm vụ Cụm trưởng", 0, 1, "Cụm trưởng năm 2022", "Cụm trưởng năm 2023"};
    made.photos = {{{"photo.jpg"}, "Đại diện các đơn vị ký giao ước thi đua năm 2022", "Ban Tổ chức", ""}};
    made.notices = {{"xe", "Xe đưa đại biểu về nhà khách chờ ở cổng số 2 sau khi bế mạc.", NoticeLevel::info, {}, {}}};
    return made;
}

Conference longest() {
    Conference made;
    Identity& identity = made.identity;
    identity.title =
        "Hội nghị Tổng kết hoạt động Cụm thi đua các tổ chức chính trị - xã hội và các tổ chức Liên hiệp năm 2022, "
        "triển "
        "khai phương hướng, nhiệm vụ trọng tâm năm 2023";
    identity.subtitle =
        "và Lễ ký giao ước thi đua năm 2023 giữa các tổ chức chính trị - xã hội và các tổ chức Liên hiệp";
    identity.organizer = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên";
    identity.cluster = "Cụm thi đua các tổ chức chính trị - xã hội và các tổ chức Liên hiệp ở Trung ương";
    identity.venue = "Hội trường lớn, Trung tâm Hội nghị và Triển lãm tỉnh Bà Rịa – Vũng Tàu";
    identity.date = LocalTime{2022, 12, 20, 0, 0, 0, 2};
    identity.demonstration = true;
    const Person chair{"Đồng chí",
                       "Nguyễn Phước Quý Thuyền Quyên",
                       "Ủy viên Đoàn Chủ tịch Tổng Liên đoàn, Bí thư Đảng đoàn, Chủ tịch Liên đoàn Lao động tỉnh",
                       "Liên đoàn Lao động tỉnh Bà Rịa – Vũng Tàu",
                       {}};
    const std::string report =
        "Báo cáo tổng kết phong trào thi đua, công tác khen thưởng năm 2022 và phương hướng, nhiệm vụ trọng tâm năm "
        "2023";
    made.agenda = {
        item("08:00:00", "08:25:00",
             "Chào cờ, tuyên bố lý do, giới thiệu đại biểu, giới thiệu Chủ tọa và Thư ký Hội nghị", ItemKind::opening),
        item("08:25:00", "09:00:00", report, ItemKind::report, chair),
        item("09:00:00", "09:45:00",
             "Tham luận của đại diện các tổ chức chính trị - xã hội và các tổ chức Liên hiệp thành viên Cụm thi đua",
             ItemKind::discussion, chair),
        item("09:45:00", "10:20:00",
             "Phát biểu chỉ đạo của đồng chí lãnh đạo Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", ItemKind::speech,
             chair),
        item("10:20:00", "10:50:00",
             "Công bố các quyết định khen thưởng và trao thưởng cho các tập thể, cá nhân tiêu biểu", ItemKind::awards),
        item("10:50:00", "11:20:00", "Bàn giao nhiệm vụ Cụm trưởng, ký giao ước thi đua năm 2023 và bế mạc Hội nghị",
             ItemKind::signing),
    };
    const std::array<std::string, 5> names{
        "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam",
        "Liên hiệp các Hội Văn học nghệ thuật Việt Nam", "Trung ương Hội Liên hiệp Phụ nữ Việt Nam",
        "Liên minh các Hợp tác xã và Liên hiệp các Tổ chức Hữu nghị vùng Trung du và miền núi phía Bắc"};
    Award praise;
    praise.id = "bk";
    praise.rank = 1;
    praise.name = "Bằng khen của Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam tặng các tập thể và cá nhân tiêu biểu";
    praise.ground =
        "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước và các cuộc vận động do Mặt trận Tổ quốc Việt Nam "
        "phát "
        "động năm 2022";
    praise.decision = {"1234/QĐ-MTTW-BTT", LocalTime{2022, 12, 9, 0, 0, 0, 5},
                       "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", ""};
    Batch first{"Lượt 1/2", {}};
    Batch second{"Lượt 2/2", {}};
    for (const std::string& name : names) {
        made.members.push_back(member(name, name, "Cụm trưởng", {chair}));
        first.recipients.push_back(
            collective(name, "Đồng chí Nguyễn Phước Quý Thuyền Quyên, Phó Chủ tịch Thường trực"));
        second.recipients.push_back(
            person("Đồng chí", "Nguyễn Phước Quý Thuyền Quyên", "Phó Chủ tịch Thường trực", name));
    }
    praise.batches = {first, second};
    Award proposed = praise;
    proposed.id = "co";
    proposed.rank = 2;
    proposed.name = "Cờ Thi đua của Mặt trận Tổ quốc Việt Nam";
    proposed.status = AwardStatus::proposed;
    proposed.proposed_by = "Hội nghị cấp Vụ của các cơ quan thành viên Cụm thi đua năm 2022";
    proposed.decision = {};
    proposed.batches = {{"", {first.recipients.back()}}};
    made.awards = {praise, proposed};
    const std::string pledge =
        "Phấn đấu hoàn thành xuất sắc các chỉ tiêu, nhiệm vụ công tác năm 2023; thực hiện tốt các phong trào thi đua "
        "yêu "
        "nước và các cuộc vận động do Trung ương phát động";
    for (int i = 0; i < 5; ++i) {
        made.presidium.push_back(chair);
        made.guests.push_back(chair);
        made.report.figures.push_back({"1.234.567,89", "nghìn tỷ đồng",
                                       "tổng giá trị làm lợi của các sáng kiến, giải "
                                       "pháp, công trình, sản phẩm thi đua"});
        made.report.points.push_back(pledge);
        made.tasks.items.push_back({"Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", pledge});
        made.covenant.pledges.push_back(pledge);
        made.movements.push_back({pledge, pledge, pledge, pledge});
    }
    made.report.title = report;
    made.report.presenter = chair;
    made.tasks.title = "Phương hướng, nhiệm vụ trọng tâm công tác thi đua, khen thưởng năm 2023";
    made.tasks.proposer = chair;
    made.speeches = {{chair,
                      "Phát biểu chỉ đạo của Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
                      {pledge, pledge, pledge, pledge},
                      {"Quyết định số 1526/QĐ-TTg ngày 12 tháng 12 năm 2022 của Thủ tướng Chính phủ",
                       "Dự thảo Luật Đất đai (sửa đổi)"}}};
    made.covenant.title = "Giao ước thi đua năm 2023 giữa các tổ chức chính trị - xã hội và các tổ chức Liên hiệp";
    for (int i = 0; i < 14; ++i)
        made.covenant.signatories.push_back({static_cast<std::size_t>(i) % made.members.size(),
                                             i < 3 ? SignatoryState::signed_ : SignatoryState::waiting});
    made.handover = {"Bàn giao nhiệm vụ Cụm trưởng, Cụm phó Cụm thi đua các tổ chức chính trị - xã hội", 0, 4,
                     "Cụm trưởng Cụm thi đua năm 2022", "Cụm trưởng Cụm thi đua năm 2023"};
    made.photos = {
        {{"photo.jpg"},
         "Đại diện các tổ chức chính trị - xã hội và các tổ chức Liên hiệp thành viên Cụm thi đua ký giao ước "
         "thi đua năm 2023 trước sự chứng kiến của lãnh đạo Mặt trận",
         "Thông tấn xã Việt Nam",
         ""}};
    made.notices = {{"khan",
                     "Đề nghị đại biểu có xe biển số 19A-123.45 xuống sảnh chính gặp Ban Tổ chức ngay",
                     NoticeLevel::urgent,
                     {},
                     {}},
                    {"tin", pledge, NoticeLevel::info, {}, {}}};
    return made;
}

}  // namespace

const std::array<Case, 3>& cases() {
    static const std::array<Case, 3> all{
        {{"typical", typical_conference()}, {"empty", Conference()}, {"longest", longest()}}};
    return all;
}

std::vector<Step> steps_of(const Conference& conference, ScreenId screen) {
    std::vector<Step> steps;
    for (Step& step : make_rundown(conference).steps) {
        if (step.screen == screen) steps.push_back(std::move(step));
    }
    if (steps.empty()) steps.emplace_back().screen = screen;
    return steps;
}

Instant moment_of(ScreenId screen) { return screen == ScreenId::countdown ? at("07:47:30") : at("08:40:00"); }

}  // namespace hall::tests

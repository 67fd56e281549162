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

Conference typical() {
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
    return made;
}

}  // namespace

const std::array<Case, 3>& cases() {
    static const std::array<Case, 3> all{{{"typical", typical()}, {"empty", Conference()}, {"longest", longest()}}};
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

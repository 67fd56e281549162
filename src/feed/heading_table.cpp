#include <array>

#include "feed/headings.h"

namespace hall {
namespace {

using enum CellKind;

constexpr Column row_number{"-", numbering, "STT|TT|Số TT|Số thứ tự|No|Nr"};
/// A person's columns, where the row is the person.
constexpr std::string_view honorific_names = "Danh xưng|Xưng hô|Ông/Bà|Đồng chí|Honorific|Salutation";
constexpr std::string_view name_names = "Họ và tên|Họ tên|Họ và tên đại biểu|Tên|Đại biểu|Full name|Name";
constexpr std::string_view position_names = "Chức vụ|Chức danh|Chức vụ, đơn vị|Position|Job title";
constexpr std::string_view organisation_names =
    "Đơn vị|Đơn vị công tác|Cơ quan|Cơ quan, đơn vị|Tổ chức|Organisation|Organization|Unit";
constexpr std::string_view photo_names = "Ảnh|Hình ảnh|Chân dung|Tệp ảnh|Photo|Picture|Image";
constexpr std::string_view speaker_names =
    "Người trình bày|Người thực hiện|Thực hiện|Người phát biểu|Diễn giả|Phụ trách|Chủ trì|Báo cáo viên|Đại biểu phát "
    "biểu|Speaker|Presenter";

constexpr std::array conference{
    Column{"title", text, "Tên hội nghị|Hội nghị|Tiêu đề|Tên|Title|Conference"},
    Column{"subtitle", text, "Tiêu đề phụ|Phụ đề|Dòng phụ|Subtitle"},
    Column{"organizer", text, "Đơn vị tổ chức|Cơ quan tổ chức|Ban tổ chức|Cơ quan chủ trì|Organizer|Organiser"},
    Column{"cluster", text, "Cụm thi đua|Cụm|Khối thi đua|Cluster"},
    Column{"venue", text, "Địa điểm|Nơi tổ chức|Hội trường|Venue|Location|Place"},
    Column{"date", day, "Ngày|Ngày tổ chức|Ngày hội nghị|Thời gian|Date"},
    Column{"timezone", text, "Múi giờ|Time zone"},
    Column{"language", text, "Ngôn ngữ|Language"},
    Column{"theme", text, "Giao diện|Chủ đề giao diện|Theme"},
    Column{"logo", text, "Biểu trưng|Logo"},
    Column{"viewing_distance", number, "Khoảng cách nhìn|Viewing distance"},
    Column{"approved", text, "Bản đã duyệt|Đã duyệt|Approved"},
    Column{"demonstration", yes_or_no, "Trình diễn|Minh họa|Demonstration"},
    Column{"/revision", text, "Phiên bản|Bản|Revision|Version"},
    Column{"/branding/accent", text, "Màu nhấn|Màu chủ đạo|Accent"},
    Column{"/branding/background", text, "Ảnh nền|Hình nền|Background"},
};

constexpr std::array agenda{
    row_number,
    Column{"date", day, "Ngày|Date|Day"},
    Column{"start", moment,
           "Bắt đầu|Giờ bắt đầu|Thời gian|Giờ|Từ|Từ giờ|Thời gian bắt đầu|Start|Start time|Time start|Time|From|Begin"},
    Column{"end", moment, "Kết thúc|Giờ kết thúc|Đến|Đến giờ|Thời gian kết thúc|End|End time|Time end|To|Until"},
    Column{"title", text,
           "Nội dung|Nội dung chương trình|Chương trình|Tên mục|Tiêu đề|Hoạt động|Công việc|Title|Content|Item|Topic"},
    Column{"kind", word, "Loại|Loại mục|Kind|Type"},
    Column{"speaker", text, speaker_names},
    Column{"honorific", text, honorific_names},
    Column{"position", text, position_names},
    Column{"organisation", text, organisation_names},
    Column{"note", text, "Ghi chú|Note|Notes|Remarks"},
    Column{"id", text, "Mã|Mã mục|ID|Code"},
};

constexpr std::array members{
    row_number,
    Column{"id", text, "Mã|Mã đơn vị|ID|Code"},
    Column{"name", text,
           "Tên đơn vị|Đơn vị|Tên|Đơn vị thành viên|Tên đầy đủ|Thành viên|Tên cơ quan, đơn vị|Member|Unit|Name|"
           "Organisation|Organization"},
    Column{"short_name", text, "Tên viết tắt|Viết tắt|Tên ngắn|Tên gọi tắt|Short name|Abbreviation"},
    Column{"role", text, "Vai trò|Vai trò trong cụm|Nhiệm vụ trong cụm|Role"},
    Column{"group", text, "Nhóm|Khối|Cụm|Tiểu cụm|Group"},
    Column{"logo", text, "Biểu trưng|Logo"},
    Column{"representative", text,
           "Đại diện|Người đại diện|Họ và tên|Họ tên|Họ và tên người đại diện|Đại biểu|Lãnh đạo|Representative|"
           "Full name"},
    Column{"honorific", text, honorific_names},
    Column{"position", text, "Chức vụ|Chức danh|Chức vụ người đại diện|Position|Job title"},
    Column{"photo", text, photo_names},
};

constexpr std::array persons{
    row_number,
    Column{"honorific", text, honorific_names},
    Column{"name", text, name_names},
    Column{"position", text, position_names},
    Column{"organisation", text, organisation_names},
    Column{"photo", text, photo_names},
    Column{"seat", word, "Thành phần|Vị trí|Nhóm|Seat"},
};

constexpr std::array awards{
    row_number,
    Column{"id", text, "Mã khen thưởng|Mã hình thức|Award ID"},
    Column{"award", text,
           "Hình thức khen thưởng|Hình thức|Danh hiệu|Danh hiệu thi đua|Khen thưởng|Danh hiệu, hình thức khen "
           "thưởng|Award"},
    Column{"rank", number, "Thứ bậc|Bậc|Thứ tự hạng|Rank"},
    Column{"status", word, "Trạng thái|Tình trạng|Status"},
    Column{"visibility", word, "Công bố|Chế độ công bố|Visibility"},
    Column{"reveal", word, "Cách công bố|Cách trao|Reveal"},
    Column{"proposed_by", text, "Đơn vị đề xuất|Đơn vị đề nghị|Đề xuất|Proposed by"},
    Column{"authority", text, "Cấp khen thưởng|Thẩm quyền|Cấp quyết định|Authority"},
    Column{"ground", text, "Căn cứ|Lý do khen thưởng|Ground"},
    Column{"number", text, "Số quyết định|Quyết định số|Quyết định|Số QĐ|Decision|Decision number"},
    Column{"date", day, "Ngày quyết định|Ngày ký|Ngày QĐ|Decision date"},
    Column{"issuer", text, "Cơ quan ban hành|Cơ quan ký|Nơi ban hành|Issuer"},
    Column{"about", text, "Trích yếu|Về việc|Nội dung quyết định|About"},
    Column{"presenter", text, "Người trao|Lãnh đạo trao|Trao tặng|Presenter"},
    Column{"presenter_position", text, "Chức vụ người trao|Presenter position"},
    Column{"batch", text, "Đợt|Đợt trao|Lượt|Nhóm|Batch"},
    Column{"kind", word, "Loại|Đối tượng|Kind"},
    Column{"member", text, "Mã đơn vị|Member|Member ID"},
    Column{"honorific", text, honorific_names},
    Column{"collective", text, "Tên tập thể|Tập thể|Tập thể được khen|Collective"},
    Column{"person", text, "Họ và tên|Họ tên|Cá nhân|Tên cá nhân|Full name|Person"},
    Column{"name", text, "Tên|Người nhận|Tập thể, cá nhân|Tên tập thể, cá nhân|Họ và tên/Tập thể|Recipient|Name"},
    Column{"position", text, position_names},
    Column{"organisation", text, organisation_names},
    Column{"representative", text, "Người nhận thay|Đại diện|Đại diện nhận|Người đại diện|Representative"},
    Column{"citation", text, "Thành tích|Nội dung khen thưởng|Ghi nhận|Citation"},
    Column{"photo", text, photo_names},
};

constexpr std::array report{
    row_number,
    Column{"label", text, "Chỉ tiêu|Nội dung|Tên chỉ tiêu|Label|Indicator"},
    Column{"value", figure, "Kết quả|Số liệu|Giá trị|Số lượng|Thực hiện|Value|Result"},
    Column{"unit", text, "Đơn vị tính|ĐVT|Đơn vị|Unit"},
    Column{"point", text, "Kết quả nổi bật|Nhận định|Đánh giá|Ý chính|Point"},
};

constexpr std::array tasks{
    row_number,
    Column{"heading", text, "Nhiệm vụ|Tên nhiệm vụ|Nội dung|Heading|Task"},
    Column{"detail", text, "Chi tiết|Giải pháp|Mô tả|Nội dung chi tiết|Detail|Description"},
};

constexpr std::array movements{
    row_number,
    Column{"title", text, "Phong trào|Tên phong trào|Phong trào thi đua|Title|Movement"},
    Column{"slogan", text, "Khẩu hiệu|Chủ đề|Slogan"},
    Column{"aim", text, "Mục tiêu|Mục đích|Aim"},
    Column{"detail", text, "Nội dung|Chi tiết|Detail"},
};

constexpr std::array speeches{
    row_number,
    Column{"honorific", text, honorific_names},
    Column{"name", text,
           "Người phát biểu|Đại biểu phát biểu|Họ và tên|Họ tên|Diễn giả|Người trình bày|Tên|Speaker|Full name|Name"},
    Column{"position", text, position_names},
    Column{"organisation", text, organisation_names},
    Column{"photo", text, photo_names},
    Column{"occasion", text, "Chủ đề|Tham luận|Tên tham luận|Phát biểu|Dịp|Occasion|Subject|Topic"},
    Column{"points", lines, "Ý chính|Nội dung|Nội dung chính|Points|Key points"},
    Column{"references", lines, "Văn bản viện dẫn|Tài liệu|Văn bản|References"},
};

constexpr std::array covenant{
    row_number,
    Column{"pledge", text, "Nội dung giao ước|Giao ước|Cam kết|Nội dung|Nội dung cam kết|Pledge"},
    Column{"member", text, "Đơn vị ký|Đơn vị ký kết|Đơn vị|Mã đơn vị|Thành viên|Signatory|Member"},
    Column{"state", word, "Trạng thái|Tình trạng|Tình trạng ký|State"},
};

constexpr std::array table{
    SheetKind{"conference", "Hội nghị|Thông tin hội nghị|Thông tin chung|Thông tin", conference, "title", "",
              SheetKind::Layout::pairs},
    SheetKind{"agenda", "Chương trình|Chương trình hội nghị|Lịch trình|Schedule|Program|Programme", agenda, "start",
              "title"},
    SheetKind{"members", "Thành viên|Đơn vị|Đơn vị thành viên|Danh sách thành viên|Các đơn vị", members, "name"},
    SheetKind{"awards", "Khen thưởng|Danh sách khen thưởng|Thi đua khen thưởng|Kết quả khen thưởng", awards, "award",
              "", SheetKind::Layout::table, "person|collective|name"},
    SheetKind{"presidium", "Đoàn chủ tịch|Chủ tọa đoàn|Chủ tọa|Đoàn chủ tọa", persons, "name"},
    SheetKind{"guests", "Đại biểu|Khách mời|Danh sách đại biểu|Đại biểu, khách mời", persons, "name"},
    SheetKind{"report", "Báo cáo|Kết quả|Số liệu|Kết quả hoạt động", report, "value|point"},
    SheetKind{"tasks", "Nhiệm vụ|Phương hướng, nhiệm vụ|Phương hướng|Nhiệm vụ trọng tâm", tasks, "heading"},
    SheetKind{"movements", "Phong trào|Phong trào thi đua|Các phong trào", movements, "title"},
    SheetKind{"speeches", "Phát biểu|Tham luận|Ý kiến phát biểu", speeches, "name"},
    SheetKind{"covenant", "Giao ước|Giao ước thi đua|Ký giao ước|Ký kết giao ước", covenant, "pledge|member"},
};

constexpr std::array item_kinds{
    Meaning{"reception", "Đón tiếp|Đón tiếp đại biểu|Đón đại biểu"},
    Meaning{"performance", "Văn nghệ|Văn nghệ chào mừng"},
    Meaning{"flag", "Chào cờ"},
    Meaning{"opening", "Khai mạc"},
    Meaning{"report", "Báo cáo"},
    Meaning{"discussion", "Thảo luận|Tham luận"},
    Meaning{"speech", "Phát biểu"},
    Meaning{"awards", "Khen thưởng|Trao thưởng"},
    Meaning{"signing", "Ký kết|Ký giao ước"},
    Meaning{"handover", "Bàn giao"},
    Meaning{"break", "Nghỉ|Giải lao|Nghỉ giải lao|Nghỉ trưa"},
    Meaning{"closing", "Bế mạc"},
    Meaning{"other", "Khác"},
};
constexpr std::array statuses{Meaning{"proposed", "Đề xuất|Đề nghị|Đang đề nghị|Dự kiến"},
                              Meaning{"decided", "Đã quyết định|Quyết định|Có quyết định|Đã có quyết định"}};
constexpr std::array visibilities{
    Meaning{"public", "Công khai|Đã công bố"},
    Meaning{"held", "Giữ kín|Chưa công bố|Chờ công bố|Bí mật"},
};
constexpr std::array reveals{Meaning{"one", "Từng người|Lần lượt|Từng đơn vị"},
                             Meaning{"all", "Tất cả|Cùng lúc|Cả nhóm"}};
constexpr std::array recipient_kinds{Meaning{"collective", "Tập thể|Đơn vị"}, Meaning{"person", "Cá nhân"}};
constexpr std::array seats{Meaning{"presidium", "Đoàn chủ tịch|Chủ tọa|Chủ tọa đoàn|Đoàn chủ tọa"},
                           Meaning{"guests", "Đại biểu|Khách mời|Khách|Đại biểu khách mời"}};
constexpr std::array states{Meaning{"waiting", "Chưa ký|Chờ ký"}, Meaning{"signing", "Đang ký"},
                            Meaning{"signed", "Đã ký"}};

struct WordList {
    std::string_view section, field;
    std::span<const Meaning> words;
};

constexpr std::array word_lists{
    WordList{"agenda", "kind", item_kinds},         WordList{"awards", "status", statuses},
    WordList{"awards", "visibility", visibilities}, WordList{"awards", "reveal", reveals},
    WordList{"awards", "kind", recipient_kinds},    WordList{"guests", "seat", seats},
    WordList{"presidium", "seat", seats},           WordList{"covenant", "state", states},
};

}  // namespace

std::span<const SheetKind> sheet_kinds() { return table; }

std::span<const Meaning> words_of(std::string_view section, std::string_view field) {
    for (const WordList& list : word_lists)
        if (list.section == section && list.field == field) return list.words;
    return {};
}

}  // namespace hall

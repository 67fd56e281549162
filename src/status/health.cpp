#include "status/health.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/rundown.h"

namespace hall {
namespace {

constexpr std::chrono::minutes least_wait{5};
constexpr int polls_missed = 10;
constexpr std::chrono::hours recent_restart{1};

long long seconds_of(Milliseconds duration) { return std::chrono::floor<std::chrono::seconds>(duration).count(); }

bool feed_is_silent(const StatusReport& report, Now now) {
    if (report.offline || !report.feed.fault.empty()) return false;
    const Milliseconds patience =
        std::max<Milliseconds>(least_wait, std::chrono::ceil<Milliseconds>(report.poll * polls_missed));
    const Instant last = report.feed.last_success.value_or(report.process.started);
    // The file holds times that are some seconds old.
    return now.wall - last > patience + std::chrono::minutes(1);
}

Sentence hanging(Milliseconds silence) {
    return {fmt::format("Chương trình không vẽ gì từ {} giây nay: có thể đang treo. Khởi động lại: sudo systemctl "
                        "restart 'hoitruong*'.",
                        seconds_of(silence)),
            fmt::format("The show has not drawn or looked for {} s: it may hang. Restart it: sudo systemctl restart "
                        "'hoitruong*'.",
                        seconds_of(silence))};
}

Sentence silent_feed() {
    return {"Nguồn dữ liệu lâu không trả lời. Hãy kiểm tra mạng và máy chủ; bấm R để hỏi lại ngay.",
            "The feed has not answered for long. Check network and server; R asks at once."};
}

Sentence waiting(std::size_t differences) {
    return {
        fmt::format("Dữ liệu mới khác bản đã duyệt ở {} chỗ và chưa được chiếu. Bấm C trong cửa sổ người vận hành để "
                    "chấp nhận, hoặc ghi bản được duyệt vào conference.approved của nguồn.",
                    differences),
        fmt::format("New content differs from the approved words in {} places and is not shown. C in the operator's "
                    "window accepts it, and so does its revision in the feed's conference.approved.",
                    differences)};
}

Sentence restarted(std::uint32_t restarts) {
    return {
        fmt::format("Chương trình đã phải tự khởi động lại (số lần: {}), lần cuối trong một giờ qua. Xem nguyên nhân: "
                    "journalctl -u 'hoitruong*'.",
                    restarts),
        fmt::format("The show had to be restarted (times: {}), the last time within an hour. See why: journalctl "
                    "-u 'hoitruong*'.",
                    restarts)};
}

Sentence wrong_clock(Milliseconds error) {
    const auto seconds = seconds_of(std::chrono::abs(error));
    const bool fast = error.count() > 0;
    return {
        fmt::format("Đồng hồ máy chạy {} {} giây so với máy chủ. Chỉnh lại: sudo timedatectl set-ntp true; hoặc đặt "
                    "correct = true ở mục [clock] trong tệp cấu hình.",
                    fast ? "nhanh" : "chậm", seconds),
        fmt::format("This machine's clock is {} s {} the server's. Set it right: sudo timedatectl set-ntp true; or put "
                    "correct = true under [clock] in the configuration.",
                    seconds, fast ? "ahead of" : "behind")};
}

Sentence no_picture() {
    return {"Màn hình không có kích thước: hãy kiểm tra dây cáp và nguồn của màn hình.",
            "The display has no size: check its cable and power."};
}

Sentence absent(const AbsentDisplay& one) {
    const auto known = screen_named(one.page);
    const Sentence page = one.page.empty() ? Sentence{"hình của khán phòng", "the hall's picture"}
                          : known          ? title_of(*known)
                                           : Sentence{"trang của MC", "the MC's page"};
    if (!one.fault.empty())
        return {fmt::format("Không chiếu được {} lên màn hình “{}”. {}", page.vi, one.display, one.fault.vi),
                fmt::format("The display \"{}\" ({}) cannot be drawn on. {}", one.display, page.en, one.fault.en)};
    if (one.display.empty())
        return {fmt::format("Không có màn hình riêng cho {}: hãy cắm thêm màn hình.", page.vi),
                fmt::format("There is no display of its own for {}: plug in another.", page.en)};
    // The hall's picture goes before the others'.
    const Sentence meanwhile =
        one.page.empty() ? Sentence{"; hình tạm ở màn hình khác", "; another shows it meanwhile"} : Sentence{};
    return {fmt::format("Không thấy màn hình “{}” ({}){}: kiểm tra cáp và nguồn, hoặc xem tên bằng hoitruong identify "
                        "rồi sửa trong tệp cấu hình.",
                        one.display, page.vi, meanwhile.vi),
            fmt::format("The display \"{}\" ({}) is not there{}: check its cable and power, or see the names with "
                        "hoitruong identify and mend the configuration.",
                        one.display, page.en, meanwhile.en)};
}

}  // namespace

std::vector<Sentence> wrongs(const StatusReport& report, Now now) {
    std::vector<Sentence> found;
    const Milliseconds silence = now.steady - report.alive;
    if (silence > longest_silence) found.push_back(hanging(silence));
    if (report.display.width <= 0 || report.display.height <= 0) found.push_back(no_picture());
    for (const AbsentDisplay& one : report.display.absent) found.push_back(absent(one));
    if (!report.feed.fault.empty()) found.push_back(report.feed.fault);
    if (feed_is_silent(report, now)) found.push_back(silent_feed());
    if (report.waits_for == WaitsFor::acceptance) found.push_back(waiting(report.differences));
    if (!report.link.fault.empty()) found.push_back(report.link.fault);
    if (report.link.astray > 0) found.push_back(report.link.screens);
    if (report.clock.wrong() && !report.clock.corrected) found.push_back(wrong_clock(*report.clock.error));
    if (!report.place_fault.empty()) found.push_back(report.place_fault);
    found.insert(found.end(), report.faults.begin(), report.faults.end());
    if (report.process.restarts > 0 && now.wall - report.process.started < recent_restart)
        found.push_back(restarted(report.process.restarts));
    return found;
}

}  // namespace hall

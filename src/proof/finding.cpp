#include "proof/finding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hall {
namespace {

/// EBU R95's graphics-safe area: 5 % of each edge.
constexpr float safe_margin = 0.05F;

Box shown_box(const Viewport& wall) {
    const auto width = static_cast<float>(wall.width), height = static_cast<float>(wall.height);
    const float dx = width * wall.overscan / 100, dy = height * wall.overscan / 100;
    return {static_cast<float>(wall.x) + dx, static_cast<float>(wall.y) + dy, width - 2 * dx, height - 2 * dy};
}

Finding made(Severity severity, const char* code, std::string vi, std::string en) {
    return {{severity, code, {}, {std::move(vi), std::move(en)}}};
}

}  // namespace

const Sentence& reason_of(Exempt exempt) {
    static const std::array<Sentence, 8> reasons{
        {{},
         {"Màn hình hẹp nên chữ xuống nhiều dòng hơn, nhưng không chạm vào đâu.",
          "On a narrow wall the text takes more lines, but it touches nothing."},
         {"Đây là tên gọi theo nghi thức, chỉ dài hơn vài ký tự.",
          "This is what the ceremony calls it, only a few characters longer."},
         {"Cụm từ dài hơn cả dòng ở cỡ chữ nhỏ nhất mà hàng ghế cuối còn đọc được.",
          "The words are longer than the line at the smallest size that the last row can read."},
         {"Không phải tên riêng hay con số; giữ trọn thì ở cỡ này cần thêm một dòng.",
          "It is neither a name nor a number; kept whole, it would take another line at this size."},
         {"Tên được công bố hiện dần có chủ ý.", "An announced name appears slowly on purpose."},
         {"Đó chỉ là các hàng của một danh sách.", "They are the rows of a list."},
         {"Đây là hình thử của kỹ thuật viên.", "This is the technician's test picture."}}};
    return reasons[static_cast<std::size_t>(exempt)];
}

Finding broken(const char* code, std::string vi, std::string en) {
    return made(Severity::error, code, std::move(vi), std::move(en));
}

Finding doubtful(const char* code, std::string vi, std::string en) {
    return made(Severity::warning, code, std::move(vi), std::move(en));
}

std::string text_of(const Run& run) {
    std::string text = run.text;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

float type_percent(const Viewport& wall) {
    const Box shown = shown_box(wall);
    return std::min(shown.w, shown.h) / 100;
}

Box safe_box(const Viewport& wall) {
    const Box shown = shown_box(wall);
    const auto width = static_cast<float>(wall.width), height = static_cast<float>(wall.height);
    const float left =
        std::max(shown.x + shown.w * safe_margin, static_cast<float>(wall.x) + width * wall.reserve_left / 100);
    const float bottom = std::min(shown.bottom() - shown.h * safe_margin,
                                  static_cast<float>(wall.y) + height * (1 - wall.reserve_bottom / 100));
    const float top = shown.y + shown.h * safe_margin;
    return {left, top, shown.right() - shown.w * safe_margin - left, bottom - top};
}

}  // namespace hall

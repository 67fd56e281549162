/// An urgent notice: a blue plate at the top of whatever is shown, with a drawn sign.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/image.h"
#include "draw/canvas.h"
#include "draw/colour.h"
#include "screens/furniture.h"
#include "screens/overlays.h"
#include "screens/text_column.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float below_edge = 1;
constexpr float least_height = 14;
constexpr float pad_x = 2.6F;
constexpr float pad_y = 1.6F;
constexpr float sign_size = 9;
constexpr float line_gap = 3.6F;
constexpr float rise = 3;

struct Point {
    float x, y;
};

float distance_to(Point at, Point from, Point to) {
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float along = std::clamp(((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy), 0.F, 1.F);
    return std::hypot(at.x - from.x - along * dx, at.y - from.y - along * dy);
}

/// A white triangle out of which an exclamation mark is cut.
Image paint_sign() {
    constexpr int side = 192;
    constexpr std::array<Point, 3> corners{{{96, 32}, {170, 160}, {22, 160}}};
    constexpr float corner_radius = 16, stroke = 9.5F;
    constexpr Point mark_top{96, 74}, mark_end{96, 112}, mark_dot{96, 139};
    Image image(side, side);
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const Point at{static_cast<float>(column) + 0.5F, static_cast<float>(row) + 0.5F};
            float edge = static_cast<float>(side);
            bool inside = true;
            for (std::size_t i = 0; i < corners.size(); ++i) {
                const Point from = corners[i], to = corners[(i + 1) % corners.size()];
                edge = std::min(edge, distance_to(at, from, to));
                inside = inside && (to.x - from.x) * (at.y - from.y) >= (to.y - from.y) * (at.x - from.x);
            }
            const float mark =
                std::min(distance_to(at, mark_top, mark_end), std::hypot(at.x - mark_dot.x, at.y - mark_dot.y));
            const float triangle = (inside ? -edge : edge) - corner_radius;
            const float covered = std::clamp(0.5F - std::max(triangle, stroke - mark), 0.F, 1.F);
            std::uint8_t* pixel = image.pixel(column, row);
            std::fill_n(pixel, 3, std::uint8_t{255});
            pixel[3] = static_cast<std::uint8_t>(std::lround(255 * covered));
        }
    }
    return image;
}

/// The first sentence and the rest; no rest where there is only one.
std::pair<std::string_view, std::string_view> parts_of(std::string_view text) {
    for (const std::string_view end : {"\n", ". ", "! ", "? ", ": "}) {
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos || at + end.size() >= text.size()) continue;
        return {text.substr(0, end == "\n" ? at : at + 1), text.substr(at + end.size())};
    }
    return {text, {}};
}

struct Message {
    TextColumn text;
    Milliseconds time;
};

/// What to do in large type and the particulars below it, or everything in large type, over pages where it is long.
std::vector<Message> messages_of(Canvas& canvas, const Notices& notices, float width) {
    const Ink ink = lightest(canvas.theme());
    const TextStyle large{.type = Type::name_m, .ink = ink};
    const TextStyle small{.type = Type::body, .ink = ink};
    const int lines = canvas.portrait() ? 2 : 1;
    std::vector<Message> messages;
    for (const Notice* notice : notices.shown) {
        const auto [head, rest] = parts_of(notice->text);
        TextColumn both;
        both.add(canvas.fit(head, large, width, lines), 0);
        both.add(canvas.fit(rest, small, width, lines), canvas.unit(line_gap));
        if (both.fits()) {
            messages.push_back({std::move(both), page_time(notice->text)});
            continue;
        }
        for (TextBlock& page : pages_of(canvas, notice->text, large, width, 2 * lines)) {
            std::string words;
            for (const TextLine& line : page.lines) words += line.text + " ";
            TextColumn text;
            text.add(std::move(page), 0);
            messages.push_back({std::move(text), page_time(words)});
        }
    }
    return messages;
}

/// The notices set in type, and where they stand.
struct Plate {
    Box box;
    float left = 0;  ///< of the texts
    std::vector<Message> messages;
};

Plate plate_of(Canvas& canvas, const Notices& notices) {
    const Box area = safe_area(canvas);
    Plate plate;
    plate.left = area.x + canvas.unit(sign_size) + 2 * canvas.unit(pad_x);
    float right = area.right() - canvas.unit(pad_x);
    plate.messages = messages_of(canvas, notices, right - plate.left);
    if (plate.messages.size() > 1) {
        right -= page_marks_width(canvas) + canvas.unit(pad_x);
        plate.messages = messages_of(canvas, notices, right - plate.left);
    }
    float height = canvas.unit(least_height);
    for (const Message& message : plate.messages)
        height = std::max(height, message.text.ink_height() + 2 * canvas.unit(pad_y));
    plate.box = {area.x, area.y + canvas.unit(below_edge), area.w, height};
    return plate;
}

}  // namespace

Box urgent_plate(Canvas& canvas, const Notices& notices) { return plate_of(canvas, notices).box; }

Box draw_urgent(Canvas& canvas, const Notices& notices, Instant now, Motion motion) {
    static const Image sign = paint_sign();
    const float size = canvas.unit(sign_size);
    const auto [plate, left, messages] = plate_of(canvas, notices);
    std::vector<Milliseconds> times;
    times.reserve(messages.size());
    for (const Message& message : messages) times.push_back(message.time);
    const ShownPage shown = page_at(times, notices.since, now);
    if (shown.ends) canvas.changes_at(*shown.ends);

    // It comes in once, with the first notice; pages turn without motion.
    const bool coming =
        motion == Motion::live && shown.for_now == now - notices.since &&
        std::ranges::all_of(notices.shown, [&](const Notice* notice) { return notice->from == notices.since; });
    const float there = coming ? arrived(canvas, shown.for_now) : 1;
    const Canvas::Fade fade(canvas, there, (there - 1) * canvas.unit(rise));
    canvas.panel(plate, Panel::urgent);
    canvas.picture(&sign, {plate.x + canvas.unit(pad_x), plate.centre_y() - size / 2, size, size}, PictureFit::contain);
    draw_page_marks(canvas, plate.right() - canvas.unit(pad_x), plate.centre_y(), shown.index, messages.size(),
                    lightest(canvas.theme()));
    messages[shown.index].text.put_centred(canvas, left, plate.centre_y());
    return plate;
}

}  // namespace hall

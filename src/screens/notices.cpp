#include "screens/notices.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <utility>

#include "base/text.h"
#include "show/rundown.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr std::size_t most_dots = 4;
constexpr float dot_radius = 0.6F;
constexpr float dot_pitch = 2.1F;
constexpr float marks_width = 9;
constexpr float faint = 0.4F;  ///< of a dot whose page is not up

}  // namespace

Notices notices_at(const std::vector<Notice>& notices, NoticeLevel level, Instant now) {
    Notices found;
    const auto note = [&](const std::optional<Instant>& bound) {
        if (!bound) return;
        if (*bound <= now)
            found.since = std::max(found.since, *bound);
        else
            found.changes = std::min(found.changes.value_or(*bound), *bound);
    };
    for (const Notice& notice : notices) {
        if (notice.level != level) continue;
        note(notice.from);
        note(notice.until);
        if (notice.from.value_or(now) <= now && (!notice.until || now < *notice.until)) found.shown.push_back(&notice);
    }
    std::ranges::stable_sort(found.shown, std::ranges::greater(),
                             [](const Notice* notice) { return notice->from.value_or(Instant{}); });
    return found;
}

ShownPage page_at(const std::vector<Milliseconds>& times, Instant since, Instant now) {
    if (times.size() == 1) return {0, now - since, std::nullopt};
    Milliseconds left = (now - since) % std::accumulate(times.begin(), times.end(), Milliseconds{0});
    std::size_t index = 0;
    while (left >= times[index]) left -= times[index++];
    return {index, left, now - left + times[index]};
}

Milliseconds page_time(std::string_view text) {
    return std::chrono::ceil<Milliseconds>(reading_time(tokens(text).size()));
}

std::vector<TextBlock> pages_of(Canvas& canvas, std::string_view text, const TextStyle& style, float width, int lines) {
    TextBlock block = canvas.fit(text, style, width, lines);
    if (block.fits) return {std::move(block)};
    block = canvas.fit(text, style, width, static_cast<int>(tokens(text).size()));
    const auto each = static_cast<std::size_t>(lines);
    const std::size_t count = (block.lines.size() + each - 1) / each;
    std::vector<TextBlock> pages;
    for (std::size_t page = 0; page < count; ++page) {
        const auto at = [&](std::size_t number) {
            return block.lines.begin() + static_cast<std::ptrdiff_t>(block.lines.size() * number / count);
        };
        TextBlock& made = pages.emplace_back(block);
        made.lines.assign(at(page), at(page + 1));
    }
    return pages;
}

float page_marks_width(const Canvas& canvas) { return canvas.unit(marks_width); }

void draw_page_marks(Canvas& canvas, float right, float centre_y, std::size_t index, std::size_t total, Ink ink) {
    if (total <= 1) return;
    if (total > most_dots) {
        const TextStyle style{.type = Type::meta, .ink = ink, .align = Align::right};
        const std::string mark = std::to_string(index + 1) + "/" + std::to_string(total);
        return canvas.put_centred(canvas.fit(mark, style, page_marks_width(canvas)), right, centre_y);
    }
    for (std::size_t dot = 0; dot < total; ++dot) {
        const Canvas::Fade fade(canvas, dot == index ? 1 : faint);
        const float x = right - canvas.unit(dot_radius + dot_pitch * static_cast<float>(total - 1 - dot));
        canvas.disc(x, centre_y, canvas.unit(dot_radius), ink);
    }
}

}  // namespace hall

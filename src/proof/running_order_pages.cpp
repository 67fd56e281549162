/// The MC's running order on paper.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "proof/paper.h"
#include "proof/papers.h"
#include "proof/pdf.h"
#include "proof/running_order.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr float margin = points(42);
constexpr int most_title_lines = 6;
constexpr float foot_height = points(24);
constexpr float width = a4_short - 2 * margin;
constexpr float bottom = a4_long - margin - foot_height;
constexpr float indent = points(18);
constexpr float aside_width = points(215);
constexpr int most_lines = 12;

/// Ink of one line is kept from the ink of the next.
float gap_before(LineKind kind) {
    switch (kind) {
        case LineKind::heading: return points(20);
        case LineKind::name: return points(9);
        case LineKind::standing: return points(4);
        case LineKind::text:
        case LineKind::cue: return points(7);
    }
    return 0;
}

/// The screens' type, scaled for paper.
struct PaperType {
    TextStyle style;
    float scale;
};

PaperType type_of(const PaperLine& line) {
    switch (line.kind) {
        case LineKind::heading: return {{.type = Type::name_m, .ink = Ink::accent}, 0.66F};
        case LineKind::name: return {{.type = Type::name_m, .words = words_of(line.whose)}, 0.6F};
        case LineKind::standing: return {{.type = Type::body}, 0.52F};
        case LineKind::text: return {{.type = Type::body}, 0.6F};
        case LineKind::cue: return {{.type = Type::body, .ink = Ink::accent}, 0.52F};
    }
    return {{}, 1};
}

constexpr float small_scale = 0.46F;

/// The conference's title over every page, down to the rule and the air below it. Lengths in dots.
struct Head {
    TextBlock title;
    float rule = 0;
    float bottom = 0;
};

Head head_of(Canvas& canvas, const Conference& conference) {
    std::string whole_title = conference.identity.title;
    std::ranges::replace(whole_title, '\n', ' ');
    const TextStyle style{.type = Type::body, .ink = Ink::secondary};
    Head head;
    head.title = canvas.fit(whole_title, style, width, most_title_lines, small_scale);
    head.rule = margin + head.title.height() + head.title.ink_below() + points(10);
    head.bottom = head.rule + points(6);
    return head;
}

struct Placed {
    const PaperLine* line;
    float top;
};
using PaperPage = std::vector<Placed>;

TextBlock laid_out(Canvas& canvas, const PaperLine& line) {
    const float left = line.kind == LineKind::heading ? 0 : indent;
    const float right = line.aside.empty() ? 0 : aside_width;
    const PaperType type = type_of(line);
    return canvas.fit(line.text, type.style, width - left - right, most_lines, type.scale);
}

/// A line without a descender keeps its room, or the next would seem to belong to it alone.
constexpr float least_below = 0.22F;  // em

float ink_height(const TextBlock& block) {
    return block.ink_above() + block.height() + std::max(block.ink_below(), least_below * block.em);
}

/// A heading never stands last on its page, and a name keeps what stands below it.
bool holds_the_next(LineKind kind, const PaperBlock& block, std::size_t at) {
    if (at + 1 >= block.size()) return false;
    return kind == LineKind::heading || (kind == LineKind::name && block[at + 1].kind == LineKind::standing);
}

/// Lines on their way to pages: what lies together is not torn.
class Imposition {
public:
    /// `top`: where a page's first line may begin, dots.
    Imposition(Canvas& canvas, float top) : canvas_(canvas), top_(top), y_(top) {}

    /// An item that would be torn begins a page, unless that leaves more than a third of the last one empty.
    void add(const PaperBlock& block) {
        std::vector<float> heights;
        for (const PaperLine& line : block)
            heights.push_back(gap_before(line.kind) + ink_height(laid_out(canvas_, line)));
        const float whole = std::accumulate(heights.begin(), heights.end(), 0.0F);
        if (y_ + whole > bottom && whole <= bottom - top_ && bottom - y_ < (bottom - top_) / 3) turn();
        for (std::size_t i = 0; i < block.size();) {
            std::size_t end = i + 1;
            while (holds_the_next(block[end - 1].kind, block, end - 1)) ++end;
            const auto from = heights.begin() + static_cast<std::ptrdiff_t>(i);
            if (y_ + std::accumulate(from, from + static_cast<std::ptrdiff_t>(end - i), 0.0F) > bottom) turn();
            for (; i < end; ++i) {
                pages_.back().push_back({&block[i], y_ + gap_before(block[i].kind)});
                y_ += heights[i];
            }
        }
    }

    std::vector<PaperPage> take() { return std::move(pages_); }

private:
    void turn() {
        if (pages_.back().empty()) return;
        pages_.emplace_back();
        y_ = top_;
    }

    Canvas& canvas_;
    float top_;
    float y_;
    std::vector<PaperPage> pages_ = std::vector<PaperPage>(1);
};

std::string state_of(const Conference& conference, Instant printed) {
    const LocalTime local = conference.identity.timezone.local(printed);
    std::string text = "Kịch bản";
    if (!conference.revision.empty()) text += " • bản " + conference.revision;
    return fmt::format("{} • in {} ngày {}", text, format_clock(local), format_day_short(local));
}

Sentence title_too_long() {
    return {fmt::format("Tên hội nghị dài quá {} dòng trên đầu trang giấy nên chưa in. Hãy rút gọn tên trong nguồn.",
                        most_title_lines),
            fmt::format("The conference's title takes more than {} lines at the head of the paper, so nothing was "
                        "printed. Shorten the title in the feed.",
                        most_title_lines)};
}

void draw_page(Canvas& canvas, const Head& head, const std::string& state, const PaperPage& page, std::size_t number,
               std::size_t count) {
    const TextStyle small{.type = Type::body, .ink = Ink::secondary};
    TextStyle small_right = small;
    small_right.align = Align::right;
    canvas.put(head.title, margin, margin + head.title.cap_height);
    canvas.rule(margin, margin + width, head.rule);
    for (const Placed& placed : page) {
        const TextBlock block = laid_out(canvas, *placed.line);
        const float left = margin + (placed.line->kind == LineKind::heading ? 0 : indent);
        const float baseline = placed.top + block.ink_above() + block.cap_height;
        canvas.put(block, left, baseline);
        if (!placed.line->aside.empty())
            canvas.put(canvas.fit(placed.line->aside, small_right, aside_width, 1, small_scale), margin + width,
                       baseline);
    }
    const float foot = a4_long - margin;
    const TextBlock which = canvas.fit(state, small, width - points(40), 1, small_scale);
    canvas.put(which, margin, foot - (which.height() - which.cap_height));  // a long revision goes up, not off the page
    canvas.put(canvas.fit(fmt::format("{}/{}", number, count), small_right, points(40), 1, small_scale), margin + width,
               foot);
}

}  // namespace

Result<Printed> write_running_order(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                    Instant printed, const Path& out) {
    auto paper = Paper::make(fonts, a4_short, a4_long);
    if (!paper) return paper.error();
    const std::vector<PaperBlock> blocks = running_order(snapshot.conference, rundown);
    Head head;
    std::vector<PaperPage> pages;
    (*paper)->draw([&](Canvas& canvas) {
        head = head_of(canvas, snapshot.conference);
        if (!head.title.fits) return;
        Imposition imposed(canvas, head.bottom);
        for (const PaperBlock& block : blocks) imposed.add(block);
        pages = imposed.take();
    });
    if (!head.title.fits) return Printed{0, {title_too_long()}};
    const std::string state = state_of(snapshot.conference, printed);
    PdfWriter pdf;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        (*paper)->draw([&](Canvas& canvas) { draw_page(canvas, head, state, pages[i], i + 1, pages.size()); });
        const auto image = (*paper)->pixels();
        if (!image) return image.error();
        if (const Status added = pdf.add_page(*image); !added) return added.error();
    }
    if (const Status saved = pdf.save(out); !saved) return saved.error();
    return Printed{pages.size(), {}};
}

}  // namespace hall

#include "proof/papers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.h"
#include "platform/picture_file.h"
#include "proof/paper.h"
#include "proof/pdf.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr float margin = points(42);
constexpr float label_padding = points(9);
constexpr std::size_t label_columns = 2;
constexpr std::size_t label_rows = 4;
constexpr float label_gap = points(10);
constexpr float number_gap = points(10);
constexpr float line = 2;  ///< dots
/// On a label, factors on a type's size.
constexpr float number_size = 2.3F, award_size = 1.7F, name_size = 2, standing_size = 1.8F;

/// From roomy to dense; the first that has room for all that stands on a label is taken.
struct LabelSize {
    Type name;
    Type detail;
    float factor;
};
constexpr LabelSize label_sizes[] = {{Type::name_m, Type::body, 1},          {Type::name_m, Type::body, 0.92F},
                                     {Type::name_m, Type::body, 0.85F},      {Type::name_m, Type::body, 0.78F},
                                     {Type::name_m, Type::meta, 0.78F},      {Type::body_strong, Type::body, 0.85F},
                                     {Type::body_strong, Type::body, 0.78F}, {Type::body_strong, Type::meta, 0.72F}};
/// Where not even the smallest size has room for all, details give way before the name does.
enum class Details { all, award, none };
constexpr Details label_details[] = {Details::all, Details::award, Details::none};
constexpr int most_label_lines = 9;

constexpr float plate_standing_size = 1.6F;

Error nobody() { return fault("Nguồn này chưa có ai để in.", "This feed names nobody to print."); }

void border(Canvas& canvas, const Box& box) {
    canvas.bar({box.x, box.y, box.w, line}, Ink::line);
    canvas.bar({box.x, box.bottom() - line, box.w, line}, Ink::line);
    canvas.bar({box.x, box.y, line, box.h}, Ink::line);
    canvas.bar({box.right() - line, box.y, line, box.h}, Ink::line);
}

/// Both halves of a folded sheet show the same, each to its own side.
Image folded(const Image& half) {
    Image sheet(half.width, half.height * 2);
    const std::size_t row = static_cast<std::size_t>(half.width) * 4;
    for (int y = 0; y < half.height; ++y) {
        std::copy_n(half.pixel(0, y), row, sheet.pixel(0, half.height + y));
        for (int x = 0; x < half.width; ++x)
            std::copy_n(half.pixel(x, y), 4, sheet.pixel(half.width - 1 - x, half.height - 1 - y));
    }
    return sheet;
}

struct Label {
    std::size_t number = 0;
    std::string award;
    const Recipient* recipient = nullptr;
};

/// Each award once, where its first step stands.
std::vector<Label> handed(const Conference& conference, const Rundown& rundown) {
    std::vector<Label> labels;
    std::set<std::size_t> seen;
    for (const Step& step : rundown.steps) {
        if (!step.award || !seen.insert(*step.award).second) continue;
        const Award& award = conference.awards[*step.award];
        for (const Batch& batch : award.batches)
            for (const Recipient& recipient : batch.recipients)
                labels.push_back({labels.size() + 1, award.name, &recipient});
    }
    return labels;
}

/// What stands on a label, in one size of type; lengths in dots.
struct LabelText {
    TextBlock number, award, name, standing;
    float name_top = 0, standing_top = 0;  ///< cap tops, from the label's upper edge
    float bottom = 0;                      ///< of the lowest ink

    Fit fit() const { return std::min({award.fit(), name.fit(), standing.fit()}); }
};

LabelText text_of(Canvas& canvas, const Label& label, const LabelSize& size, Details details) {
    const Recipient& recipient = *label.recipient;
    const std::string called_name =
        recipient.sealed() ? "(còn niêm phong)" : called(recipient.honorific, recipient.name);
    const float width = canvas.stage().w - 2 * label_padding;
    const auto fitted = [&](const std::string& text, const TextStyle& style, float room, float of) {
        return canvas.fit(text, style, room, most_label_lines, of * size.factor);
    };
    LabelText text;
    text.number =
        canvas.fit(std::to_string(label.number), {.type = Type::name_l, .ink = Ink::accent}, width, 1, number_size);
    if (details != Details::none)
        text.award = fitted(label.award, {.type = size.detail, .ink = Ink::secondary},
                            width - text.number.width - number_gap, award_size);
    text.name = fitted(called_name, {.type = size.name, .words = words_of(recipient.kind)}, width, name_size);
    if (details == Details::all)
        text.standing = fitted(standing_of(recipient), {.type = size.detail}, width, standing_size);
    const float head = std::max(text.number.height(), text.award.height() + text.award.ink_below());
    text.name_top = label_padding + head + points(9) + text.name.ink_above();
    text.standing_top = text.name_top + text.name.height() + points(12);
    const bool alone = text.standing.empty();
    text.bottom = alone ? text.name_top + text.name.height() + text.name.ink_below()
                        : text.standing_top + text.standing.height() + text.standing.ink_below();
    return text;
}

enum class LabelFit { whole, shortened, none };

/// Draws nothing of a label whose name has no room.
LabelFit draw_label(Canvas& canvas, const Label& label) {
    const Box& box = canvas.stage();
    border(canvas, box);
    LabelText text;
    const auto fit = [&](const LabelSize& size, Details details) {
        text = text_of(canvas, label, size, details);
        return text.bottom > box.h - label_padding ? Fit::none : text.fit();
    };
    const auto* const details = std::ranges::find_if(label_details, [&](Details shown) {
        Fit found = Fit::none;
        take_best(label_sizes, [&](const LabelSize& size) { return found = fit(size, shown); });
        return found != Fit::none;
    });
    if (details == std::end(label_details)) return LabelFit::none;
    const float x = box.x + label_padding, top = box.y + label_padding;
    canvas.put(text.number, x, top + text.number.cap_height);
    canvas.put(text.award, x + text.number.width + number_gap, top + text.award.cap_height);
    canvas.put(text.name, x, box.y + text.name_top + text.name.cap_height);
    canvas.put(text.standing, x, box.y + text.standing_top + text.standing.cap_height);
    return *details == Details::all ? LabelFit::whole : LabelFit::shortened;
}

Sentence name_too_long(const Label& label) {
    const std::string& name = label.recipient->name;
    return {
        fmt::format("Tên trên nhãn {} dài quá khổ nhãn nên chưa in: “{}”. Hãy rút gọn tên trong nguồn.", label.number,
                    name),
        fmt::format("The name on label {} has no room there, so nothing was printed: \"{}\". Shorten it in the feed.",
                    label.number, name)};
}

Sentence shortened(const std::vector<std::size_t>& numbers) {
    const std::string which = fmt::format("{}", fmt::join(numbers, ", "));
    return {fmt::format("Nhãn {} không đủ chỗ nên thiếu chức vụ, đơn vị hoặc tên khen thưởng. Hãy xem lại các nhãn "
                        "này; muốn in đủ thì rút gọn trong nguồn.",
                        which),
            fmt::format("Labels with no room for the position, the body or the award, which are left out there: {}. "
                        "Look at them; to have all printed, shorten it in the feed.",
                        which)};
}

/// Whether somebody of that name stands there already with the unit, which a position often names as well.
bool listed_for(const std::vector<Person>& all, const std::string& name, const Member& unit) {
    return std::ranges::any_of(all, [&](const Person& other) {
        if (other.name != name) return false;
        const std::string standing = standing_of(other.position, other.organisation);
        const auto says = [&](const std::string& of) { return !of.empty() && standing.find(of) != std::string::npos; };
        return says(unit.name) || says(unit.short_name);
    });
}

Person of_unit(Person leader, const Member& unit) {
    if (leader.organisation.empty()) leader.organisation = unit.name;
    return leader;
}

}  // namespace

std::vector<Person> seated(const Conference& conference) {
    std::vector<Person> all;
    const auto add = [&](const Person& person) {
        const bool known = std::ranges::any_of(all, [&](const Person& other) {
            return other.name == person.name && other.organisation == person.organisation;
        });
        if (!person.empty() && !known) all.push_back(person);
    };
    for (const Person& person : conference.presidium) add(person);
    for (const Person& person : conference.guests) add(person);
    for (const Member& member : conference.members)
        for (const Person& leader : member.representatives)
            if (!listed_for(all, leader.name, member)) add(of_unit(leader, member));
    for (const Speech& speech : conference.speeches) add(speech.speaker);
    for (const AgendaItem& item : conference.agenda) add(item.speaker);
    // The agenda often names a speaker without the organisation that another list has. Of two namesakes it may be
    // either: then one plate too many is better than one too few.
    const std::vector<Person> listed = all;
    std::erase_if(all, [&](const Person& person) {
        return person.organisation.empty() && std::ranges::count_if(listed, [&](const Person& other) {
                                                  return other.name == person.name && !other.organisation.empty();
                                              }) == 1;
    });
    return all;
}

Result<std::size_t> write_plates(const Snapshot& snapshot, const Fonts& fonts, const Path& out) {
    const std::vector<Person> persons = seated(snapshot.conference);
    if (persons.empty()) return nobody();
    auto paper = Paper::make(fonts, a4_long, a4_short / 2);
    if (!paper) return paper.error();
    PdfWriter pdf;
    for (const Person& person : persons) {
        (*paper)->draw([&](Canvas& canvas) {
            const Box& stage = canvas.stage();
            const float width = static_cast<float>(a4_long) - 2 * margin, x = static_cast<float>(a4_long) / 2;
            const TextBlock name = canvas.fit(
                called(person), {.type = Type::hero, .align = Align::centre, .words = Words::person}, width, 2, 2);
            const TextBlock standing = canvas.fit(standing_of(person.position, person.organisation),
                                                  {.type = Type::body, .ink = Ink::secondary, .align = Align::centre},
                                                  width, 2, plate_standing_size);
            const float gap = standing.empty() ? 0 : points(26);
            const float height = name.height() + gap + standing.height();
            const float top = stage.centre_y() - height / 2;
            canvas.put(name, x, top + name.cap_height);
            canvas.put(standing, x, top + name.height() + gap + standing.cap_height);
        });
        const auto half = (*paper)->pixels();
        if (!half) return half.error();
        if (const Status added = pdf.add_page(folded(*half)); !added) return added.error();
    }
    if (const Status saved = pdf.save(out); !saved) return saved.error();
    return persons.size();
}

Result<Printed> write_labels(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts, const Path& out) {
    const std::vector<Label> labels = handed(snapshot.conference, rundown);
    if (labels.empty()) return nobody();
    auto paper = Paper::make(fonts, a4_short, a4_long);
    if (!paper) return paper.error();
    PdfWriter pdf;
    constexpr std::size_t per_page = label_columns * label_rows;
    const float width = (a4_short - 2 * margin - label_gap) / label_columns;
    const float height = (a4_long - 2 * margin - label_gap * (label_rows - 1)) / label_rows;
    const auto place_of = [=](std::size_t row, std::size_t column) -> Box {
        return {margin + static_cast<float>(column) * (width + label_gap),
                margin + static_cast<float>(row) * (height + label_gap), width, height};
    };
    std::size_t pages = 0;
    std::vector<std::size_t> without_details;
    std::vector<Sentence> nameless;
    for (std::size_t first = 0; first < labels.size(); first += per_page, ++pages) {
        std::vector<Box> places;
        places.reserve(per_page);
        for (std::size_t i = 0; i < std::min(per_page, labels.size() - first); ++i)
            places.push_back(place_of(i / label_columns, i % label_columns));
        (*paper)->draw(places, [&](Canvas& canvas, std::size_t i) {
            const Label& label = labels[first + i];
            switch (draw_label(canvas, label)) {
                case LabelFit::whole: break;
                case LabelFit::shortened: without_details.push_back(label.number); break;
                case LabelFit::none: nameless.push_back(name_too_long(label)); break;
            }
        });
        const auto page = (*paper)->pixels();
        if (!page) return page.error();
        if (const Status added = pdf.add_page(*page); !added) return added.error();
    }
    if (!nameless.empty()) return Printed{0, std::move(nameless)};
    if (const Status saved = pdf.save(out); !saved) return saved.error();
    Printed printed{pages, {}};
    if (!without_details.empty()) printed.misfits.push_back(shortened(without_details));
    return printed;
}

Result<std::size_t> write_press(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                const PageSettings& settings, const Path& out, const Progress& progress) {
    const std::vector<Label> labels = handed(snapshot.conference, rundown);
    auto maker = PageMaker::make(fonts, settings);
    if (!maker) return maker.error();
    std::error_code error;
    std::filesystem::create_directories(out, error);
    std::size_t number = 0, written = 0;
    std::set<std::size_t> seen;
    for (const Step& on : rundown.steps) {
        if (!on.award || !seen.insert(*on.award).second) continue;
        const Award& award = snapshot.conference.awards[*on.award];
        for (std::size_t batch = 0; batch < award.batches.size(); ++batch)
            for (std::size_t i = 0; i < award.batches[batch].recipients.size(); ++i) {
                ++number;
                if (award.batches[batch].recipients[i].sealed()) continue;
                Step step;
                step.screen = ScreenId::award_reveal;
                step.award = *on.award;
                step.batch = batch;
                step.recipient = i;
                step.revealed = 1;
                const auto page = (*maker)->picture(snapshot, step);
                if (!page) return page.error();
                const Path file = out / fmt::format("{:03}-{}.png", number, award.id);
                if (const Status saved = write_png(page->image, file); !saved) return saved.error();
                progress(++written, labels.size());
            }
    }
    if (written == 0) return nobody();
    return written;
}

}  // namespace hall

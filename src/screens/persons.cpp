#include "screens/persons.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float footer = 3;  ///< kept free below, where there is room
constexpr float row_gap = 1.8F;
constexpr float tallest = 22;
constexpr float padding = 1;           ///< above and below a row's ink
constexpr float dense_padding = 0.5F;  ///< the same where rows are many
constexpr float indent = 3;
constexpr float bar_width = 0.9F;
constexpr float bar_inset = 1.8F;
constexpr float standing_gap = 4.3F;
constexpr float beside_gap = 4;
constexpr float dense_standing_gap = 3.3F;
constexpr float largest_photo = 7.6F;   ///< radius
constexpr float photo_share = 0.4F;     ///< radius to a row's height
constexpr float missing_photo = 0.45F;  ///< alpha of the drum in its place

enum class Standing { below, beside };

/// From roomy to dense; the first that fits all the page's persons is taken. Photos go before words do.
struct Density {
    Type name;
    Type standing;
    int lines;  ///< of the standing; none: only names
    Standing where = Standing::below;
    float padding = dense_padding;
    float gap = dense_standing_gap;
    float scale = 1;  ///< of both
};
constexpr Density densities[] = {{Type::name_m, Type::body, 1, Standing::below, padding, standing_gap},
                                 {Type::name_m, Type::body, 3, Standing::below, padding, standing_gap},
                                 {Type::name_m, Type::meta, 2, Standing::below, padding},
                                 {Type::name_m, Type::meta, 2, Standing::beside},
                                 {Type::name_m, Type::meta, 4},
                                 {Type::body_strong, Type::meta, 6, Standing::below, dense_padding, 0, 0.88F},
                                 {Type::body_strong, Type::meta, 0, Standing::below, dense_padding, 0, 0.88F}};
constexpr std::size_t densities_with_photos = 5;
constexpr float widest_name = 0.6F;  ///< of the row's text width, where the standing is beside

struct Row {
    TextColumn text;
    TextColumn beside;

    float ink_height() const { return std::max(text.ink_height(), beside.ink_height()); }
    bool fits() const { return text.fits() && beside.fits(); }
};

class Rows {
public:
    Rows(Canvas& canvas, const ScreenInput& input, const std::vector<Person>& persons, const Page& page, Box area)
        : canvas_(canvas), persons_(persons), page_(page) {
        for (std::size_t i = page.first; i < page.first + page.count; ++i)
            photos_.push_back(picture_of(input, persons[i].photo));
        const bool some = std::ranges::any_of(photos_, [](const Image* photo) { return photo != nullptr; });
        const float room = area.h / static_cast<float>(page.count);
        radius_ = some ? std::min(canvas.unit(largest_photo), room * photo_share) : 0;
        area.h -= canvas.unit(footer);
        if (settle(area, densities_with_photos)) return;
        radius_ = 0;
        area.h += canvas.unit(footer);
        settle(area, std::size(densities));
    }

    void draw() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Canvas::Fade fade = entrance(canvas_, staggered(i, rows_.size()));
            draw_row(cells_.boxes[i], rows_[i], photos_[i]);
        }
    }

private:
    float text_indent() const { return canvas_.unit(indent) + (radius_ > 0 ? 2 * radius_ + canvas_.unit(indent) : 0); }

    /// False where not even the last of the first `count` densities fits.
    bool settle(const Box& area, std::size_t count) {
        const float width = area.w - text_indent() - canvas_.unit(indent);
        for (const Density& density : std::span(densities).first(count)) {
            if (density.where == Standing::beside && (canvas_.portrait() || canvas_.narrow())) continue;
            rows_.clear();
            name_width_ = width;
            if (density.where == Standing::beside) name_width_ = std::min(widest(density.name), width * widest_name);
            std::vector<float> heights;
            for (std::size_t i = 0; i < page_.count; ++i) {
                rows_.push_back(row_of(persons_[page_.first + i], width, density));
                heights.push_back(std::max(rows_.back().ink_height(), 2 * radius_) + canvas_.unit(2 * density.padding));
            }
            cells_ = cells_of(area, heights);
            if (cells_.fit && std::ranges::all_of(rows_, [](const Row& row) { return row.fits(); })) return true;
        }
        return false;
    }

    /// Nobody's row is higher than another's, as long as every text fits so.
    Cells cells_of(const Box& area, const std::vector<float>& heights) const {
        const CellLimits limits{1, 0, canvas_.unit(row_gap), canvas_.unit(tallest)};
        const Cells equal = cells_in(area, std::vector<float>(heights.size(), std::ranges::max(heights)), limits);
        return equal.fit ? equal : cells_in(area, heights, limits);
    }

    static TextStyle name_style(Type type) { return {.type = type, .words = Words::person}; }

    float widest(Type type) const {
        float widest = 0;
        for (std::size_t i = 0; i < page_.count; ++i) {
            const std::string name = called(persons_[page_.first + i]);
            widest = std::max(widest, canvas_.fit(name, name_style(type), canvas_.stage().w).width);
        }
        return widest + 1;  // a name must not break for want of half a pixel
    }

    Row row_of(const Person& person, float width, const Density& density) const {
        Row row;
        row.text.add(canvas_.fit(called(person), name_style(density.name), name_width_, 2, density.scale), 0);
        if (density.lines == 0) return row;
        const TextStyle style{.type = density.standing, .ink = Ink::secondary, .words = Words::organisation};
        const std::string standing = standing_of(person.position, person.organisation);
        const bool below = density.where == Standing::below;
        const float room = below ? width : width - name_width_ - canvas_.unit(beside_gap);
        TextBlock block = canvas_.fit(standing, style, room, density.lines, density.scale);
        if (below)
            row.text.add(std::move(block), canvas_.unit(density.gap));
        else
            row.beside.add(std::move(block), 0);
        return row;
    }

    void draw_row(const Box& box, const Row& row, const Image* photo) {
        canvas_.panel(box, Panel::card);
        const float inset = canvas_.unit(bar_inset);
        canvas_.bar({box.x, box.y + inset, canvas_.unit(bar_width), box.h - 2 * inset}, Ink::shape);
        if (radius_ > 0) {
            const float centre_x = box.x + canvas_.unit(indent) + radius_;
            if (photo == nullptr)
                canvas_.drum(centre_x, box.centre_y(), radius_, missing_photo);
            else
                canvas_.picture(photo, {centre_x - radius_, box.centre_y() - radius_, 2 * radius_, 2 * radius_},
                                PictureFit::circle);
        }
        const float left = box.x + text_indent();
        row.text.put_centred(canvas_, left, box.centre_y());
        row.beside.put_centred(canvas_, left + name_width_ + canvas_.unit(beside_gap), box.centre_y());
    }

    Canvas& canvas_;
    const std::vector<Person>& persons_;
    Page page_;
    float name_width_ = 0;
    float radius_ = 0;  ///< of the photos; 0 where nobody on the page has one
    std::vector<const Image*> photos_;
    std::vector<Row> rows_;
    Cells cells_;
};

}  // namespace

void draw_persons(Canvas& canvas, const ScreenInput& input, std::string_view label,
                  const std::vector<Person>& persons) {
    canvas.backdrop(Ornament::right);
    header(canvas, label, page_mark(input.step.page));
    Page page = input.step.page;
    page.first = std::min(page.first, persons.size());
    page.count = std::min(page.count, persons.size() - page.first);
    if (page.count == 0) return;
    Rows(canvas, input, persons, page, content_area(canvas)).draw();
}

}  // namespace hall

/// Every award of the day that has been called: counts on the first page, then who received what.
#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"
#include "screens/wording.h"
#include "show/paging.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float footer = 3;
constexpr float tiles_share = 0.37F;  ///< of the content's height
constexpr float tiles_share_narrow = 0.45F;
constexpr float tile_gap = 3.6F;
constexpr float tile_padding = 2;
constexpr float tile_bar = 0.6F;
constexpr float below_tiles = 3.6F;
constexpr float row_gap = 1.4F;
constexpr float tallest_row = 13;
constexpr float tallest_row_of_two = 16;  ///< texts, one under the other
constexpr float indent = 3;
constexpr float row_padding = 0.8F;
constexpr float award_gap = 3;
constexpr float name_share = 0.56F;  ///< of the row's width; the award's name takes the rest
constexpr float label_gap = 4.2F;
constexpr std::size_t most_tiles = 4;

struct Tile {
    std::size_t count = 0;
    std::string label;
};

std::vector<Tile> tiles_by_award(const Conference& conference, const std::vector<std::size_t>& awards) {
    std::vector<Tile> tiles;
    for (const std::size_t index : awards) {
        if (index >= conference.awards.size()) continue;
        const Award& award = conference.awards[index];
        // Nobody is left of it where all were skipped.
        if (award.recipient_count() > 0) tiles.push_back({award.recipient_count(), award.name});
    }
    return tiles;
}

std::vector<Tile> tiles_by_kind(const Conference& conference, const std::vector<std::size_t>& awards) {
    Tile collectives{0, "Tập thể"};
    Tile persons{0, "Cá nhân"};
    for (const std::size_t index : awards) {
        if (index >= conference.awards.size()) continue;
        for (const Batch& batch : conference.awards[index].batches)
            for (const Recipient& recipient : batch.recipients)
                if (!recipient.sealed()) ++(recipient.kind == RecipientKind::person ? persons : collectives).count;
    }
    std::vector<Tile> tiles;
    for (const Tile& tile : {collectives, persons})
        if (tile.count > 0) tiles.push_back(tile);
    return tiles;
}

/// From roomy to dense; the first that fits all tiles is taken.
struct TileDensity {
    Type number;
    Type label;
    int lines;
};
constexpr TileDensity tile_densities[] = {{Type::hero, Type::body, 3},
                                          {Type::title, Type::body, 3},
                                          {Type::name_m, Type::body, 3},
                                          {Type::name_m, Type::meta, 4},
                                          {Type::name_m, Type::meta, 6}};

class Tiles {
public:
    Tiles(Canvas& canvas, const Box& area, const std::vector<Tile>& tiles) : canvas_(canvas) {
        const std::vector<float> heights(tiles.size(), area.h);
        cells_ = cells_in(area, heights, {std::max<std::size_t>(tiles.size(), 1), canvas.unit(tile_gap), 0, area.h});
        for (const TileDensity& density : tile_densities) {
            texts_.clear();
            for (std::size_t i = 0; i < tiles.size(); ++i)
                texts_.push_back(text_of(tiles[i], cells_.boxes[i].w - 2 * padding(), density));
            fit_ = std::ranges::all_of(texts_, [&](const TextColumn& text) {
                return text.fits() && text.ink_height() <= area.h - padding() - 2 * bar_height();
            });
            if (fit_) break;
        }
    }

    bool fit() const { return fit_; }
    /// What the texts ask for.
    float height() const {
        float height = 0;
        for (const TextColumn& text : texts_) height = std::max(height, text.ink_height());
        return height + 2 * padding();
    }

    void draw() {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const Canvas::Fade fade = entrance(canvas_, staggered(i, texts_.size()));
            const Box& box = cells_.boxes[i];
            canvas_.get().panel(box, Panel::card);
            canvas_.get().bar({box.x + padding(), box.y, box.w - 2 * padding(), bar_height()}, Ink::accent);
            texts_[i].put_centred(canvas_, box.centre_x(), box.centre_y());
        }
    }

private:
    float padding() const { return canvas_.get().unit(tile_padding); }
    float bar_height() const { return canvas_.get().unit(tile_bar); }

    TextColumn text_of(const Tile& tile, float width, const TileDensity& density) {
        TextColumn text;
        const TextStyle number{.type = density.number, .finish = Finish::gold, .align = Align::centre};
        text.add(canvas_.get().fit(std::to_string(tile.count), number, width), 0);
        const TextStyle label{.type = density.label, .align = Align::centre};
        text.add(canvas_.get().fit(tile.label, label, width, density.lines), canvas_.get().unit(label_gap));
        return text;
    }

    std::reference_wrapper<Canvas> canvas_;
    Cells cells_;
    std::vector<TextColumn> texts_;
    bool fit_ = true;
};

/// One tile an award; too many or too long ones become collectives and persons. Returns what is left below.
Box draw_tiles(Canvas& canvas, const Box& content, const Conference& conference,
               const std::vector<std::size_t>& awards) {
    Box area = content;
    area.h *= canvas.narrow() ? tiles_share_narrow : tiles_share;
    const std::vector<Tile> by_award = tiles_by_award(conference, awards);
    Tiles tiles(canvas, area, by_award);
    if (by_award.size() > most_tiles || !tiles.fit()) {
        const std::vector<Tile> by_kind = tiles_by_kind(conference, awards);
        tiles = Tiles(canvas, area, by_kind);
        // A narrow wall needs the room for the rows below.
        if (canvas.narrow()) area.h = std::min(area.h, tiles.height());
        tiles = Tiles(canvas, area, by_kind);
    }
    tiles.draw();
    const float taken = area.h + canvas.unit(below_tiles);
    return {content.x, content.y + taken, content.w, content.h - taken};
}

const Recipient& recipient_of(const Conference& conference, const SummaryRow& row) {
    return conference.awards[row.award].batches[row.batch].recipients[row.recipient];
}

/// A recipient and the award: side by side where both fit so, else one under the other.
struct Row {
    TextColumn name;
    TextColumn award;
    float height = 0;
};

enum class Arrangement { beside, below, below_small, name_only };

Row row_of(Canvas& canvas, const Recipient& recipient, const std::string& award, float width, Arrangement arrangement) {
    const Words words = words_of(recipient.kind);
    const std::string name = recipient.sealed() ? "Chưa công bố" : called_without_standing(recipient);
    const TextStyle name_style{
        .type = Type::body_strong, .ink = recipient.sealed() ? Ink::secondary : Ink::primary, .words = words};
    Row row;
    if (arrangement == Arrangement::beside) {
        row.name.add(canvas.fit(name, name_style, width * name_share, 2), 0);
        const TextStyle style{.type = Type::body, .ink = Ink::accent, .align = Align::right};
        row.award.add(canvas.fit(award, style, width * (1 - name_share), 2), 0);
    } else {
        const Type type = arrangement == Arrangement::below ? Type::body : Type::meta;
        row.name.add(canvas.fit(name, name_style, width, 3), 0);
        if (arrangement != Arrangement::name_only)
            row.name.add(canvas.fit(award, {.type = type, .ink = Ink::accent}, width, 3), canvas.unit(award_gap));
    }
    row.height = std::max(row.name.ink_height(), row.award.ink_height()) + canvas.unit(2 * row_padding);
    return row;
}

/// A page's recipients and what each received, in their places.
struct RowList {
    std::vector<Row> rows;
    Cells cells;
    bool with_awards = true;

    Fit fit() const {
        Fit worst = cells.fit ? Fit::whole : Fit::none;
        for (const Row& row : rows) worst = std::min({worst, row.name.fit(), row.award.fit()});
        return worst;
    }
};

RowList arranged(Canvas& canvas, const Box& area, const std::vector<const Recipient*>& recipients,
                 const std::vector<std::string>& awards, Arrangement arrangement) {
    const bool two = arrangement == Arrangement::below || arrangement == Arrangement::below_small;
    const CellLimits limits{1, 0, canvas.unit(row_gap), canvas.unit(two ? tallest_row_of_two : tallest_row)};
    const float width = area.w - canvas.unit(3 * indent);
    RowList list{{}, {}, arrangement != Arrangement::name_only};
    std::vector<float> heights;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        list.rows.push_back(row_of(canvas, *recipients[i], awards[i], width, arrangement));
        heights.push_back(list.rows.back().height);
    }
    list.cells = cells_in(area, heights, limits);
    return list;
}

/// The awards' names give way only where they fit in no way.
RowList rows_in(Canvas& canvas, const Box& area, const std::vector<const Recipient*>& recipients,
                const std::vector<std::string>& awards) {
    RowList list;
    const auto attempt = [&](Arrangement arrangement) {
        if (arrangement == Arrangement::beside && canvas.portrait()) return Fit::none;
        list = arranged(canvas, area, recipients, awards, arrangement);
        return list.fit();
    };
    take_best(std::array{Arrangement::beside, Arrangement::below, Arrangement::below_small}, attempt);
    if (list.fit() == Fit::none) attempt(Arrangement::name_only);
    return list;
}

void draw_rows(Canvas& canvas, const RowList& list, const std::vector<std::string>& awards) {
    const std::vector<Row>& rows = list.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i + 1, rows.size() + 1));
        const Box& box = list.cells.boxes[i];
        if (!list.with_awards) canvas.leaves_out(awards[i]);
        canvas.panel(box, Panel::card);
        rows[i].name.put_centred(canvas, box.x + canvas.unit(indent), box.centre_y());
        rows[i].award.put_centred(canvas, box.right() - canvas.unit(indent), box.centre_y());
    }
}

bool all_proposed(const Conference& conference, const std::vector<std::size_t>& awards) {
    return !awards.empty() && std::ranges::all_of(awards, [&](std::size_t index) {
        return index < conference.awards.size() && conference.awards[index].status == AwardStatus::proposed;
    });
}

}  // namespace

void draw_award_summary(Canvas& canvas, const ScreenInput& input) {
    const Conference& conference = input.conference;
    const Step& step = input.step;
    const bool proposals = all_proposed(conference, step.awards);
    canvas.backdrop(Ornament::right);
    header(canvas, proposals ? "Tổng hợp đề xuất khen thưởng" : "Tổng hợp khen thưởng", page_mark(step.page));
    Box content = content_area(canvas);
    content.h -= canvas.unit(footer);

    const std::vector<SummaryRow> rows = summary_rows(conference, step);
    if (rows.empty()) return;
    if (step.page.index == 0) content = draw_tiles(canvas, content, conference, step.awards);
    std::vector<const Recipient*> recipients;
    std::vector<std::string> names;
    for (const SummaryRow& row : rows) {
        const Award& award = conference.awards[row.award];
        const bool mixed = !proposals && award.status == AwardStatus::proposed;
        recipients.push_back(&recipient_of(conference, row));
        names.push_back(award.name + (mixed ? " (đề xuất)" : ""));
    }
    draw_rows(canvas, rows_in(canvas, content, recipients, names), names);
}

}  // namespace hall

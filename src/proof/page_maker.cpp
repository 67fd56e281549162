#include "proof/page_maker.h"

#include <algorithm>

#include "draw/palette.h"
#include "draw/sheet.h"
#include "platform/renderer.h"
#include "screens/brand.h"

namespace hall {

struct PageMaker::Parts {
    PageSettings settings;
    std::unique_ptr<Renderer> renderer;
    Sheet sheet;
    Palette palette;

    Parts(const Fonts& fonts, const PageSettings& wanted, std::unique_ptr<Renderer> made)
        : settings(wanted), renderer(std::move(made)), palette(fonts, *renderer, theme_named(wanted.theme)) {}
};

Viewport viewport_of(const PageSettings& settings) {
    Viewport viewport;
    viewport.width = settings.width;
    viewport.height = settings.height;
    viewport.distance = settings.distance;
    viewport.least_em = settings.least_em;
    viewport.reserve_left = settings.reserve_left;
    viewport.reserve_bottom = settings.reserve_bottom;
    viewport.overscan = settings.overscan;
    return viewport;
}

PageMaker::PageMaker(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PageMaker::~PageMaker() = default;

Result<std::unique_ptr<PageMaker>> PageMaker::make(const Fonts& fonts, const PageSettings& settings) {
    auto renderer = make_memory_renderer(settings.width, settings.height);
    if (!renderer) return renderer.error();
    return std::unique_ptr<PageMaker>(new PageMaker(std::make_unique<Parts>(fonts, settings, *std::move(renderer))));
}

PageRecord PageMaker::record(const Snapshot& snapshot, const Step& step, Instant now, Texts texts) {
    Viewport viewport = viewport_of(parts_->settings);
    viewport.texts = texts;
    ImDrawList& list = parts_->sheet.begin(viewport.width, viewport.height);
    dress(parts_->palette, snapshot, parts_->settings.theme);
    return draw_settled(list, parts_->palette, viewport, snapshot, step, now);
}

Result<Image> PageMaker::pixels() {
    parts_->renderer->clear();
    parts_->renderer->draw(parts_->sheet.list());
    return parts_->renderer->read();
}

PageRecord PageMaker::record(const ProgramInput& input) {
    const Viewport viewport = viewport_of(parts_->settings);
    ImDrawList& list = parts_->sheet.begin(viewport.width, viewport.height);
    dress(parts_->palette, input.snapshot, parts_->settings.theme);
    return draw_program(list, parts_->palette, viewport, input);
}

Result<PagePicture> PageMaker::picture(const Snapshot& snapshot, const Step& step) {
    PageRecord drawn = record(snapshot, step, parts_->settings.now);
    auto image = pixels();
    trim();
    if (!image) return image.error();
    return PagePicture{*std::move(image), std::move(drawn)};
}

const Theme& PageMaker::theme() const { return parts_->palette.theme(); }

void PageMaker::trim() { parts_->palette.trim(); }

Pages all_pages(const Rundown& rundown) {
    Pages pages{rundown.steps, {}};
    for (std::size_t i = 0; i < screen_count; ++i) {
        const auto screen = static_cast<ScreenId>(i);
        const bool shown = std::any_of(pages.steps.begin(), pages.steps.end(),
                                       [&](const Step& step) { return step.screen == screen; });
        const bool of_an_award = screen == ScreenId::award_intro || screen == ScreenId::award_reveal ||
                                 screen == ScreenId::award_group || screen == ScreenId::award_summary;
        if (shown || of_an_award) continue;
        Step step;
        step.screen = screen;
        step.key = name_of(screen);
        pages.extra.push_back(step);
    }
    return pages;
}

Instant typical_moment(const Conference& conference) {
    if (!conference.agenda.empty()) {
        const Instant start = conference.agenda.front().start;
        Instant end = start;
        for (const AgendaItem& item : conference.agenda) end = std::max(end, item.end);
        return start + std::chrono::floor<std::chrono::minutes>((end - start) / 3);
    }
    LocalTime day = conference.identity.date.value_or(LocalTime{2022, 12, 20, 0, 0, 0, 2});
    day.hour = 8;
    return conference.identity.timezone.instant(day);
}

}  // namespace hall

#pragma once
/// A wall that shows what the program draws, and what can be read on it.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draw/fonts.h"
#include "draw/palette.h"
#include "draw/phrases.h"
#include "draw/sheet.h"
#include "platform/renderer.h"
#include "screens/cases.h"
#include "screens/mc.h"
#include "screens/overlays.h"
#include "screens/program.h"

namespace hall::tests {

struct Size {
    int width = 1920, height = 1080;
};

inline constexpr std::string_view ticker_label = "THÔNG BÁO";
/// While the ordinary conference hears its report.
inline const Instant moment = moment_of(ScreenId::agenda);

inline Notice notice(std::string text, NoticeLevel level = NoticeLevel::info, std::optional<Instant> from = {},
                     std::optional<Instant> until = {}) {
    return {"", std::move(text), level, from, until};
}

inline Conference with(std::vector<Notice> notices, Conference conference = cases()[0].conference) {
    conference.notices = std::move(notices);
    return conference;
}

class Wall {
public:
    explicit Wall(Size size = {}, const char* theme = "")
        : Wall(size, theme, *make_memory_renderer(size.width, size.height)) {}
    Wall(Size size, const char* theme, std::unique_ptr<Renderer> renderer)
        : fonts_(*Fonts::load(HALL_SOURCE_DIR "/fonts", *Phrases::load(HALL_SOURCE_DIR "/assets/phrases.txt"))),
          renderer_(std::move(renderer)),
          palette_(fonts_, *renderer_, theme_named(theme)) {
        viewport.width = size.width;
        viewport.height = size.height;
    }

    PageRecord settled(const Conference& conference, const Step& step, Instant now = moment) {
        Snapshot snapshot;
        snapshot.conference = conference;
        return draw_settled(begin(), palette_, viewport, snapshot, step, now);
    }
    PageRecord program(const Conference& conference, const Step& step, const ShowState& state = {},
                       Instant now = moment, Motion motion = Motion::live) {
        Snapshot snapshot;
        snapshot.conference = conference;
        const Rundown rundown{{step}, {}};
        return draw_program(begin(), palette_, viewport, {snapshot, rundown, state, {now, Milliseconds(0)}, motion});
    }
    /// One frame of a show that went on to `state`'s step `elapsed` ago.
    PageRecord frame(const Snapshot& snapshot, const Rundown& rundown, const ShowState& state, Milliseconds elapsed) {
        return draw_program(begin(), palette_, viewport, {snapshot, rundown, state, {moment, elapsed}, Motion::live});
    }
    PageRecord mc(const McInput& input) { return draw_mc(begin(), palette_, viewport, input); }
    Image picture() {
        renderer_->clear();
        renderer_->draw(sheet_.list());
        return *renderer_->read();
    }
    std::int64_t present() { return renderer_->present(); }
    Box band() { return ticker_band(Canvas(begin(), palette_, viewport, Seconds{0})); }
    const Theme& theme() const { return palette_.theme(); }

    Viewport viewport;

private:
    ImDrawList& begin() { return sheet_.begin(viewport.width, viewport.height); }

    Fonts fonts_;
    std::unique_ptr<Renderer> renderer_;
    Palette palette_;
    Sheet sheet_;
};

inline Step page_of(ScreenId screen, const Conference& conference = cases()[0].conference) {
    return steps_of(conference, screen).front();
}

inline ShowState named_at(Instant when) {
    ShowState state;
    state.lower_third = LowerThird::on;
    state.lower_third_at = when;
    return state;
}

inline std::string words_of(const Run& run) {
    std::string words = run.text;
    std::ranges::replace(words, '\n', ' ');
    return words;
}

inline const Run* run_with(const PageRecord& record, std::string_view words) {
    const auto found = std::ranges::find_if(
        record.runs, [&](const Run& run) { return words_of(run).find(words) != std::string::npos; });
    return found == record.runs.end() ? nullptr : &*found;
}

inline bool says(const PageRecord& record, std::string_view words) { return run_with(record, words) != nullptr; }

/// What the ticker says: the run after its label.
inline std::string ticker_of(const PageRecord& record) {
    const Run* chip = run_with(record, ticker_label);
    return chip == nullptr || chip == &record.runs.back() ? std::string() : words_of(record.runs.back());
}

}  // namespace hall::tests

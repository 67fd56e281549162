#include "proof/entrance.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "proof/play.h"
#include "proof/rules_motion.h"
#include "screens/confetti.h"

namespace hall {
namespace {

constexpr int small_side = 240;  ///< pixels, the shorter side
/// What moves longer than any entrance goes on for ever; a cycle of what may go on takes two seconds or more.
constexpr Seconds longest{6};
constexpr Seconds fallen = confetti_time + Seconds(0.5);

PageSettings small(PageSettings settings) {
    const int shorter = std::min(settings.width, settings.height);
    settings.width = settings.width * small_side / shorter;
    settings.height = settings.height * small_side / shorter;
    settings.least_em = settings.least_em * small_side / static_cast<float>(shorter);
    return settings;
}

bool reveals(const Step& step) {
    return (step.screen == ScreenId::award_reveal || step.screen == ScreenId::award_group) && step.revealed > 0;
}

bool falls(const Conference& conference, const Step& step) {
    return step.award && *step.award < conference.awards.size() && conference.awards[*step.award].confetti;
}

}  // namespace

Entrances::Entrances(std::unique_ptr<PageMaker> maker, Snapshot snapshot, Instant now, int frames_per_second)
    : maker_(std::move(maker)), snapshot_(std::move(snapshot)), now_(now), frames_per_second_(frames_per_second) {
    snapshot_.conference.notices.clear();
}

Result<Entrances> Entrances::make(const Fonts& fonts, const PageSettings& settings, Snapshot snapshot,
                                  int frames_per_second) {
    auto maker = PageMaker::make(fonts, small(settings));
    if (!maker) return maker.error();
    return Entrances(*std::move(maker), std::move(snapshot), settings.now, frames_per_second);
}

Findings Entrances::findings(const Rundown& rundown, std::size_t number) {
    const Step& step = rundown.steps[number];
    const ScreenId left = rundown.steps[step_before(rundown, number)].screen;
    const Kind kind{left,
                    step.screen,
                    step.part,
                    step.page.count,
                    step.revealed,
                    step.transition == Transition::cut,
                    falls(snapshot_.conference, step)};
    if (!seen_.insert(kind).second) return {};

    PagePlay play(*maker_, snapshot_, rundown, number, now_);
    PageRecord rested = play.at(at_rest_after);
    // What was asked for may fall a little longer, over a page that stands.
    if (falls(snapshot_.conference, step)) rested.moving = play.at(fallen).moving;
    Findings findings = entrance_findings(play.at(readable_after), rested, play.settled(),
                                          reveals(step) ? Exempt::reveal : Exempt::none);

    std::vector<FrameLight> frames, loop;
    for (int frame = 0;; ++frame) {
        const Seconds at{static_cast<double>(frame) / frames_per_second_};
        const bool moving = play.at(at).moving;
        if (const auto image = maker_->pixels()) {
            frames.push_back(light_of(*image, at));
            if (at > at_rest_after) loop.push_back(frames.back());
        }
        if (!moving || at > longest) break;
    }
    std::ranges::move(flash_findings(frames), std::back_inserter(findings));
    std::ranges::move(loop_findings(loop), std::back_inserter(findings));
    maker_->trim();
    return findings;
}

}  // namespace hall

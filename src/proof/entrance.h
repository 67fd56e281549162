#pragma once
/// A page's entrance played frame by frame on a small picture, for the rules of motion.
#include <memory>
#include <set>
#include <tuple>

#include "proof/finding.h"
#include "proof/page_maker.h"

namespace hall {

/// Owns a small page maker. Thread: one.
class Entrances {
public:
    /// `fonts` outlives it. The wall has the shape of `settings`. Notices come and go when they like, so the pages are
    /// played without them.
    static Result<Entrances> make(const Fonts& fonts, const PageSettings& settings, Snapshot snapshot,
                                  int frames_per_second);

    /// What the rules of motion say of going on to step `number` from the one before, to the first from the last.
    /// Entrances that play like one seen before are not played again.
    Findings findings(const Rundown& rundown, std::size_t number);

private:
    /// What an entrance depends on, but for the texts.
    using Kind = std::tuple<ScreenId, ScreenId, ListPart, std::size_t, std::size_t, bool, bool>;

    Entrances(std::unique_ptr<PageMaker> maker, Snapshot snapshot, Instant now, int frames_per_second);

    std::unique_ptr<PageMaker> maker_;
    Snapshot snapshot_;
    Instant now_;
    int frames_per_second_;
    std::set<Kind> seen_;
};

}  // namespace hall

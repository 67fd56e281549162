#pragma once
/// What a conference says that people approve, as texts with their places. Room-private.
#include <string>
#include <vector>

#include "base/sentence.h"
#include "conference/conference.h"
#include "conference/differences.h"

namespace hall {

/// A text of its own, or a list in its order.
struct Passage {
    std::string key;  ///< the same in every revision
    Sentence where;
    bool numbered = false;  ///< a list: its entries count from 1
    std::vector<std::string> texts;
    Naming naming = Naming::open;
};

/// Without the members that it shares with `other`, in which nothing can differ.
std::vector<Passage> passages_of(const Conference& conference, const Conference& other);

}  // namespace hall

#pragma once
/// What the program answers the operator where the wall does not, and the last lines of what happened.
#include <string>
#include <vector>

#include "app/on_air.h"
#include "app/options.h"
#include "base/result.h"
#include "base/sentence.h"
#include "sealing/key.h"

namespace hall {

/// Thread: render thread.
class OperatorDesk {
public:
    explicit OperatorDesk(Language language) : language_(language) {}

    /// Why the command would do nothing that the operator expects; empty where it does. A name that cannot be shown, a
    /// remark about nobody, about whoever is skipped or with a name for a sealed place, and an item that does not begin
    /// are refused: these commands are not to be given.
    Sentence objection(const Command& command, const OnAir& on_air, Now now) const;
    void answer(Sentence sentence, Milliseconds steady);
    /// The answer while it is fresh.
    Sentence answer_at(Milliseconds steady) const;
    /// One line of the console's log.
    void note(const std::string& line, const OnAir& on_air, Now now);
    const std::vector<std::string>& lines() const { return lines_; }

private:
    Language language_;
    Sentence answer_;
    Milliseconds answered_{0};
    std::vector<std::string> lines_;
};

/// To a command at a machine that follows another.
Sentence follows_another();
/// To a NEXT within the lock-out.
Sentence too_soon();
/// To a line for the MC that no screen shows.
Sentence no_mc_reads();
/// What the log says of a command that changed something; empty: what the screen change says is enough.
Sentence command_in_words(const Command& command, const OnAir& on_air);
/// To a key that was typed; `award`: the name of what it opens. For the operator's eyes alone: it may hold what was
/// typed.
Sentence key_answer(const Result<std::string>& award, const std::optional<WrongWord>& wrong);
/// For the log: nothing of the key.
Sentence key_refused();
/// Of the step that comes next: so many of its texts do not fit their places on the wall, so many the page does
/// without. Names nobody; empty where all is there.
Sentence does_not_fit(std::size_t cut, std::size_t left_out, std::size_t covered);
/// Issues of the snapshot that lie in what the step shows.
std::vector<std::string> issues_of(const Step& step, const Snapshot& snapshot, Language language);

}  // namespace hall

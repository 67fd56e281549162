#pragma once
/// How the operator types Vietnamese, on disk: the next operator's window begins as the last one ended.
#include "base/file.h"
#include "base/typing.h"

namespace hall {

/// Thread: render thread.
class TypingChoice {
public:
    /// Reads what was chosen last; Telex where nothing was. `state_folder` is made when absent.
    explicit TypingChoice(const Path& state_folder);

    Typing typing() const { return typing_; }
    /// What cannot be written is logged, and holds until the program ends.
    void choose(Typing typing);

private:
    Path file_;
    Typing typing_ = Typing::telex;
};

}  // namespace hall

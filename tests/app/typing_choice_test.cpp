// How the operator types, from one run to the next.
#include "app/typing_choice.h"

#include <gtest/gtest.h>

#include "net/temporary_folder.h"

namespace hall {
namespace {

TEST(TypingChoice, holds_in_the_next_run_and_is_telex_before_anything_was_chosen) {
    const test::TemporaryFolder folder;
    const Path state = folder.path() / "state";
    EXPECT_EQ(TypingChoice(state).typing(), Typing::telex);
    for (const Typing typing : {Typing::vni, Typing::plain, Typing::telex}) {
        TypingChoice(state).choose(typing);
        EXPECT_EQ(TypingChoice(state).typing(), typing);
    }
    folder.write("state/typing.txt", "something else");
    EXPECT_EQ(TypingChoice(state).typing(), Typing::telex);
}

}  // namespace
}  // namespace hall

#pragma once
/// SDL's keys to ours.
#include "platform/event.h"

struct SDL_Keysym;

namespace hall {

/// What the key says on its layout; where that is no ASCII (a Vietnamese layout has ă â ê in the digit row, others
/// are not Latin), the key at that place of a US keyboard. Thread: any.
Key key_of(const SDL_Keysym& symbol);

}  // namespace hall

#include "platform/clipboard.h"

#include <SDL.h>

namespace hall {

std::string clipboard_text() {
    char* const held = SDL_GetClipboardText();
    if (held == nullptr) return {};
    std::string text = held;
    SDL_free(held);
    return text;
}

}  // namespace hall

#include "screens/brand.h"

#include <optional>

#include "draw/palette.h"
#include "draw/theme.h"

namespace hall {

const Theme& theme_of(const Conference& conference, std::string_view wish) {
    return theme_named(wish.empty() ? std::string_view(conference.identity.theme) : wish);
}

void dress(Palette& palette, const Snapshot& snapshot, std::string_view wish) {
    const Branding& branding = snapshot.conference.branding;
    const auto accent = branding.accent ? std::optional(rgb(*branding.accent)) : std::nullopt;
    palette.set_theme(theme_of(snapshot.conference, wish), accent);
    const auto found = snapshot.pictures.find(branding.background.source);
    palette.set_background(found == snapshot.pictures.end() ? nullptr : found->second,
                           static_cast<float>(branding.scrim));
}

}  // namespace hall

#include "screens/brand.h"

#include "draw/palette.h"
#include "draw/theme.h"

namespace hall {

const Theme& theme_of(const Conference& conference, std::string_view wish) {
    const Theme& theme = theme_named(wish.empty() ? std::string_view(conference.identity.theme) : wish);
    const auto& accent = conference.branding.accent;
    return accent ? theme_with_accent(theme, rgb(*accent)) : theme;
}

void dress(Palette& palette, const Snapshot& snapshot, std::string_view wish) {
    const Branding& branding = snapshot.conference.branding;
    palette.set_theme(theme_of(snapshot.conference, wish));
    const auto found = snapshot.pictures.find(branding.background.source);
    palette.set_background(found == snapshot.pictures.end() ? nullptr : found->second,
                           static_cast<float>(branding.scrim));
}

}  // namespace hall

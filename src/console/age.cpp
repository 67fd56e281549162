#include <fmt/format.h>

#include "console/console.h"

namespace hall {

std::string age_in_words(std::optional<Instant> then, Instant now, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    if (!then) return vietnamese ? "chưa nhận được" : "not received yet";
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - *then).count();
    if (seconds < 10) return vietnamese ? "vừa xong" : "just now";
    if (seconds < 60) return fmt::format(fmt::runtime(vietnamese ? "{} giây trước" : "{} s ago"), seconds);
    if (seconds < 3600) return fmt::format(fmt::runtime(vietnamese ? "{} phút trước" : "{} min ago"), seconds / 60);
    return fmt::format(fmt::runtime(vietnamese ? "{} giờ {} phút trước" : "{} h {} min ago"), seconds / 3600,
                       seconds / 60 % 60);
}

}  // namespace hall

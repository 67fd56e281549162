#include "feed/accepted.h"

#include <fmt/format.h>

#include <memory>
#include <system_error>
#include <utility>

#include "conference/agenda.h"
#include "feed/cache.h"
#include "feed/compose.h"

namespace hall {

AcceptedWords::AcceptedWords(const Path& folder, std::string feed)
    : folder_(folder / sha256_hex(feed).substr(0, 16)), feed_(std::move(feed)) {}

Status AcceptedWords::keep(const Snapshot& snapshot) {
    if (!snapshot.documents || kept_ == snapshot.generation) return Done{};
    CachedGeneration words = *snapshot.documents;
    words.pictures.clear();
    if (Status stored = Cache(folder_, feed_).store(words); !stored) return stored;
    kept_ = snapshot.generation;
    return Done{};
}

Status AcceptedWords::forget() {
    if (kept_ && kept_->empty()) return Done{};
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
    if (error)
        return fault(fmt::format("Không xóa được {}: {}.", folder_.string(), reason_of(error.value()).vi),
                     fmt::format("Cannot remove {}: {}.", folder_.string(), reason_of(error.value()).en));
    kept_ = std::string();
    return Done{};
}

std::optional<Snapshot> AcceptedWords::load(Instant started) const {
    const auto words = Cache(folder_, feed_).load();
    if (!words) return std::nullopt;
    auto composed = compose(*words);
    if (!composed) return std::nullopt;
    Snapshot made;
    made.number = 1;
    made.conference = std::move(composed->decoded.conference);
    made.issues = std::move(composed->decoded.issues);
    made.documents = std::make_shared<const CachedGeneration>(*words);
    if (made.conference.identity.demonstration) rebase_agenda(made.conference, started);
    made.generation = generation_name(*words);
    return made;
}

}  // namespace hall

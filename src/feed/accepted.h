#pragma once
/// The words that were accepted for the hall, on disk: the cache holds what was fetched last, which may be others.
#include <optional>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "feed/snapshot.h"

namespace hall {

/// A folder for one feed's accepted documents. Thread: one at a time.
class AcceptedWords {
public:
    /// `folder`: for all feeds, created when something is kept; must outlive a wiped cache.
    AcceptedWords(const Path& folder, std::string feed);

    /// Writes the documents of `snapshot` unless they are those kept already. Errors: the disk's, in a sentence.
    Status keep(const Snapshot& snapshot);
    /// Nothing is to be held against any more. Errors: as of `keep`.
    Status forget();
    /// Without pictures and numbered 1; nothing where none are kept or they do not verify. `started`: see FeedSettings.
    std::optional<Snapshot> load(Instant started) const;

private:
    Path folder_;
    std::string feed_;
    std::optional<std::string> kept_;  ///< Snapshot::generation on disk; empty: none
};

}  // namespace hall

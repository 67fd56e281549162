#pragma once
/// The keys of sealed awards on this machine: those held, which open nothing yet, and those released, whose awards the
/// hall may read.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/sealed_photos.h"
#include "base/file.h"
#include "feed/snapshot.h"
#include "sealing/key.h"

namespace hall {

/// Takes this process out of core files and out of other processes' reach (PR_SET_DUMPABLE, RLIMIT_CORE).
void keep_memory_private();

using ReleasedKeys = std::map<std::string, std::string>;  ///< award id -> SealKey::text

/// Thread: render thread. Nothing of it reaches a disk or a log.
class Vault {
public:
    /// `key_file`: read now and again whenever a key is missed, so that it may come on a stick during the show; empty:
    /// none. `photos`: for the recipients' pictures; null: without them.
    Vault(Path key_file, std::unique_ptr<SealedPhotos> photos);
    Vault() : Vault({}, nullptr) {}

    /// Holds a typed or pasted key (words or digits) and returns the award it is for; opens nothing.
    Result<std::string> hold(std::string_view typed, const Conference& fed);
    /// Whether the award would open, without opening it. Errors: as of `release`.
    Status ready(const Conference& fed, std::size_t award);
    /// The award's step is reached: its recipients become readable. Errors: no key here, another award's or sealing's,
    /// an altered text; the award then stays closed.
    Status release(const Conference& fed, std::size_t award);
    /// What the operator's machine released, by the channel. One that does not fit is passed over.
    void take(const ReleasedKeys& keys);
    ReleasedKeys released() const;

    /// The snapshot with the recipients of every released award, and those of their pictures that have come; the same
    /// one where there are none.
    std::shared_ptr<const Snapshot> opened(std::shared_ptr<const Snapshot> fed) const;
    /// An opened snapshot with the pictures that came since; the same one where none did.
    std::shared_ptr<const Snapshot> illustrated(std::shared_ptr<const Snapshot> opened);
    /// Why the key file cannot be used; empty where all is well.
    const Sentence& file_fault() const { return file_fault_; }

private:
    void read_file_again();
    Result<SealKey> proven(const Conference& fed, std::size_t award);
    const SealKey* key_for(const Conference& fed, std::size_t award) const;
    void want_photos(const Award& award, const std::map<std::string, std::string>& photos) const;

    Path key_file_;
    std::unique_ptr<SealedPhotos> photos_;
    std::vector<SealKey> held_;
    std::map<std::string, SealKey> released_;
    Sentence file_fault_;
};

}  // namespace hall

#pragma once
/// An award's contents as ciphertext and back: XChaCha20-Poly1305 with a key per award, bound to the sealing, its kind
/// and the award's id, so that a text opens in its own place only. Pure but for random numbers. Thread: any.
///
///     plaintext    JSON of contents.h, padded to the same size for all awards of a feed
///     subkeys      1 encrypts; 2 makes the commitment, which tells the right key without opening anything and keeps
///                  one text from opening to two contents under two keys
///     bound        "hoitruong-sealed/1", event, kind, award id, each with its length
///
/// What a sealed feed still tells: an award's name, rank, decision, presenters, number and labels of its batches and
/// how many places each has. A feed that must not tell how many declares more places than it fills (`places`).
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conference/conference.h"
#include "sealing/contents.h"
#include "sealing/key.h"

namespace hall {

struct Binding {
    Sealing sealing;
    std::string award;  ///< id
};

/// A new one: with random event.
Sealing new_sealing(SealKind kind);

/// The size that contents of these sizes are padded to, alike for all: the next power of two, at least 4 KiB.
std::size_t padded_size(const std::vector<std::size_t>& sizes);
/// `size` > plain.size().
SealedText seal(std::string_view plain, std::size_t size, const Binding& binding, const SealKey& key);

/// Whether it is this award's key; nothing is opened to find out.
bool fits(const SealKey& key, const SealedText& sealed, const Binding& binding);
/// The contents' JSON. Errors: another award's key, another sealing's (a rehearsal's), an altered text.
Result<std::string> unseal(const SealedText& sealed, const Binding& binding, const SealKey& key);

/// The conference with the award's recipients in their places. Errors: as above; the conference is then unchanged.
Result<Contents> open_award(Conference& conference, std::size_t award, const SealKey& key);
/// Of the sealed awards the one that the key belongs to.
std::optional<std::size_t> award_of(const SealKey& key, const Conference& conference);

}  // namespace hall

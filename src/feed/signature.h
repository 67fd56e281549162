#pragma once
/// The text beside a signed feed, "conference.json.sig": a number that only grows, and the desk's signature over that
/// number and the document's bytes. Thread: any; pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hall {

using Sequence = std::uint64_t;

/// `secret`: see base/ed25519.h.
std::string sign_document(std::string_view document, Sequence sequence, std::string_view secret);
/// The sequence number, where `signature` (the text beside it) is by the owner of `public_key` over this document.
Result<Sequence> verify_document(std::string_view document, std::string_view signature, std::string_view public_key);
/// What such a text claims, unverified; nothing where it is none.
std::optional<Sequence> claimed_sequence(std::string_view signature);
/// "conference.json?key=1" -> "conference.json.sig?key=1", without its folder.
std::string signature_name(std::string_view document);

}  // namespace hall

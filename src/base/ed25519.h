#pragma once
/// Ed25519 signatures (RFC 8032), by libsodium. Keys and signatures are bytes. Thread: any.
#include <string>
#include <string_view>

namespace hall {

/// A new secret key, 64 bytes; whoever has it signs in our name.
std::string new_signing_key();
/// Its public part, 32 bytes; empty where `secret` is no key.
std::string public_key_of(std::string_view secret);
/// 64 bytes; empty where `secret` is no key.
std::string sign(std::string_view message, std::string_view secret);
bool is_signed(std::string_view message, std::string_view signature, std::string_view public_key);

}  // namespace hall

#include "base/ed25519.h"

#include <sodium.h>

namespace hall {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string new_signing_key() {
    std::string open(crypto_sign_PUBLICKEYBYTES, '\0'), secret(crypto_sign_SECRETKEYBYTES, '\0');
    if (sodium_init() < 0 || crypto_sign_keypair(bytes_of(open), bytes_of(secret)) != 0) return {};
    return secret;
}

std::string public_key_of(std::string_view secret) {
    std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
    if (secret.size() != crypto_sign_SECRETKEYBYTES ||
        crypto_sign_ed25519_sk_to_pk(bytes_of(open), bytes_of(secret)) != 0)
        return {};
    return open;
}

std::string sign(std::string_view message, std::string_view secret) {
    std::string signature(crypto_sign_BYTES, '\0');
    if (secret.size() != crypto_sign_SECRETKEYBYTES ||
        crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(message), message.size(), bytes_of(secret)) != 0)
        return {};
    return signature;
}

bool is_signed(std::string_view message, std::string_view signature, std::string_view public_key) {
    return signature.size() == crypto_sign_BYTES && public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(bytes_of(signature), bytes_of(message), message.size(), bytes_of(public_key)) ==
               0;
}

}  // namespace hall

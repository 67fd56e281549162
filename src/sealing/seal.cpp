#include "sealing/seal.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

#include "base/text.h"

namespace hall {
namespace {

constexpr std::string_view format = "hoitruong-sealed/1";
constexpr std::size_t least_size = 4096;
constexpr std::size_t event_bytes = 16;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "hallseal";
static_assert(key_bytes == crypto_kdf_KEYBYTES);

enum class Purpose : std::uint64_t { encryption = 1, commitment = 2 };

/// In locked memory, wiped at the end.
class Secret {
public:
    explicit Secret(std::size_t size)
        : bytes_(static_cast<unsigned char*>(sodium_malloc(size)), [](unsigned char* bytes) { sodium_free(bytes); }) {
        if (bytes_ == nullptr) throw std::bad_alloc();
    }
    unsigned char* get() const { return bytes_.get(); }

private:
    std::unique_ptr<unsigned char, void (*)(unsigned char*)> bytes_;
};

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Secret subkey(const SealKey& key, Purpose purpose) {
    Secret made(key_bytes);
    crypto_kdf_derive_from_key(made.get(), key_bytes, static_cast<std::uint64_t>(purpose), context, key.bytes());
    return made;
}

std::string bound(const Binding& binding) {
    std::string text;
    const std::string_view kind = binding.sealing.kind == SealKind::rehearsal ? "rehearsal" : "real";
    for (const std::string_view part :
         {format, std::string_view(binding.sealing.event), kind, std::string_view(binding.award)})
        text += fmt::format("{}:{}", part.size(), part);
    return text;
}

std::string commitment(const SealKey& key, const Binding& binding) {
    const Secret secret = subkey(key, Purpose::commitment);
    const std::string text = bound(binding);
    std::string made(crypto_generichash_BYTES, '\0');
    crypto_generichash(bytes_of(made), made.size(), bytes_of(text), text.size(), secret.get(), key_bytes);
    return made;
}

Error wrong_key() {
    return fault(
        "Khóa này không mở được khen thưởng này: đó là khóa của khen thưởng khác, của lần niêm phong khác hoặc của "
        "buổi "
        "tổng duyệt. Kiểm tra lại tệp khóa.",
        "This key does not open this award: it belongs to another award, another sealing or a rehearsal. Check the key "
        "file.");
}

Error altered() {
    return fault(
        "Phần niêm phong của khen thưởng này đã bị thay đổi hoặc hỏng; không chiếu tên nào. Lấy lại bản niêm "
        "phong gốc.",
        "The sealed part of this award was altered or damaged; no name is shown. Get the original sealed feed "
        "again.");
}

}  // namespace

Sealing new_sealing(SealKind kind) {
    std::array<unsigned char, event_bytes> random{};
    if (sodium_init() < 0) std::abort();
    randombytes_buf(random.data(), random.size());
    std::array<char, event_bytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), random.data(), random.size());
    return {hex.data(), kind};
}

std::size_t padded_size(const std::vector<std::size_t>& sizes) {
    std::size_t size = least_size;
    for (const std::size_t one : sizes) size = std::max(size, std::bit_ceil(one + 1));
    return size;
}

SealedText seal(std::string_view plain, std::size_t size, const Binding& binding, const SealKey& key) {
    const Secret padded(size);
    std::copy(plain.begin(), plain.end(), padded.get());
    std::size_t padded_to = 0;
    sodium_pad(&padded_to, padded.get(), plain.size(), size, size);
    const Secret secret = subkey(key, Purpose::encryption);
    const std::string text = bound(binding);
    SealedText sealed{commitment(key, binding), std::string(nonce_bytes + size + tag_bytes, '\0')};
    unsigned char* nonce = bytes_of(sealed.bytes);
    randombytes_buf(nonce, nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_bytes, nullptr, padded.get(), size, bytes_of(text),
                                               text.size(), nullptr, nonce, secret.get());
    return sealed;
}

bool fits(const SealKey& key, const SealedText& sealed, const Binding& binding) {
    const std::string expected = commitment(key, binding);
    return sealed.commitment.size() == expected.size() &&
           sodium_memcmp(sealed.commitment.data(), expected.data(), expected.size()) == 0;
}

Result<std::string> unseal(const SealedText& sealed, const Binding& binding, const SealKey& key) {
    if (!fits(key, sealed, binding)) return wrong_key();
    if (sealed.bytes.size() <= nonce_bytes + tag_bytes) return altered();
    const std::size_t size = sealed.bytes.size() - nonce_bytes - tag_bytes;
    const Secret secret = subkey(key, Purpose::encryption);
    const Secret padded(size);
    const std::string text = bound(binding);
    const unsigned char* nonce = bytes_of(std::string_view(sealed.bytes));
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(padded.get(), nullptr, nullptr, nonce + nonce_bytes,
                                                   size + tag_bytes, bytes_of(text), text.size(), nonce,
                                                   secret.get()) != 0)
        return altered();
    std::size_t plain = 0;
    if (sodium_unpad(&plain, padded.get(), size, size) != 0) return altered();
    return std::string(reinterpret_cast<const char*>(padded.get()), plain);
}

Result<Contents> open_award(Conference& conference, std::size_t index, const SealKey& key) {
    Award& award = conference.awards[index];
    if (!award.sealed) return altered();
    auto plain = unseal(*award.sealed, {conference.sealing, award.id}, key);
    if (!plain) return plain.error();
    auto contents = read_contents(*plain, conference.members);
    sodium_memzero(plain->data(), plain->size());
    if (!contents) return contents;
    // The public places stay what the screens are laid out by.
    for (std::size_t i = 0; i < contents->batches.size(); ++i) {
        Batch& batch = contents->batches[i];
        batch.places = i < award.batches.size() ? award.batches[i].places : batch.recipients.size();
    }
    award.batches = contents->batches;
    return contents;
}

std::optional<std::size_t> award_of(const SealKey& key, const Conference& conference) {
    for (std::size_t i = 0; i < conference.awards.size(); ++i) {
        const Award& award = conference.awards[i];
        if (award.sealed && fits(key, *award.sealed, {conference.sealing, award.id})) return i;
    }
    return std::nullopt;
}

}  // namespace hall

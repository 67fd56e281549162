#include "feed/signature.h"

#include <fmt/format.h>

#include <charconv>

#include "base/base64.h"
#include "base/ed25519.h"

namespace hall {
namespace {

constexpr std::string_view title = "hoitruong-signature/1";
constexpr std::string_view sequence_word = "sequence ";
constexpr std::string_view signature_word = "signature ";
constexpr std::size_t most_bytes = 1024;

struct Claim {
    Sequence sequence = 0;
    std::string signature;
};

std::string message_of(std::string_view document, Sequence sequence) {
    return fmt::format("{}\n{}{}\n", title, sequence_word, sequence) + std::string(document);
}

std::string_view take_line(std::string_view& text) {
    const std::string_view whole = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), whole.size() + 1));
    return whole.ends_with('\r') ? whole.substr(0, whole.size() - 1) : whole;
}

std::optional<Claim> claim_in(std::string_view text) {
    if (text.size() > most_bytes || take_line(text) != title) return std::nullopt;
    const std::string_view sequence = take_line(text), signature = take_line(text);
    if (!sequence.starts_with(sequence_word) || !signature.starts_with(signature_word)) return std::nullopt;
    Claim claim;
    const std::string_view digits = sequence.substr(sequence_word.size());
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), claim.sequence);
    const auto bytes = from_base64(signature.substr(signature_word.size()));
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || !bytes) return std::nullopt;
    claim.signature = *bytes;
    return claim;
}

}  // namespace

std::string sign_document(std::string_view document, Sequence sequence, std::string_view secret) {
    return fmt::format("{}\n{}{}\n{}{}\n", title, sequence_word, sequence, signature_word,
                       to_base64(sign(message_of(document, sequence), secret)));
}

Result<Sequence> verify_document(std::string_view document, std::string_view signature, std::string_view public_key) {
    const auto claim = claim_in(signature);
    if (!claim)
        return fault("Tệp chữ ký cạnh bản tin không đúng dạng: hãy ký lại bằng hoitruong sign.",
                     "The signature beside the feed has no such form: sign again with hoitruong sign.");
    if (!is_signed(message_of(document, claim->sequence), claim->signature, public_key))
        return fault(
            "Chữ ký không phải của bàn thư ký cho bản tin này: bản tin bị sửa, hoặc tệp .sig chưa được chép cùng.",
            "The signature is not the desk's for this document: it was altered, or the .sig was not copied with it.");
    return claim->sequence;
}

std::optional<Sequence> claimed_sequence(std::string_view signature) {
    const auto claim = claim_in(signature);
    return claim ? std::optional(claim->sequence) : std::nullopt;
}

std::string signature_name(std::string_view document) {
    const std::string_view path = document.substr(0, document.find('?'));
    return std::string(path.substr(path.rfind('/') + 1)) + ".sig" + std::string(document.substr(path.size()));
}

}  // namespace hall

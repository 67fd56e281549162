/// What reaches this machine by an operator's or a desk's hand, and what a damaged disk may have made of our own files.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "app/configuration.h"
#include "feed/decoder.h"
#include "fuzz/target.h"
#include "sealing/contents.h"
#include "sealing/key_file.h"
#include "sealing/seal.h"
#include "status/health.h"
#include "status/metrics.h"
#include "status/play_log.h"
#include "status/report_file.h"
#include "status/report_text.h"

namespace hall::fuzz {

void configuration(std::string_view bytes) {
    Options options;
    (void)read_configuration_text(bytes, "hoitruong.toml", options);
}

/// A key that was understood is the same key, written again as digits or as words.
void keys(std::string_view bytes) {
    const auto ring = read_keys(std::string(bytes), "keys");
    if (!ring) return;
    for (const NamedKey& one : ring->keys)
        for (const std::string& written : {one.key.text(), one.key.words()})
            if (const auto again = SealKey::parse(written); !again || !(*again == one.key)) std::abort();
}

/// For a key that everybody knows: by the first byte, a text to seal and open again, or a commitment and a sealed text.
void sealed(std::string_view bytes) {
    static const SealKey key = *SealKey::parse(std::string(2 * key_bytes, '5'));
    static const Binding binding{{"event", SealKind::real}, "award"};
    constexpr std::size_t commitment = 32;
    if (bytes.empty()) return;
    const bool whole = bytes[0] % 2 == 0;
    bytes.remove_prefix(1);
    if (whole) {
        SealedText made = seal(bytes, padded_size({bytes.size()}), binding, key);
        if (const auto plain = unseal(made, binding, key); !plain || *plain != bytes) std::abort();
        char& byte = made.bytes[bytes.size() * 7 % made.bytes.size()];
        byte = static_cast<char>(byte ^ 1);
        if (unseal(made, binding, key)) std::abort();
        contents(bytes);
        return;
    }
    const SealedText given{std::string(bytes.substr(0, commitment)),
                           std::string(bytes.substr(std::min(bytes.size(), commitment)))};
    if (unseal(given, binding, key)) std::abort();  // nobody guesses a tag
}

void contents(std::string_view bytes) {
    const auto read = read_contents(bytes, {});
    if (!read) return;
    const std::string written = write_contents(*read, {});
    const auto again = read_contents(written, {});
    if (!again || write_contents(*again, {}) != written) std::abort();
}

void play(std::string_view bytes) {
    const auto read = play_from_line(std::string(bytes));
    if (!read) return;
    if (play_from_line(play_as_line(*read)) != read) std::abort();
    plays_as_text({*read}, TimeZone(), Language::vietnamese);
}

void report(std::string_view bytes) {
    const auto read = report_from_json(std::string(bytes));
    if (!read) return;
    const std::string written = report_as_json(*read);
    const auto again = report_from_json(written);
    if (!again || report_as_json(*again) != written) std::abort();
    const Now now{Instant(std::chrono::hours(400'000)), Milliseconds(5'000'000)};
    const auto wrong = wrongs(*read, now);
    report_as_text(*read, wrong, now, Language::vietnamese);
    verdict_as_json(*read, wrong);
    report_as_metrics(*read, now);
}

}  // namespace hall::fuzz

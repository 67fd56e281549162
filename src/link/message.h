#pragma once
/// What goes over the channel, as JSON: the whole state of the show one way, what each screen shows the other way.
/// Unknown members are ignored, so that machines of two versions understand each other.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "show/state.h"

namespace hall {

/// One run of the operator's program. The one that was started last commands.
struct OperatorRun {
    Instant started{};
    std::string id;  ///< random, so that two runs are never the same

    auto operator<=>(const OperatorRun&) const = default;
};

/// State, never a delta: whoever hears one message knows everything.
struct ShowMessage {
    OperatorRun session;
    std::uint64_t sequence = 0;  ///< grows with every change; a repeated message keeps it
    /// A screen with another revision of the feed finds the step by its key. The steady times are not carried.
    ShowState state;
    std::size_t steps = 0;             ///< in the operator's rundown
    std::string content;               ///< generation of the operator's snapshot: the words accepted there
    std::string picture;               ///< picture_digest of the operator's own picture
    Instant since{};                   ///< when the step came on air, by the channel's clock
    Instant commanded{};               ///< when this state was asked for, by the channel's clock
    std::optional<Instant> switch_at;  ///< by the channel's clock: when every screen changes; nothing: at once
    /// Released keys of sealed awards, award id to key text. Never logged.
    std::map<std::string, std::string> keys;

    bool operator==(const ShowMessage&) const = default;
};

/// What a screen says once its picture stands.
struct Acknowledgement {
    std::string screen;  ///< its --name
    OperatorRun session;
    std::uint64_t sequence = 0;                ///< of the message that it obeyed last
    std::size_t step = 0;                      ///< from 0, in its own rundown
    bool lacks_step = false;                   ///< what was commanded is not in its content
    std::string picture;                       ///< picture_digest
    int width = 0, height = 0;                 ///< pixels
    std::optional<Milliseconds> clock_error;   ///< its wall clock minus the channel's
    std::optional<Milliseconds> clock_unsure;  ///< how wrong that may be
    std::optional<Milliseconds> delay;         ///< from the operator's command to its picture; fresh commands only

    bool operator==(const Acknowledgement&) const = default;
};

std::string encode(const ShowMessage& message);
std::string encode(const Acknowledgement& acknowledgement);
/// Nothing for what is no such message; never throws.
std::optional<ShowMessage> decode_message(std::string_view text);
std::optional<Acknowledgement> decode_acknowledgement(std::string_view text);

/// Two screens with the same digest draw from the same: content, theme, step, cover, names over the page, what the desk
/// noted and typed for the hall, and opened awards. The size is not in it, since screens differ in that. Names nobody.
std::string picture_digest(const std::string& content, const std::string& theme, const ShowState& state,
                           const std::map<std::string, std::string>& keys);

}  // namespace hall

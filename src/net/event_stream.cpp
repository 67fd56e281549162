#include "net/event_stream.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace hall {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::optional<Milliseconds> only_digits(std::string_view value) {
    long number = 0;
    const char* const end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc{} || stop != end || number < 0 || value.front() == '-') return std::nullopt;
    return Milliseconds(number);
}

}  // namespace

std::vector<StreamEvent> EventStream::take(std::string_view bytes) {
    std::vector<StreamEvent> events;
    for (const char byte : bytes) {
        if (overrun_) break;
        take_byte(byte, events);
    }
    return events;
}

void EventStream::take_byte(char byte, std::vector<StreamEvent>& events) {
    // A byte order mark counts as nothing, but only as the very first three bytes.
    if (begin_ != Begin::past) {
        if (byte == byte_order_mark[static_cast<std::size_t>(begin_)]) {
            line_.push_back(byte);
            begin_ = static_cast<Begin>(static_cast<int>(begin_) + 1);
            if (begin_ == Begin::past) line_.clear();
            return;
        }
        begin_ = Begin::past;
    }
    const bool second_half = std::exchange(after_return_, byte == '\r') && byte == '\n';
    if (second_half) return;
    if (byte == '\r' || byte == '\n') return end_line(events);
    if (line_.size() >= limits_.line) {
        overrun_ = true;
        return;
    }
    line_.push_back(byte);
}

void EventStream::end_line(std::vector<StreamEvent>& events) {
    const std::string line = std::exchange(line_, {});
    if (!line.empty()) {
        const auto colon = line.find(':');
        if (colon == 0) return;  // a comment: the server says only that it is there
        std::string_view value;
        if (colon != std::string::npos) value = std::string_view(line).substr(colon + 1);
        if (value.starts_with(' ')) value.remove_prefix(1);
        return take_field(std::string_view(line).substr(0, colon), value);
    }
    StreamEvent event = std::exchange(event_, {});
    if (!std::exchange(has_data_, false)) return;
    event.data.pop_back();  // the line feed after the last line
    event.id = id_;
    events.push_back(std::move(event));
}

void EventStream::take_field(std::string_view name, std::string_view value) {
    if (name == "data") {
        if (event_.data.size() + value.size() >= limits_.event) {
            overrun_ = true;
            return;
        }
        event_.data.append(value).push_back('\n');
        has_data_ = true;
    } else if (name == "event") {
        event_.type = value.empty() ? StreamEvent{}.type : std::string(value);
    } else if (name == "id") {
        if (value.size() <= limits_.id && value.find('\0') == std::string_view::npos) id_ = value;
    } else if (name == "retry" && !value.empty()) {
        if (const auto wait = only_digits(value)) retry_ = wait;
    }
}

}  // namespace hall

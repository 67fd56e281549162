#include "link/message.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/json.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* state_format = "hoitruong-state/1";
constexpr const char* screen_format = "hoitruong-screen/1";
constexpr std::size_t largest_message = 256U << 10U;  // bytes
constexpr std::size_t longest_word = 1024;            // bytes: keys, names, digests
constexpr std::size_t most_keys = 1000;
constexpr std::size_t most_remarks = 1000;
constexpr std::size_t digest_length = 16;
constexpr std::int64_t latest_instant = 253402300799999;  // the last millisecond of 9999
constexpr std::array cover_names = {"none", "hold", "black"};
constexpr std::array drive_names = {"clock", "operator"};
constexpr std::array entry_names = {"animated", "settled"};
constexpr std::array attendance_names = {"present", "absent", "represented", "skipped"};

/// A document that is not what it claims to be; stays in this file.
struct Refused {};

template <class Enum, std::size_t N>
const char* name_in(const std::array<const char*, N>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw Refused();
    return static_cast<Enum>(found - names.begin());
}

std::string word_in(const Json& json, const char* name) {
    std::string word = json.at(name).get<std::string>();
    if (word.size() > longest_word) throw Refused();
    return word;
}

std::uint64_t number_in(const Json& json, const char* name) {
    if (!json.at(name).is_number_unsigned()) throw Refused();
    return json.at(name).get<std::uint64_t>();
}

/// Of a display's width or height.
int pixels_in(const Json& json, const char* name) {
    constexpr std::uint64_t most = 1U << 20U;
    const std::uint64_t number = number_in(json, name);
    if (number > most) throw Refused();
    return static_cast<int>(number);
}

Instant instant_in(const Json& json) {
    if (!json.is_number_integer()) throw Refused();
    const auto number = json.get<std::int64_t>();
    if (number < 0 || number > latest_instant) throw Refused();
    return Instant(Milliseconds(number));
}

std::optional<Milliseconds> duration_in(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_integer()) return std::nullopt;
    return Milliseconds(std::clamp(found->get<std::int64_t>(), -latest_instant, latest_instant));
}

std::int64_t as_number(Instant instant) { return instant.time_since_epoch().count(); }

Json session_as_json(const OperatorRun& session) {
    return {{"started", as_number(session.started)}, {"id", session.id}};
}

OperatorRun session_in(const Json& json) { return {instant_in(json.at("started")), word_in(json, "id")}; }

void add(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

std::string optional_word_in(const Json& json, const char* name) {
    return json.contains(name) ? word_in(json, name) : std::string();
}

Json said_as_json(const Said& said) {
    Json json = Json::object();
    add(json, "urgent", said.urgent);
    add(json, "ticker", said.ticker);
    add(json, "name", said.name);
    return json;
}

Said said_in(const Json& json) {
    return {optional_word_in(json, "urgent"), optional_word_in(json, "ticker"), optional_word_in(json, "name"),
            optional_word_in(json, "mc")};
}

Json remarks_as_json(const Remarks& remarks) {
    Json list = Json::array();
    for (const Remark& remark : remarks) {
        Json one{{"who", remark.who}, {"attendance", name_in(attendance_names, remark.attendance)}};
        add(one, "stand_in", remark.stand_in);
        add(one, "name", remark.name);
        list.push_back(std::move(one));
    }
    return list;
}

Remarks remarks_in(const Json& list) {
    if (!list.is_array() || list.size() > most_remarks) throw Refused();
    Remarks remarks;
    for (const Json& one : list)
        remarks.push_back({word_in(one, "who"), named<Attendance>(attendance_names, word_in(one, "attendance")),
                           optional_word_in(one, "stand_in"), optional_word_in(one, "name")});
    return remarks;
}

/// What the picture is drawn from; the number of the step depends on the content, its key does not.
Json shown_as_json(const ShowState& state) {
    Json json{{"key", state.key}, {"cover", name_in(cover_names, state.cover)}};
    if (state.lower_third == LowerThird::on) json["lower_third"] = as_number(state.lower_third_at);
    if (Json said = said_as_json(state.said); !said.empty()) json["said"] = std::move(said);
    if (!state.remarks.empty()) json["remarks"] = remarks_as_json(state.remarks);
    return json;
}

Json state_as_json(const ShowState& state) {
    Json json = shown_as_json(state);
    json["step"] = state.step;
    json["drive"] = name_in(drive_names, state.drive);
    json["entry"] = name_in(entry_names, state.entry);
    if (!state.said.mc.empty()) json["said"]["mc"] = state.said.mc;
    if (state.item) json["item"] = {{"number", *state.item}, {"began", as_number(state.item_began)}};
    return json;
}

ShowState state_in(const Json& json) {
    ShowState state;
    state.step = number_in(json, "step");
    state.key = word_in(json, "key");
    state.cover = named<Cover>(cover_names, word_in(json, "cover"));
    state.drive = named<Drive>(drive_names, word_in(json, "drive"));
    state.entry = named<Entry>(entry_names, word_in(json, "entry"));
    if (const auto at = json.find("lower_third"); at != json.end() && !at->is_null()) {
        state.lower_third = LowerThird::on;
        state.lower_third_at = instant_in(*at);
    }
    if (const auto said = json.find("said"); said != json.end()) state.said = said_in(*said);
    if (const auto remarks = json.find("remarks"); remarks != json.end()) state.remarks = remarks_in(*remarks);
    if (const auto item = json.find("item"); item != json.end()) {
        state.item = number_in(*item, "number");
        state.item_began = instant_in(item->at("began"));
    }
    return state;
}

/// `read` turns the document into a message; whatever it meets that is wrong means there is none.
template <class Message, class Read>
std::optional<Message> decoded(std::string_view text, const char* format, Read read) {
    if (text.size() > largest_message) return std::nullopt;
    try {
        const Json json = parse_json(text);
        if (json.at("format").get<std::string>() != format) return std::nullopt;
        return read(json);
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const Refused&) {
        return std::nullopt;
    }
}

}  // namespace

std::string encode(const ShowMessage& message) {
    Json json{{"format", state_format},
              {"session", session_as_json(message.session)},
              {"sequence", message.sequence},
              {"state", state_as_json(message.state)},
              {"steps", message.steps},
              {"content", message.content},
              {"picture", message.picture},
              {"since", as_number(message.since)},
              {"commanded", as_number(message.commanded)}};
    if (message.switch_at) json["switch_at"] = as_number(*message.switch_at);
    json["keys"] = message.keys;
    return write_json(json);
}

std::string encode(const Acknowledgement& acknowledgement) {
    Json json{{"format", screen_format},
              {"screen", acknowledgement.screen},
              {"session", session_as_json(acknowledgement.session)},
              {"sequence", acknowledgement.sequence},
              {"step", acknowledgement.step},
              {"lacks_step", acknowledgement.lacks_step},
              {"picture", acknowledgement.picture},
              {"width", acknowledgement.width},
              {"height", acknowledgement.height}};
    const auto add = [&](const char* name, std::optional<Milliseconds> duration) {
        if (duration) json[name] = duration->count();
    };
    add("clock_error", acknowledgement.clock_error);
    add("clock_unsure", acknowledgement.clock_unsure);
    add("delay", acknowledgement.delay);
    return write_json(json);
}

std::optional<ShowMessage> decode_message(std::string_view text) {
    return decoded<ShowMessage>(text, state_format, [](const Json& json) {
        ShowMessage message;
        message.session = session_in(json.at("session"));
        message.sequence = number_in(json, "sequence");
        message.state = state_in(json.at("state"));
        message.steps = number_in(json, "steps");
        message.content = word_in(json, "content");
        message.picture = word_in(json, "picture");
        message.since = instant_in(json.at("since"));
        message.commanded = instant_in(json.at("commanded"));
        if (const auto at = json.find("switch_at"); at != json.end() && !at->is_null())
            message.switch_at = instant_in(*at);
        if (const auto keys = json.find("keys"); keys != json.end()) {
            if (!keys->is_object() || keys->size() > most_keys) throw Refused();
            for (const auto& [award, key] : keys->items()) message.keys[award] = word_in(*keys, award.c_str());
        }
        return message;
    });
}

std::optional<Acknowledgement> decode_acknowledgement(std::string_view text) {
    return decoded<Acknowledgement>(text, screen_format, [](const Json& json) {
        Acknowledgement made;
        made.screen = word_in(json, "screen");
        made.session = session_in(json.at("session"));
        made.sequence = number_in(json, "sequence");
        made.step = number_in(json, "step");
        made.lacks_step = json.at("lacks_step").get<bool>();
        made.picture = word_in(json, "picture");
        made.width = pixels_in(json, "width");
        made.height = pixels_in(json, "height");
        made.clock_error = duration_in(json, "clock_error");
        made.clock_unsure = duration_in(json, "clock_unsure");
        made.delay = duration_in(json, "delay");
        return made;
    });
}

std::string picture_digest(const std::string& content, const std::string& theme, const ShowState& state,
                           const std::map<std::string, std::string>& keys) {
    Json opened = Json::array();
    for (const auto& [award, key] : keys) opened.push_back(award);
    return sha256_hex(
               write_json({{"content", content}, {"theme", theme}, {"shown", shown_as_json(state)}, {"keys", opened}}))
        .substr(0, digest_length);
}

}  // namespace hall

#include "sealing/contents.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/base64.h"
#include "base/json.h"

namespace hall {
namespace {

using nlohmann::ordered_json;

constexpr const char* person = "person";
constexpr const char* collective = "collective";

/// The fields that are plain texts, by their names in the feed.
template <class AnyRecipient, class Each>
void for_texts(AnyRecipient& recipient, Each each) {
    each("honorific", recipient.honorific);
    each("name", recipient.name);
    each("position", recipient.position);
    each("organisation", recipient.organisation);
    each("representative", recipient.representative);
    each("citation", recipient.citation);
    each("photo", recipient.photo.source);
}

ordered_json json_of(const Recipient& recipient, const Members& members) {
    ordered_json json{{"kind", recipient.kind == RecipientKind::person ? person : collective}};
    if (recipient.member && *recipient.member < members.size()) json["member"] = members[*recipient.member].id;
    for_texts(recipient, [&](const char* key, const std::string& text) {
        if (!text.empty()) json[key] = text;
    });
    return json;
}

Recipient recipient_of(const ordered_json& json, const Members& members) {
    Recipient recipient;
    recipient.kind = json.value("kind", "") == person ? RecipientKind::person : RecipientKind::collective;
    for_texts(recipient, [&](const char* key, std::string& text) { text = json.value(key, std::string()); });
    const std::string id = json.value("member", std::string());
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.id == id; });
    if (!id.empty() && found != members.end()) recipient.member = static_cast<std::size_t>(found - members.begin());
    return recipient;
}

}  // namespace

std::string write_contents(const Contents& contents, const Members& members) {
    ordered_json batches = ordered_json::array();
    for (const Batch& batch : contents.batches) {
        ordered_json recipients = ordered_json::array();
        for (const Recipient& recipient : batch.recipients) recipients.push_back(json_of(recipient, members));
        ordered_json one;
        if (!batch.label.empty()) one["label"] = batch.label;
        one["recipients"] = std::move(recipients);
        batches.push_back(std::move(one));
    }
    ordered_json photos = ordered_json::object();
    for (const auto& [source, bytes] : contents.photos) photos[source] = to_base64(bytes);
    return write_json({{"batches", std::move(batches)}, {"photos", std::move(photos)}});
}

Result<Contents> read_contents(std::string_view text, const Members& members) {
    try {
        const ordered_json json = parse_json(text);
        Contents contents;
        for (const ordered_json& each : json.at("batches")) {
            Batch& batch = contents.batches.emplace_back();
            batch.label = each.value("label", std::string());
            for (const ordered_json& one : each.at("recipients"))
                batch.recipients.push_back(recipient_of(one, members));
        }
        for (const auto& [source, bytes] : json.at("photos").items())
            contents.photos.emplace(source, from_base64(bytes.get<std::string>()).value_or(std::string()));
        return contents;
    } catch (const nlohmann::json::exception&) {
        return fault("Phần niêm phong mở được nhưng không đọc được. Niêm phong lại bằng phiên bản này.",
                     "The sealed part opens but cannot be read. Seal the feed again with this version.");
    }
}

}  // namespace hall

#include "app/seal_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/base64.h"
#include "base/json.h"
#include "base/text.h"
#include "net/url.h"
#include "sealing/seal.h"

namespace hall {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t piece = 8000;  ///< characters of a string in the document
/// A shorter text is found within many another: it counts as words of its own only, and one syllable not at all.
constexpr std::size_t fewest_letters = 6;

void put(ordered_json& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}

ordered_json json_of(const Person& person) {
    ordered_json json;
    put(json, "honorific", person.honorific);
    put(json, "name", person.name);
    put(json, "position", person.position);
    put(json, "organisation", person.organisation);
    put(json, "photo", person.photo.source);
    return json;
}

ordered_json json_of(const Decision& decision) {
    ordered_json json;
    put(json, "number", decision.number);
    if (const auto& day = decision.date)
        json["date"] = fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
    put(json, "issuer", decision.issuer);
    put(json, "about", decision.about);
    return json;
}

/// What everybody may know of an award; written anew, so that nothing else of the feed's record comes along.
ordered_json open_part(const Award& award) {
    ordered_json json{{"id", award.id}};
    if (award.rank > 0) json["rank"] = award.rank;
    json["name"] = award.name;
    json["status"] = award.status == AwardStatus::proposed ? "proposed" : "decided";
    json["visibility"] = award.visibility == Visibility::open ? "public" : "held";
    put(json, "proposed_by", award.proposed_by);
    put(json, "authority", award.authority);
    put(json, "ground", award.ground);
    if (!award.decision.empty()) json["decision"] = json_of(award.decision);
    for (const Person& presenter : award.presenters) json["presenters"].push_back(json_of(presenter));
    if (award.reveal == RevealMode::all) json["reveal"] = "all";
    if (award.confetti) json["confetti"] = true;
    return json;
}

ordered_json json_of(const SealedText& sealed) {
    const std::string text = to_base64(sealed.bytes);
    ordered_json pieces = ordered_json::array();
    for (std::size_t at = 0; at < text.size(); at += piece) pieces.push_back(text.substr(at, piece));
    return {{"commitment", to_base64(sealed.commitment)}, {"text", std::move(pieces)}};
}

ordered_json places_of(const Award& award) {
    ordered_json batches = ordered_json::array();
    for (const Batch& batch : award.batches) {
        ordered_json one;
        put(one, "label", batch.label);
        one["places"] = std::max(batch.places, batch.recipients.size());
        batches.push_back(std::move(one));
    }
    return batches;
}

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Both folded.
bool tells(const std::string& text, const std::string& secret) {
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 1)) {
        if (secret.size() >= fewest_letters) return true;
        const std::size_t end = at + secret.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

bool is_sealable(const Award& award) { return award.visibility == Visibility::held && !award.batches.empty(); }

// --- What can be read all the same ----------------------------------------------------------------------------------

class Secrets {
public:
    explicit Secrets(const Conference& conference) {
        for (const Award& award : conference.awards)
            if (is_sealable(award))
                for (const Batch& batch : award.batches)
                    for (const Recipient& recipient : batch.recipients) add(recipient);
    }

    /// `matter`: the text speaks of the day; a unit's own name elsewhere (members, signatories) gives nobody away.
    void look(const std::string& text, bool matter, const std::string& place, Issues& issues) const {
        const std::string folded = fold(text);
        for (const auto& [secret, shown] : matter ? everything_ : persons_)
            if (tells(folded, secret))
                issues.push_back(
                    {Severity::warning,
                     "seal.readable",
                     place,
                     {fmt::format("“{}” có trong phần niêm phong mà ở đây ai cũng đọc được. Bỏ đi nếu nó "
                                  "cho biết ai được khen thưởng.",
                                  escape_for_log(shown)),
                      fmt::format("\"{}\" is sealed, yet anybody can read it here. Take it out if it tells "
                                  "who receives an award.",
                                  escape_for_log(shown))}});
    }

private:
    void add(const Recipient& recipient) {
        if (!recipient.member) note(recipient.name, persons_);
        for (const auto* text : {&recipient.name, &recipient.representative, &recipient.citation})
            note(*text, everything_);
        for (const auto* text : {&recipient.representative, &recipient.citation}) note(*text, persons_);
    }
    static void note(const std::string& text, std::map<std::string, std::string>& into) {
        std::string folded = fold(text);
        if (folded.size() >= fewest_letters || folded.find(' ') != std::string::npos)
            into.emplace(std::move(folded), text);
    }

    std::map<std::string, std::string> persons_;     ///< folded -> as written
    std::map<std::string, std::string> everything_;  ///< with the names of member units
};

bool speaks_of_the_day(const std::string& pointer) {
    if (pointer.find("/recipients/") != std::string::npos) return false;  // a public award names its own
    for (const char* section : {"/awards", "/rundown", "/notices", "/photos", "/revision"})
        if (pointer.starts_with(section)) return true;
    return false;
}

void look_through(const ordered_json& json, const std::string& pointer, const Secrets& secrets, Issues& issues) {
    if (json.is_string()) return secrets.look(json.get<std::string>(), speaks_of_the_day(pointer), pointer, issues);
    if (json.is_object())
        for (const auto& [key, value] : json.items()) {
            if (key == "sealed") continue;
            look_through(value, fmt::format("{}/{}", pointer, key), secrets, issues);
        }
    if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i)
            look_through(json[i], fmt::format("{}/{}", pointer, i), secrets, issues);
}

// --- Pictures --------------------------------------------------------------------------------------------------------

std::map<std::string, std::string> photos_of(const Award& award, const FeedFiles& feed, Issues& issues) {
    std::map<std::string, std::string> photos;
    for (const Batch& batch : award.batches)
        for (const Recipient& recipient : batch.recipients) {
            const std::string& source = recipient.photo.source;
            if (const auto found = feed.beside.find(source); found != feed.beside.end())
                photos.insert(*found);
            else if (looks_like_url(source))
                issues.push_back(
                    {Severity::warning,
                     "seal.photo-elsewhere",
                     source,
                     {"Ảnh này ở một địa chỉ riêng nên không niêm phong được và sẽ không hiện khi công bố. "
                      "Đặt tệp ảnh vào thư mục của nguồn.",
                      "This picture has an address of its own: it cannot be sealed and will not be shown at "
                      "the reveal. Put the file into the feed's folder."}});
        }
    return photos;
}

/// Files that a screen needs before any reveal.
std::map<std::string, std::string> public_files(const FeedFiles& feed, const Conference& sealed,
                                                const std::vector<std::map<std::string, std::string>>& secret,
                                                const std::string& awards_href, Issues& issues) {
    std::set<std::string> wanted{sealed.identity.logo.source, sealed.branding.background.source};
    for (const Member& member : sealed.members) wanted.insert(member.logo.source);
    for (const Speech& speech : sealed.speeches) wanted.insert(speech.speaker.photo.source);
    for (const auto* persons : {&sealed.presidium, &sealed.guests})
        for (const Person& person : *persons) wanted.insert(person.photo.source);
    for (const Photo& photo : sealed.photos) wanted.insert(photo.source.source);
    for (const Award& award : sealed.awards)
        if (!is_sealable(award))
            for (const Batch& batch : award.batches)
                for (const Recipient& recipient : batch.recipients) wanted.insert(recipient.photo.source);
    for (const SourceRef& source : feed.decoded.sources)
        if (source.href != awards_href) wanted.insert(source.href);

    std::map<std::string, std::string> files;
    for (const auto& [name, bytes] : feed.beside)
        if (wanted.contains(name)) files.emplace(name, bytes);
    for (const auto& photos : secret)
        for (const auto& [name, bytes] : photos)
            if (files.contains(name))
                issues.push_back({Severity::warning,
                                  "seal.photo-public",
                                  name,
                                  {"Ảnh của người được khen thưởng cũng được dùng ở chỗ công khai.",
                                   "A recipient's picture is used in a public place, too."}});
    return files;
}

}  // namespace

Result<SealedFeed> seal_feed(const FeedFiles& feed, SealKind kind) {
    ordered_json document = parse_json(feed.document);
    if (!document.is_object()) return fault("Nguồn không phải một tài liệu JSON.", "The feed is no JSON document.");
    const Conference& conference = feed.decoded.conference;
    if (!conference.sealing.empty())
        return fault("Nguồn này đã niêm phong rồi. Niêm phong từ bản gốc của bàn thư ký.",
                     "This feed is sealed already. Seal the desk's own.");
    SealedFeed made;
    made.ring.sealing = new_sealing(kind);
    std::vector<std::size_t> sizes;
    std::vector<std::string> plain;
    std::vector<std::map<std::string, std::string>> photos;
    for (const Award& award : conference.awards) {
        if (!is_sealable(award)) continue;
        photos.push_back(photos_of(award, feed, made.leaks));
        plain.push_back(write_contents({award.batches, photos.back()}, conference.members));
        sizes.push_back(plain.back().size());
    }
    if (plain.empty())
        return fault("Không có khen thưởng nào cần giữ kín (visibility \"held\", có người nhận).",
                     "There is no held award with recipients to be sealed.");

    ordered_json awards = ordered_json::array();
    std::size_t next = 0;
    for (const Award& award : conference.awards) {
        ordered_json one = open_part(award);
        if (is_sealable(award)) {
            NamedKey key{award.id, award.name, SealKey::random()};
            one["batches"] = places_of(award);
            one["sealed"] = json_of(seal(plain[next++], padded_size(sizes), {made.ring.sealing, award.id}, key.key));
            made.ring.keys.push_back(std::move(key));
        } else {
            one["batches"] = parse_json(write_contents({award.batches, {}}, conference.members))["batches"];
            ++made.open_awards;
        }
        awards.push_back(std::move(one));
    }
    std::string awards_href;
    if (auto sources = document.find("sources"); sources != document.end() && sources->is_object()) {
        for (const SourceRef& source : feed.decoded.sources)
            if (source.section == "awards") awards_href = source.href;
        sources->erase("awards");
        if (sources->empty()) document.erase("sources");
    }
    document["awards"] = std::move(awards);
    document["sealing"] = {{"event", made.ring.sealing.event},
                           {"kind", kind == SealKind::rehearsal ? "rehearsal" : "real"}};

    const Secrets secrets(conference);
    look_through(document, "", secrets, made.leaks);
    made.beside = public_files(feed, conference, photos, awards_href, made.leaks);
    for (const auto& [name, bytes] : made.beside) {
        secrets.look(name, true, name, made.leaks);
        if (to_utf8(to_code_points(bytes)) == bytes) secrets.look(bytes, false, name, made.leaks);
    }
    made.document = write_json(document, 2) + '\n';
    if (made.document.size() > most_document_bytes)
        return fault(
            fmt::format("Nguồn niêm phong sẽ lớn {} MiB, giới hạn {} MiB: ảnh người nhận quá lớn. Thu nhỏ mỗi ảnh còn "
                        "khoảng 480 điểm ảnh, dưới 100 KiB.",
                        made.document.size() >> 20U, most_document_bytes >> 20U),
            fmt::format("The sealed feed would have {} MiB, the limit is {}: the recipients' pictures are too large. "
                        "Shrink each to about 480 pixels, under 100 KiB.",
                        made.document.size() >> 20U, most_document_bytes >> 20U));
    return made;
}

Result<UnsealedFeed> unseal_feed(const FeedFiles& feed, const KeyRing& ring) {
    ordered_json document = parse_json(feed.document);
    const Conference& conference = feed.decoded.conference;
    UnsealedFeed made;
    for (std::size_t i = 0; i < conference.awards.size(); ++i) {
        const Award& award = conference.awards[i];
        if (!award.sealed) continue;
        const Binding binding{conference.sealing, award.id};
        const auto key = std::find_if(ring.keys.begin(), ring.keys.end(),
                                      [&](const NamedKey& one) { return fits(one.key, *award.sealed, binding); });
        if (key == ring.keys.end())
            return fault(fmt::format("Không khóa nào trong tệp mở được “{}”: tệp khóa của lần niêm phong khác hoặc của "
                                     "buổi tổng duyệt.",
                                     award.name),
                         fmt::format("No key in the file opens \"{}\": the file belongs to another sealing, or to a "
                                     "rehearsal.",
                                     award.name));
        const auto plain = unseal(*award.sealed, binding, key->key);
        if (!plain) return plain.error();
        const auto contents = read_contents(*plain, conference.members);
        if (!contents) return contents.error();
        made.photos.insert(contents->photos.begin(), contents->photos.end());
        for (ordered_json& one : document["awards"])
            if (one.is_object() && one.value("id", std::string()) == award.id) {
                one["batches"] = parse_json(*plain)["batches"];
                one.erase("sealed");
            }
        ++made.awards;
    }
    document.erase("sealing");
    made.document = write_json(document, 2) + '\n';
    return made;
}

}  // namespace hall

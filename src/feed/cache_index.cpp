#include "feed/cache_index.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "base/json.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;
constexpr int format_version = 1;
constexpr std::size_t hash_length = 64;

/// Validators go into request headers: a line break in a damaged index must not become a second header.
bool one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

struct KindName {
    std::string_view name;
    FeedKind kind;
};
constexpr std::array kind_names{KindName{"json", FeedKind::own_json},     KindName{"csv", FeedKind::csv},
                                KindName{"workbook", FeedKind::workbook}, KindName{"calendar", FeedKind::calendar},
                                KindName{"frab-xml", FeedKind::frab_xml}, KindName{"frab-json", FeedKind::frab_json}};

std::string_view name_of(FeedKind kind) {
    for (const KindName& one : kind_names)
        if (one.kind == kind) return one.name;
    return kind_names.front().name;
}

std::optional<FeedKind> read_kind(const Json& from) {
    const std::string name = from.value("kind", std::string(kind_names.front().name));
    for (const KindName& one : kind_names)
        if (one.name == name) return one.kind;
    return std::nullopt;
}

std::optional<Validators> read_validators(const Json& from) {
    Validators found{from.at("etag").get<std::string>(), from.at("last_modified").get<std::string>()};
    if (!one_line(found.etag) || !one_line(found.last_modified)) return std::nullopt;
    return found;
}

/// A damaged index may hold any number: one that no clock of ours can hold is none.
std::optional<Instant> read_time(const Json& from) {
    constexpr std::int64_t year_10000 = 253'402'300'800'000;
    const Json& value = from.at("fetched_ms");
    if (!value.is_number_integer()) return std::nullopt;
    const auto at = value.get<std::int64_t>();
    if (at < 0 || at >= year_10000) return std::nullopt;
    return Instant(Milliseconds(at));
}

std::optional<IndexedPart> read_part(const Json& from) {
    const auto validators = read_validators(from);
    const auto kind = read_kind(from);
    const auto fetched = read_time(from);
    IndexedPart indexed;
    indexed.hash = from.at("hash").get<std::string>();
    if (!validators || !kind || !fetched || !is_hash(indexed.hash)) return std::nullopt;
    indexed.part.section = from.at("section").get<std::string>();
    indexed.part.href = from.at("href").get<std::string>();
    indexed.part.kind = *kind;
    indexed.part.name = from.at("name").get<std::string>();
    indexed.part.validators = *validators;
    indexed.part.fetched = *fetched;
    return indexed;
}

Json write_part(const IndexedPart& indexed) {
    const CachedPart& part = indexed.part;
    return {{"section", part.section},
            {"href", part.href},
            {"hash", indexed.hash},
            {"kind", name_of(part.kind)},
            {"name", part.name},
            {"etag", part.validators.etag},
            {"last_modified", part.validators.last_modified},
            {"fetched_ms", part.fetched.time_since_epoch().count()}};
}

}  // namespace

bool is_hash(std::string_view name) {
    return name.size() == hash_length && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::string write_index(const CacheIndex& index) {
    Json pictures = Json::array();
    for (const CachedPicture& picture : index.pictures)
        pictures.push_back({{"source", picture.source},
                            {"hash", picture.hash},
                            {"etag", picture.validators.etag},
                            {"last_modified", picture.validators.last_modified}});
    Json parts = Json::array();
    for (const IndexedPart& part : index.parts) parts.push_back(write_part(part));
    const Json document = {{"version", format_version},
                           {"document", index.document_hash},
                           {"etag", index.validators.etag},
                           {"last_modified", index.validators.last_modified},
                           {"fetched_ms", index.fetched.time_since_epoch().count()},
                           {"kind", name_of(index.kind)},
                           {"name", index.name},
                           {"parts", std::move(parts)},
                           {"pictures", std::move(pictures)}};
    // A server may put bytes that are no UTF-8 into an ETag; they are lost here, which costs one fetch.
    return write_json(document, 1);
}

std::optional<CacheIndex> read_index(std::string_view text) {
    try {
        const Json document = parse_json(text);
        if (document.at("version") != Json(format_version)) return std::nullopt;
        CacheIndex index;
        index.document_hash = document.at("document").get<std::string>();
        const auto validators = read_validators(document);
        const auto kind = read_kind(document);
        const auto fetched = read_time(document);
        if (!is_hash(index.document_hash) || !validators || !kind || !fetched) return std::nullopt;
        index.validators = *validators;
        index.kind = *kind;
        index.name = document.value("name", std::string());
        for (const Json& entry : document.value("parts", Json::array())) {
            auto part = read_part(entry);
            if (!part) return std::nullopt;
            index.parts.push_back(std::move(*part));
        }
        index.fetched = *fetched;
        for (const Json& entry : document.at("pictures")) {
            const auto picture_validators = read_validators(entry);
            CachedPicture picture{entry.at("source").get<std::string>(), entry.at("hash").get<std::string>(), {}};
            if (!picture_validators || !is_hash(picture.hash)) return std::nullopt;
            picture.validators = *picture_validators;
            index.pictures.push_back(std::move(picture));
        }
        return index;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace hall

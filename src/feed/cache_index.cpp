#include "feed/cache_index.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hall {
namespace {

using Json = nlohmann::json;
constexpr int format_version = 1;
constexpr std::size_t hash_length = 64;

/// Validators go into request headers: a line break in a damaged index must not become a second header.
bool one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::optional<Validators> read_validators(const Json& from) {
    Validators found{from.at("etag").get<std::string>(), from.at("last_modified").get<std::string>()};
    if (!one_line(found.etag) || !one_line(found.last_modified)) return std::nullopt;
    return found;
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
    const Json document = {{"version", format_version},
                           {"document", index.document_hash},
                           {"etag", index.validators.etag},
                           {"last_modified", index.validators.last_modified},
                           {"fetched_ms", index.fetched.time_since_epoch().count()},
                           {"pictures", std::move(pictures)}};
    // A server may put bytes that are no UTF-8 into an ETag; they are lost here, which costs one fetch.
    return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

std::optional<CacheIndex> read_index(std::string_view text) {
    try {
        const Json document = Json::parse(text);
        if (document.at("version").get<int>() != format_version) return std::nullopt;
        CacheIndex index;
        index.document_hash = document.at("document").get<std::string>();
        const auto validators = read_validators(document);
        if (!is_hash(index.document_hash) || !validators) return std::nullopt;
        index.validators = *validators;
        index.fetched = Instant(Milliseconds(document.at("fetched_ms").get<std::int64_t>()));
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

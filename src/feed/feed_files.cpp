#include "feed/feed_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

#include "base/json.h"
#include "feed/compose.h"
#include "feed/feed_words.h"
#include "feed/pictures.h"
#include "feed/source.h"
#include "net/url.h"

namespace hall {
namespace {

Result<Body> body_of(Reading reading) {
    if (auto* body = std::get_if<Body>(&reading)) return std::move(*body);
    if (auto* failed = std::get_if<SourceFault>(&reading)) return Error{std::move(failed->sentence)};
    return fault("Nguồn không trả lời.", "The feed does not answer.");
}

std::string only_known(const std::string& document) {
    auto json = parse_json(document);
    std::vector<std::string> unknown;
    for (const auto& [key, value] : json.items())
        if (std::find(words::feed.begin(), words::feed.end(), key) == words::feed.end()) unknown.push_back(key);
    for (const std::string& key : unknown) json.erase(key);
    return write_json(json, 2);
}

}  // namespace

Result<FeedFiles> read_feed_files(const FeedSettings& settings) {
    const auto source = make_source(settings);
    if (!source) return source.error();
    auto main = body_of((*source)->read_document({}, {}));
    if (!main) return main.error();
    const auto kind = kind_of(*main, DocumentRole::feed);
    if (!kind) return kind.error();
    CachedGeneration generation;
    generation.document = std::move(main->bytes);
    generation.kind = *kind;
    generation.name = short_name(main->name);
    auto composed = compose(generation);
    if (!composed) return composed.error();

    FeedFiles files;
    for (const SourceRef& reference : composed->decoded.sources) {
        auto part = body_of((*source)->read_part(reference.href, {}, {}));
        if (!part) return part.error();
        const auto part_kind = kind_of(*part, DocumentRole::part);
        if (!part_kind) return part_kind.error();
        if (!looks_like_url(reference.href)) files.beside.emplace(reference.href, part->bytes);
        generation.parts.push_back(
            {reference.section, reference.href, std::move(part->bytes), *part_kind, short_name(part->name), {}, {}});
    }
    composed = compose(generation);
    if (!composed) return composed.error();
    auto document = own_document(generation);
    if (!document) return document.error();
    files.document = only_known(*document);
    files.decoded = std::move(composed->decoded);
    for (const std::string& name : pictures_of(files.decoded.conference)) {
        if (looks_like_url(name)) continue;
        auto picture = body_of((*source)->read_picture(name, {}, {}));
        if (!picture) return picture.error();
        files.beside.emplace(name, std::move(picture->bytes));
    }
    return files;
}

}  // namespace hall

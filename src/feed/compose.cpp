#include "feed/compose.h"

#include <algorithm>

namespace hall {
namespace {

ForeignWish wish_for(std::string section, std::string name, const Identity& identity) {
    ForeignWish wish;
    wish.section = std::move(section);
    wish.name = std::move(name);
    wish.zone = identity.timezone;
    if (identity.date) wish.days.push_back(*identity.date);
    return wish;
}

Result<Converted> read_main(const CachedGeneration& generation) {
    if (generation.kind == FeedKind::own_json) return Converted{generation.document, {}, {}};
    return convert(generation.document, generation.kind, wish_for({}, generation.name, {}));
}

/// A list alone is the section itself.
bool is_bare_list(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && text[first] == '[';
}

Result<PartDocument> read_part(const CachedPart& part, const SourceRef& source, const Identity& identity) {
    PartDocument made{part.section, part.name, {}, {}, {}};
    if (part.kind == FeedKind::own_json) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        std::string_view text = part.bytes;
        if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
        made.document = is_bare_list(text) ? "{\"" + part.section + "\":" + std::string(text) + "}" : std::string(text);
        return made;
    }
    ForeignWish wish = wish_for(part.section, part.name, identity);
    wish.encoding = encoding_named(source.encoding).value_or(TextEncoding::unicode);
    Result<Converted> converted = convert(part.bytes, part.kind, wish);
    if (!converted) return converted.error();
    made.document = std::move(converted->document);
    made.places = std::move(converted->places);
    made.issues = std::move(converted->issues);
    return made;
}

}  // namespace

Result<Composed> compose(const CachedGeneration& generation, const std::optional<Earlier>& earlier) {
    const Result<Converted> main = read_main(generation);
    if (!main) return main.error();
    Result<Decoded> decoded = decode_feed(main->document, {}, earlier);
    if (!decoded) return decoded.error();
    Composed composed;
    std::vector<PartDocument> documents;
    for (const SourceRef& source : decoded->sources) {
        const auto part = std::find_if(generation.parts.begin(), generation.parts.end(), [&](const CachedPart& one) {
            return one.section == source.section && one.href == source.href;
        });
        if (part == generation.parts.end()) continue;
        Result<PartDocument> document = read_part(*part, source, decoded->conference.identity);
        if (!document) return document.error();
        documents.push_back(std::move(*document));
        composed.parts.push_back(*part);
    }
    if (!documents.empty()) decoded = decode_feed(main->document, documents);
    if (!decoded) return decoded.error();
    composed.decoded = std::move(*decoded);
    Issues& issues = composed.decoded.issues;
    move_issues(issues, main->places);
    issues.insert(issues.begin(), main->issues.begin(), main->issues.end());
    return composed;
}

Result<std::string> own_document(const CachedGeneration& generation) {
    Result<Converted> main = read_main(generation);
    if (!main) return main.error();
    return std::move(main->document);
}

Result<FeedKind> kind_of(const Body& body, DocumentRole role) {
    if (role == DocumentRole::part && is_bare_list(body.bytes)) return FeedKind::own_json;
    Result<FeedKind> kind = recognise(body.bytes, body.media_type, body.name);
    if (kind && *kind == FeedKind::csv && body.ending == Ending::unknown)
        return fault(
            "Máy chủ không nói bảng CSV dài bao nhiêu, nên không biết có mất dòng cuối hay không. Hãy để máy chủ "
            "gửi Content-Length, hoặc dùng XLSX.",
            "The server does not say how long the CSV table is, so nobody can tell whether its last rows are "
            "missing. Let it send Content-Length, or use XLSX.");
    return kind;
}

std::string generation_name(const CachedGeneration& generation) {
    std::string name = sha256_hex(generation.document);
    if (generation.parts.empty()) return name;
    for (const CachedPart& part : generation.parts) name += part.section + sha256_hex(part.bytes);
    return sha256_hex(name);
}

std::string short_name(std::string_view name) {
    name = name.substr(0, name.find_first_of("?#"));
    while (name.ends_with('/')) name.remove_suffix(1);
    return std::string(name.substr(name.rfind('/') + 1));
}

}  // namespace hall

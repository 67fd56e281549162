#include "feed/cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/log.h"
#include "feed/cache_index.h"
#include "feed/cache_room.h"
#include "feed/decoder.h"

namespace hall {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_body(const Path& folder, std::string_view hash, std::size_t limit) {
    if (!is_hash(hash)) return std::nullopt;
    Result<std::string> bytes = read_file(folder / hash, limit);
    if (!bytes || sha256_hex(*bytes) != hash) return std::nullopt;
    return std::move(*bytes);
}

bool same_bodies(const CachedGeneration& a, const CachedGeneration& b) {
    return a.document == b.document && std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                                                  [](const CachedPart& x, const CachedPart& y) {
                                                      return x.section == y.section && x.bytes == y.bytes;
                                                  });
}

}  // namespace

Cache::Cache(Path folder, std::string_view feed, CacheLimits limits) : folder_(std::move(folder)), limits_(limits) {
    const std::string name = sha256_hex(feed);
    index_ = folder_ / (name + std::string(index_suffix));
    previous_ = folder_ / (name + std::string(previous_suffix));
}

std::optional<CachedGeneration> Cache::load() const {
    if (folder_.empty()) return std::nullopt;
    for (const Parts wanted : {Parts::all, Parts::sound})
        for (const Path* index : {&index_, &previous_})
            if (auto generation = load_index(*index, wanted)) return generation;
    return std::nullopt;
}

std::optional<CachedGeneration> Cache::load_index(const Path& path, Parts wanted) const {
    const Result<std::string> text = read_file(path, most_index_bytes);
    if (!text) return std::nullopt;
    std::optional<CacheIndex> index = read_index(*text);
    std::optional<std::string> document;
    if (index) document = read_body(folder_, index->document_hash, most_document_bytes);
    bool damaged = !document;
    CachedGeneration generation;
    for (IndexedPart& part : index ? index->parts : std::vector<IndexedPart>()) {
        std::optional<std::string> bytes = read_body(folder_, part.hash, most_document_bytes);
        damaged = damaged || (!bytes && wanted == Parts::all);
        if (!bytes) continue;
        part.part.bytes = std::move(*bytes);
        generation.parts.push_back(std::move(part.part));
    }
    if (damaged) {
        log_line(LogLevel::warning, "feed", "cache: a damaged generation is passed over");
        return std::nullopt;
    }
    generation.document = std::move(*document);
    generation.validators = std::move(index->validators);
    generation.fetched = index->fetched;
    generation.pictures = std::move(index->pictures);
    generation.kind = index->kind;
    generation.name = std::move(index->name);
    return generation;
}

std::optional<std::string> Cache::picture(std::string_view hash) const {
    if (folder_.empty()) return std::nullopt;
    return read_body(folder_, hash, most_picture_bytes);
}

Status Cache::store(const CachedGeneration& generation) {
    if (folder_.empty()) return Done{};
    CacheIndex index{sha256_hex(generation.document),
                     generation.validators,
                     generation.fetched,
                     generation.pictures,
                     generation.kind,
                     generation.name,
                     {}};
    if (Status stored = store_body(index.document_hash, generation.document); !stored) return stored;
    for (const CachedPart& part : generation.parts) {
        index.parts.push_back({part, sha256_hex(part.bytes)});
        if (Status stored = store_body(index.parts.back().hash, part.bytes); !stored) return stored;
    }
    // The generation before is kept only if it is sound: a damaged one must not replace the last resort.
    if (const auto current = load_index(index_, Parts::all); current && !same_bodies(*current, generation))
        if (const auto text = read_file(index_, most_index_bytes); text)
            if (Status kept = write_file_atomic(previous_, *text); !kept) return kept;
    if (Status stored = write_file_atomic(index_, write_index(index)); !stored) return stored;
    collect_bodies(folder_, limits_);
    return Done{};
}

Result<std::string> Cache::store_picture(std::string_view bytes) {
    std::string hash = sha256_hex(bytes);
    if (folder_.empty()) return hash;
    if (Status stored = store_body(hash, bytes); !stored) return stored.error();
    return hash;
}

Status Cache::store_body(std::string_view hash, std::string_view bytes) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error)
        return fault(
            fmt::format("Không tạo được thư mục lưu đệm {}: {}.", folder_.string(), reason_of(error.value()).vi),
            fmt::format("Cannot create the cache folder {}: {}.", folder_.string(), reason_of(error.value()).en));
    fs::permissions(folder_, fs::perms::owner_all, error);
    const Path body = folder_ / hash;
    if (read_body(folder_, hash, bytes.size())) {
        fs::last_write_time(body, fs::file_time_type::clock::now(), error);
        return Done{};
    }
    // What is on the screen matters more than what other feeds left here; the last sound generation is never given up.
    std::vector<Path> kept{index_}, last;
    (load_index(index_, Parts::all) ? last : kept).push_back(previous_);
    if (!make_room(folder_, limits_, bytes.size(), kept, last))
        return fault(fmt::format("Bộ nhớ đệm {} đã đầy ({} MiB): nội dung mới vẫn chiếu nhưng không được lưu.",
                                 folder_.string(), limits_.most_bytes >> 20U),
                     fmt::format("The cache {} is full ({} MiB): new content is shown but not kept.", folder_.string(),
                                 limits_.most_bytes >> 20U));
    return write_file_atomic(body, bytes);
}

}  // namespace hall

#include "feed/cache_room.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <system_error>

#include "base/log.h"
#include "feed/cache_index.h"

namespace hall {
namespace {

namespace fs = std::filesystem;

struct Body {
    std::uintmax_t bytes = 0;
    bool within_grace = false;
};

struct Index {
    Path path;
    fs::file_time_type written;
    std::set<std::string> names;
};

struct Folder {
    std::map<std::string, Body> bodies;  ///< by file name; also the temporaries that a kill left behind
    std::vector<Index> indexes;
};

bool is_index(const Path& path) { return path.extension() == index_suffix || path.extension() == previous_suffix; }

std::set<std::string> names_in(const Path& path) {
    const Result<std::string> text = read_file(path, most_index_bytes);
    const std::optional<CacheIndex> index = text ? read_index(*text) : std::nullopt;
    std::set<std::string> names;
    if (!index) return names;
    names.insert(index->document_hash);
    for (const CachedPicture& picture : index->pictures) names.insert(picture.hash);
    for (const IndexedPart& part : index->parts) names.insert(part.hash);
    return names;
}

/// Only what the cache itself wrote: a foreign file is neither counted nor ever removed.
Folder look(const Path& path, std::chrono::seconds grace) {
    Folder folder;
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::directory_iterator(path, error)) {
        const std::string name = entry.path().filename().string();
        if (!is_hash(name.substr(0, name.find('.')))) continue;
        std::error_code gone;  // by another process, meanwhile
        const auto written = entry.last_write_time(gone);
        const auto bytes = entry.file_size(gone);
        if (gone) continue;
        if (is_index(entry.path()))
            folder.indexes.push_back({entry.path(), written, names_in(entry.path())});
        else
            folder.bodies.emplace(name, Body{bytes, now - written < grace});
    }
    return folder;
}

/// The bodies that go when the first `dropped` indexes do: what only those name, and what none names past its grace.
std::vector<std::string> removable(const Folder& folder, std::size_t dropped) {
    std::set<std::string> lost, named;
    for (std::size_t i = 0; i < folder.indexes.size(); ++i)
        (i < dropped ? lost : named).insert(folder.indexes[i].names.begin(), folder.indexes[i].names.end());
    std::vector<std::string> names;
    for (const auto& [name, body] : folder.bodies)
        if (!named.contains(name) && (lost.contains(name) || !body.within_grace)) names.push_back(name);
    return names;
}

void remove(const Path& path, const std::vector<std::string>& names) {
    std::error_code error;
    for (const std::string& name : names) fs::remove(path / name, error);
}

bool contains(const std::vector<Path>& paths, const Path& path) {
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

}  // namespace

void collect_bodies(const Path& folder, const CacheLimits& limits) {
    remove(folder, removable(look(folder, limits.grace), 0));
}

bool make_room(const Path& path, const CacheLimits& limits, std::uintmax_t wanted, const std::vector<Path>& kept,
               const std::vector<Path>& last) {
    Folder folder = look(path, limits.grace);
    std::uintmax_t total = 0;
    for (const auto& [name, body] : folder.bodies) total += body.bytes;
    if (total + wanted <= limits.most_bytes) return true;

    auto& indexes = folder.indexes;
    const auto rank = [&](const Index& index) { return contains(kept, index.path) ? 2 : contains(last, index.path); };
    std::sort(indexes.begin(), indexes.end(), [&](const Index& a, const Index& b) {
        return std::pair(rank(a), a.written) < std::pair(rank(b), b.written);
    });
    for (std::size_t dropped = 0; dropped <= indexes.size(); ++dropped) {
        if (dropped > 0 && contains(kept, indexes[dropped - 1].path)) return false;
        const std::vector<std::string> names = removable(folder, dropped);
        std::uintmax_t left = total + wanted;
        for (const std::string& name : names) left -= folder.bodies.at(name).bytes;
        if (left > limits.most_bytes) continue;
        // The indexes first: a power cut in between leaves bodies without an index, never the other way round.
        std::error_code error;
        for (std::size_t i = 0; i < dropped; ++i) fs::remove(indexes[i].path, error);
        remove(path, names);
        if (dropped > 0) log_line(LogLevel::info, "feed", "cache: full, older generations were dropped");
        return true;
    }
    return false;
}

}  // namespace hall

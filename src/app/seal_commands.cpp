#include "app/seal_commands.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/proofs.h"
#include "app/seal_text.h"
#include "app/vault.h"

namespace hall {
namespace {

void say(const Options& options, const Sentence& sentence) {
    fmt::print(stderr, "{}\n", sentence.in(options.language));
}

Exit failed(const Options& options, const Error& error) {
    say(options, error.sentence);
    return Exit::failed;
}

bool stays_inside(const Path& name) {
    if (name.empty() || name.is_absolute()) return false;
    for (const Path& part : name)
        if (part == "..") return false;
    return true;
}

/// A folder of its own: nothing that lay there before may pass for a part of the feed.
Status make_folder(const Path& folder, Readers readers) {
    std::error_code error;
    if (std::filesystem::exists(folder / "conference.json", error))
        return fault(fmt::format("{} đã có conference.json, nên không ghi gì. Chọn thư mục khác.", folder.string()),
                     fmt::format("{} has a conference.json already, so nothing was written. Choose another folder.",
                                 folder.string()));
    const bool created = std::filesystem::create_directories(folder, error);
    if (created && readers == Readers::owner)
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error)
        return fault(fmt::format("Không tạo được thư mục {}: {}.", folder.string(), reason_of(error.value()).vi),
                     fmt::format("Cannot create the folder {}: {}.", folder.string(), reason_of(error.value()).en));
    return Done{};
}

Status write_files(const Path& folder, const std::map<std::string, std::string>& files, Readers readers) {
    for (const auto& [name, bytes] : files) {
        if (!stays_inside(name)) continue;
        const Path path = folder / name;
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        if (Status written = write_file_atomic(path, bytes, readers); !written) return written;
    }
    return Done{};
}

}  // namespace

Exit run_seal(const Options& options, const Path& cache) {
    keep_memory_private();
    const auto feed = read_feed_files(feed_settings(options, cache));
    if (!feed) {
        say(options, feed.error().sentence);
        return Exit::unusable_feed;
    }
    const auto sealed = seal_feed(*feed, options.rehearsal ? SealKind::rehearsal : SealKind::real);
    if (!sealed) return failed(options, sealed.error());
    if (const Status made = make_folder(options.out, Readers::everyone); !made) return failed(options, made.error());
    // The keys first: a sealed feed without them would be lost.
    if (const Status written = write_key_file(options.seal_keys, sealed->ring); !written)
        return failed(options, written.error());
    if (const Status written = write_files(options.out, sealed->beside, Readers::everyone); !written)
        return failed(options, written.error());
    if (const Status written = write_file_atomic(options.out / "conference.json", sealed->document, Readers::everyone);
        !written)
        return failed(options, written.error());
    for (const Issue& leak : sealed->leaks) fmt::print("{}: {}\n", leak.place, leak.sentence.in(options.language));
    const std::string out = options.out.string(), keys = options.seal_keys.string();
    say(options,
        {fmt::format(
             "Đã niêm phong {} khen thưởng vào {}{}; {} khen thưởng công khai để nguyên. Khóa ở {}: chỉ để trên "
             "máy người điều khiển.",
             sealed->ring.keys.size(), out, options.rehearsal ? " (TỔNG DUYỆT)" : "", sealed->open_awards, keys),
         fmt::format(
             "{} awards sealed into {}{}; {} public ones left readable. Their keys are in {}: for the operator's "
             "machine only.",
             sealed->ring.keys.size(), out, options.rehearsal ? " (REHEARSAL)" : "", sealed->open_awards, keys)});
    return sealed->leaks.empty() ? Exit::done : Exit::to_mend;
}

Exit run_unseal(const Options& options, const Path& cache) {
    keep_memory_private();
    const auto feed = read_feed_files(feed_settings(options, cache));
    if (!feed) {
        say(options, feed.error().sentence);
        return Exit::unusable_feed;
    }
    const auto ring = read_key_file(options.seal_keys);
    if (!ring) return failed(options, ring.error());
    const auto opened = unseal_feed(*feed, *ring);
    if (!opened) return failed(options, opened.error());
    if (const Status made = make_folder(options.out, Readers::owner); !made) return failed(options, made.error());
    for (const auto* files : {&feed->beside, &opened->photos})
        if (const Status written = write_files(options.out, *files, Readers::owner); !written)
            return failed(options, written.error());
    if (const Status written = write_file_atomic(options.out / "conference.json", opened->document); !written)
        return failed(options, written.error());
    say(options, {fmt::format("Đã mở niêm phong {} khen thưởng vào {}.", opened->awards, options.out.string()),
                  fmt::format("{} awards unsealed into {}.", opened->awards, options.out.string())});
    return Exit::done;
}

}  // namespace hall

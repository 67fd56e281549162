#pragma once
/// Files: read whole, written so that a power cut leaves the old content or the new.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hall {

using Path = std::filesystem::path;

/// Why the system refused something, an errno in words with what to do; without a stop. Those it has no words for are
/// told in the system's own.
Sentence reason_of(int error);

/// At most `limit` bytes; a larger file is an error, as is anything that is no regular file.
Result<std::string> read_file(const Path& path, std::size_t limit);

/// Who may read a file that was written: its owner, or monitors of other users too.
enum class Readers { owner, everyone };

/// What the content that was written outlives: the power, or only the process, which takes no waiting for a disk.
enum class Outlives { power, process };

/// Writes a temporary file beside `path`, fsyncs it, renames it over `path` and fsyncs the folder; Outlives::process
/// leaves both fsyncs out. On failure the old content stands and no temporary file is left.
Status write_file_atomic(const Path& path, std::string_view bytes, Readers readers = Readers::owner,
                         Outlives outlives = Outlives::power);

/// Lower-case hex SHA-256 (64 characters).
std::string sha256_hex(std::string_view bytes);

}  // namespace hall

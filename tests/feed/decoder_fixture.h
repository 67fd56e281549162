#pragma once
/// Reading fixtures and asking a decoded feed for its issues.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/file.h"
#include "feed/decoder.h"

namespace hall {

inline std::string repository_file(const std::string& name) {
    auto bytes = read_file(Path(HALL_SOURCE_DIR) / name, std::size_t{64} << 20U);
    EXPECT_TRUE(bytes.ok()) << name;
    return bytes ? *bytes : std::string();
}

inline std::string fixture(const std::string& name) { return repository_file("tests/feed/fixtures/" + name); }

/// Decodes what must be readable.
inline Decoded decoded(std::string_view bytes) {
    auto result = decode_feed(bytes);
    EXPECT_TRUE(result.ok()) << (result ? "" : result.error().sentence.en);
    return result ? *std::move(result) : Decoded{};
}

/// "code place" for every issue, one a line: what a failed test shows.
inline std::string listing(const Issues& issues) {
    std::string lines;
    for (const Issue& issue : issues) lines += issue.code + " " + issue.place + "\n";
    return lines;
}

inline bool has_issue(const Issues& issues, std::string_view code, std::string_view place) {
    return std::any_of(issues.begin(), issues.end(),
                       [&](const Issue& issue) { return issue.code == code && issue.place == place; });
}

/// A small feed that decodes without issues, with `sections` added: R"("agenda": [...])".
inline std::string feed_with(const std::string& sections) {
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"})" +
           (sections.empty() ? "" : ", " + sections) + "}";
}

}  // namespace hall

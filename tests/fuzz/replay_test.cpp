/// Seeds and everything that a fuzzer ever found, through every parser, with no fuzzer at hand. Each is also cut short
/// and has bytes flipped in it, the same ones every time.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "fuzz/target.h"

namespace hall::fuzz {
namespace {

constexpr std::size_t most_bytes = 1U << 20U;
constexpr int flips = 30;

std::vector<std::string> inputs_of(const Target& target) {
    const Path root = HALL_SOURCE_DIR;
    std::vector<Path> files;
    std::istringstream named{std::string(target.seeds)};
    for (std::string file; named >> file;) files.push_back(root / file);
    for (const char* folder : {"seeds", "found"}) {
        std::error_code absent;
        for (const auto& entry :
             std::filesystem::directory_iterator(root / "tests/fuzz" / folder / target.name, absent))
            files.push_back(entry.path());
    }
    std::vector<std::string> inputs;
    for (const Path& file : files) {
        auto bytes = read_file(file, most_bytes);
        EXPECT_TRUE(bytes) << file;
        if (bytes) inputs.push_back(*std::move(bytes));
    }
    return inputs;
}

class Replay : public testing::TestWithParam<Target> {};

TEST_P(Replay, neither_seeds_nor_finds_nor_their_neighbours_break_it) {
    const Target& target = GetParam();
    const std::vector<std::string> inputs = inputs_of(target);
    ASSERT_FALSE(inputs.empty());
    target.run({});
    std::minstd_rand random(1);
    for (const std::string& input : inputs) {
        target.run(input);
        for (const std::size_t share : {2U, 3U}) target.run(std::string_view(input).substr(0, input.size() / share));
        if (input.empty()) continue;
        for (int i = 0; i < flips; ++i) {
            std::string bent = input;
            for (int j = 0; j < 3; ++j) bent[random() % bent.size()] = static_cast<char>(random());
            target.run(bent);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(targets().begin(), targets().end()), [](const auto& one) {
    std::string name = one.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace hall::fuzz

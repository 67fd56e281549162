/// libFuzzer's entry: the target is named by $HALL_FUZZ_TARGET.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/log.h"
#include "fuzz/target.h"

namespace {

const hall::fuzz::Target& chosen() {
    const char* name = std::getenv("HALL_FUZZ_TARGET");
    for (const hall::fuzz::Target& target : hall::fuzz::targets())
        if (name != nullptr && target.name == std::string_view(name)) return target;
    for (const hall::fuzz::Target& target : hall::fuzz::targets()) std::printf("%s\n", target.name);
    std::fflush(stdout);
    _exit(name == nullptr ? 0 : 64);  // libFuzzer takes exit for a crash
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const hall::fuzz::Target& target = [&]() -> const hall::fuzz::Target& {
        hall::set_log_level(hall::LogLevel::error);
        return chosen();
    }();
    target.run({reinterpret_cast<const char*>(data), size});
    return 0;
}

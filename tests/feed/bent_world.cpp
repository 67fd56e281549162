#include "bent_world.h"

#include <dlfcn.h>
#include <netdb.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace hall::test {
namespace {

std::mutex mutex;
// Never destroyed: curl leaves a resolver that hangs to itself, and it may look here while the test ends.
std::map<std::string, Answer>& answers = *new std::map<std::string, Answer>;
std::atomic<std::int64_t> offset_seconds = 0;

std::optional<Answer> answer_for(const char* host) {
    const std::lock_guard lock(mutex);
    const auto found = host != nullptr ? answers.find(host) : answers.end();
    if (found == answers.end()) return std::nullopt;
    return found->second;
}

using Resolve = int (*)(const char*, const char*, const addrinfo*, addrinfo**);

int systems_answer(const char* host, const char* service, const addrinfo* hints, addrinfo** found) {
    static const auto resolve = reinterpret_cast<Resolve>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return resolve(host, service, hints, found);
}

}  // namespace

void answer_name(const std::string& host, Answer answer) {
    const std::lock_guard lock(mutex);
    answers[host] = std::move(answer);
}

void set_clock_off_by(std::chrono::seconds offset) { offset_seconds = offset.count(); }

}  // namespace hall::test

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints, addrinfo** found) {
    using namespace hall::test;
    const auto answer = answer_for(host);
    if (!answer) return systems_answer(host, service, hints, found);
    std::this_thread::sleep_for(answer->after);
    addrinfo* chain = nullptr;
    for (auto address = answer->addresses.rbegin(); address != answer->addresses.rend(); ++address) {
        addrinfo numeric{};
        if (hints != nullptr) numeric = *hints;
        numeric.ai_flags = AI_NUMERICHOST;
        numeric.ai_family = AF_UNSPEC;
        addrinfo* one = nullptr;
        if (systems_answer(address->c_str(), service, &numeric, &one) != 0) continue;
        one->ai_next = chain;
        chain = one;
    }
    if (chain == nullptr) return answer->error != 0 ? answer->error : EAI_NONAME;
    *found = chain;
    return 0;
}

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
    const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += hall::test::offset_seconds;
    return result;
}

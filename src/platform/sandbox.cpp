#include "platform/sandbox.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace hall {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t our_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t our_architecture = AUDIT_ARCH_AARCH64;
#else
#error "The sandbox knows the system calls of x86-64 and arm64."
#endif

#if defined(HALL_SANITIZED)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/// What a decoder and the C++ library need with everything loaded: memory, the files that are open, the end.
constexpr std::uint32_t allowed[] = {
    SYS_read,      SYS_write,       SYS_lseek,        SYS_fstat,          SYS_ftruncate,
    SYS_exit,      SYS_exit_group,  SYS_brk,          SYS_munmap,         SYS_mremap,
    SYS_madvise,   SYS_futex,       SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_clock_gettime,
    SYS_getrandom, SYS_sched_yield, SYS_gettid,       SYS_getpid,
#if defined(HALL_SANITIZED)
    SYS_prctl,     SYS_sigaltstack,  // their allocators name what they map; before the end they ask for the stack
#endif
};
/// Allowed unless they make something executable; their third argument is the protection.
constexpr std::uint32_t without_execution[] = {SYS_mmap, SYS_mprotect};

constexpr std::uint32_t offset_of_number = offsetof(seccomp_data, nr);
constexpr std::uint32_t offset_of_architecture = offsetof(seccomp_data, arch);
/// The lower half of the third argument, on a little-endian machine.
constexpr std::uint32_t offset_of_protection = offsetof(seccomp_data, args) + 2 * sizeof(std::uint64_t);

sock_filter load(std::uint32_t offset) { return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset); }
sock_filter answer(std::uint32_t action) { return BPF_STMT(BPF_RET | BPF_K, action); }
/// The next statement where the test holds, else the one after `steps`.
sock_filter unless(std::uint16_t test, std::uint32_t value, std::uint8_t steps) {
    return BPF_JUMP(static_cast<std::uint16_t>(BPF_JMP | test | BPF_K), value, 0, steps);
}

std::vector<sock_filter> make_filter() {
    std::vector<sock_filter> filter = {
        load(offset_of_architecture),  unless(BPF_JEQ, our_architecture, 1),
        BPF_STMT(BPF_JMP | BPF_JA, 1), answer(SECCOMP_RET_KILL_PROCESS),
        load(offset_of_number),
    };
    for (const std::uint32_t number : allowed) {
        filter.push_back(unless(BPF_JEQ, number, 1));
        filter.push_back(answer(SECCOMP_RET_ALLOW));
    }
    for (const std::uint32_t number : without_execution) {
        filter.push_back(unless(BPF_JEQ, number, 4));
        filter.push_back(load(offset_of_protection));
        filter.push_back(unless(BPF_JSET, PROT_EXEC, 1));
        filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
        filter.push_back(answer(SECCOMP_RET_ALLOW));
    }
    filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
    return filter;
}

bool limit(__rlimit_resource resource, rlim_t most) {
    const rlimit both{most, most};
    return setrlimit(resource, &both) == 0;
}

}  // namespace

Status enter_sandbox(const SandboxLimits& limits) {
    std::vector<sock_filter> filter = make_filter();
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    const bool entered = limit(RLIMIT_CORE, 0) && (sanitized || limit(RLIMIT_AS, limits.memory)) &&
                         limit(RLIMIT_FSIZE, limits.output) && limit(RLIMIT_NOFILE, 0) &&
                         limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu.count())) &&
                         prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    if (entered) return Done{};
    const std::string why = std::strerror(errno);
    return fault("Không khóa được tiến trình giải mã ảnh: " + why + ".",
                 "The process that decodes pictures cannot be locked in: " + why + ".");
}

}  // namespace hall

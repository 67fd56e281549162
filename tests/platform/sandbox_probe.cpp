/// Enters the sandbox, then does what the argument says; the test looks at how it ended.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "platform/sandbox.h"

int main(int, char** argv) {
    const std::string deed = argv[1];
    hall::SandboxLimits limits;
    limits.cpu = std::chrono::seconds(1);
    limits.memory = std::size_t{256} << 20;
    limits.output = 1000;
    if (!hall::enter_sandbox(limits)) return 1;
    char byte = 0;
    if (deed == "compute") _exit(std::vector<int>(100000, 0).back());
    if (deed == "open") return open("/etc/hostname", O_RDONLY) >= 0 ? 2 : 3;
    if (deed == "socket") return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 2 : 3;
    if (deed == "unix-socket") return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? 2 : 3;
    if (deed == "fork") return fork() >= 0 ? 2 : 3;
    if (deed == "execute") return execl("/bin/true", "true", nullptr);
    if (deed == "kill") return kill(getppid(), 0) == 0 ? 2 : 3;
    if (deed == "code") return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ? 2 : 3;
    if (deed == "memory") {
        try {
            std::string(std::size_t{300} << 20, 'x');
        } catch (const std::bad_alloc&) {
            return 4;
        }
        return 2;
    }
    if (deed == "output") {
        for (int i = 0; i < 2000; ++i)
            if (write(STDOUT_FILENO, &byte, 1) != 1) return 4;
        return 2;
    }
    for (volatile bool forever = true; forever;) byte = static_cast<char>(byte + 1);
    return 2;
}

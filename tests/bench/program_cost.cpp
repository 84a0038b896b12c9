#include "program_cost.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

namespace lede::bench {
namespace {

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

[[noreturn]] void become(const std::string& command) {
    const int nothing = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nothing, stream);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
}

}  // namespace

ProgramCost cost_of(const std::string& command) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) become(command);
    int status = 0;
    rusage usage{};
    ProgramCost cost;
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        cost.failed = true;
        return cost;
    }
    cost.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    cost.wall_seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    cost.peak_megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    cost.failed = !WIFEXITED(status) || WEXITSTATUS(status) > 1;
    return cost;
}

}  // namespace lede::bench

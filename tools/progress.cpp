#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "terminal.h"

namespace lede::tools {
namespace {

namespace fs = std::filesystem;
using pipeline::Count;

constexpr std::size_t kMostFilesCounted = 100'000;
constexpr std::array<std::string_view, 6> kPacked = {".gz", ".zst", ".xz", ".bz2", ".zip", ".tar"};

// Adds the file's size; false where it says nothing about the articles inside.
bool add_size(const fs::path& path, std::uint64_t& total) {
    const std::string suffix = path.extension().string();
    if (std::find(kPacked.begin(), kPacked.end(), suffix) != kPacked.end()) return false;
    std::error_code failed;
    const std::uint64_t size = fs::file_size(path, failed);
    if (!failed) total += size;
    return !failed;
}

// Bytes of all inputs, or 0 where that cannot be known before they are read.
std::uint64_t total_size(const std::vector<std::string>& paths) {
    std::uint64_t total = 0;
    std::size_t files = 0;
    for (const std::string& path : paths) {
        std::error_code failed;
        if (fs::is_regular_file(path, failed)) {
            if (!add_size(path, total)) return 0;
            continue;
        }
        if (!fs::is_directory(path, failed)) return 0;
        for (auto entry = fs::recursive_directory_iterator(path, failed);
             !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
            if (!entry->is_regular_file(failed)) continue;
            if (++files > kMostFilesCounted || !add_size(entry->path(), total)) return 0;
        }
    }
    return total;
}

std::string time_left(double seconds) {
    if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
    if (seconds < 5400) return fmt::format("{:.0f} min left", seconds / 60);
    return fmt::format("{:.1f} h left", seconds / 3600);
}

}  // namespace

std::string progress_line(const pipeline::RunCounts& done, std::uint64_t total, double seconds) {
    constexpr double kMegabyte = 1e6;
    const auto bytes = static_cast<double>(done[Count::kInputBytes]);
    const double rate = seconds > 0 ? bytes / seconds : 0;
    std::string line = fmt::format("{} articles, {:.1f} MB, {:.1f} MB/s", done[Count::kArticles],
                                   bytes / kMegabyte, rate / kMegabyte);
    if (done[Count::kSkipped] > 0) line += fmt::format(", {} skipped", done[Count::kSkipped]);
    if (total > 0 && rate > 0 && done[Count::kInputBytes] <= total) {
        const auto whole = static_cast<double>(total);
        line +=
            fmt::format(", {:.0f}%, {}", 100 * bytes / whole, time_left((whole - bytes) / rate));
    }
    return line;
}

Progress::Progress(const std::vector<std::string>& paths)
    : shown_(is_terminal(STDERR_FILENO) && !is_terminal(STDOUT_FILENO)),
      total_(shown_ ? total_size(paths) : 0) {}

void Progress::update(const pipeline::RunCounts& done) {
    constexpr auto kInterval = std::chrono::milliseconds(200);
    if (!shown_) return;
    const Clock::time_point now = Clock::now();
    if (now - last_ < kInterval) return;
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    // Back to the begin of the line, the text, and the rest of the line erased.
    fmt::print(stderr, "\r{}\x1b[K", progress_line(done, total_, seconds));
    std::fflush(stderr);
}

void Progress::clear() {
    if (!drawn_) return;
    drawn_ = false;
    fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
}

}  // namespace lede::tools

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

std::string progress_line(const pipeline::RunCounts& done, std::uint64_t total, double seconds,
                          std::uint64_t before) {
    constexpr double kMegabyte = 1e6;
    const auto bytes = static_cast<double>(done[Count::kInputBytes]);
    const double rate = seconds > 0 ? (bytes - static_cast<double>(before)) / seconds : 0;
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

Progress::Progress(const std::vector<std::string>& paths, std::uint64_t shares, bool asked)
    : drawing_(is_terminal(STDERR_FILENO) && (asked || !is_terminal(STDOUT_FILENO))),
      adding_(asked && !drawing_),
      total_(drawing_ || adding_ ? total_size(paths) / shares : 0) {}

std::string Progress::line(const pipeline::RunCounts& done, Clock::time_point now) const {
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    return progress_line(done, total_, seconds, before_);
}

void Progress::begin(const pipeline::RunCounts& done) {
    begin_ = last_ = Clock::now();
    before_ = done[Count::kInputBytes];
}

void Progress::update(const pipeline::RunCounts& done) {
    constexpr auto kDrawing = std::chrono::milliseconds(200);
    constexpr auto kAdding = std::chrono::seconds(10);
    if (!drawing_ && !adding_) return;
    const Clock::time_point now = Clock::now();
    if (now - last_ < (drawing_ ? Clock::duration(kDrawing) : Clock::duration(kAdding))) return;
    last_ = now;
    drawn_ = drawing_;
    // On a terminal: back to the begin of the line, the text, and the rest of the line erased.
    if (drawing_)
        fmt::print(stderr, "\r{}\x1b[K", line(done, now));
    else
        fmt::print(stderr, "{}\n", line(done, now));
    std::fflush(stderr);
}

void Progress::clear() {
    if (!drawn_) return;
    drawn_ = false;
    fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
}

void Progress::finish(const pipeline::RunCounts& done) {
    clear();
    if (adding_) fmt::print(stderr, "{}\n", line(done, Clock::now()));
}

}  // namespace lede::tools

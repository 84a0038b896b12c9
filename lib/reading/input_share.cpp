#include "reading/input_share.h"

#include <algorithm>
#include <filesystem>

namespace lede::reading {
namespace {

namespace fs = std::filesystem;

std::uint64_t size_of(const std::string& path) {
    std::error_code failed;
    const std::uint64_t size = fs::is_regular_file(path, failed) ? fs::file_size(path, failed) : 0;
    return failed ? 0 : size;
}

// total * part / parts, without overflow.
std::uint64_t fraction(std::uint64_t total, std::uint64_t part, std::uint64_t parts) {
    return total / parts * part + total % parts * part / parts;
}

}  // namespace

void InputShare::measure(InputWalk walk) {
    if (options_.of == 1) return;
    std::uint64_t total = 0;
    while (const auto file = walk.next()) total += size_of(file->path);
    begin_ = fraction(total, options_.number - 1, options_.of);
    if (options_.number < options_.of) end_ = fraction(total, options_.number, options_.of);
}

void InputShare::enter_file(const std::string& path) {
    if (options_.of == 1) return;
    file_begin_ += file_size_;
    file_size_ = size_of(path);
}

bool InputShare::may_hold_some() const {
    if (file_begin_ >= end_) return false;
    return file_begin_ >= begin_ || file_begin_ + file_size_ > begin_;
}

// What goes wrong at the very end of a file still belongs to that file.
std::uint64_t InputShare::place_of(std::uint64_t position, bool undivided) const {
    if (undivided || file_size_ == 0) return file_begin_;
    return file_begin_ + std::min(position, file_size_ - 1);
}

bool InputShare::holds(std::uint64_t position, bool undivided) const {
    const std::uint64_t at = place_of(position, undivided);
    return at >= begin_ && at < end_;
}

bool InputShare::is_past(std::uint64_t position, bool undivided) const {
    return place_of(position, undivided) >= end_;
}

}  // namespace lede::reading

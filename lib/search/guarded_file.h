// GuardedFile: a file mapped into memory whose blocks are checked when they are first touched.
//
//   GuardedFile file("000001.seg");        throws IndexError if it cannot be read
//   file.guard(bytes, checksums);          from now on
//   file.touch(pointer, 8);                throws IndexError if the block there is damaged
//
// Reading one number checks 4 KiB at most, so that opening is quick and damage never goes unseen.
// Safe from many threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lede::search {

// The index is damaged, incomplete or none.
class IndexError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

inline constexpr std::size_t kGuardedBlock = 4096;  // bytes

class GuardedFile {
  public:
    explicit GuardedFile(const std::string& path);
    ~GuardedFile();
    GuardedFile(const GuardedFile&) = delete;
    GuardedFile& operator=(const GuardedFile&) = delete;

    std::string_view bytes() const { return bytes_; }
    const std::string& path() const { return path_; }

    // The first `size` bytes, in blocks, have these checksums (CRC-32C, four bytes each, one after
    // the other); the first block is the caller's to check. Requires: size bytes, and a checksum
    // for each block of them.
    void guard(std::size_t size, std::string_view checksums);

    // Requires: [at, at + size) lies in the guarded bytes, or in what is checked by other means.
    void touch(const char* at, std::size_t size) const {
        const auto begin = static_cast<std::size_t>(at - bytes_.data());
        const std::size_t first = begin / kGuardedBlock;
        const std::size_t last = (begin + size - 1) / kGuardedBlock;
        for (std::size_t block = first; block <= last; ++block)
            if (!checked_[block].load(std::memory_order_relaxed)) check(block);
    }

    // Gives back the memory that was read into; it is read anew when it is touched again.
    void release() const;

    [[noreturn]] void fail(const std::string& what) const;

  private:
    void check(std::size_t block) const;

    std::string path_;
    std::string_view bytes_;
    std::size_t guarded_ = 0;
    std::string_view checksums_;
    std::unique_ptr<std::atomic<bool>[]> checked_;
};

}  // namespace lede::search

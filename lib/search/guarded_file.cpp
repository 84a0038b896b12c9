#include "search/guarded_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "search/checksum.h"

namespace lede::search {

GuardedFile::GuardedFile(const std::string& path) : path_(path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail(std::strerror(errno));
    struct stat status {};
    const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const mapped = known && size > 0
                             ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
                             : MAP_FAILED;
    ::close(descriptor);
    if (mapped == MAP_FAILED) fail(known && size == 0 ? "is empty" : "cannot be mapped");
    bytes_ = {static_cast<const char*>(mapped), size};
}

GuardedFile::~GuardedFile() {
    // Mapped above, and handed out as const only.
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

void GuardedFile::guard(std::size_t size, std::string_view checksums) {
    guarded_ = size;
    checksums_ = checksums;
    const std::size_t blocks = bytes_.size() / kGuardedBlock + 1;
    checked_ = std::make_unique<std::atomic<bool>[]>(blocks);
    // The header and what lies behind the blocks are checked by other means.
    checked_[0] = true;
    for (std::size_t block = (size + kGuardedBlock - 1) / kGuardedBlock; block < blocks; ++block)
        checked_[block] = true;
}

void GuardedFile::release() const {
    if (!bytes_.empty()) ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

void GuardedFile::check(std::size_t block) const {
    const std::size_t begin = block * kGuardedBlock;
    std::uint32_t expected;
    std::memcpy(&expected, checksums_.data() + block * 4, 4);
    const std::size_t size = std::min(kGuardedBlock, guarded_ - begin);
    if (crc32c(bytes_.substr(begin, size)) != expected)
        fail("is damaged at byte " + std::to_string(begin) + ": build the index anew");
    checked_[block].store(true, std::memory_order_relaxed);
}

void GuardedFile::fail(const std::string& what) const { throw IndexError(path_ + ": " + what); }

}  // namespace lede::search

#include "writing/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace lede::writing {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
constexpr mode_t kFileMode = 0666;  // the user's mask takes away from it

}  // namespace

Output::Output(const std::string& path) : path_(path == "-" ? "" : path) {
    if (path_.empty()) {
        descriptor_ = STDOUT_FILENO;
        return;
    }
    part_ = path_ + ".part";
    descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kFileMode);
    if (descriptor_ < 0) {
        part_.clear();
        fail("cannot be written");
    }
}

Output::~Output() {
    if (!part_.empty()) {
        ::close(descriptor_);
        ::unlink(part_.c_str());
    }
}

void Output::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > kBufferBytes) flush();
    if (bytes.size() >= kBufferBytes)
        write_all(bytes);
    else
        buffer_ += bytes;
}

void Output::flush() {
    write_all(buffer_);
    buffer_.clear();
}

void Output::finish() {
    flush();
    // Closing standard output, too, tells what some file systems hold back until then.
    if (::close(descriptor_) != 0) fail("cannot be written");
    if (part_.empty()) return;
    if (std::rename(part_.c_str(), path_.c_str()) != 0) fail("cannot be put in place");
    part_.clear();
}

void Output::write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) throw BrokenPipe();
        if (written < 0) fail("cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Output::fail(const char* doing) const {
    const std::string reason = std::strerror(errno);
    throw OutputError((path_.empty() ? "standard output" : path_) + ": " + doing + ": " + reason);
}

}  // namespace lede::writing

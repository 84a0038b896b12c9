#include "writing/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace lede::writing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
constexpr int kMostLinks = 8;
constexpr mode_t kFileMode = 0666;  // the user's mask takes away from it

}  // namespace

Output::Output(const std::string& path, bool durable)
    : path_(path == "-" ? "" : path), durable_(durable) {
    if (path_.empty())
        descriptor_ = STDOUT_FILENO;
    else
        open_file();
    packer_ = make_packer(path);
}

Output::~Output() {
    if (path_.empty() || descriptor_ < 0) return;
    ::close(descriptor_);
    if (!part_.empty()) ::unlink(part_.c_str());
}

void Output::open_file() {
    std::error_code ignored;
    const int flags = O_WRONLY | O_CLOEXEC;
    const fs::file_type type = fs::status(path_, ignored).type();
    const bool is_file = type == fs::file_type::regular || type == fs::file_type::not_found;
    // /dev/stdout leads to a file, too, but to one that is already open.
    if (!is_file || path_.starts_with("/dev/")) {
        descriptor_ = ::open(path_.c_str(), flags);
        if (descriptor_ < 0) fail("cannot be written");
        return;
    }
    // Links are followed, so that their target is made or replaced and not the link.
    fs::path target = path_;
    for (int i = 0; i < kMostLinks && fs::is_symlink(target, ignored); ++i)
        target = target.parent_path() / fs::read_symlink(target, ignored);
    path_ = target.string();
    const std::string folder = target.parent_path().string();
    descriptor_ = ::open(folder.empty() ? "." : folder.c_str(), flags | O_TMPFILE, kFileMode);
    unnamed_ = descriptor_ >= 0;
    if (unnamed_) return;
    part_ = path_ + ".part";
    descriptor_ = ::open(part_.c_str(), flags | O_CREAT | O_TRUNC, kFileMode);
    if (descriptor_ < 0) fail("cannot be written");
}

void Output::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > kBufferBytes) flush();
    if (bytes.size() >= kBufferBytes)
        write_out(bytes);
    else
        buffer_ += bytes;
}

void Output::flush() {
    write_out(buffer_);
    buffer_.clear();
}

void Output::finish() {
    flush();
    if (packer_) {
        packer_->finish(packed_);
        write_all(packed_);
    }
    if (durable_ && ::fsync(descriptor_) != 0) fail("cannot be written");
    put_in_place();
    // Closing standard output, too, tells what some file systems hold back until then.
    if (::close(std::exchange(descriptor_, -1)) != 0) fail("cannot be written");
}

void Output::put_in_place() {
    if (unnamed_) {
        part_ = path_ + ".part";
        ::unlink(part_.c_str());
        const std::string open_file = "/proc/self/fd/" + std::to_string(descriptor_);
        if (::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, part_.c_str(), AT_SYMLINK_FOLLOW) != 0)
            fail("cannot be put in place");
    }
    if (part_.empty()) return;
    if (std::rename(part_.c_str(), path_.c_str()) != 0) fail("cannot be put in place");
    part_.clear();
}

void Output::write_out(std::string_view bytes) {
    if (!packer_) return write_all(bytes);
    packer_->pack(bytes, packed_);
    write_all(packed_);
    packed_.clear();
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

#include "search/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "search/guarded_file.h"

namespace lede::search {
namespace {

[[noreturn]] void fail(const std::string& path) {
    throw IndexError(path + ": " + std::strerror(errno));
}

}  // namespace

NewFile::NewFile(const std::string& path)
    : path_(path),
      descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) fail(path_);
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) fail(path_);
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void NewFile::write_at_begin(std::string_view bytes) {
    if (::lseek(descriptor_, 0, SEEK_SET) < 0) fail(path_);
    write(bytes);
}

void NewFile::finish() {
    const bool done = ::fsync(descriptor_) == 0;
    const bool closed = ::close(descriptor_) == 0;
    descriptor_ = -1;
    if (!done || !closed) fail(path_);
}

void write_durably(const std::string& path, std::string_view bytes) {
    NewFile file(path);
    file.write(bytes);
    file.finish();
}

void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) fail(folder);
    const bool done = ::fsync(descriptor) == 0 || errno == EINVAL;
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    if (!done) fail(folder);
}

}  // namespace lede::search

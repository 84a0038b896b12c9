#include "reading/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace lede::reading {
namespace {

std::string reason(int code) {
    std::string text = std::generic_category().message(code);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] + 32);
    return text;
}

class FileStream : public ByteStream {
  public:
    FileStream(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
    ~FileStream() override {
        if (owned_) ::close(descriptor_);
    }
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;

    std::size_t read(char* out, std::size_t size) override {
        if (!error_.empty()) return 0;
        ssize_t got;
        do got = ::read(descriptor_, out, size);
        while (got < 0 && errno == EINTR);
        if (got >= 0) return static_cast<std::size_t>(got);
        error_ = reason(errno);
        return 0;
    }

    std::string_view error() const override { return error_; }

  private:
    int descriptor_;
    bool owned_;
    std::string error_;
};

class StringStream : public ByteStream {
  public:
    explicit StringStream(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(char* out, std::size_t size) override {
        const std::size_t count = std::min(size, bytes_.size() - at_);
        bytes_.copy(out, count, at_);
        at_ += count;
        return count;
    }

  private:
    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteStream> open_file(const std::string& path, std::string& why) {
    if (path == "-") return std::make_unique<FileStream>(STDIN_FILENO, false);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        why = reason(errno);
        return nullptr;
    }
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(descriptor);
        why = reason(EISDIR);
        return nullptr;
    }
    return std::make_unique<FileStream>(descriptor, true);
}

std::unique_ptr<ByteStream> open_string(std::string bytes) {
    return std::make_unique<StringStream>(std::move(bytes));
}

}  // namespace lede::reading

#include "reading/gzip_stream.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace lede::reading {
namespace {

constexpr std::string_view kMagic = "\x1F\x8B\x08";
constexpr int kGzipWindow = 15 + 16;  // zlib's code for the largest window with a gzip header

class GzipStream : public ByteStream {
  public:
    explicit GzipStream(std::unique_ptr<ByteStream> compressed)
        : compressed_(std::move(compressed)) {
        inflateInit2(&zlib_, kGzipWindow);
    }
    ~GzipStream() override { inflateEnd(&zlib_); }
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;

    std::size_t read(char* out, std::size_t size) override {
        zlib_.next_out = reinterpret_cast<Bytef*>(out);
        zlib_.avail_out = static_cast<uInt>(std::min(size, std::size_t{1} << 30));
        const uInt wanted = zlib_.avail_out;
        while (zlib_.avail_out == wanted && refill()) {
            if (at_member_end_ && !open_member()) continue;
            step();
        }
        return wanted - zlib_.avail_out;
    }

    std::string_view error() const override {
        return error_.empty() ? compressed_->error() : std::string_view(error_);
    }

  private:
    // Makes input available; false at the end of it.
    bool refill() {
        if (zlib_.avail_in > 0) return true;
        const std::size_t got = compressed_->read(buffer_.data(), buffer_.size());
        zlib_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
        zlib_.avail_in = static_cast<uInt>(got);
        consumed_ += got;
        if (got > 0) return true;
        if (!at_member_end_) fail("ends in the middle of a gzip member");
        at_member_end_ = true;
        return false;
    }

    // Moves to the next member; what stands before it is dropped a byte at a time, so that a
    // header across two buffers is found.
    bool open_member() {
        const auto byte = static_cast<char>(*zlib_.next_in);
        if (matched_ < kMagic.size()) {
            // No byte of the magic occurs in it twice, so a failed match restarts here at most.
            matched_ = byte == kMagic[matched_] ? matched_ + 1 : byte == kMagic[0] ? 1 : 0;
            if (matched_ == 0 && byte != '\0') fail("holds bytes that are no gzip data");
            ++zlib_.next_in;
            --zlib_.avail_in;
            if (matched_ < kMagic.size()) return false;
        }
        matched_ = 0;
        at_member_end_ = false;
        inflateReset2(&zlib_, kGzipWindow);
        feed_magic();
        return zlib_.avail_in > 0 || refill();
    }

    // The header's first bytes were taken off the input to be recognised.
    void feed_magic() {
        Bytef* const next = zlib_.next_in;
        const uInt available = zlib_.avail_in;
        std::array<Bytef, 3> magic = {0x1F, 0x8B, 0x08};
        zlib_.next_in = magic.data();
        zlib_.avail_in = magic.size();
        inflate(&zlib_, Z_NO_FLUSH);
        zlib_.next_in = next;
        zlib_.avail_in = available;
    }

    void step() {
        const int status = inflate(&zlib_, Z_NO_FLUSH);
        if (status == Z_STREAM_END) at_member_end_ = true;
        if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return;
        fail("holds a broken gzip member");
        at_member_end_ = true;
    }

    void fail(std::string_view what) {
        if (error_.empty())
            error_ = std::string(what) + " (compressed byte " +
                     std::to_string(consumed_ - zlib_.avail_in) + ")";
    }

    std::unique_ptr<ByteStream> compressed_;
    z_stream zlib_{};
    std::array<char, std::size_t{64} << 10> buffer_;
    std::uint64_t consumed_ = 0;
    std::size_t matched_ = 0;  // bytes of the magic seen
    bool at_member_end_ = true;
    std::string error_;
};

}  // namespace

std::unique_ptr<ByteStream> open_gzip(std::unique_ptr<ByteStream> compressed) {
    return std::make_unique<GzipStream>(std::move(compressed));
}

}  // namespace lede::reading

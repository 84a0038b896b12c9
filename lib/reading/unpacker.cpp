#include "reading/unpacker.h"

#include <algorithm>
#include <utility>

#include "reading/gzip_stream.h"
#include "reading/office_document.h"
#include "reading/utf16_stream.h"

namespace lede::reading {
namespace {

constexpr std::size_t kHead = 512;
constexpr int kMostLayers = 8;  // compressions around one input; more is a trap

// A stream that begins with what a window has read ahead.
class WindowStream : public ByteStream {
  public:
    explicit WindowStream(std::unique_ptr<ByteWindow> window) : window_(std::move(window)) {}

    std::size_t read(char* out, std::size_t size) override {
        if (window_->view().empty() && !window_->grow()) return 0;
        const std::size_t count = window_->view().copy(out, size);
        window_->drop(count);
        return count;
    }

    std::string_view error() const override { return window_->error(); }

  private:
    std::unique_ptr<ByteWindow> window_;
};

enum class Layer : unsigned char { kNone, kGzip, kPacked, kArchive };

Layer layer_of(std::string_view head) {
    if (head.starts_with("\x1F\x8B\x08")) return Layer::kGzip;
    if (head.starts_with("\x28\xB5\x2F\xFD") ||
        head.starts_with("\xFD"
                         "7zXZ") ||
        (head.starts_with("BZh") && head.size() > 9 && head.substr(4, 6) == "1AY&SY"))
        return Layer::kPacked;
    if (head.size() > 262 && head.substr(257, 5) == "ustar") return Layer::kArchive;
    if (head.starts_with("PK\x03\x04") && !is_office_document(head)) return Layer::kArchive;
    return Layer::kNone;
}

}  // namespace

Unpacker::Unpacker(std::unique_ptr<ByteStream> stream, std::string name, bool by_line)
    : first_(std::move(stream)), name_(std::move(name)), by_line_(by_line) {}

std::optional<PlainInput> Unpacker::unwrap(std::unique_ptr<ByteStream> stream, std::string name) {
    for (int layer = 0;; ++layer) {
        auto window = std::make_unique<ByteWindow>(std::move(stream), by_line_);
        const Layer found = layer < kMostLayers && levels_.size() < kMostLayers
                                ? layer_of(window->fill(kHead))
                                : Layer::kNone;
        if (found == Layer::kNone) {
            const auto order = guess_utf16(window->fill(kHead));
            if (order)
                window = std::make_unique<ByteWindow>(
                    open_utf16(std::make_unique<WindowStream>(std::move(window)), *order),
                    by_line_);
            const bool is_plain = layer == 0 && levels_.empty() && !order;
            return PlainInput{std::move(name), std::move(window), !is_plain};
        }
        stream = std::make_unique<WindowStream>(std::move(window));
        if (found == Layer::kGzip) stream = open_gzip(std::move(stream));
        if (found == Layer::kPacked) stream = open_packed(std::move(stream));
        if (found == Layer::kArchive) {
            levels_.push_back({std::move(name), std::make_unique<Archive>(std::move(stream))});
            return std::nullopt;
        }
    }
}

std::optional<Result<PlainInput>> Unpacker::next() {
    if (first_)
        if (auto input = unwrap(std::exchange(first_, nullptr), name_)) return std::move(*input);
    while (!levels_.empty()) {
        const Level& level = levels_.back();
        if (auto member = level.archive->next()) {
            std::string name = level.name + '/' + member->name;
            if (auto input = unwrap(std::move(member->stream), std::move(name)))
                return std::move(*input);
            continue;
        }
        Error error{level.name, 1, 0, level.archive->error()};
        levels_.pop_back();
        if (!error.what.empty()) return error;
    }
    return std::nullopt;
}

}  // namespace lede::reading

#include "reading/byte_window.h"

#include <cassert>

namespace lede::reading {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

}  // namespace

std::string_view ByteWindow::fill(std::size_t size) {
    while (view().size() < size && !(by_line_ && view().ends_with('\n')) && grow()) {
    }
    return view();
}

bool ByteWindow::grow() {
    // Moving the rest to the front only when it is the smaller half keeps the whole linear.
    if (begin_ > buffer_.size() / 2) {
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    const std::size_t used = buffer_.size();
    if (buffer_.capacity() < used + kChunk) buffer_.reserve(2 * used + kChunk);
    buffer_.resize(used + kChunk);
    const std::size_t got = stream_->read(buffer_.data() + used, kChunk);
    buffer_.resize(used + got);
    return got > 0;
}

void ByteWindow::drop(std::size_t count) {
    assert(count <= view().size());
    begin_ += count;
    position_ += count;
    if (begin_ == buffer_.size()) {
        buffer_.clear();
        begin_ = 0;
    }
}

}  // namespace lede::reading

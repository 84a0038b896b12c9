#include "search/record_store.h"

#include <zlib.h>

#include <new>

#include "search/guarded_file.h"

namespace lede::search {
namespace {

constexpr std::size_t kGroup = std::size_t{16} << 10;   // bytes that are packed together
constexpr std::size_t kLargest = std::size_t{1} << 30;  // no group unpacks to more

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

void append_number(std::string& out, std::size_t size) {
    const auto number = static_cast<std::uint32_t>(size);
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

void RecordStoreBuilder::add(std::string_view record) {
    append_number(open_, record.size());
    open_ += record;
    ++records_;
    if (open_.size() >= kGroup) end_group();
}

// The size of the group before it was packed, then what zlib made of it.
void RecordStoreBuilder::end_group() {
    if (open_.empty()) return;
    groups_.firsts.push_back(first_);
    groups_.places.push_back(place());
    append_number(bytes_, open_.size());
    const std::size_t begin = bytes_.size();
    uLongf size = compressBound(static_cast<uLong>(open_.size()));
    bytes_.resize(begin + size);
    const int done = compress2(reinterpret_cast<Bytef*>(bytes_.data() + begin), &size,
                               reinterpret_cast<const Bytef*>(open_.data()),
                               static_cast<uLong>(open_.size()), Z_BEST_SPEED);
    if (done != Z_OK) throw std::bad_alloc();
    bytes_.resize(begin + size);
    open_.clear();
    first_ = records_;
}

RecordGroups RecordStoreBuilder::finish() {
    end_group();
    groups_.places.push_back(place());
    return std::move(groups_);
}

void RecordStore::unpack(std::uint32_t number, Group& group) const {
    const std::size_t begin = places_[number];
    const std::size_t end = places_[number + 1];
    if (end > bytes_.size() || begin + 4 > end) file_->fail("is damaged: build the index anew");
    const std::string_view packed = bytes_.substr(begin, end - begin);
    file_->touch(packed.data(), packed.size());
    const std::size_t size = number_at(packed, 0);
    if (size > kLargest) file_->fail("is damaged: build the index anew");
    group.bytes.resize(size);
    auto unpacked = static_cast<uLongf>(size);
    const int done = uncompress(reinterpret_cast<Bytef*>(group.bytes.data()), &unpacked,
                                reinterpret_cast<const Bytef*>(packed.data() + 4),
                                static_cast<uLong>(packed.size() - 4));
    if (done != Z_OK || unpacked != size) file_->fail("is damaged: build the index anew");
    group.number = number;
}

std::string_view RecordStore::record(std::uint32_t number, Group& group) const {
    std::uint32_t low = 0;
    for (std::uint32_t high = firsts_.size(); high - low > 1;) {
        const std::uint32_t middle = low + (high - low) / 2;
        (firsts_[middle] <= number ? low : high) = middle;
    }
    if (group.number != low) unpack(low, group);
    std::string_view rest = group.bytes;
    for (std::uint32_t at = firsts_[low];; ++at) {
        if (rest.size() < 4 || rest.size() - 4 < number_at(rest, 0))
            file_->fail("is damaged: build the index anew");
        const std::string_view record = rest.substr(4, number_at(rest, 0));
        if (at == number) return record;
        rest.remove_prefix(4 + record.size());
    }
}

}  // namespace lede::search

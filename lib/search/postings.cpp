#include "search/postings.h"

#include "search/guarded_file.h"

namespace lede::search {
namespace {

std::size_t size_of(std::uint32_t number) {
    std::size_t size = 1;
    for (; number >= 0x80; number >>= 7) ++size;
    return size;
}

}  // namespace

void Postings::append(std::uint32_t value, std::vector<std::uint32_t>& positions) const {
    const char* at = bytes_ + offsets_[value];
    const char* const end = bytes_ + offsets_[value + 1];
    if (at == end) return;
    if (file_) file_->touch(at, static_cast<std::size_t>(end - at));
    positions.reserve(positions.size() + count(value));
    std::uint32_t position = 0;
    while (at < end) {
        std::uint32_t difference = 0;
        unsigned shift = 0;
        for (bool more = true; more && at < end; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at++);
            difference |= static_cast<std::uint32_t>(byte & 0x7F) << (shift & 31);
            more = byte & 0x80;
        }
        position += difference;
        positions.push_back(position);
    }
}

PostingsBytes make_postings(const std::vector<std::uint32_t>& ids, std::uint32_t values) {
    PostingsBytes postings;
    postings.counts.resize(values);
    std::vector<std::uint32_t> last(values);
    std::vector<std::uint32_t> next(values);  // bytes of each value, then where its next one goes
    for (std::uint32_t position = 0; position < ids.size(); ++position) {
        const std::uint32_t id = ids[position];
        ++postings.counts[id];
        next[id] += static_cast<std::uint32_t>(size_of(position - last[id]));
        last[id] = position;
    }
    std::uint32_t total = 0;
    for (std::uint32_t& bytes : next) {
        postings.offsets.push_back(total);
        total += bytes;
        bytes = postings.offsets.back();
    }
    postings.offsets.push_back(total);
    postings.bytes.resize(total);
    std::fill(last.begin(), last.end(), 0);
    for (std::uint32_t position = 0; position < ids.size(); ++position) {
        const std::uint32_t id = ids[position];
        std::uint32_t difference = position - last[id];
        last[id] = position;
        char* at = postings.bytes.data() + next[id];
        for (; difference >= 0x80; difference >>= 7) *at++ = static_cast<char>(difference | 0x80);
        *at++ = static_cast<char>(difference);
        next[id] = static_cast<std::uint32_t>(at - postings.bytes.data());
    }
    return postings;
}

}  // namespace lede::search

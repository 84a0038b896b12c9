#include "search/postings.h"

#include <algorithm>
#include <bit>

#include "search/guarded_file.h"

namespace lede::search {
namespace {

// Bits of the remainder: the power of two below 0.69 of the mean gap.
unsigned remainder_bits(std::uint64_t tokens, std::uint64_t count) {
    const std::uint64_t scaled = tokens * 69 / (count * 100);
    return scaled == 0 ? 0 : static_cast<unsigned>(std::bit_width(scaled)) - 1;
}

std::uint64_t word_at(const char* bytes, std::uint64_t bit) {
    std::uint64_t word;
    std::memcpy(&word, bytes + (bit >> 3), sizeof word);
    return word >> (bit & 7);
}

}  // namespace

void Postings::append(std::uint32_t value, std::vector<std::uint32_t>& positions,
                      std::uint32_t most) const {
    const std::uint32_t number = count(value);
    const std::uint64_t begin = parts_.offsets[value];
    const std::uint64_t end = std::min<std::uint64_t>(parts_.offsets[value + 1], parts_.size);
    if (number == 0 || begin >= end || number > parts_.tokens) return;
    const char* const bytes = parts_.bytes + begin;
    if (file_) file_->touch(bytes, static_cast<std::size_t>(end - begin) + kPackedPadding);
    const unsigned bits = remainder_bits(parts_.tokens, number);
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    const std::uint64_t last_bit = (end - begin) * 8;
    const std::uint32_t wanted = std::min(number, most);
    positions.reserve(positions.size() + wanted);
    std::uint64_t bit = 0;
    std::uint64_t next = 0;  // the least position that may come
    for (std::uint32_t i = 0; i < wanted; ++i) {
        std::uint64_t quotient = 0;
        std::uint64_t word = word_at(bytes, bit);
        while (word == 0) {
            const unsigned empty = 64 - (bit & 7);
            quotient += empty;
            bit += empty;
            if (bit >= last_bit) return;
            word = word_at(bytes, bit);
        }
        const auto zeros = static_cast<unsigned>(std::countr_zero(word));
        bit += zeros + 1;
        if (bit + bits > last_bit) return;
        next += ((quotient + zeros) << bits) + (word_at(bytes, bit) & mask);
        bit += bits;
        if (next >= parts_.tokens) return;
        positions.push_back(static_cast<std::uint32_t>(next++));
    }
}

PostingsBytes make_postings(const PackedIds& ids, std::uint32_t values) {
    // A list on its way: where its next place goes, and the least position that may come.
    struct List {
        std::uint64_t bit = 0;
        std::uint32_t next = 0;
        std::uint32_t bits = 0;
    };
    PostingsBytes postings;
    postings.counts.resize(values);
    for (std::uint32_t position = 0; position < ids.size(); ++position)
        ++postings.counts[ids[position]];
    std::vector<List> lists(values);
    for (std::uint32_t value = 0; value < values; ++value)
        if (postings.counts[value] > 0)
            lists[value].bits = remainder_bits(ids.size(), postings.counts[value]);
    for (std::uint32_t position = 0; position < ids.size(); ++position) {
        List& list = lists[ids[position]];
        list.bit += ((position - list.next) >> list.bits) + 1 + list.bits;
        list.next = position + 1;
    }
    std::uint64_t total = 0;
    for (List& list : lists) {
        postings.offsets.push_back(static_cast<std::uint32_t>(total));
        const std::uint64_t size = (list.bit + 7) / 8;
        list = {.bit = total * 8, .next = 0, .bits = list.bits};
        total += size;
    }
    postings.offsets.push_back(static_cast<std::uint32_t>(total));
    postings.bytes.resize(total + kPackedPadding);
    for (std::uint32_t position = 0; position < ids.size(); ++position) {
        List& list = lists[ids[position]];
        const std::uint64_t gap = position - list.next;
        list.next = position + 1;
        const std::uint64_t bit = list.bit + (gap >> list.bits);
        const std::uint64_t code = 1 | (gap & ((std::uint64_t{1} << list.bits) - 1)) << 1;
        char* const at = postings.bytes.data() + (bit >> 3);
        std::uint64_t word;
        std::memcpy(&word, at, sizeof word);
        word |= code << (bit & 7);
        std::memcpy(at, &word, sizeof word);
        list.bit = bit + 1 + list.bits;
    }
    return postings;
}

}  // namespace lede::search

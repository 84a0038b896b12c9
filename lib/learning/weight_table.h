// WeightTable: sparse, quantised weights of hashed features, read in place.
//
//   feature 0x51…: label 3 -> +12, label 7 -> -40       every other label: 0
//
// The format is a bucketed hash table. A feature's upper half chooses the bucket, its lower 16 bits
// tell it from its bucket mates (one in about 30,000 unknown features is taken for another):
//
//   u32 buckets, u32 bytes of records, u32 labels,
//   {u32 begin of records, u32 marks} of each bucket and of one behind the last,
//   records {u16 check, u8 n, u8 label[n], i8 weight[n]}, or, for many labels,
//   {u16 check, u8 kDense, i8 weight[labels, to a multiple of kLanes]}, kTail zero bytes
//
// so that an entry costs two bytes and a feature five more. The upper five bits of a check number a
// mark of its bucket (a Bloom filter of one hash): most features that the table does not have,
// which are most of all that are asked for, cost one cache line; others cost two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "learning/feature_sequence.h"
#include "learning/score_rows.h"

namespace lede::learning {

struct LabelWeight {
    Label label = 0;
    std::int8_t weight = 0;
};

struct FeatureWeights {
    Feature feature = 0;
    std::vector<LabelWeight> weights;  // of distinct labels, none zero
};

// The number of a feature's mark in its bucket, 0 to 31.
constexpr unsigned mark_of(Feature feature) { return static_cast<unsigned>(feature >> 11U & 31U); }

class WeightTable {
  public:
    static constexpr unsigned kDense = 255;

    WeightTable() = default;
    // Requires: `bytes` outlive the table. Bytes behind the table are left alone; `size_bytes`
    // tells where it ends. Throws std::runtime_error if they hold no table; whatever they hold,
    // `add` reads only inside them.
    explicit WeightTable(std::string_view bytes);

    std::size_t size_bytes() const { return size_bytes_; }

    // Adds the weights of `feature` to `scores`, which has 256 places.
    void add(Feature feature, std::int16_t* scores) const {
        const std::uint32_t bucket = bucket_of(feature);
        if (!may_have(feature, bucket)) return;
        const unsigned char* at = records_ + bucket_begin(bucket);
        const unsigned char* const end = records_ + bucket_begin(bucket + 1);
        const auto check = static_cast<std::uint16_t>(feature);
        while (at < end) {
            const unsigned n = at[2];
            if (static_cast<std::uint16_t>(at[0] | at[1] << 8) == check)
                return n == kDense ? add_dense(at + 3, scores) : add_sparse(at + 3, n, scores);
            at += 3 + (n == kDense ? dense_ : std::size_t{2} * n);
        }
    }

    // Whether the table may have weights of `feature`; if so, asks the memory for them.
    bool prefetch(Feature feature) const {
        const std::uint32_t bucket = bucket_of(feature);
        if (!may_have(feature, bucket)) return false;
        __builtin_prefetch(records_ + bucket_begin(bucket));
        return true;
    }
    // Asks for what `prefetch` and `add` read first.
    void prefetch_index(Feature feature) const {
        __builtin_prefetch(index_ + kIndexEntry * bucket_of(feature));
    }

  private:
    static constexpr std::size_t kIndexEntry = 8;

    void add_dense(const unsigned char* weights, std::int16_t* scores) const {
        for (std::size_t label = 0; label < dense_; label += kLanes)
            add_lanes(scores + label, weights + label);
    }
    static void add_sparse(const unsigned char* record, unsigned n, std::int16_t* scores) {
        for (unsigned i = 0; i < n; ++i) {
            std::int16_t& score = scores[record[i]];
            score = static_cast<std::int16_t>(score + static_cast<std::int8_t>(record[n + i]));
        }
    }

    std::uint32_t bucket_of(Feature feature) const {
        return static_cast<std::uint32_t>(((feature >> 32U) * buckets_) >> 32U);
    }
    std::uint32_t bucket_begin(std::uint32_t bucket) const {
        return read_index(kIndexEntry * bucket);
    }
    bool may_have(Feature feature, std::uint32_t bucket) const {
        return read_index(kIndexEntry * bucket + 4) >> mark_of(feature) & 1U;
    }
    std::uint32_t read_index(std::size_t at) const {
        std::uint32_t word = 0;
        std::memcpy(&word, index_ + at, 4);
        return word;
    }

    const char* index_ = nullptr;
    const unsigned char* records_ = nullptr;
    std::uint64_t buckets_ = 0;
    std::size_t dense_ = 0;  // weights of a dense record: a multiple of kLanes, at most 256
    std::size_t size_bytes_ = 0;
};

// The bytes for a WeightTable. The order of `features` does not matter; features without weights
// are left out. Requires: features are distinct; at most 254 labels.
std::string make_weight_table(std::vector<FeatureWeights> features, std::size_t labels);

}  // namespace lede::learning

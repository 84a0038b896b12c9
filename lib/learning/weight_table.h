// WeightTable: sparse, quantised weights of hashed features, read in place.
//
//   feature 0x51…: label 3 -> +12, label 7 -> -40       every other label: 0
//
// The format is a bucketed hash table. A feature's upper half chooses the bucket, its lower 16 bits
// tell it from its bucket mates (one in about 30,000 unknown features is taken for another):
//
//   u32 buckets, u32 bytes of records, u32 begin of records of each bucket (buckets + 1),
//   records {u16 check, u8 n, u8 label[n], i8 weight[n]}, kTail zero bytes
//
// so that an entry costs two bytes, a feature four more, and a look-up touches two cache lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "learning/feature_sequence.h"

namespace lede::learning {

struct LabelWeight {
    Label label = 0;
    std::int8_t weight = 0;
};

struct FeatureWeights {
    Feature feature = 0;
    std::vector<LabelWeight> weights;  // of distinct labels, none zero
};

class WeightTable {
  public:
    WeightTable() = default;
    // Requires: `bytes` outlive the table. Bytes behind the table are left alone; `size_bytes`
    // tells where it ends. Throws std::runtime_error if they hold no table; whatever they hold,
    // `add` reads only inside them.
    explicit WeightTable(std::string_view bytes);

    std::size_t size_bytes() const { return size_bytes_; }

    // Adds the weights of `feature` to `scores`, which has 256 places.
    void add(Feature feature, std::int16_t* scores) const {
        const std::uint32_t bucket = bucket_of(feature);
        const unsigned char* at = records_ + bucket_begin(bucket);
        const unsigned char* const end = records_ + bucket_begin(bucket + 1);
        const auto check = static_cast<std::uint16_t>(feature);
        while (at < end) {
            const unsigned n = at[2];
            if (static_cast<std::uint16_t>(at[0] | at[1] << 8) == check) {
                for (unsigned i = 0; i < n; ++i) {
                    const auto weight = static_cast<std::int8_t>(at[3 + n + i]);
                    scores[at[3 + i]] = static_cast<std::int16_t>(scores[at[3 + i]] + weight);
                }
                return;
            }
            at += 3 + 2 * n;
        }
    }

    // Ask the memory for what `add` will read first (the index) and then (the record); the second
    // reads the index. Worth their cost some features ahead.
    void prefetch_index(Feature feature) const {
        __builtin_prefetch(index_ + 4 * std::size_t{bucket_of(feature)});
    }
    void prefetch_record(Feature feature) const {
        __builtin_prefetch(records_ + bucket_begin(bucket_of(feature)));
    }

  private:
    std::uint32_t bucket_of(Feature feature) const {
        return static_cast<std::uint32_t>(((feature >> 32U) * buckets_) >> 32U);
    }
    std::uint32_t bucket_begin(std::uint32_t bucket) const {
        std::uint32_t begin = 0;
        std::memcpy(&begin, index_ + 4 * std::size_t{bucket}, 4);
        return begin;
    }

    const char* index_ = nullptr;
    const unsigned char* records_ = nullptr;
    std::uint64_t buckets_ = 0;
    std::size_t size_bytes_ = 0;
};

// The bytes for a WeightTable. The order of `features` does not matter; features without weights
// are left out. Requires: features are distinct.
std::string make_weight_table(std::vector<FeatureWeights> features);

}  // namespace lede::learning

#include "learning/weight_table.h"

#include <algorithm>
#include <stdexcept>

namespace lede::learning {
namespace {

// A record that claims to reach behind the last bucket stays inside the bytes.
constexpr std::size_t kTail = 3 + 2 * 255;
constexpr std::size_t kHead = 12;
// Where a dense record is read faster, or is smaller.
constexpr std::size_t kManyLabels = 16;
constexpr std::size_t kFeaturesPerBucket = 3;

void append_u32(std::string& out, std::size_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(static_cast<unsigned char>(value >> shift));
}

std::uint32_t read_u32_at(std::string_view bytes, std::size_t at) {
    if (at + 4 > bytes.size()) throw std::runtime_error("weight table is cut off");
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, 4);
    return value;
}

std::size_t dense_size(std::size_t labels) { return (labels + kLanes - 1) / kLanes * kLanes; }

void append_record(std::string& out, const FeatureWeights& feature, std::size_t labels) {
    const std::vector<LabelWeight>& weights = feature.weights;
    out += static_cast<char>(feature.feature & 0xFFU);
    out += static_cast<char>(feature.feature >> 8U & 0xFFU);
    if (weights.size() >= kManyLabels || 2 * weights.size() >= labels) {
        out += static_cast<char>(static_cast<unsigned char>(WeightTable::kDense));
        std::string dense(dense_size(labels), '\0');
        for (const LabelWeight& entry : weights)
            dense[entry.label] = static_cast<char>(entry.weight);
        out += dense;
        return;
    }
    out += static_cast<char>(weights.size());
    for (const LabelWeight& entry : weights) out += static_cast<char>(entry.label);
    for (const LabelWeight& entry : weights) out += static_cast<char>(entry.weight);
}

}  // namespace

WeightTable::WeightTable(std::string_view bytes) {
    buckets_ = read_u32_at(bytes, 0);
    const std::size_t record_bytes = read_u32_at(bytes, 4);
    const std::size_t labels = read_u32_at(bytes, 8);
    dense_ = dense_size(std::min<std::size_t>(labels, kDense));
    const std::size_t records_begin = kHead + kIndexEntry * (buckets_ + 1);
    size_bytes_ = records_begin + record_bytes + kTail;
    if (buckets_ == 0 || labels >= kDense || size_bytes_ > bytes.size())
        throw std::runtime_error("weight table is cut off");
    index_ = bytes.data() + kHead;
    records_ = reinterpret_cast<const unsigned char*>(bytes.data()) + records_begin;
    for (std::uint32_t bucket = 0; bucket <= buckets_; ++bucket)
        if (bucket_begin(bucket) > record_bytes)
            throw std::runtime_error("weight table has a broken index");
}

std::string make_weight_table(std::vector<FeatureWeights> features, std::size_t labels) {
    std::erase_if(features, [](const FeatureWeights& f) { return f.weights.empty(); });
    std::sort(features.begin(), features.end(),
              [](const auto& a, const auto& b) { return a.feature < b.feature; });
    // Buckets divide the range of hashes evenly, so sorted features come bucket by bucket.
    const std::uint64_t buckets = features.size() / kFeaturesPerBucket + 1;
    std::string index, records;
    std::size_t next = 0;
    for (std::uint64_t bucket = 0; bucket <= buckets; ++bucket) {
        append_u32(index, records.size());
        std::uint32_t marks = 0;
        for (;
             next < features.size() && ((features[next].feature >> 32U) * buckets) >> 32U == bucket;
             ++next) {
            append_record(records, features[next], labels);
            marks |= 1U << mark_of(features[next].feature);
        }
        append_u32(index, marks);
    }
    std::string out;
    append_u32(out, buckets);
    append_u32(out, records.size());
    append_u32(out, labels);
    return out + index + records + std::string(kTail, '\0');
}

}  // namespace lede::learning

#include "learning/weight_table.h"

#include <algorithm>
#include <stdexcept>

namespace lede::learning {
namespace {

// A record that claims to reach behind the last bucket stays inside the bytes.
constexpr std::size_t kTail = 3 + 2 * 255;
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

void append_record(std::string& out, const FeatureWeights& feature) {
    out += static_cast<char>(feature.feature & 0xFFU);
    out += static_cast<char>(feature.feature >> 8U & 0xFFU);
    out += static_cast<char>(feature.weights.size());
    for (const LabelWeight& entry : feature.weights) out += static_cast<char>(entry.label);
    for (const LabelWeight& entry : feature.weights) out += static_cast<char>(entry.weight);
}

}  // namespace

WeightTable::WeightTable(std::string_view bytes) {
    buckets_ = read_u32_at(bytes, 0);
    const std::size_t record_bytes = read_u32_at(bytes, 4);
    const std::size_t records_begin = 8 + 4 * (buckets_ + 1);
    size_bytes_ = records_begin + record_bytes + kTail;
    if (buckets_ == 0 || size_bytes_ > bytes.size())
        throw std::runtime_error("weight table is cut off");
    index_ = bytes.data() + 8;
    records_ = reinterpret_cast<const unsigned char*>(bytes.data()) + records_begin;
    for (std::uint32_t bucket = 0; bucket <= buckets_; ++bucket)
        if (bucket_begin(bucket) > record_bytes)
            throw std::runtime_error("weight table has a broken index");
}

std::string make_weight_table(std::vector<FeatureWeights> features) {
    std::erase_if(features, [](const FeatureWeights& f) { return f.weights.empty(); });
    std::sort(features.begin(), features.end(),
              [](const auto& a, const auto& b) { return a.feature < b.feature; });
    // Buckets divide the range of hashes evenly, so sorted features come bucket by bucket.
    const std::uint64_t buckets = features.size() / kFeaturesPerBucket + 1;
    std::string index, records;
    std::size_t next = 0;
    for (std::uint64_t bucket = 0; bucket < buckets; ++bucket) {
        append_u32(index, records.size());
        while (next < features.size() &&
               ((features[next].feature >> 32U) * buckets) >> 32U == bucket)
            append_record(records, features[next++]);
    }
    append_u32(index, records.size());
    std::string out;
    append_u32(out, buckets);
    append_u32(out, records.size());
    return out + index + records + std::string(kTail, '\0');
}

}  // namespace lede::learning

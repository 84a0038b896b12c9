#include "learning/word_classes.h"

#include <algorithm>
#include <stdexcept>

namespace lede::learning {
namespace {

constexpr std::string_view kMagic = "WCL1";
constexpr std::size_t kWordsPerBucket = 4;

template <typename Value>
void append(std::string& out, Value value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

WordClasses::WordClasses(std::string_view bytes) {
    std::uint32_t buckets = 0;
    if (bytes.size() >= 8) std::memcpy(&buckets, bytes.data() + 4, 4);
    const std::size_t entries_begin = 8 + 4 * (std::size_t{buckets} + 1);
    if (!bytes.starts_with(kMagic) || buckets == 0 || entries_begin > bytes.size())
        throw std::runtime_error("not a table of word classes");
    buckets_ = buckets;
    index_ = bytes.data() + 8;
    entries_ = bytes.data() + entries_begin;
    const std::size_t entries = (bytes.size() - entries_begin) / 4;
    for (std::size_t bucket = 0; bucket <= buckets; ++bucket) {
        std::uint32_t begin = 0;
        std::memcpy(&begin, index_ + 4 * bucket, 4);
        if (begin > entries) throw std::runtime_error("table of word classes has a broken index");
    }
}

std::string make_word_classes(std::vector<std::pair<std::uint64_t, std::uint16_t>> words) {
    std::sort(words.begin(), words.end());
    const std::uint64_t buckets = words.size() / kWordsPerBucket + 1;
    std::string out(kMagic), entries;
    append(out, static_cast<std::uint32_t>(buckets));
    std::size_t next = 0;
    for (std::uint64_t bucket = 0; bucket < buckets; ++bucket) {
        append(out, static_cast<std::uint32_t>(next));
        for (; next < words.size() && ((words[next].first >> 32U) * buckets) >> 32U == bucket;
             ++next) {
            append(entries, static_cast<std::uint16_t>(words[next].first));
            append(entries, words[next].second);
        }
    }
    append(out, static_cast<std::uint32_t>(next));
    return out + entries;
}

}  // namespace lede::learning

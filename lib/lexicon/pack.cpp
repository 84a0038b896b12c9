#include "lexicon/pack.h"

#include <algorithm>
#include <stdexcept>

#include "lexicon/phrase_index.h"
#include "lexicon/table.h"
#include "lexicon/table_compiler.h"

namespace lede::lexicon {
namespace {

constexpr std::string_view kPackMagic = "LPK1";
constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kEntrySize = 16;
constexpr std::size_t kAlignment = 16;

void put_u32(std::string& out, std::size_t at, std::size_t value) {
    for (std::size_t i = 0; i < 4; ++i) out[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

}  // namespace

Pack::Pack(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < kHeaderSize || bytes.substr(0, 4) != kPackMagic)
        throw std::runtime_error("not a data pack");
    count_ = read_u32(bytes, 4);
}

std::string_view Pack::name(std::size_t i) const {
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    return bytes_.substr(read_u32(bytes_, entry), read_u32(bytes_, entry + 4));
}

std::string_view Pack::data(std::size_t i) const {
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    return bytes_.substr(read_u32(bytes_, entry + 8), read_u32(bytes_, entry + 12));
}

std::optional<std::string_view> Pack::find(std::string_view wanted) const {
    std::size_t low = 0;
    std::size_t high = count_;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (name(middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count_ || name(low) != wanted) return std::nullopt;
    return data(low);
}

std::string make_pack(std::vector<std::pair<std::string, std::string>> entries) {
    std::sort(entries.begin(), entries.end());
    std::string out(kHeaderSize + entries.size() * kEntrySize, '\0');
    out.replace(0, 4, kPackMagic);
    put_u32(out, 4, entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t entry = kHeaderSize + i * kEntrySize;
        put_u32(out, entry, out.size());
        put_u32(out, entry + 4, entries[i].first.size());
        out += entries[i].first;
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t entry = kHeaderSize + i * kEntrySize;
        out.resize((out.size() + kAlignment - 1) / kAlignment * kAlignment);
        put_u32(out, entry + 8, out.size());
        put_u32(out, entry + 12, entries[i].second.size());
        out += entries[i].second;
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> compile_data_file(std::string_view name,
                                                                   std::string_view content) {
    if (!name.ends_with(".tsv")) return {{std::string(name), std::string(content)}};
    const std::string stem(name.substr(0, name.size() - 4));
    const ParsedTable table = parse_table(name, content);
    std::vector<std::pair<std::string, std::string>> entries;
    entries.emplace_back(stem + ".table", compile_table(table));
    if (!table.phrase_column.empty())
        entries.emplace_back(stem + ".phrases", compile_phrases(table));
    return entries;
}

}  // namespace lede::lexicon

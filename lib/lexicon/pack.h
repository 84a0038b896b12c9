// Pack: many named byte strings in one, read in place: how `data/` travels inside the binary.
//
//   Pack pack(bytes);   pack.find("tokens/abbreviations.table") -> its bytes
//
// Format: "LPK1" u32 count, then per entry, sorted by name, {u32 name begin, u32 name size,
// u32 data begin, u32 data size} from the pack's begin, then names and data (data 16-aligned).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::lexicon {

class Pack {
  public:
    Pack() = default;
    // Requires: `bytes` came from `make_pack` and outlive the pack. Throws std::runtime_error.
    explicit Pack(std::string_view bytes);

    std::size_t size() const { return count_; }
    std::string_view name(std::size_t i) const;
    std::string_view data(std::size_t i) const;
    std::optional<std::string_view> find(std::string_view name) const;

  private:
    std::string_view bytes_;
    std::size_t count_ = 0;
};

std::string make_pack(std::vector<std::pair<std::string, std::string>> entries);

// What becomes of one file of `data/`: "tokens/abbreviations.tsv" gives the entry
// "tokens/abbreviations.table" and, if it asks for one, "tokens/abbreviations.phrases"; any other
// file is taken as it is, under its own name. Throws std::runtime_error on a broken table.
std::vector<std::pair<std::string, std::string>> compile_data_file(std::string_view name,
                                                                   std::string_view content);

}  // namespace lede::lexicon

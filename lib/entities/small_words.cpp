#include "entities/small_words.h"

#include <algorithm>
#include <array>

namespace lede::entities {
namespace {

// In the order of their bits.
constexpr std::array<std::string_view, 8> kRoles = {"person-suffix", "company-suffix", "settlement",
                                                    "joint",         "inside",         "speech",
                                                    "place",         "headline"};

}  // namespace

SmallWords::SmallWords(const Lexicon& lexicon) : table_(lexicon.table("entities/small_words")) {}

std::uint16_t SmallWords::roles(std::string_view folded) const {
    unsigned roles = 0;
    for (std::uint32_t row = table_.find(folded);
         row < table_.rows() && table_.cell(row, 0) == folded; ++row)
        roles |= 1U << (std::ranges::find(kRoles, table_.cell(row, 1)) - kRoles.begin());
    return static_cast<std::uint16_t>(roles);
}

}  // namespace lede::entities

// TokenTable: tokens with their attributes, and the regions over them, as columns. What patterns
// are asked about, whether it was made of an article, of vertical text, or lies in an index.
//
//   position   0     1     2
//   word       Kim   left  .           each attribute: a number for each token, a string for each
//   lower      kim   left  .           number
//   s          [0,3)                   each region: begin, end, and values of its attributes
//
// A borrowed view of what a TokenTableBuilder or an index owns. Positions count tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/packed_ids.h"
#include "search/postings.h"
#include "search/strings.h"
#include "text/span.h"

namespace lede::search {

struct TokenColumn {
    std::string name;
    PackedIds ids;  // one for each token
    Strings values;
    std::optional<Postings> postings = std::nullopt;  // then the values are sorted by their bytes
};

// One attribute of a region. Number 0 stands for no value; the string of a value has a byte before
// it, which tells an empty value from none.
struct RegionColumn {
    std::string name;
    PackedIds ids;  // one for each region
    Strings values;

    std::optional<std::string_view> value(std::uint32_t region) const {
        const std::uint32_t id = ids[region];
        if (id == 0) return std::nullopt;
        return values[id].substr(1);
    }
};

// Regions of one name, sorted by begin, ties longer first. They may nest and overlap.
struct RegionColumns {
    std::string name;
    PackedIds begins;
    PackedIds lengths;  // in tokens
    PackedIds outer;    // number and one of the last region before that ends later; 0: none
    std::vector<RegionColumn> attributes;

    std::uint32_t size() const { return begins.size(); }
    // One past the last token.
    std::uint32_t end(std::uint32_t region) const { return begins[region] + lengths[region]; }
    const RegionColumn* attribute(std::string_view attribute_name) const;

    // The innermost region that holds the token, or kNone.
    std::uint32_t at(std::uint32_t position) const;
    // The first region that begins at the token, or kNone; more of them may follow it.
    std::uint32_t first_from(std::uint32_t position) const;
};

struct TokenTable {
    std::uint32_t size = 0;  // tokens
    std::vector<TokenColumn> columns;
    std::vector<RegionColumns> regions;
    // Where matches may not reach across: begins of stretches, ascending, the first 0.
    PackedIds stretches;

    const TokenColumn* column(std::string_view name) const;
    const RegionColumns* region(std::string_view name) const;
    // One past the last token of the stretch that holds the token.
    std::uint32_t stretch_end(std::uint32_t position) const;
};

}  // namespace lede::search

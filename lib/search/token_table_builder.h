// TokenTableBuilder: makes a TokenTable, token by token.
//
//   TokenTableBuilder builder({"word", "lower"});
//   builder.begin_stretch();
//   builder.add(0, "Kim"), builder.add(1, "kim"), builder.end_token();
//   builder.add_region("s", 0, builder.size(), {{"n", "1"}});
//   const TokenTable& table = builder.finish();
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/strings.h"
#include "search/token_table.h"

namespace lede::search {

using AttributeValues = std::vector<std::pair<std::string, std::string>>;

class TokenTableBuilder {
  public:
    explicit TokenTableBuilder(std::vector<std::string> attributes);
    TokenTableBuilder(const TokenTableBuilder&) = delete;
    TokenTableBuilder& operator=(const TokenTableBuilder&) = delete;

    std::uint32_t size() const { return size_; }
    const std::vector<std::string>& attributes() const { return names_; }

    // No match reaches from before this point to behind it.
    void begin_stretch();

    // The value of the token at hand. Requires: each attribute once for each token.
    void add(std::size_t attribute, std::string_view value) {
        columns_[attribute].ids.push_back(columns_[attribute].values.id_of(value));
    }
    void end_token() { ++size_; }

    // Regions of one name may come in any order. Empty ones are left out.
    void add_region(const std::string& name, std::uint32_t begin, std::uint32_t end,
                    const AttributeValues& attributes);
    // Makes the name known though no region of it may come.
    void declare_region(const std::string& name) { regions_[name]; }

    // The table; valid as long as the builder. Nothing may be added afterwards.
    const TokenTable& finish();

  private:
    struct Column {
        std::vector<std::uint32_t> ids;
        StringInterner values;
    };
    struct Region {
        std::uint32_t begin;
        std::uint32_t end;
        std::vector<std::uint32_t> values;  // by attribute; those at the end may be missing
    };
    struct Regions {
        std::vector<Region> items;
        std::vector<std::string> attribute_names;
        std::map<std::string, std::size_t, std::less<>> attribute_numbers;
        std::vector<Column> attributes;
        std::vector<std::uint32_t> begins, lengths, outer;
    };

    void finish_regions(const std::string& name, Regions& regions);
    std::size_t attribute_number(Regions& regions, const std::string& name);

    std::vector<std::string> names_;
    std::vector<Column> columns_;
    std::map<std::string, Regions> regions_;
    std::vector<std::uint32_t> stretches_{0};
    std::uint32_t size_ = 0;
    TokenTable table_;
};

}  // namespace lede::search

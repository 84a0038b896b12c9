// ConditionTest: the conditions of one pattern, made ready; and BoundConditions, the same with
// their names looked up in one table.
//
//   ConditionSet set;   set.add(condition, labels)   ->  a number, or what is wrong
//   BoundConditions bound(set, table);
//   bound.holds(number, {.token = 17})
//
// Regexes are compiled once for a query; looking names up is cheap and done for each table.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "search/pattern.h"
#include "search/query.h"
#include "search/token_table.h"
#include "search/value_test.h"

namespace lede::search {

// The query asks for an attribute that the tokens do not have.
class UnknownAttribute : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A region's attribute by its name, or null; fields of the user are found with and without "meta.".
const RegionColumn* find_attribute(const RegionColumns& region, std::string_view name);

// What a label of the pattern names.
struct LabelInfo {
    std::uint32_t slot = 0;  // among the labels of a match
    std::string region;      // a whole region of this name; empty: a token
};
using Labels = std::map<std::string, LabelInfo, std::less<>>;

// The place a condition is asked about.
struct ConditionPlace {
    std::uint32_t token = 0;
    std::uint32_t region = kNone;           // conditions in a tag: number of the region
    std::uint32_t last = 0;                 // whole matches: their last token
    const std::uint32_t* labels = nullptr;  // by slot: first token of what it names, or kNone
};

class ConditionSet {
  public:
    // An operand with its label resolved.
    struct Value {
        enum class From : std::uint8_t { kToken, kLast, kLabel, kTag, kConstant, kDistance };
        From from = From::kToken;
        std::uint32_t slot = 0;
        std::uint32_t other_slot = 0;
        bool absolute = false;
        bool region_begins = false;  // the region's first token is at the place
        std::string region;          // named before the dot, or by the label
        std::string name;
    };
    struct Node {
        Condition::Kind kind;
        std::uint32_t first_child = 0;  // numbers of children, in `children`
        std::uint32_t child_count = 0;
        std::uint32_t left = 0;  // into values
        std::optional<std::uint32_t> right;
        std::optional<std::uint32_t> test;
        Relation relation = Relation::kEqual;
        bool fixed = true;  // asks of nothing but the token at hand, with constants
    };

    // Labels are those of the whole pattern. `region` is the name in the tag, for its conditions.
    std::variant<std::uint32_t, QueryError> add(const Condition& condition, const Labels& labels,
                                                const std::string& region = {});

    const Node& node(std::uint32_t number) const { return nodes_[number]; }
    const Value& value(std::uint32_t number) const { return values_[number]; }
    const ValueTest& test(std::uint32_t number) const { return tests_[number]; }
    std::uint32_t child(const Node& node, std::uint32_t i) const {
        return children_[node.first_child + i];
    }
    std::uint32_t value_count() const { return static_cast<std::uint32_t>(values_.size()); }
    std::uint32_t node_count() const { return static_cast<std::uint32_t>(nodes_.size()); }

  private:
    std::uint32_t add_value(const Operand& operand, const Labels& labels);
    std::uint32_t slot_of(const std::string& label, std::size_t position, const Labels& labels);
    std::uint32_t add_node(const Condition& condition, const Labels& labels);
    void add_comparison(const Condition& condition, const Labels& labels, Node& node);

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> children_;
    std::vector<Value> values_;
    std::deque<ValueTest> tests_;
    std::string tag_region_;
    std::optional<QueryError> error_;
};

class BoundConditions {
  public:
    // Both are borrowed. Throws UnknownAttribute.
    BoundConditions(const ConditionSet& set, const TokenTable& table);

    bool holds(std::uint32_t condition, const ConditionPlace& place) const;

    // Where a value of the set lies in this table: a column of tokens, or a region and perhaps one
    // of its attributes, or nowhere.
    struct Source {
        const TokenColumn* column = nullptr;
        const RegionColumns* region = nullptr;
        const RegionColumn* attribute = nullptr;
    };
    const Source& source(std::uint32_t value) const { return sources_[value]; }

  private:
    Source find_source(const ConditionSet::Value& value) const;
    std::optional<std::uint32_t> token_of(const ConditionSet::Value& value,
                                          const ConditionPlace& place) const;
    std::uint32_t region_of(std::uint32_t value, const ConditionPlace& place) const;
    bool exists(std::uint32_t value, const ConditionPlace& place) const;
    std::optional<std::string_view> read(std::uint32_t value, const ConditionPlace& place,
                                         std::string& scratch) const;

    const ConditionSet& set_;
    const TokenTable& table_;
    std::vector<Source> sources_;
};

}  // namespace lede::search

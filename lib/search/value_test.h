// ValueTest: the right side of a comparison, made ready to be asked of many values.
//
//   = "sanctions?"     the whole value matches the regex          = "Trump"%c      in any case
//   <quote speaker="Trump"/>   "Donald Trump" holds that word     work="/us/usc"   a path begins so
//   >= 2016-01-01      days and numbers by size; 2016 is all of that year
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "search/date_range.h"
#include "search/pattern.h"
#include "search/query.h"

namespace re2 {
class RE2;
}

namespace lede::search {

class ValueTest {
  public:
    // Requires: a comparison with a constant.
    static std::variant<ValueTest, QueryError> make(const Condition& comparison);
    ~ValueTest();
    ValueTest(ValueTest&&) noexcept;

    // Without a value only "!=" holds.
    bool holds(std::optional<std::string_view> value) const;

    // If the test holds of a few values only, and they are known: those. For an index to start at.
    const std::optional<std::vector<std::string>>& only_values() const { return only_values_; }

  private:
    ValueTest() = default;
    std::optional<QueryError> compile(const Condition& comparison);
    std::optional<QueryError> compile_name(const Condition& comparison);
    bool equals(std::string_view value) const;

    Relation relation_ = Relation::kEqual;
    ValueForm form_ = ValueForm::kText;
    bool fold_diacritics_ = false;
    bool whole_ = true;  // the regex is for the whole value
    std::string text_;
    std::unique_ptr<re2::RE2> regex_;
    std::vector<std::string> words_;  // kName: folded
    std::optional<std::vector<std::string>> only_values_;
    std::optional<std::vector<std::string>> caseless_values_;  // ASCII, in small letters
};

// Whether `left relation right` by size: as numbers if both are, else as days if both are, else
// byte by byte. A period as 2016 stands for all its days.
bool holds_by_size(std::string_view left, Relation relation, std::string_view right);

}  // namespace lede::search

// Assignment: one `field=value` of the tables in data/dates, as the grammar
// applies it.
//
//   mod=START          a constant
//   nth=$1.count       a field of the first element of the rule's pattern
//   count=$1+$3        a sum (`*` a product; counts are hundredths and stay so)
//   base=$4            the whole meaning of the fourth element; it is then not
//   merged count=none         forgets what the elements gave
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/meaning.h"

namespace lede::dates {

struct Operand {
    std::uint8_t element = 0;  // 1-based place in the pattern; 0: a constant
    Field field = Field::kCount;
    std::int32_t constant = 0;
};

struct Assignment {
    Field target = Field::kCount;
    Operand left;
    char operation = 0;  // '+', '*', 0: `left` alone
    Operand right;

    // Whether the target keeps a whole element (base, rest, first, second_of)
    // instead of a number.
    bool refers() const {
        return target == Field::kBase || target == Field::kRest || target == Field::kFirst ||
               target == Field::kSecondOf;
    }
};

// Reads a `sets` cell: assignments separated by single blanks; "-" for none.
// Throws std::runtime_error that names the cell where a field or value is
// unknown.
std::vector<Assignment> parse_assignments(std::string_view cell);

}  // namespace lede::dates

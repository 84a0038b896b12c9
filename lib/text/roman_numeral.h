// Roman numerals in upper case: "XIV" is 14.
#pragma once

#include <string_view>

namespace lede {

// The value of a numeral of at most 15 letters among I, V, X, L and C, below 400; 0 of anything
// else. Order is not checked: "IIX" is 10.
unsigned roman_value(std::string_view numeral);

}  // namespace lede

// Digits: numbers as people write them.
//
//   append_digits(text, 7, 2)        -> "07"
//   is_ordinal_suffix("nd")          -> true
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede {

// Appends the number with zeros before it. Requires: it has no more digits than `width`.
inline void append_digits(std::string& text, unsigned number, std::size_t width) {
    text.append(width, '0');
    for (std::size_t end = text.size(); number != 0; number /= 10)
        text[--end] = static_cast<char>('0' + number % 10);
}

// Of "1st", "2nd", "3rd", "4th".
inline bool is_ordinal_suffix(std::string_view letters) {
    return letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
}

}  // namespace lede

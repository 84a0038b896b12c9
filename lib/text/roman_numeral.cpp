#include "text/roman_numeral.h"

namespace lede {
namespace {

constexpr unsigned value_of(char letter) {
    switch (letter) {
        case 'I':
            return 1;
        case 'V':
            return 5;
        case 'X':
            return 10;
        case 'L':
            return 50;
        case 'C':
            return 100;
        default:
            return 0;
    }
}

}  // namespace

unsigned roman_value(std::string_view numeral) {
    if (numeral.empty() || numeral.size() > 15) return 0;
    unsigned value = 0;
    for (std::size_t i = 0; i < numeral.size(); ++i) {
        const unsigned here = value_of(numeral[i]);
        if (here == 0) return 0;
        const unsigned next = i + 1 < numeral.size() ? value_of(numeral[i + 1]) : 0;
        if (next > here)
            value -= here;  // wraps, and comes back with the next letter
        else
            value += here;
    }
    return value < 400 ? value : 0;
}

}  // namespace lede

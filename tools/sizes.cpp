#include "sizes.h"

#include <charconv>
#include <string_view>

#include "options.h"

namespace lede::tools {
namespace {

int shift_of(std::string_view unit) {
    if (unit.empty()) return 0;
    if (unit == "K" || unit == "k") return 10;
    if (unit == "M" || unit == "m") return 20;
    return unit == "G" || unit == "g" ? 30 : -1;
}

}  // namespace

std::uint64_t parse_size(const std::string& option, const std::string& text) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const int shift = shift_of({stop, static_cast<std::size_t>(end - stop)});
    if (error != std::errc() || shift < 0 || number > (UINT64_MAX >> shift))
        throw UsageError{option + ": \"" + text + "\" is not a size (16M, 512K, 1000000)"};
    return number << shift;
}

double parse_share(const std::string& option, const std::string& text) {
    double share = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, share);
    if (error != std::errc() || stop != end || !(share >= 0 && share <= 1))
        throw UsageError{option + ": \"" + text + "\" is not a number from 0 to 1"};
    return share;
}

bool Allowance::covers(std::uint64_t bad, std::uint64_t all) const {
    return bad <= count || static_cast<double>(bad) <= share * static_cast<double>(all);
}

Allowance parse_allowance(const std::string& option, const std::string& text) {
    const char* end = text.data() + text.size();
    Allowance allowance;
    if (text.ends_with('%')) {
        double percent = 0;
        const auto [stop, error] = std::from_chars(text.data(), end, percent);
        allowance.share = percent / 100;
        if (error == std::errc() && stop + 1 == end && percent >= 0 && percent <= 100)
            return allowance;
    } else {
        const auto [stop, error] = std::from_chars(text.data(), end, allowance.count);
        if (error == std::errc() && stop == end) return allowance;
    }
    throw UsageError{option + ": \"" + text + "\" is neither a number nor a share (250, 1%)"};
}

}  // namespace lede::tools

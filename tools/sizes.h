// Numbers as people write them on a command line: 16M, 1%, 250.
#pragma once

#include <cstdint>
#include <string>

namespace lede::tools {

// Bytes: digits, then nothing, K, M or G (powers of 1024). Throws UsageError naming `option`.
std::uint64_t parse_size(const std::string& option, const std::string& text);

// A number from 0 to 1. Throws UsageError naming `option`.
double parse_share(const std::string& option, const std::string& text);

// A number of articles ("250") or a share of all ("1%", "0.5%").
struct Allowance {
    std::uint64_t count = 0;
    double share = 0;  // 0 to 1

    bool covers(std::uint64_t bad, std::uint64_t all) const;
};

// Throws UsageError naming `option`.
Allowance parse_allowance(const std::string& option, const std::string& text);

}  // namespace lede::tools

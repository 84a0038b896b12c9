#include "search/segment_format.h"

namespace lede::search {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

}  // namespace

std::string escaped_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte != 0x7F && c != '/' && c != '%') {
            out += c;
            continue;
        }
        out += '%';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

std::string unescaped_name(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] != '%' || at + 2 >= name.size()) {
            out += name[at];
            continue;
        }
        const std::size_t high = kDigits.find(name[at + 1]);
        const std::size_t low = kDigits.find(name[at + 2]);
        out += static_cast<char>((high << 4 | low) & 0xFF);
        at += 2;
    }
    return out;
}

}  // namespace lede::search

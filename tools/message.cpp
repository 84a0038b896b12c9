#include "message.h"

#include <fmt/format.h>

#include <cstdio>

#include "text/utf8.h"

namespace lede::tools {
namespace {

// C0 and C1 controls, DEL, and the bidirectional overrides that reorder a line.
bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string escape_controls(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        const std::string_view bytes = text.substr(at, decoded.size);
        at += decoded.size;
        if (decoded.valid && !is_unsafe(decoded.code_point)) {
            out += bytes;
            continue;
        }
        for (const char byte : bytes)
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    }
    return out;
}

void print_message(std::string_view tool, std::string_view text) {
    const std::string line = fmt::format("{}: {}\n", tool, escape_controls(text));
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace lede::tools

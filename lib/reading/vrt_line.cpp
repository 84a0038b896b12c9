#include "reading/vrt_line.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEntities = {
    {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};

// "&#39;" and "&#x27;": its size, or 0; adds the character to `out`.
std::size_t take_numbered(std::string_view text, std::string& out) {
    if (!text.starts_with("&#")) return 0;
    const bool is_hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const char* const begin = text.data() + (is_hex ? 3 : 2);
    const char* const end = text.data() + text.size();
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(begin, end, number, is_hex ? 16 : 10);
    const bool is_character = parsed.ec == std::errc() && parsed.ptr != end && *parsed.ptr == ';' &&
                              number >= ' ' && number <= 0x10FFFF &&
                              (number < 0xD800 || number > 0xDFFF);
    if (!is_character) return 0;
    utf8::append(out, static_cast<char32_t>(number));
    return static_cast<std::size_t>(parsed.ptr + 1 - text.data());
}

}  // namespace

std::string unescape_xml(std::string_view text) {
    if (text.find('&') == std::string_view::npos) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto* const entity = std::ranges::find_if(
            kEntities, [&](const auto& known) { return text.substr(at).starts_with(known.first); });
        if (entity != kEntities.end()) {
            out += entity->second;
            at += entity->first.size();
        } else if (const std::size_t size = take_numbered(text.substr(at), out)) {
            at += size;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> vrt_attributes(std::string_view tag) {
    std::vector<std::pair<std::string, std::string>> attributes;
    for (std::size_t at = tag.find('='); at != std::string_view::npos; at = tag.find('=', at)) {
        const std::size_t blank = tag.find_last_of(" \t", at);
        if (blank == std::string_view::npos || at + 1 >= tag.size()) break;
        const char mark = tag[at + 1];
        if (mark != '"' && mark != '\'') {
            ++at;
            continue;
        }
        const std::size_t end = tag.find(mark, at + 2);
        if (end == std::string_view::npos) break;
        attributes.emplace_back(tag.substr(blank + 1, at - blank - 1),
                                unescape_xml(tag.substr(at + 2, end - at - 2)));
        at = end + 1;
    }
    return attributes;
}

bool is_vrt_tag(std::string_view line) {
    return line.size() > 2 && line.front() == '<' && line.back() == '>' &&
           (unicode::is_ascii_letter(line[1]) || line[1] == '/' || line[1] == '!' ||
            line[1] == '?');
}

std::string_view vrt_tag_name(std::string_view line) {
    return line.substr(1, std::min(line.find_first_of(" \t/>", 2), line.size()) - 1);
}

}  // namespace lede::reading

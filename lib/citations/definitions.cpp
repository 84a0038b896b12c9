#include "citations/definitions.h"

#include <algorithm>

#include "citations/cursor.h"

namespace lede::citations {
namespace {

constexpr std::size_t kMostNames = 32;
constexpr std::uint32_t kLongestName = 60;

// Words that may stand before the name: "hereinafter referred to as the “Act”".
bool skip_filler(Cursor& c) {
    constexpr std::array<std::string_view, 16> kFillers = {
        "hereinafter", "hereafter", "the", "referred", "to",   "as",     "also",         "known",
        "commonly",    "popularly", "or",  "in",       "this", "called", "collectively", "simply"};
    bool any = false;
    for (unsigned i = 0; i < 8; ++i) {
        const bool found = std::any_of(kFillers.begin(), kFillers.end(),
                                       [&](std::string_view word) { return c.accept_word(word); });
        if (!found) break;
        any = true;
        c.accept(",");
        c.skip_blank();
    }
    return any;
}

bool looks_like_acronym(std::string_view name) {
    // "(CA 2006)"
    const std::size_t blank = name.size() > 6 ? name.size() - 5 : 0;
    const bool dated = blank > 0 && name[blank] == ' ' &&
                       std::all_of(name.begin() + static_cast<std::ptrdiff_t>(blank + 1),
                                   name.end(), unicode::is_ascii_digit);
    // "(H.R. 2012)" and "(HR 2012)" are bills.
    if (dated && name.substr(0, 2) != "HR" && name.find('.') == std::string_view::npos)
        name = name.substr(0, blank);
    unsigned capitals = 0;
    for (const char c : name) capitals += unicode::is_ascii_upper(c);
    return capitals >= 2 && name.size() <= 14 && name.find(' ') == std::string_view::npos;
}

}  // namespace

std::uint32_t Definitions::read(std::string_view text, std::uint32_t at, std::uint32_t base) {
    Cursor c(text, at);
    c.skip_blank();
    if (!c.accept("(")) return at;
    skip_filler(c);
    const bool quoted = c.accept_quote();
    if (quoted) skip_filler(c);
    const std::uint32_t begin = c.at;
    if (!unicode::is_ascii_upper(c.peek())) return at;
    while (!c.done() && c.at - begin < kLongestName && c.peek() != ')' && c.peek() != ';' &&
           c.peek() != ',' && c.peek() != '(' && c.peek() != '"' && c.peek() != '\n') {
        Cursor quote = c;
        if (quoted && text.substr(c.at, 2) == "\xE2\x80" && quote.accept_quote()) break;
        ++c.at;
    }
    const std::string_view name = text.substr(begin, c.at - begin);
    if (name.size() < 2 || !(quoted || looks_like_acronym(name))) return at;
    std::uint32_t end = c.at;
    c.accept_quote();
    if (c.peek() != ')' && c.peek() != ';' && c.peek() != ',') return at;
    if (c.accept(")")) end = c.at;
    add(name, base);
    return end;
}

void Definitions::add(std::string_view name, std::uint32_t base) {
    const auto byte = static_cast<unsigned char>(name[0]);
    for (Name& known : names_) {
        if (known.text != name) continue;
        known.base = base;
        return;
    }
    if (names_.size() >= kMostNames) return;
    begins_[byte / 64] |= std::uint64_t{1} << (byte % 64);
    names_.push_back({name, base});
}

const Definitions::Name* Definitions::match(std::string_view text, std::uint32_t at) const {
    const Name* best = nullptr;
    for (const Name& name : names_) {
        // Names have two bytes or more; most differ in the second.
        if (at + 1 < text.size() && text[at + 1] != name.text[1]) continue;
        if (text.substr(at, name.text.size()) != name.text) continue;
        const std::size_t end = at + name.text.size();
        if (end < text.size() && is_word_byte(text, end)) continue;
        if (best == nullptr || name.text.size() > best->text.size()) best = &name;
    }
    return best;
}

}  // namespace lede::citations

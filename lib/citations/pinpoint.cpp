#include "citations/pinpoint.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/digits.h"
#include "text/roman_numeral.h"

namespace lede::citations {
namespace {

using unicode::is_ascii_digit;
using unicode::is_ascii_letter;
using unicode::is_ascii_lower;
using unicode::is_ascii_upper;

unsigned leading_number(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 9), value);
    return value;
}

// Digits with up to four letters, or up to three letters inside a number ("9A", "78ee", "w", "5a").
bool read_component(Cursor& c, bool must_begin_with_digit) {
    const std::uint32_t begin = c.at;
    while (c.at_digit()) ++c.at;
    if (c.at == begin && must_begin_with_digit) return false;
    if (c.at - begin > 7) return false;
    const std::uint32_t letters = c.at;
    while (is_ascii_letter(c.peek()) && c.at - letters <= 4) ++c.at;
    while (c.at_digit() && c.at > letters && c.at - letters < 8) ++c.at;
    const std::string_view tail = c.text.substr(letters, c.at - letters);
    return c.at > begin && tail.size() <= 8 && !c.at_word() && !is_ordinal_suffix(tail) &&
           (tail.size() <= 4 || is_ascii_digit(tail.back()));
}

bool is_joint(const Cursor& c, Numbering numbering) {
    const char sign = c.peek();
    // "165.T09-0123"
    if (sign == '.' && numbering == Numbering::kDotted && is_ascii_upper(c.peek(1)))
        return is_ascii_digit(c.peek(2));
    if (sign == '.') return is_ascii_digit(c.peek(1)) && numbering != Numbering::kOutline;
    if (sign == ':' || sign == '/')
        return numbering == Numbering::kState && is_ascii_digit(c.peek(1));
    return false;
}

// Whether the dash at the cursor begins the second half of a range rather than a further part of
// the number before it. `number` is what has been read of that number.
bool dash_is_range(const Cursor& c, std::string_view number, Numbering numbering) {
    Cursor next(c.text, c.at + c.dash_size());
    if (!next.at_digit()) return false;
    const std::uint32_t begin = next.at;
    if (!read_component(next, true)) return false;
    const bool dotted = next.peek() == '.' && is_ascii_digit(next.peek(1));
    const std::string_view second = c.text.substr(begin, next.at - begin);
    const unsigned first = leading_number(number);
    // "768.81-768.85" is a range, "19.2-56.2" a section of Virginia's code.
    if (numbering == Numbering::kState)
        return dotted && number.find('.') != std::string_view::npos &&
               leading_number(second) == first;
    if (numbering == Numbering::kDotted)
        return dotted && number.find('.') != std::string_view::npos;
    if (leading_number(second) >= first) return true;
    // "1701-06": the second half gives only its last digits.
    const bool digits_only = std::all_of(number.begin(), number.end(), is_ascii_digit);
    return digits_only && number.size() >= 3 && second.size() >= 2 && second.size() < number.size();
}

// A number such as 1395w–115 or 46.204; stops before the dash of a range.
bool read_number(Cursor& c, Numbering numbering) {
    const std::uint32_t begin = c.at;
    if (!c.at_digit() || !read_component(c, true)) {
        c.at = begin;
        return false;
    }
    for (int parts = 0; parts < 6; ++parts) {
        const std::uint32_t joint = c.at;
        if (is_joint(c, numbering)) {
            ++c.at;
        } else if (c.dash_size() == 0 || numbering == Numbering::kOutline ||
                   dash_is_range(c, c.text.substr(begin, c.at - begin), numbering)) {
            break;
        } else {
            c.accept_dash();
            // "1200-03-18-.04"
            if (numbering == Numbering::kState && is_ascii_digit(c.peek(1))) c.accept(".");
        }
        const bool letter_first = numbering == Numbering::kState || is_ascii_upper(c.peek());
        if (c.at_word() && read_component(c, !letter_first)) continue;
        c.at = joint;
        break;
    }
    return true;
}

// Roman numerals, single capitals, and numbers: "VII", "K", "7", "XIX-A".
bool read_outline(Cursor& c) {
    if (c.at_digit()) return read_number(c, Numbering::kOutline);
    const std::uint32_t begin = c.at;
    while (is_ascii_upper(c.peek()) && c.at - begin < 8) ++c.at;
    const std::string_view letters = c.text.substr(begin, c.at - begin);
    // "subpart OOOO" follows "subpart Z".
    const bool doubled = !letters.empty() && letters.size() <= 5 &&
                         letters.find_first_not_of(letters[0]) == std::string_view::npos;
    const bool plausible = doubled || roman_value(letters) > 0;
    if (plausible && c.peek() == '-' && is_ascii_upper(c.peek(1)) && !is_ascii_letter(c.peek(2)))
        c.at += 2;
    if (!letters.empty() && plausible && !c.at_word()) return true;
    c.at = begin;
    return false;
}

// One "(a)", with at most five letters or digits inside.
bool read_sub(Cursor& c) {
    if (c.peek() != '(') return false;
    std::uint32_t size = 1;
    while (is_ascii_letter(c.peek(size)) || is_ascii_digit(c.peek(size))) ++size;
    if (size == 1 || size > 6 || c.peek(size) != ')') return false;
    const std::string_view inside = c.text.substr(c.at + 1, size - 1);
    const bool digits = std::all_of(inside.begin(), inside.end(), is_ascii_digit);
    // "(2016)" is a year and "(the)" a word; "(iii)", "(aa)" and "(1A)" are levels.
    if (digits && size > 4) return false;
    if (!digits && size > 3 &&
        inside.find_first_not_of("ivxlcIVXLCaAbB0123456789") != std::string_view::npos)
        return false;
    c.at += size + 1;
    return true;
}

Span read_subs(Cursor& c) {
    const std::uint32_t begin = c.at;
    while (c.at - begin < 48) {
        const std::uint32_t before = c.at;
        // "(a) (1)": drafters sometimes leave a blank.
        if (c.peek() == ' ' && c.peek(1) == '(' && c.peek(3) == ')') ++c.at;
        if (read_sub(c)) continue;
        c.at = before;
        break;
    }
    return {begin, c.at};
}

bool accept_range_word(Cursor& c) {
    const std::uint32_t begin = c.at;
    const bool blank = c.skip_blank();
    if (c.accept_dash() ||
        (blank && (c.accept_word("through") || c.accept_word("thru") || c.accept_word("to")))) {
        c.skip_blank();
        return true;
    }
    c.at = begin;
    return false;
}

bool read_member(Cursor& c, Numbering numbering, Span& number, Span& subs) {
    const std::uint32_t begin = c.at;
    bool found = false;
    if (numbering == Numbering::kOutline) {
        found = read_outline(c);
    } else if (numbering != Numbering::kLettered) {
        found = read_number(c, numbering);
    }
    number = {begin, c.at};
    if (found || numbering == Numbering::kLettered) subs = read_subs(c);
    if (numbering == Numbering::kDotted && !subs.empty() && c.peek() == '-' &&
        is_ascii_digit(c.peek(1))) {
        // 26 CFR 1.501(c)(3)-1(a): the parentheses belong to the number.
        ++c.at;
        while (c.at_digit()) ++c.at;
        number.end = c.at;
        subs = read_subs(c);
    }
    return found || (numbering == Numbering::kLettered && !subs.empty());
}

void read_suffix(Cursor& c, Item& item) {
    const std::uint32_t end = c.at;
    if (!c.skip_blank() && c.peek() != ',') return;
    c.accept(",");
    c.skip_blank();
    if (c.accept_word("et")) {
        c.skip_blank();
        if (c.accept_word("seq")) {
            c.accept(".");
            item.et_seq = true;
            item.span.end = c.at;
            const std::uint32_t sequel = c.at;
            c.skip_blank();
            if (!c.accept_word("note")) c.at = sequel;
            item.span.end = c.at;
            return;
        }
    } else if (c.text[end] != ',' && (c.accept_word("note") || c.accept_word("notes"))) {
        item.note = true;
        item.span.end = c.at;
        return;
    }
    c.at = end;
}

bool read_item(Cursor& c, Numbering numbering, Item& item) {
    const std::uint32_t begin = c.at;
    if (!read_member(c, numbering, item.number, item.subs)) {
        c.at = begin;
        return false;
    }
    const std::uint32_t first_end = c.at;
    Span number;
    Span subs;
    const bool letters_only = item.number.empty();
    if (accept_range_word(c)) {
        const Numbering second = c.peek() == '(' ? Numbering::kLettered : numbering;
        const bool fits = second == Numbering::kLettered ? !item.subs.empty() : !letters_only;
        if (fits && read_member(c, second, number, subs)) {
            item.number_end = number.empty() ? item.number : number;
            item.subs_end = subs;
        } else {
            c.at = first_end;
        }
    }
    item.span = {begin, c.at};
    read_suffix(c, item);
    return true;
}

constexpr std::array<std::string_view, 22> kClosers = {
    "and", "or", "of", "note", "et",    "as",   "is", "are",     "was", "were",  "shall",
    "for", "in", "by", "that", "which", "with", "to", "through", "on",  "under", "provide"};

// "sections 5 and [10 U.S.C.]": the number is a volume's.
bool names_a_volume(const Cursor& c) {
    constexpr std::array<std::string_view, 12> kSeries = {
        "U.S.", "USC", "U. S.", "C.F.", "CFR", "Stat", "Fed", "F.", "FR ", "S. Ct", "Pa", "ILCS"};
    return std::any_of(kSeries.begin(), kSeries.end(), [&](std::string_view series) {
        return c.text.substr(c.at, series.size()) == series;
    });
}

// After a further number: does it look like the end of an item rather than a count ("and 10
// others"), a volume ("85 Stat.") or a day?
bool closes(const Cursor& item_end, bool plural) {
    Cursor c = item_end;
    const bool blank = c.skip_blank();
    if (!blank || c.done()) return true;
    if (is_ascii_upper(c.peek())) return plural && !names_a_volume(c);
    if (!is_ascii_lower(c.peek())) return true;
    if (plural) return true;
    const Span word = c.word();
    return std::find(kClosers.begin(), kClosers.end(), word.of(c.text)) != kClosers.end();
}

bool accept_separator(Cursor& c) {
    const std::uint32_t begin = c.at;
    const bool comma = c.accept(",") || c.accept(";");
    const bool blank = c.skip_blank();
    const bool word =
        c.accept_word("and/or") || c.accept_word("and") || c.accept_word("or") || c.accept("&");
    if (word) c.skip_blank();
    if ((comma || (word && blank)) && (blank || word)) return true;
    c.at = begin;
    return false;
}

}  // namespace

std::uint32_t read_items(Cursor& cursor, ListStyle style, std::vector<Item>& items) {
    Item item;
    const auto first = static_cast<std::uint32_t>(items.size());
    if (!read_item(cursor, style.numbering, item)) return 0;
    items.push_back(item);
    std::uint32_t host = first;
    while (!style.single) {
        const Cursor before = cursor;
        if (!accept_separator(cursor)) break;
        const std::uint32_t begin = cursor.at;
        const bool sign = style.signs && cursor.accept_section_sign();
        if (sign) {
            cursor.accept_section_sign();
            cursor.skip_blank();
        }
        const bool lettered = cursor.peek() == '(';
        item = {};
        const bool fits = lettered ? !items[host].subs.empty() : true;
        if (!fits || !read_item(cursor, lettered ? Numbering::kLettered : style.numbering, item) ||
            !closes(cursor, style.plural)) {
            cursor = before;
            break;
        }
        if (sign) item.span.begin = begin;
        if (lettered)
            item.host = host;
        else
            host = static_cast<std::uint32_t>(items.size());
        items.push_back(item);
    }
    return static_cast<std::uint32_t>(items.size()) - first;
}

bool split_code_range(std::string_view number, std::string_view& first, std::string_view& last) {
    for (std::uint32_t at = 1; at + 1 < number.size(); ++at) {
        const Cursor dash(number, at);
        const std::uint32_t size = dash.dash_size();
        if (size == 0) continue;
        if (!dash_is_range(dash, number.substr(0, at), Numbering::kCode)) continue;
        first = number.substr(0, at);
        last = number.substr(at + size);
        return true;
    }
    return false;
}

std::string inherited_subs(std::string_view host, std::string_view subs) {
    const auto sort_of = [](char c) { return is_ascii_digit(c) ? 0 : is_ascii_upper(c) ? 1 : 2; };
    if (subs.size() < 2) return std::string(subs);
    for (std::size_t at = host.rfind('('); at != std::string_view::npos && at + 1 < host.size();
         at = at == 0 ? std::string_view::npos : host.rfind('(', at - 1))
        if (sort_of(host[at + 1]) == sort_of(subs[1]))
            return std::string(host.substr(0, at)) + std::string(subs);
    return std::string(host) + std::string(subs);
}

void append_subs(std::string_view subs, std::string& out) {
    for (const char c : subs) {
        if (c == '(')
            out.push_back('/');
        else if (is_ascii_letter(c) || is_ascii_digit(c))
            out.push_back(c);
    }
}

}  // namespace lede::citations

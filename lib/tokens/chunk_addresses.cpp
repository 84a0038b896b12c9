// The addresses among a chunk's tokens: URLs, e-mail addresses, @names, names of sites and files.
#include <algorithm>

#include "tokens/characters.h"
#include "tokens/chunk_scanner.h"

namespace lede::tokens {
namespace {

constexpr std::size_t kNoPlace = std::string_view::npos;
constexpr std::size_t kLongestEnding = 24;  // bytes; no listed one is longer

bool is_address_char(char c) {
    return unicode::is_ascii_letter(c) || unicode::is_ascii_digit(c) || c == '.' || c == '_' ||
           c == '%' || c == '+' || c == '-';
}

bool is_file_char(char c) {
    return (byte_class(c) & kWordByte) || std::string_view("-.#~%&!+").find(c) != kNoPlace;
}

}  // namespace

// The name of a file or site with marks inside that the chunk holds: "plan-#12.doc",
// "al-akhbar.com"; or an empty span.
Span ChunkScanner::file_name() {
    constexpr std::size_t kLongestName = 96;
    std::size_t end = end_;
    while (end > begin_ && !(byte_class(text_[end - 1]) & (kWordByte | kHighByte))) --end;
    std::size_t ending = end;
    while (ending > begin_ && end - ending < 5 && (byte_class(text_[ending - 1]) & kWordByte))
        --ending;
    if (end - ending < 3 || ending == begin_ || text_[ending - 1] != '.') return {};
    std::size_t begin = ending;
    while (begin > begin_ && end - begin < kLongestName && is_file_char(text_[begin - 1])) --begin;
    const bool whole =
        begin == begin_ || std::string_view("(<[\"'").find(text_[begin - 1]) != kNoPlace;
    return whole && lists_.is_name_ending(folded(ending, end)) ? make_span(begin, end) : Span{};
}

std::size_t ChunkScanner::url_end(std::size_t at) const {
    const std::size_t letters = word_chars_end(at);
    if (letters >= end_ || (text_[letters] != ':' && text_[letters] != '.')) return 0;
    const std::string_view rest = text_.substr(letters, end_ - letters);
    const std::string_view scheme = text_.substr(at, letters - at);
    const bool begins =
        rest.starts_with("://") || (scheme == "mailto" && rest.starts_with(":")) ||
        ((scheme == "www" || scheme == "WWW" || scheme == "Www") && rest.starts_with("."));
    if (!begins || rest.size() < 4) return 0;
    std::size_t end = letters;
    unsigned open = 0;
    while (end < end_) {
        const char c = text_[end];
        if (c == '<' || c == '>' || c == '"' || text_.substr(end, 3) == "\u201D") break;
        if (c == '(') ++open;
        if (c == ')' && open-- == 0) break;
        ++end;
    }
    while (end > letters && std::string_view(".,;:!?'").find(text_[end - 1]) != kNoPlace) --end;
    return end;
}

std::size_t ChunkScanner::email_end(std::size_t at) {
    if (at < no_email_before_) return 0;
    std::size_t sign = at;
    while (sign < end_ && is_address_char(text_[sign])) ++sign;
    if (sign >= end_ || text_[sign] != '@' || !word_at(sign + 1)) {
        no_email_before_ = sign;
        return 0;
    }
    std::size_t end = sign + 1;
    while (end < end_ && is_address_char(text_[end])) ++end;
    while (text_[end - 1] == '.' || text_[end - 1] == '-') --end;
    return end;
}

// End of an @name or #tag, or 0.
std::size_t ChunkScanner::name_end(std::size_t at) const {
    if (text_[at] != '@' && text_[at] != '#') return 0;
    if (!word_at(at + 1) || (text_[at] == '#' && is_digit_at(text_, at + 1))) return 0;
    return word_chars_end(at + 1);
}

// End of a site's or file's name (example.com, comp.lang.c) that holds the word at `at`, or 0.
std::size_t ChunkScanner::site_end(std::size_t at) {
    if (at < site_until_) return site_until_;
    if (at < no_site_before_) return 0;
    std::size_t end = at, segment = at, periods = 0;
    bool lower = true;
    while (end < end_) {
        const char c = text_[end];
        if (c == '.' && end > segment && end + 1 < end_ && word_at(end + 1)) {
            ++periods;
            segment = end + 1;
        } else if (!(byte_class(c) & kWordByte) && c != '-') {
            break;
        } else if (!unicode::is_ascii_lower(c)) {
            lower = false;
        }
        ++end;
    }
    // "example.com", "REPORT.DOC", but not "He left.So did she"
    const std::string_view last = text_.substr(segment, end - segment);
    const bool one_case = !is_upper_at(text_, segment) ||
                          (last.size() > 2 && std::ranges::all_of(last, unicode::is_ascii_upper));
    const bool ending = periods > 0 && last.size() < kLongestEnding && one_case &&
                        lists_.is_name_ending(folded(segment, end));
    const bool group = periods > 1 && lower && end - segment > 1 && segment - at > 4;
    if (!ending && !group) {
        no_site_before_ = end;
        return 0;
    }
    return site_until_ = end;
}

}  // namespace lede::tokens

#include "entities/amount_finder.h"

#include <algorithm>
#include <charconv>

#include "lexicon/phrase_words.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

// Longer than any phrase of the units table, so that a look ahead stays bounded.
constexpr std::uint32_t kLongestUnit = 40;

std::uint32_t skip_blank(std::string_view text, std::uint32_t at) {
    if (at < text.size() && (text[at] == ' ' || text[at] == '-')) return at + 1;
    // A no-break space is two bytes.
    if (text.substr(at, 2) == "\xC2\xA0") return at + 2;
    return at;
}

std::string plain_decimal(std::string value) {
    const auto point = value.find('.');
    if (point != std::string::npos) {
        while (value.back() == '0') value.pop_back();
        if (value.back() == '.') value.pop_back();
    }
    const auto digit = std::min(value.find_first_not_of('0'), value.size());
    value.erase(0, digit);
    if (value.empty() || value.front() == '.') value.insert(0, "0");
    return value;
}

std::string sum(std::string_view a, std::uint64_t b) {
    std::uint64_t value = 0;
    std::from_chars(a.data(), a.data() + a.size(), value);
    return std::to_string(value + b);
}

// The first two bytes of a word, small, as a number.
std::size_t opening_of(std::string_view text, Span word) {
    std::size_t opening = 0;
    for (std::size_t i = word.begin; i < word.begin + 2U; ++i)
        opening = opening << 8U |
                  (i < word.end ? static_cast<unsigned char>(unicode::ascii_lower(text[i])) : 0U);
    return opening;
}

}  // namespace

std::string scale_decimal(std::string_view value, int power) {
    std::string digits(value);
    auto point = digits.find('.');
    if (point == std::string::npos)
        point = digits.size();
    else
        digits.erase(point, 1);
    if (power >= 0) {
        const std::size_t target = point + static_cast<std::size_t>(power);
        if (digits.size() < target) digits.append(target - digits.size(), '0');
        if (digits.size() > target) digits.insert(target, ".");
    } else {
        const auto back = static_cast<std::size_t>(-power);
        if (point < back) {
            digits.insert(0, back - point, '0');
            point = back;
        }
        digits.insert(point - back, ".");
    }
    return plain_decimal(digits);
}

AmountFinder::AmountFinder(const Lexicon& lexicon)
    : units_(lexicon.table("entities/amount_words")),
      phrases_(lexicon.phrases("entities/amount_words")) {
    std::string folded;
    for (std::uint32_t row = 0; row < units_.rows(); ++row) {
        unicode::fold_into(units_.cell(row, 0), folded);
        openings_[opening_of(folded, lexicon::next_phrase_word(folded, 0, folded.size()))] = true;
    }
}

std::optional<AmountFinder::Unit> AmountFinder::unit_at(std::string_view text, std::uint32_t at,
                                                        std::string_view kind) const {
    const std::size_t limit = std::min<std::size_t>(text.size(), at + kLongestUnit);
    Span word = lexicon::next_phrase_word(text, std::min<std::size_t>(at, limit), limit);
    if (word.begin != at) return std::nullopt;
    std::string scratch;
    std::uint32_t node = lexicon::PhraseIndex::kRoot;
    std::optional<Unit> best;
    for (; !word.empty(); word = lexicon::next_phrase_word(text, word.end, limit)) {
        node = phrases_.step(node, phrases_.word(word.of(text), scratch));
        if (node == kNone) break;
        for (auto row = phrases_.first_row(node); row != kNone; row = phrases_.next_row(row))
            if (units_.cell(row, 1) == kind)
                best = Unit{word.end, units_.cell(row, 1), units_.cell(row, 2)};
    }
    return best;
}

std::optional<AmountFinder::Number> AmountFinder::digits_at(std::string_view text,
                                                            std::uint32_t at) const {
    std::string value;
    std::uint32_t i = at;
    bool point = false;
    const auto digit = [&](std::uint32_t k) {
        return k < text.size() && unicode::is_ascii_digit(text[k]);
    };
    for (; i < text.size(); ++i) {
        if (digit(i))
            value.push_back(text[i]);
        else if (text[i] == ',' && !point && digit(i + 1) && digit(i + 2) && digit(i + 3) && i > at)
            continue;
        else if (text[i] == '.' && !point && digit(i + 1)) {
            point = true;
            value.push_back('.');
        } else
            break;
    }
    if (value.empty() || value == ".") return std::nullopt;
    return Number{plain_decimal(std::move(value)), i};
}

// "25", "1,200.5", "twenty-five", "one hundred", "a"
std::optional<AmountFinder::Number> AmountFinder::number_at(std::string_view text,
                                                            std::uint32_t at) const {
    if (at >= text.size()) return std::nullopt;
    if (unicode::is_ascii_digit(text[at]) || text[at] == '.') return digits_at(text, at);
    std::optional<Number> number;
    while (const auto word = unit_at(text, at, "number")) {
        std::uint64_t value = 0;
        std::from_chars(word->value.data(), word->value.data() + word->value.size(), value);
        number = Number{number ? sum(number->value, value) : std::string(word->value), word->end};
        at = skip_blank(text, word->end);
    }
    return number;
}

std::optional<Mention> AmountFinder::amount_at(std::string_view text, std::uint32_t at) const {
    const auto before = unit_at(text, at, "prefix");
    const auto number = number_at(text, before ? skip_blank(text, before->end) : at);
    if (!number) return std::nullopt;
    int power = 0;
    std::uint32_t end = number->end;
    while (const auto magnitude = unit_at(text, skip_blank(text, end), "magnitude")) {
        int digits = 0;
        const std::string_view value = magnitude->value;
        std::from_chars(value.data(), value.data() + value.size(), digits);
        power += digits;
        end = magnitude->end;
    }
    if (before && end == number->end)
        if (const auto letter = unit_at(text, skip_blank(text, end), "suffix")) {
            std::from_chars(letter->value.data(), letter->value.data() + letter->value.size(),
                            power);
            end = letter->end;
        }
    Mention mention;
    mention.value = scale_decimal(number->value, power);
    mention.type = EntityType::kMoney;
    if (before) {
        mention.currency = before->value;
    } else if (const auto percent = unit_at(text, skip_blank(text, end), "percent")) {
        mention.type = EntityType::kPercent;
        end = percent->end;
    } else if (const auto after = unit_at(text, skip_blank(text, end), "currency")) {
        mention.currency = after->value;
        end = after->end;
    } else {
        return std::nullopt;
    }
    if (mention.currency.ends_with("/100")) {  // cents, pence
        mention.currency.resize(mention.currency.size() - 4);
        mention.value = scale_decimal(mention.value, -2);
    }
    mention.place.span = {at, end};
    return mention;
}

// A number, or what begins with a word of the table: a number word or a currency.
bool AmountFinder::may_begin_amount(std::string_view text, Span token, std::string& scratch) const {
    const char first = text[token.begin];
    if (unicode::is_ascii_digit(first)) return true;
    if (first == '.')
        return token.begin + 1 < text.size() && unicode::is_ascii_digit(text[token.begin + 1]);
    const Span word = lexicon::next_phrase_word(text, token.begin, token.end);
    if (!openings_[opening_of(text, word)]) return false;
    return phrases_.step(lexicon::PhraseIndex::kRoot, phrases_.word(word.of(text), scratch)) !=
           kNone;
}

std::vector<Mention> AmountFinder::find(const Document& document) const {
    std::vector<Mention> found;
    std::uint32_t reached = 0;
    std::string scratch;
    for (const Token& token : document.tokens) {
        if (token.span.begin < reached) continue;
        if (!may_begin_amount(document.text(), token.span, scratch)) continue;
        if (auto mention = amount_at(document.text(), token.span.begin)) {
            reached = mention->place.span.end;
            found.push_back(std::move(*mention));
        }
    }
    return found;
}

}  // namespace lede::entities

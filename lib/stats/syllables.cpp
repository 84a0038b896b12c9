#include "stats/syllables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::stats {
namespace {

constexpr bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// Letters left and right of a group that a rule shows.
struct Reach {
    std::size_t left;
    std::size_t right;
    friend constexpr bool operator==(Reach, Reach) = default;
};
constexpr std::array kReaches = {Reach{0, 0}, Reach{1, 0}, Reach{2, 0}, Reach{3, 0}, Reach{0, 1},
                                 Reach{0, 2}, Reach{0, 3}, Reach{1, 1}, Reach{2, 1}, Reach{1, 2},
                                 Reach{2, 2}, Reach{4, 0}, Reach{0, 4}};

constexpr int kPrior = 2;  // for one syllable, in quarters

std::int16_t parse_vote(std::string_view cell) {
    std::int16_t vote = 0;
    const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), vote);
    if (parsed.ec != std::errc() || parsed.ptr != cell.data() + cell.size())
        throw std::runtime_error("stats/syllable_rules: a vote is no whole number");
    return vote;
}

// The letter of ASCII on which a Latin letter is built: é -> e, ł -> l.
char plain_letter(char32_t c) {
    if (c < 0x80) return unicode::ascii_lower(static_cast<char>(c));
    constexpr std::u32string_view kFrom =
        U"àáâãäåāăąæçćčďđèéêëēėęěğìíîïīıłñńňòóôõöøōőœřśšşșßťţùúûüūůűųýÿžźż";
    constexpr std::string_view kTo =
        "aaaaaaaaaacccddeeeeeeeegiiiiiilnnnooooooooorsssssttuuuuuuuuyyzzz";
    static_assert(kFrom.size() == kTo.size());
    const std::size_t at = kFrom.find(unicode::to_lower(c));
    return at == std::u32string_view::npos ? 'x' : kTo[at];
}

}  // namespace

SyllableCounter::SyllableCounter(const Lexicon& lexicon) : lexicon_(lexicon) {
    const lexicon::Table table = lexicon_.table("stats/syllable_rules");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Votes votes{};
        for (std::uint32_t count = 0; count < votes.size(); ++count)
            votes[count] = parse_vote(table.cell(row, count + 1));
        rules_.emplace(table.cell(row, 0), votes);
    }
}

std::uint32_t SyllableCounter::count_group(std::string_view word, std::size_t begin,
                                           std::size_t end) const {
    std::array<int, 4> sums = {0, kPrior, 0, 0};
    std::string rule;
    std::array<Reach, kReaches.size()> shown{};
    std::size_t number = 0;
    for (const Reach& reach : kReaches) {
        // Near the word's ends a wider look shows no more than a narrower one did.
        const std::size_t left = std::min(begin, reach.left);
        const std::size_t right = std::min(reach.right, word.size() - end);
        const auto end_of_shown = shown.begin() + static_cast<std::ptrdiff_t>(number);
        if (std::find(shown.begin(), end_of_shown, Reach{left, right}) != end_of_shown) continue;
        shown[number++] = {left, right};
        rule.assign(word, begin - left, left);
        rule += '[';
        rule.append(word, begin, end - begin);
        rule += ']';
        rule.append(word, end, right);
        const auto found = rules_.find(rule);
        if (found == rules_.end()) continue;
        for (std::size_t count = 0; count < sums.size(); ++count)
            sums[count] += found->second[count];
    }
    return static_cast<std::uint32_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

std::uint32_t SyllableCounter::count_letters(std::string_view letters) const {
    const std::string word = "^" + std::string(letters) + "$";
    std::uint32_t syllables = 0;
    for (std::size_t at = 1; at < word.size();) {
        if (!is_vowel(word[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (is_vowel(word[end])) ++end;
        syllables += count_group(word, at, end);
        at = end;
    }
    return std::max(syllables, 1U);
}

std::uint32_t SyllableCounter::count(std::string_view word) const {
    std::uint32_t syllables = 0;
    std::string letters;
    const auto close = [&] {
        // What is left of a contraction or possessive has no syllable of its own: "’s", "n’t".
        const bool has_vowel = std::ranges::any_of(letters, is_vowel);
        if (!letters.empty() && (has_vowel || syllables == 0)) syllables += count_letters(letters);
        letters.clear();
    };
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        if (unicode::is_letter(next.code_point))
            letters += plain_letter(next.code_point);
        else
            close();
    }
    close();
    return syllables;
}

}  // namespace lede::stats

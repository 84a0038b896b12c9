#include "tokens/tag_features.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace lede::tokens {
namespace {

using learning::feature;
using learning::hash_bytes;
using learning::mix;

// Longer words are known by their first and last bytes.
constexpr std::size_t kLongest = 48;

char fold_ascii(char c) {
    if (unicode::is_ascii_digit(c)) return '0';
    return unicode::ascii_lower(c);
}

bool is_ascii(std::string_view word) {
    return std::none_of(word.begin(), word.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Runs of upper case, lower case and digits, each cut to two, and all else as it is.
std::uint64_t shape_of(std::string_view word) {
    std::array<char, 16> shape;
    std::size_t size = 0;
    for (const char c : word) {
        char kind = c;
        if (unicode::is_ascii_upper(c))
            kind = 'X';
        else if (unicode::is_ascii_lower(c) || static_cast<unsigned char>(c) >= 0x80)
            kind = 'x';
        else if (unicode::is_ascii_digit(c))
            kind = '0';
        if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) continue;
        if (size == shape.size()) break;
        shape[size++] = kind;
    }
    return hash_bytes({shape.data(), size});
}

void fill_facts(std::string_view word, std::string& folded, WordFacts& facts) {
    if (word.size() > kLongest) {
        const std::string cut = std::string(word.substr(0, kLongest / 2)) +
                                std::string(word.substr(word.size() - kLongest / 2));
        fill_facts(cut, folded, facts);
        return;
    }
    fold_word(word, folded);
    const std::string_view lower = folded;
    facts.lower = hash_bytes(lower);
    facts.form = hash_bytes(word);
    for (std::size_t n = 1; n <= 4; ++n)
        facts.suffix[n - 1] =
            lower.size() > n ? hash_bytes(lower.substr(lower.size() - n)) : facts.lower;
    for (std::size_t n = 1; n <= 3; ++n)
        facts.prefix[n - 1] = lower.size() > n ? hash_bytes(lower.substr(0, n)) : facts.lower;
    facts.shape = shape_of(word);
    bool upper = false, lower_case = false;
    for (const char c : word) {
        upper |= unicode::is_ascii_upper(c);
        lower_case |= unicode::is_ascii_lower(c) || static_cast<unsigned char>(c) >= 0x80;
    }
    facts.upper_first = unicode::is_ascii_upper(word[0]);
    facts.letters = upper || lower_case;
    facts.all_upper = upper && !lower_case;
}

// Templates; the numbers are part of every model that was trained with them.
enum Kind : std::uint32_t {
    kBias,
    kWord,
    kForm,
    kShape,
    kCluster,
    kSuffix1,
    kSuffix2,
    kSuffix3,
    kSuffix4,
    kPrefix1,
    kPrefix2,
    kPrefix3,
    kWordBefore,
    kWordAfter,
    kWordBefore2,
    kWordAfter2,
    kClusterBefore,
    kClusterAfter,
    kClusterBefore2,
    kClusterAfter2,
    kSuffixBefore,
    kSuffixAfter,
    kShapeBefore,
    kShapeAfter,
    kPairBefore,
    kPairAfter,
    kPairAround,
    kClusterPairBefore,
    kClusterPairAfter,
    kClusterPairAround,
    kClustersBefore,
    kClustersAfter,
    kWordClusterBefore,
    kWordClusterAfter,
};

}  // namespace

void fold_word(std::string_view word, std::string& out) {
    if (is_ascii(word)) {
        out.resize(word.size());
        std::transform(word.begin(), word.end(), out.begin(), fold_ascii);
        return;
    }
    if (word == "“" || word == "”" || word == "„" || word == "«" || word == "»") {
        out = "\"";
    } else if (word == "–" || word == "—") {
        out = "-";
    } else if (word == "…") {
        out = "...";
    } else {
        unicode::fold_into(word, out);
        std::transform(out.begin(), out.end(), out.begin(), fold_ascii);
    }
}

void TagFeatures::compute(std::string_view text, std::span<const Token> tokens, Scratch& scratch,
                          learning::FeatureSequence& out) const {
    out.clear();
    // Two empty words on each side spare the neighbours of the ends a special case.
    std::vector<WordFacts>& facts = scratch.facts;
    facts.assign(tokens.size() + 4, WordFacts{});
    std::size_t words = 0, capitals = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        WordFacts& own = facts[i + 2];
        fill_facts(tokens[i].span.of(text), scratch.folded, own);
        own.space_before = i == 0 || tokens[i - 1].span.end < tokens[i].span.begin;
        own.cluster = clusters_.find(own.lower);
        words += own.letters;
        capitals += own.letters && own.upper_first;
    }
    // In a headline or a line of capitals, an upper-case letter says little.
    const unsigned style = words >= 4 && capitals * 10 >= words * 8 ? 1 : 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const WordFacts& w = facts[i + 2];
        const WordFacts& b = facts[i + 1];
        const WordFacts& b2 = facts[i];
        const WordFacts& a = facts[i + 3];
        const WordFacts& a2 = facts[i + 4];
        const unsigned place = (i == 0 ? 1U : 0U) | style << 1U | (w.space_before ? 4U : 0U);
        out.add(feature(kBias, place));
        out.add(feature(kWord, w.lower));
        if (w.upper_first) out.add(feature(kForm, w.form, style));
        out.add(feature(kShape, w.shape, place));
        for (unsigned n = 0; n < 4; ++n)
            if (n == 0 || w.suffix[n] != w.suffix[n - 1])
                out.add(feature(kSuffix1 + n, w.suffix[n]));
        for (unsigned n = 0; n < 3; ++n)
            if (n == 0 || w.prefix[n] != w.prefix[n - 1])
                out.add(feature(kPrefix1 + n, w.prefix[n]));
        out.add(feature(kWordBefore, b.lower));
        out.add(feature(kWordAfter, a.lower));
        out.add(feature(kWordBefore2, b2.lower));
        out.add(feature(kWordAfter2, a2.lower));
        out.add(feature(kSuffixBefore, b.suffix[2]));
        out.add(feature(kSuffixAfter, a.suffix[2]));
        out.add(feature(kShapeBefore, b.shape, w.shape));
        out.add(feature(kShapeAfter, a.shape, w.shape));
        out.add(feature(kPairBefore, b.lower, w.lower));
        out.add(feature(kPairAfter, a.lower, w.lower));
        out.add(feature(kPairAround, b.lower, a.lower));
        out.add(feature(kCluster, w.cluster, w.upper_first));
        out.add(feature(kClusterBefore, b.cluster));
        out.add(feature(kClusterAfter, a.cluster));
        out.add(feature(kClusterBefore2, b2.cluster));
        out.add(feature(kClusterAfter2, a2.cluster));
        out.add(feature(kClusterPairBefore, b.cluster, w.cluster));
        out.add(feature(kClusterPairAfter, a.cluster, w.cluster));
        out.add(feature(kClusterPairAround, b.cluster, a.cluster));
        out.add(feature(kClustersBefore, b2.cluster, b.cluster));
        out.add(feature(kClustersAfter, a2.cluster, a.cluster));
        out.add(feature(kWordClusterBefore, b.cluster, w.lower));
        out.add(feature(kWordClusterAfter, a.cluster, w.lower));
        out.end_position();
    }
}

}  // namespace lede::tokens

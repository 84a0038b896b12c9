#include "tokens/tag_features.h"

#include <algorithm>
#include <array>

#include "learning/emissions.h"
#include "text/unicode.h"
#include "tokens/word_kinds.h"

namespace lede::tokens {
namespace {

using learning::feature;
using learning::hash_bytes;
using learning::mix;

// Longer words are known by their first and last bytes.
constexpr std::size_t kLongest = 48;

// Where the words by themselves put one label so many nats before all others, their pairs are not
// asked: half of all words, of which one in some thousand is then tagged another way.
constexpr float kSure = 4.5F;

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

// The word itself, or the first and last bytes of a long one in `cut`.
std::string_view known_part(std::string_view word, std::string& cut) {
    if (word.size() <= kLongest) return word;
    cut = word.substr(0, kLongest / 2);
    cut += word.substr(word.size() - kLongest / 2);
    return cut;
}

bool has_letter(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return unicode::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}

std::uint64_t suffix_of(std::string_view lower, std::size_t size, std::uint64_t whole) {
    return lower.size() > size ? hash_bytes(lower.substr(lower.size() - size)) : whole;
}

void fill_facts(std::string_view word, std::string& folded, WordFacts& facts) {
    fold_word(word, folded);
    facts.form = hash_bytes(word);
    facts.lower = hash_bytes(folded);
    facts.suffix = suffix_of(folded, 3, facts.lower);
    facts.shape = shape_of(word);
    facts.upper_first = unicode::is_ascii_upper(word[0]);
    facts.letters = has_letter(word);
    facts.upper_all = std::none_of(word.begin(), word.end(), unicode::is_ascii_lower);
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
    kGrammar,
    kGrammarSuffix,
    kGrammarBefore,
    kGrammarAfter,
    kGrammarAfter2,
    kGrammarPairBefore,
    kGrammarPairAfter,
    kNaming,
    kNamingBefore,
    kNamingAfter,
    kVerbBefore,
    kVerbClusterBefore,
    kSuffix5,
    kPrefix4,
};

constexpr int kFarthestVerb = 6;  // words

// The verb that the word may depend on, over times and places: "said on Friday that". The nearest
// word before that is mostly a verb, no other part of speech, or can be a form of a verb that says
// who acts or when ("said" is an adjective too, "claims" a noun); or no word.
const WordFacts* verb_before(const WordFacts* w) {
    for (const WordFacts* v = w - 1; v->form != 1 && w - v <= kFarthestVerb; --v) {
        const bool mostly = (v->kinds >> kMostlyShift & 3U) == 1;
        const bool only = (v->kinds & kVerbBase) != 0 &&
                          (v->kinds & (kNounBase | kNounPlural | kAdjective | kAdverb)) == 0;
        if (mostly || only || (v->kinds & (kVerbThird | kVerbPast)) != 0) return v;
    }
    return nullptr;
}

unsigned grammar_of(const WordFacts& w) { return w.kinds & kGrammarBits; }
unsigned naming_of(const WordFacts& w) { return w.kinds & kNamingBits; }

// What a word can be, or the word itself if no dictionary has it: "the", "of".
std::uint64_t grammar_or_word(const WordFacts& w) {
    const unsigned grammar = grammar_of(w);
    return grammar != 0 ? grammar : w.lower;
}

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

namespace {

// How a word stands in its sentence, as far as its own features are told apart by it.
struct Place {
    unsigned style = 0;  // of the sentence
    unsigned bits = 0;   // style, and what stands before
};

template <typename Out>
void add_affixes(std::string_view lower, std::uint64_t whole, Out& out) {
    std::uint64_t last = whole;
    for (unsigned n = 1; n <= 4; ++n) {
        const std::uint64_t suffix = suffix_of(lower, n, whole);
        if (n == 1 || suffix != last) out.add(feature(kSuffix1 + n - 1, suffix));
        last = suffix;
    }
    for (unsigned n = 1; n <= 3; ++n) {
        const std::uint64_t prefix = lower.size() > n ? hash_bytes(lower.substr(0, n)) : whole;
        if (n == 1 || prefix != last) out.add(feature(kPrefix1 + n - 1, prefix));
        last = prefix;
    }
    if (lower.size() > 5) out.add(feature(kSuffix5, suffix_of(lower, 5, whole)));
    if (lower.size() > 4) out.add(feature(kPrefix4, hash_bytes(lower.substr(0, 4))));
}

// What the word alone tells.
template <typename Out>
void add_word(const WordFacts& w, Place place, std::string_view word, std::string& folded,
              Out& out) {
    out.add(feature(kBias, place.bits));
    out.add(feature(kWord, w.lower));
    if (w.upper_first) out.add(feature(kForm, w.form, place.style));
    out.add(feature(kShape, w.shape, place.bits));
    out.add(feature(kCluster, w.cluster, w.upper_first));
    out.add(feature(kGrammar, grammar_of(w), place.style << 1U | w.upper_first));
    out.add(feature(kGrammarSuffix, w.kinds & kPossibleBits, w.suffix));
    out.add(feature(kNaming, naming_of(w), place.bits << 1U | w.upper_first));
    std::string cut;
    fold_word(known_part(word, cut), folded);
    add_affixes(folded, w.lower, out);
}

// Keys of the groups of features that one word determines.
std::uint64_t key_of_word(const WordFacts& w, Place place) {
    return mix(w.form, kWord << 8U | place.bits);
}
std::uint64_t key_before(const WordFacts* w) { return mix(w[-1].form, kWordBefore); }
std::uint64_t key_after(const WordFacts* w) { return mix(w[1].form, kWordAfter); }
std::uint64_t key_before2(const WordFacts* w) { return mix(w[-2].form, kWordBefore2); }
std::uint64_t key_after2(const WordFacts* w) { return mix(w[2].form, kWordAfter2); }

template <typename Out>
void expect_groups(const WordFacts* w, Place place, Out& out) {
    for (const std::uint64_t key :
         {key_of_word(*w, place), key_before(w), key_after(w), key_before2(w), key_after2(w)})
        out.expect(key);
}

// What each of the neighbours tells.
template <typename Out>
void add_neighbours(const WordFacts* w, Out& out) {
    out.group(key_before(w), [&] {
        out.add(feature(kWordBefore, w[-1].lower));
        out.add(feature(kSuffixBefore, w[-1].suffix));
        out.add(feature(kClusterBefore, w[-1].cluster));
        out.add(feature(kGrammarBefore, grammar_of(w[-1])));
        out.add(feature(kNamingBefore, naming_of(w[-1]), w[-1].upper_first));
    });
    out.group(key_after(w), [&] {
        out.add(feature(kWordAfter, w[1].lower));
        out.add(feature(kSuffixAfter, w[1].suffix));
        out.add(feature(kClusterAfter, w[1].cluster));
        out.add(feature(kGrammarAfter, grammar_of(w[1])));
        out.add(feature(kNamingAfter, naming_of(w[1]), w[1].upper_first));
    });
    out.group(key_before2(w), [&] {
        out.add(feature(kWordBefore2, w[-2].lower));
        out.add(feature(kClusterBefore2, w[-2].cluster));
    });
    out.group(key_after2(w), [&] {
        out.add(feature(kWordAfter2, w[2].lower));
        out.add(feature(kClusterAfter2, w[2].cluster));
        out.add(feature(kGrammarAfter2, grammar_of(w[2])));
    });
}

// What pairs of words tell; too many to be remembered.
template <typename Out>
void add_pairs(const WordFacts* words, Out& out) {
    const WordFacts& w = words[0];
    const WordFacts& b = words[-1];
    const WordFacts& a = words[1];
    out.add(feature(kShapeBefore, b.shape, w.shape));
    out.add(feature(kShapeAfter, a.shape, w.shape));
    out.add(feature(kPairBefore, b.lower, w.lower));
    out.add(feature(kPairAfter, a.lower, w.lower));
    out.add(feature(kClusterPairBefore, b.cluster, w.cluster));
    out.add(feature(kClusterPairAfter, a.cluster, w.cluster));
    out.add(feature(kWordClusterBefore, b.cluster, w.lower));
    out.add(feature(kWordClusterAfter, a.cluster, w.lower));
    out.add(feature(kPairAround, b.lower, a.lower));
    out.add(feature(kClusterPairAround, b.cluster, a.cluster));
    out.add(feature(kGrammarPairBefore, grammar_or_word(b), grammar_of(w)));
    out.add(feature(kGrammarPairAfter, grammar_or_word(a), grammar_of(w)));
    const WordFacts* const verb = verb_before(words);
    out.add(feature(kVerbBefore, verb ? verb->lower : 0, w.lower));
    out.add(feature(kVerbClusterBefore, verb ? verb->cluster : 0, w.lower));
    out.add(feature(kClustersBefore, words[-2].cluster, b.cluster));
    out.add(feature(kClustersAfter, words[2].cluster, a.cluster));
}

}  // namespace

// Fills scratch.facts; how the sentence is written.
TagFeatures::Style TagFeatures::gather_facts(std::string_view text, std::span<const Token> tokens,
                                             Scratch& scratch) const {
    // Two empty words on each side spare the neighbours of the ends a special case.
    std::vector<WordFacts>& facts = scratch.facts;
    facts.assign(tokens.size() + 4, WordFacts{});
    std::size_t words = 0, capitals = 0, all_capitals = 0;
    std::string cut;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view word = known_part(tokens[i].span.of(text), cut);
        WordFacts& own = facts[i + 2];
        own = scratch.words.find_or(hash_bytes(word), [&](WordFacts& fresh) {
            fill_facts(word, scratch.folded, fresh);
            fresh.cluster = clusters_.find(fresh.lower);
            fresh.kinds = kinds_.find(fresh.lower);
        });
        words += own.letters;
        capitals += own.letters && own.upper_first;
        all_capitals += own.letters && own.upper_all;
    }
    if (words >= 2 && all_capitals == words) return Style::kCapitals;
    if (words >= 4 && capitals == 0) return Style::kSmall;
    return words >= 4 && capitals * 10 >= words * 8 ? Style::kTitle : Style::kPlain;
}

template <typename Out>
void TagFeatures::compute(std::string_view text, std::span<const Token> tokens, Scratch& scratch,
                          Out& out) const {
    out.clear();
    const auto style = static_cast<unsigned>(gather_facts(text, tokens, scratch));
    const auto place_of = [&](std::size_t i) {
        const bool space = i == 0 || tokens[i - 1].span.end < tokens[i].span.begin;
        return Place{style, (i == 0 ? 1U : 0U) | (space ? 2U : 0U) | style << 2U};
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const WordFacts* const w = scratch.facts.data() + i + 2;
        const Place place = place_of(i);
        if (i + 1 < tokens.size()) expect_groups(w + 1, place_of(i + 1), out);
        out.group(key_of_word(*w, place),
                  [&] { add_word(*w, place, tokens[i].span.of(text), scratch.folded, out); });
        add_neighbours(w, out);
        const learning::Label sure = out.settled(kSure);
        if (sure == learning::kFree) add_pairs(w, out);
        out.end_position(sure);
    }
}

template void TagFeatures::compute(std::string_view, std::span<const Token>, Scratch&,
                                   learning::FeatureSequence&) const;
template void TagFeatures::compute(std::string_view, std::span<const Token>, Scratch&,
                                   learning::EmissionScorer&) const;

}  // namespace lede::tokens

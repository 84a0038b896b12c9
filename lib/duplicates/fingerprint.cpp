#include "duplicates/fingerprint.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::duplicates {
namespace {

constexpr std::uint64_t kWordSeed = 0xCBF29CE484222325;
constexpr std::uint64_t kWordPrime = 0x100000001B3;
constexpr double kLeastResemblance = 0.15;

// The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit depends on every other.
constexpr std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

struct Permutation {
    std::uint32_t factor;
    std::uint32_t addend;
};

constexpr std::array<Permutation, kRows> make_permutations() {
    std::array<Permutation, kRows> all{};
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint64_t random = mix(0x9E3779B97F4A7C15 * (i + 1));
        all[i] = {static_cast<std::uint32_t>(random) | 1U,
                  static_cast<std::uint32_t>(random >> 32)};
    }
    return all;
}

constexpr std::array<Permutation, kRows> kPermutations = make_permutations();

// What an outlet adds to the text, or writes anew, is not what the text says.
bool is_body(BlockKind kind) {
    switch (kind) {
        case BlockKind::kTitle:
        case BlockKind::kByline:
        case BlockKind::kPublication:
        case BlockKind::kDateline:
        case BlockKind::kCaption:
        case BlockKind::kBoilerplate:
            return false;
        default:
            return true;
    }
}

// Hashes of the words of the text, letters folded, added to `words`.
void add_words(std::string_view text, std::vector<std::uint64_t>& words) {
    std::uint64_t hash = kWordSeed;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        at += decoded.size;
        if (unicode::is_alphanumeric(decoded.code_point)) {
            hash = (hash ^ unicode::to_lower(decoded.code_point)) * kWordPrime;
            inside = true;
        } else if (inside) {
            words.push_back(mix(hash));
            hash = kWordSeed;
            inside = false;
        }
    }
    if (inside) words.push_back(mix(hash));
}

std::vector<std::uint64_t> body_words(const Article& article) {
    std::vector<std::uint64_t> words;
    words.reserve(article.text.size() / 6);
    for (const Block& block : article.blocks)
        if (is_body(block.kind)) add_words(block.span.of(article.text), words);
    // A text of nothing but headlines, or without blocks, is its own body.
    if (words.empty()) add_words(article.text, words);
    return words;
}

// The distinct triples of words; of a text of one or two words, all of it.
std::vector<std::uint64_t> triples_of(const std::vector<std::uint64_t>& words) {
    std::vector<std::uint64_t> triples;
    if (words.empty()) return triples;
    for (std::size_t i = 2; i < words.size(); ++i)
        triples.push_back(mix(mix(words[i - 2] + 1) * 3 + mix(words[i - 1] + 2) * 5 + words[i]));
    if (triples.empty()) triples.push_back(mix(words.front() * 3 + words.back()));
    std::sort(triples.begin(), triples.end());
    triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
    return triples;
}

// The smallest hashes of the words, from a map of all that there can be.
void set_sample(const std::vector<std::uint64_t>& words, Fingerprint& print) {
    std::array<std::uint64_t, 1024> map{};
    for (const std::uint64_t word : words) map[word >> 54] |= std::uint64_t{1} << (word >> 48 & 63);
    for (std::size_t i = 0; i < map.size(); ++i)
        for (std::uint64_t bits = map[i]; bits != 0 && print.sampled < kSample; bits &= bits - 1)
            print.sample[print.sampled++] =
                static_cast<std::uint16_t>(i * 64 + static_cast<unsigned>(std::countr_zero(bits)));
}

// Of the words of the one that has fewer, the share that the other has. Both samples hold all
// hashes up to the smaller of their ends.
double shared_words(const Fingerprint& a, const Fingerprint& b) {
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t shared = 0;
    while (i < a.sampled && j < b.sampled) {
        const std::uint16_t one = a.sample[i];
        const std::uint16_t other = b.sample[j];
        shared += one == other;
        i += one <= other;
        j += other <= one;
    }
    // What is left of one side lies behind the other's end: it counts if that end is of all words.
    if (j == b.sampled && b.sampled < kSample) i = a.sampled;
    if (i == a.sampled && a.sampled < kSample) j = b.sampled;
    const std::size_t fewer = std::min(i, j);
    return fewer == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(fewer);
}

double shared_triples(const Fingerprint& a, const Fingerprint& b) {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kRows; ++i) equal += a.rows[i] == b.rows[i];
    const double resemblance = static_cast<double>(equal) / kRows;
    if (resemblance < kLeastResemblance) return 0;
    // |A and B| = J (|A| + |B|) / (1 + J)
    const double both =
        resemblance / (1 + resemblance) * (double{1} * a.triples + double{1} * b.triples);
    return std::min(1.0, both / std::min(a.triples, b.triples));
}

}  // namespace

Fingerprint fingerprint_of(const Article& article) {
    const std::vector<std::uint64_t> words = body_words(article);
    const std::vector<std::uint64_t> triples = triples_of(words);
    Fingerprint print;
    print.words = static_cast<std::uint32_t>(words.size());
    print.triples = static_cast<std::uint32_t>(triples.size());
    for (const std::uint64_t word : words) print.exact = mix(print.exact * kWordPrime + word);
    std::array<std::uint32_t, kRows> smallest;
    smallest.fill(UINT32_MAX);
    for (const std::uint64_t triple : triples) {
        const auto low = static_cast<std::uint32_t>(triple);
        for (std::size_t i = 0; i < kRows; ++i)
            smallest[i] =
                std::min(smallest[i], low * kPermutations[i].factor + kPermutations[i].addend);
    }
    // Small numbers have empty high bits: mixed, 16 of them tell two apart.
    for (std::size_t i = 0; i < kRows; ++i)
        print.rows[i] = static_cast<std::uint16_t>(mix(smallest[i]));
    set_sample(words, print);
    return print;
}

Likeness likeness(const Fingerprint& a, const Fingerprint& b) {
    if (a.triples == 0 || b.triples == 0) return {};
    if (a.exact == b.exact && a.words == b.words) return {1, 1};
    return {shared_words(a, b), shared_triples(a, b)};
}

}  // namespace lede::duplicates

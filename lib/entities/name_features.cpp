#include "entities/name_features.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "learning/bio.h"
#include "learning/emissions.h"
#include "learning/feature_sequence.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

using learning::feature;
using learning::hash_bytes;
using learning::mix;

// Nats by which "no name" must lead by the words alone for the rest not to be asked.
constexpr float kSure = 6.0F;

// Templates. Numbers only have to differ.
enum Template : std::uint32_t {
    kWord = 1,
    kWordPair = 10,
    kAffix = 20,
    kShape = 40,
    kCluster = 60,
    kClusterPair = 70,
    kFacts = 80,
    kFactBit = 90,
    kNameWord = 100,
    kKnown = 110,
    kTitle = 120,
    kEvidenceBit = 130,
    kEvidenceAll = 131,
    kRun = 140,
    kBias = 160,
    kOpens = 161,
};

// Groups of features that one key determines (EmissionScorer::group).
enum Group : std::uint64_t {
    kAroundGroup = 1,  // and the five after it
    kEvidenceGroup = 10,
    kHeadGroup = 11,
    kBeginGroup = 12,
    kBeforeGroup = 13,
    kAfterGroup = 14,
};

constexpr std::uint64_t key_of(std::uint64_t type, Group group, std::uint64_t a,
                               std::uint64_t b = 0) {
    return mix(type, std::uint64_t{group} << 32U | a << 16U | b);
}

// Begin, inside, end, single.
std::uint64_t place_in(std::int64_t i, std::int64_t first, std::int64_t last) {
    if (first + 1 == last) return 3;
    if (i == first) return 0;
    return i + 1 == last ? 2 : 1;
}

// The run of capitals around a token, small joining words inside it.
struct Run {
    std::int64_t first = -1;
    std::int64_t last = -1;  // one past
};

// The tokens of one sentence; outside of it there is a blank token.
class Window {
  public:
    Window(const PreparedDocument& prepared, const Sentence& sentence)
        : prepared_(prepared), first_(sentence.first_token), last_(sentence.last_token) {}
    const TokenView& at(std::int64_t i) const {
        return i < first_ || i >= last_ ? blank_ : prepared_.tokens[static_cast<std::size_t>(i)];
    }

  private:
    const PreparedDocument& prepared_;
    std::int64_t first_;
    std::int64_t last_;
    TokenView blank_;
};

void fold_digits(std::string_view text, std::string& out) {
    unicode::fold_into(text, out);
    for (char& c : out)
        if (unicode::is_ascii_digit(c)) c = '0';
}

// Writes one token's features.
template <typename Out>
class TokenWriter {
  public:
    TokenWriter(const Window& window, std::int64_t i, bool caseless, Out& out)
        : before_(window.at(i - 1)),
          here_(window.at(i)),
          after_(window.at(i + 1)),
          window_(window),
          i_(i),
          mode_(caseless ? 2 : 1),
          out_(out) {}

    // What single words tell: by groups.
    void write_words(std::string_view text) {
        out_.group(key_of(here_.type, kAroundGroup, mode_), [&] { write_here(text); });
        for (const int k : {-2, -1, 1, 2}) {
            const TokenView& token = window_.at(i_ + k);
            const auto at = static_cast<std::uint32_t>(k + 2);
            out_.group(key_of(token.type, kAroundGroup, mode_, at + 1), [&] {
                write_word(token, at);
                if (k == -1 || k == 1) write_neighbour(token, at - 1);
            });
        }
        if (mode_ == 2) return;
        out_.group(key_of(here_.evidence, kEvidenceGroup, here_.capital), [&] {
            out_.add(feature(kEvidenceAll, here_.evidence, here_.capital));
            if (!here_.capital) return;
            for (std::uint32_t bits = here_.evidence; bits; bits &= bits - 1)
                out_.add(feature(kEvidenceBit, static_cast<std::uint64_t>(__builtin_ctz(bits))));
        });
    }

    // What the word's run tells by single words: by groups.
    void write_run_words(const Run& run) {
        const TokenView& head = window_.at(run.last - 1);
        const TokenView& begin = window_.at(run.first);
        const TokenView& before = window_.at(run.first - 1);
        const TokenView& after = window_.at(run.last);
        const auto length =
            static_cast<std::uint64_t>(std::min<std::int64_t>(run.last - run.first, 6));
        const std::uint64_t place = place_in(i_, run.first, run.last);
        out_.group(key_of(head.type, kHeadGroup, place, length), [&] {
            out_.add(feature(kRun, place, length));
            out_.add(feature(kRun + 1, head.word, place));
            out_.add(feature(kRun + 2, head.name_word, place));
            out_.add(feature(kRun + 3, head.facts.cluster, place));
            out_.add(feature(kRun + 4, head.facts.bits, length));
        });
        out_.group(key_of(begin.type, kBeginGroup, place, length), [&] {
            out_.add(feature(kRun + 5, begin.word, place));
            out_.add(feature(kRun + 6, begin.facts.bits, length));
        });
        out_.group(key_of(before.type, kBeforeGroup, place), [&] {
            out_.add(feature(kRun + 7, before.word, place));
            out_.add(feature(kRun + 8, before.facts.cluster, place));
        });
        out_.group(key_of(after.type, kAfterGroup, place), [&] {
            out_.add(feature(kRun + 9, after.word, place));
            out_.add(feature(kRun + 10, after.facts.cluster, place));
        });
    }

    // What pairs of words around the run tell.
    void write_run_pairs(const Run& run) {
        const TokenView& before = window_.at(run.first - 1);
        const TokenView& after = window_.at(run.last);
        out_.add(feature(kRun + 11, window_.at(run.last + 1).word, after.word));
        out_.add(feature(kRun + 12, window_.at(run.first - 2).word, before.word));
        out_.add(feature(kRun + 13, before.facts.cluster, after.facts.cluster));
    }

    // What pairs of words tell.
    void write_pairs() {
        out_.add(feature(kWordPair, before_.word, here_.word));
        out_.add(feature(kWordPair + 1, here_.word, after_.word));
        out_.add(feature(kClusterPair, before_.facts.cluster, here_.facts.cluster));
        out_.add(feature(kClusterPair + 1, here_.facts.cluster, after_.facts.cluster));
        out_.add(feature(kClusterPair + 2, before_.facts.cluster, after_.facts.cluster));
        out_.add(feature(kFacts + 4, before_.facts.bits, here_.facts.bits));
        out_.add(feature(kFacts + 5, here_.facts.bits, after_.facts.bits));
        if (mode_ == 2) return;
        out_.add(feature(kShape + 3, before_.shape, here_.shape));
        out_.add(feature(kShape + 4, here_.shape, after_.shape));
        out_.add(feature(kShape + 5, mix(before_.shape, here_.shape), after_.shape));
        out_.add(feature(kShape + 7, here_.shape, before_.word));
        out_.add(feature(kShape + 8, here_.shape, after_.word));
    }

    // What the tables know of the words where they stand.
    void write_knowledge() {
        for (const int k : {-1, 0, 1})
            if (const TokenView& token = window_.at(i_ + k); token.known)
                out_.add(feature(kKnown + static_cast<std::uint32_t>(k + 1), token.known, mode_));
        if (here_.known || before_.known) out_.add(feature(kKnown + 4, before_.known, here_.known));
        if (here_.after_title) out_.add(feature(kTitle, mode_));
        if (before_.after_title) out_.add(feature(kTitle + 1, mode_));
    }

    void write_opening() {
        out_.add(feature(kOpens, here_.capital,
                         here_.facts.bits & (kSmallWord | kMixedWord | kCapitalWord)));
    }

  private:
    void write_word(const TokenView& token, std::uint32_t at) {
        out_.add(feature(kWord + at, token.word));
        if (token.facts.cluster) out_.add(feature(kCluster + at, token.facts.cluster));
    }

    void write_neighbour(const TokenView& token, std::uint32_t at) {
        out_.add(feature(kFacts + at, token.facts.bits, mode_));
        if (token.name_word) out_.add(feature(kNameWord + at, token.name_word));
        if (mode_ == 1) out_.add(feature(kShape + (at == 0 ? 1 : 2), token.shape));
    }

    void write_here(std::string_view text) {
        out_.add(feature(kBias, mode_));
        write_word(here_, 2);
        write_affixes(text);
        out_.add(feature(kFacts + 1, here_.facts.bits, mode_));
        if (here_.name_word) out_.add(feature(kNameWord + 1, here_.name_word));
        for (std::uint32_t bits = here_.facts.bits; bits; bits &= bits - 1)
            out_.add(feature(kFactBit, static_cast<std::uint64_t>(__builtin_ctz(bits)), mode_));
        if (mode_ == 2) return;
        out_.add(feature(kShape, here_.shape));
        out_.add(feature(kShape + 6, here_.shape, here_.facts.bits));
    }

    void write_affixes(std::string_view text) {
        std::string folded;
        fold_digits(text, folded);
        const std::string_view all = folded;
        for (std::uint32_t size = 1; size <= 4 && all.size() > size; ++size) {
            if (size > 1) out_.add(feature(kAffix + size, hash_bytes(all.substr(0, size))));
            out_.add(feature(kAffix + 8 + size, hash_bytes(all.substr(all.size() - size))));
        }
    }

    const TokenView& before_;
    const TokenView& here_;
    const TokenView& after_;
    const Window& window_;
    std::int64_t i_;
    std::uint64_t mode_;
    Out& out_;
};

Run run_from(const Window& window, std::int64_t i, std::int64_t end) {
    Run run{i, i + 1};
    while (run.last < end && run.last < i + 12) {
        if (window.at(run.last).capital)
            ++run.last;
        else if (window.at(run.last).joins && window.at(run.last + 1).capital)
            run.last += 2;
        else
            break;
    }
    run.last = std::min(run.last, end);
    return run;
}

// Small words may stand inside a name ("Bank of the West"), before one ("al-Qaeda") or at its end
// ("Ji Sung-ho"), and numbers at its edges ("2018 Winter Games"): they are open where capitals are
// near.
bool may_be_named(const Window& window, std::int64_t i) {
    constexpr std::int64_t kReach = 3;
    if (window.at(i).has_capital) return true;
    std::int64_t before = 1;
    std::int64_t after = 1;
    while (before <= kReach && !window.at(i - before).has_capital) ++before;
    while (after <= kReach && !window.at(i + after).has_capital) ++after;
    if (before + after <= kReach + 1) return true;
    const TokenView& here = window.at(i);
    if (before <= 2 && (here.hyphen || here.number || window.at(i - 1).hyphen)) return true;
    return after <= 2 && (here.joins || after == 1);
}

}  // namespace

template <typename Out>
bool write_name_features(const Document& document, const PreparedDocument& prepared,
                         std::uint32_t index, Out& out) {
    const Sentence& sentence = document.sentences[index];
    const bool caseless = prepared.caseless[index];
    const Window window(prepared, sentence);
    Run run;
    bool any = false;
    out.clear();
    for (std::int64_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const TokenView& here = window.at(i);
        if (!caseless && !may_be_named(window, i)) {
            out.end_position(learning::kOutside);
            continue;
        }
        // A small word that opens the sentence does not open a name.
        const bool opens = i == sentence.first_token;
        const bool opens_small = opens && here.facts.bits & kSmallWord;
        if (!caseless && i >= run.last && here.capital && !opens_small)
            run = run_from(window, i, sentence.last_token);
        const bool runs = i >= run.first && i < run.last;

        TokenWriter<Out> writer(window, i, caseless, out);
        writer.write_words(document.token_text(static_cast<std::size_t>(i)));
        if (runs) writer.write_run_words(run);
        if (out.settled(kSure) == learning::kOutside) {
            out.end_position(learning::kOutside);
            continue;
        }
        any = true;
        if (runs) writer.write_run_pairs(run);
        writer.write_pairs();
        writer.write_knowledge();
        if (!caseless && opens) writer.write_opening();
        out.end_position();
    }
    return any;
}

template bool write_name_features(const Document&, const PreparedDocument&, std::uint32_t,
                                  learning::FeatureSequence&);
template bool write_name_features(const Document&, const PreparedDocument&, std::uint32_t,
                                  learning::EmissionScorer&);

}  // namespace lede::entities

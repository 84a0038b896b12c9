#include "entities/name_features.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "entities/letter_case.h"
#include "learning/bio.h"
#include "lexicon/phrase_words.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

using learning::Feature;
using learning::feature;
using learning::FeatureSequence;
using learning::hash_bytes;

// What the article shows of a word, over all its places where case counts.
enum Evidence : std::uint16_t {
    kCapitalInside = 1,    // with a capital inside a sentence
    kSmallSomewhere = 2,   // with a small letter
    kAfterTitle = 4,       // "President Trump"
    kBeforeSpeech = 8,     // "Trump said"
    kAfterGivenName = 16,  // "Donald Trump"
    kBeforeOrgWord = 32,   // "Harlow Inc."
    kAfterPlaceWord = 64,  // "in Hanoi"
    kInKnownPerson = 128,
    kInKnownOrg = 256,
    kInKnownPlace = 512,
    kAfterSurname = 1024,
    kBeforeSurname = 2048,
};

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
    kMode = 170,
};

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_speech_verb(std::string_view word) {
    return is_any_of(word, {"said", "says", "told", "tells", "added", "wrote", "tweeted", "argued",
                            "warned", "explained", "insisted", "claimed", "noted", "replied",
                            "announced", "testified", "tweets"});
}

bool joins_names(std::string_view word) {
    return is_any_of(
        word, {"of", "for", "de", "la", "del", "der",  "von", "van", "den", "da", "dos", "do",
               "di", "bin", "al", "el", "ibn", "bint", "&",   "-",   "'",   "’",  "."});
}

std::uint8_t name_word_kind(std::string_view kind) {
    constexpr std::array<std::string_view, 8> kKinds = {"org",   "place", "settlement", "facility",
                                                        "event", "law",   "calendar",   "norp"};
    const auto found = std::ranges::find(kKinds, kind);
    return found == kKinds.end() ? 0 : static_cast<std::uint8_t>(found - kKinds.begin() + 1);
}

// Begin, inside, end, single.
std::uint8_t place_in(std::size_t i, std::size_t first, std::size_t last) {
    if (first + 1 == last) return 3;
    if (i == first) return 0;
    return i + 1 == last ? 2 : 1;
}

std::string_view folded_of(const PreparedDocument& prepared, std::size_t i) {
    return prepared.tokens[i].folded.of(prepared.folded);
}

void gather_evidence(const Document& document, PreparedDocument& prepared) {
    std::vector<TokenView>& tokens = prepared.tokens;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        if (prepared.caseless[s]) continue;
        const Sentence& sentence = document.sentences[s];
        for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
            if (!begins_with_letter(document.token_text(i))) continue;
            std::uint16_t seen = 0;
            if (!tokens[i].capital) {
                seen = kSmallSomewhere;
            } else {
                if (i > sentence.first_token) seen |= kCapitalInside;
                if (tokens[i].after_title) seen |= kAfterTitle;
                if (i > sentence.first_token && tokens[i - 1].capital) {
                    if (tokens[i - 1].facts.bits & (kGivenName | kGivenNameWorld))
                        seen |= kAfterGivenName;
                    else if (tokens[i - 1].facts.bits & (kSurname | kSurnameWorld))
                        seen |= kAfterSurname;
                }
                if (i + 1 < sentence.last_token) {
                    if (is_speech_verb(folded_of(prepared, i + 1))) seen |= kBeforeSpeech;
                    if (tokens[i + 1].capital && tokens[i + 1].name_word == 1)
                        seen |= kBeforeOrgWord;
                    if (tokens[i + 1].capital &&
                        tokens[i + 1].facts.bits & (kSurname | kSurnameWorld))
                        seen |= kBeforeSurname;
                }
                if (i > sentence.first_token &&
                    is_any_of(folded_of(prepared, i - 1), {"in", "at", "near", "across"}))
                    seen |= kAfterPlaceWord;
            }
            prepared.evidence[tokens[i].word] |= seen;
        }
    }
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (begins_with_letter(document.token_text(i)))
            if (const auto found = prepared.evidence.find(tokens[i].word);
                found != prepared.evidence.end())
                tokens[i].evidence = found->second;
}

}  // namespace

NameFeatures::NameFeatures(const Lexicon& lexicon, const Gazetteer& gazetteer)
    : gazetteer_(gazetteer),
      facts_(lexicon.file("entities/words.model")),
      name_words_(lexicon.table("entities/name_words")),
      titles_(lexicon.phrases("entities/titles")) {}

void NameFeatures::view_tokens(const Document& document, PreparedDocument& prepared) const {
    std::string scratch;
    std::string shape;
    prepared.tokens.assign(document.tokens.size(), {});
    prepared.folded.clear();
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
        TokenView& view = prepared.tokens[i];
        const std::string_view text = document.token_text(i);
        unicode::fold_into(text, scratch);
        const auto kind = name_words_.find(text);
        if (kind < name_words_.rows()) view.name_word = name_word_kind(name_words_.cell(kind, 1));
        view.facts = facts_.find(hash_bytes(scratch));
        for (char& c : scratch)
            if (unicode::is_ascii_digit(c)) c = '0';
        view.word = hash_bytes(scratch);
        view.folded = make_span(prepared.folded.size(), prepared.folded.size() + scratch.size());
        prepared.folded += scratch;
        word_shape(text, shape);
        view.shape = hash_bytes(shape);
        view.capital = begins_with_capital(text);
        view.has_capital = view.capital || shape.find('X') != std::string::npos;
        view.joins = joins_names(scratch);
        view.hyphen = text == "-";
        view.number = unicode::is_ascii_digit(text.front());
    }
}

void NameFeatures::mark_known_names(const Document& document, std::uint32_t index,
                                    PreparedDocument& prepared) const {
    const Sentence& sentence = document.sentences[index];
    const std::size_t from = prepared.hits.size();
    gazetteer_.find(document.text(), sentence.span, prepared.caseless[index], prepared.hits);
    auto i = sentence.first_token;
    for (std::size_t h = from; h < prepared.hits.size(); ++h) {
        const GazetteerHit& hit = prepared.hits[h];
        while (i < sentence.last_token && document.tokens[i].span.begin < hit.span.begin) ++i;
        auto last = i;
        while (last < sentence.last_token && document.tokens[last].span.end <= hit.span.end) ++last;
        if (last == i || document.tokens[i].span.begin != hit.span.begin ||
            document.tokens[last - 1].span.end != hit.span.end)
            continue;
        // Kinds fold to eight bits: what matters is which of person, place, organisation, … it can
        // be, and whether it can be only that.
        const std::uint32_t kinds = hit.kinds;
        const std::uint64_t mixed = learning::mix(kinds, 1);
        for (auto t = i; t < last; ++t) {
            prepared.tokens[t].known =
                static_cast<std::uint8_t>(1 + (mixed % 63) * 4 + place_in(t, i, last));
            std::uint16_t seen = 0;
            if (kinds & 1U << static_cast<unsigned>(NameKind::kPerson)) seen |= kInKnownPerson;
            if (kinds & 1U << static_cast<unsigned>(NameKind::kOrganisation)) seen |= kInKnownOrg;
            if (kinds & 0xFU) seen |= kInKnownPlace;
            if (!prepared.caseless[index] && prepared.tokens[t].capital)
                prepared.evidence[prepared.tokens[t].word] |= seen;
        }
    }
}

void NameFeatures::mark_titles(const Document& document, const Sentence& sentence,
                               PreparedDocument& prepared) const {
    std::vector<Span> words;
    std::string scratch;
    for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
        std::uint32_t node = lexicon::PhraseIndex::kRoot;
        for (auto k = i; k < sentence.last_token && k < i + 4; ++k) {
            const std::string_view token = document.token_text(k);
            words.clear();
            lexicon::split_phrase_words(token, words);
            for (const Span word : words)
                if (node != kNone) node = titles_.step(node, titles_.word(word.of(token), scratch));
            if (node == kNone) break;
            if (titles_.first_row(node) != kNone && k + 1 < sentence.last_token)
                prepared.tokens[k + 1].after_title = true;
        }
    }
}

void NameFeatures::prepare(const Document& document, PreparedDocument& prepared) const {
    view_tokens(document, prepared);
    prepared.caseless.clear();
    prepared.hits.clear();
    prepared.evidence.clear();
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        prepared.caseless.push_back(is_caseless(document, document.sentences[s]));
        mark_known_names(document, s, prepared);
        mark_titles(document, document.sentences[s], prepared);
    }
    gather_evidence(document, prepared);
}

namespace {

// The tokens of one sentence; outside of it there is a blank token.
class Window {
  public:
    Window(const PreparedDocument& prepared, const Sentence& sentence)
        : prepared_(prepared), first_(sentence.first_token), last_(sentence.last_token) {}
    const TokenView& at(std::int64_t i) const {
        return i < first_ || i >= last_ ? kBlank : prepared_.tokens[static_cast<std::size_t>(i)];
    }

  private:
    static inline const TokenView kBlank{.word = 1, .shape = 1};
    const PreparedDocument& prepared_;
    std::int64_t first_;
    std::int64_t last_;
};

void write_affixes(std::string_view folded, FeatureSequence& out) {
    for (std::uint32_t size = 1; size <= 4; ++size) {
        if (folded.size() <= size) break;
        if (size > 1) out.add(feature(kAffix + size, hash_bytes(folded.substr(0, size))));
        out.add(feature(kAffix + 8 + size, hash_bytes(folded.substr(folded.size() - size))));
    }
}

void write_words(const Window& window, std::int64_t i, FeatureSequence& out) {
    for (std::int64_t k = -2; k <= 2; ++k) {
        const TokenView& token = window.at(i + k);
        const auto at = static_cast<std::uint32_t>(k + 2);
        out.add(feature(kWord + at, token.word));
        if (token.facts.cluster) out.add(feature(kCluster + at, token.facts.cluster));
    }
    const TokenView& before = window.at(i - 1);
    const TokenView& here = window.at(i);
    const TokenView& after = window.at(i + 1);
    out.add(feature(kWordPair, before.word, here.word));
    out.add(feature(kWordPair + 1, here.word, after.word));
    out.add(feature(kClusterPair, before.facts.cluster, here.facts.cluster));
    out.add(feature(kClusterPair + 1, here.facts.cluster, after.facts.cluster));
    out.add(feature(kClusterPair + 2, before.facts.cluster, after.facts.cluster));
}

void write_knowledge(const Window& window, std::int64_t i, std::uint64_t mode,
                     FeatureSequence& out) {
    for (std::int64_t k = -1; k <= 1; ++k) {
        const TokenView& token = window.at(i + k);
        const auto at = static_cast<std::uint32_t>(k + 1);
        out.add(feature(kFacts + at, token.facts.bits, mode));
        if (token.name_word) out.add(feature(kNameWord + at, token.name_word));
        if (token.known) out.add(feature(kKnown + at, token.known, mode));
    }
    const TokenView& before = window.at(i - 1);
    const TokenView& here = window.at(i);
    const TokenView& after = window.at(i + 1);
    for (std::uint32_t bits = here.facts.bits; bits; bits &= bits - 1)
        out.add(feature(kFactBit, static_cast<std::uint64_t>(__builtin_ctz(bits)), mode));
    out.add(feature(kFacts + 4, before.facts.bits, here.facts.bits));
    out.add(feature(kFacts + 5, here.facts.bits, after.facts.bits));
    if (here.known || before.known) out.add(feature(kKnown + 4, before.known, here.known));
    if (here.after_title) out.add(feature(kTitle, mode));
    if (before.after_title) out.add(feature(kTitle + 1, mode));
}

void write_case(const Window& window, std::int64_t i, FeatureSequence& out) {
    const TokenView& before = window.at(i - 1);
    const TokenView& here = window.at(i);
    const TokenView& after = window.at(i + 1);
    out.add(feature(kShape, here.shape));
    out.add(feature(kShape + 1, before.shape));
    out.add(feature(kShape + 2, after.shape));
    out.add(feature(kShape + 3, before.shape, here.shape));
    out.add(feature(kShape + 4, here.shape, after.shape));
    out.add(feature(kShape + 5, learning::mix(before.shape, here.shape), after.shape));
    out.add(feature(kShape + 6, here.shape, here.facts.bits));
    out.add(feature(kShape + 7, here.shape, before.word));
    out.add(feature(kShape + 8, here.shape, after.word));
    out.add(feature(kEvidenceAll, here.evidence, here.capital));
    if (here.capital)
        for (std::uint32_t bits = here.evidence; bits; bits &= bits - 1)
            out.add(feature(kEvidenceBit, static_cast<std::uint64_t>(__builtin_ctz(bits))));
}

// The run of capitals around token i, small joining words inside it, and its neighbours.
struct Run {
    std::int64_t first;
    std::int64_t last;  // one past
};

void write_run(const Window& window, std::int64_t i, Run run, FeatureSequence& out) {
    const TokenView& head = window.at(run.last - 1);
    const TokenView& begin = window.at(run.first);
    const TokenView& before = window.at(run.first - 1);
    const TokenView& after = window.at(run.last);
    const auto length = static_cast<std::uint64_t>(std::min<std::int64_t>(run.last - run.first, 6));
    const std::uint64_t place =
        place_in(static_cast<std::size_t>(i), static_cast<std::size_t>(run.first),
                 static_cast<std::size_t>(run.last));
    out.add(feature(kRun, place, length));
    out.add(feature(kRun + 1, head.word, place));
    out.add(feature(kRun + 2, head.name_word, place));
    out.add(feature(kRun + 3, head.facts.cluster, place));
    out.add(feature(kRun + 4, head.facts.bits, length));
    out.add(feature(kRun + 5, begin.word, place));
    out.add(feature(kRun + 6, begin.facts.bits, length));
    out.add(feature(kRun + 7, before.word, place));
    out.add(feature(kRun + 8, before.facts.cluster, place));
    out.add(feature(kRun + 9, after.word, place));
    out.add(feature(kRun + 10, after.facts.cluster, place));
    out.add(feature(kRun + 11, window.at(run.last + 1).word, after.word));
    out.add(feature(kRun + 12, window.at(run.first - 2).word, before.word));
    out.add(feature(kRun + 13, before.facts.cluster, after.facts.cluster));
}

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

void NameFeatures::write(const Document& document, const PreparedDocument& prepared,
                         std::uint32_t index, FeatureSequence& out) const {
    const Sentence& sentence = document.sentences[index];
    const bool caseless = prepared.caseless[index];
    const std::uint64_t mode = caseless ? 2 : 1;
    const Window window(prepared, sentence);
    Run run{-1, -1};
    out.clear();
    for (std::int64_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const TokenView& here = window.at(i);
        if (!caseless && !may_be_named(window, i)) {
            out.end_position(learning::kOutside);
            continue;
        }
        out.add(feature(kBias, mode));
        write_words(window, i, out);
        write_affixes(here.folded.of(prepared.folded), out);
        write_knowledge(window, i, mode, out);
        if (!caseless) {
            write_case(window, i, out);
            if (i == sentence.first_token)
                out.add(feature(kOpens, here.capital,
                                here.facts.bits & (kSmallWord | kMixedWord | kCapitalWord)));
            // A small word that opens the sentence does not open a name.
            const bool opens_small = i == sentence.first_token && here.facts.bits & kSmallWord;
            if (i >= run.last && here.capital && !opens_small)
                run = run_from(window, i, sentence.last_token);
            if (i >= run.first && i < run.last) write_run(window, i, run, out);
        }
        out.end_position();
    }
}

}  // namespace lede::entities

#include "entities/name_preparation.h"

#include <algorithm>
#include <array>

#include "entities/letter_case.h"
#include "learning/feature_sequence.h"
#include "lexicon/phrase_words.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

using learning::hash_bytes;

constexpr std::uint32_t kLongestTitle = 4;  // tokens

// Begins with kOrganisationEnd; the third is kSettlementEnd.
std::uint8_t name_word_kind(std::string_view kind) {
    constexpr std::array<std::string_view, 8> kKinds = {"org",   "place", "settlement", "facility",
                                                        "event", "law",   "calendar",   "norp"};
    const auto found = std::ranges::find(kKinds, kind);
    return found == kKinds.end() ? 0 : static_cast<std::uint8_t>(found - kKinds.begin() + 1);
}

// Begin, inside, end, single.
unsigned place_in(std::size_t i, std::size_t first, std::size_t last) {
    if (first + 1 == last) return 3;
    if (i == first) return 0;
    return i + 1 == last ? 2 : 1;
}

bool is_caseless(const Document& document, const Sentence& sentence,
                 const std::vector<TokenView>& tokens) {
    CaseCount count;
    for (auto i = sentence.first_token; i < sentence.last_token; ++i)
        count.add(document.tokens[i].span.size(), tokens[i].letter, tokens[i].capital,
                  tokens[i].telling);
    return count.is_caseless(document, sentence);
}

// What one place of a word that begins with a capital shows of it.
std::uint16_t evidence_at(const Sentence& sentence, std::uint32_t i,
                          const std::vector<TokenView>& tokens) {
    std::uint16_t seen = 0;
    const TokenView& here = tokens[i];
    if (here.after_title) seen |= kAfterTitle;
    if (i > sentence.first_token) {
        const TokenView& before = tokens[i - 1];
        seen |= kCapitalInside;
        if (before.place_word) seen |= kAfterPlaceWord;
        if (before.capital && before.facts.bits & (kGivenName | kGivenNameWorld))
            seen |= kAfterGivenName;
        else if (before.capital && before.facts.bits & (kSurname | kSurnameWorld))
            seen |= kAfterSurname;
    }
    if (i + 1 < sentence.last_token) {
        const TokenView& after = tokens[i + 1];
        if (after.speech) seen |= kBeforeSpeech;
        if (after.capital && after.name_word == kOrganisationEnd) seen |= kBeforeOrgWord;
        if (after.capital && after.facts.bits & (kSurname | kSurnameWorld)) seen |= kBeforeSurname;
    }
    return seen;
}

void gather_evidence(const Document& document, WordBits& evidence, PreparedDocument& prepared) {
    std::vector<TokenView>& tokens = prepared.tokens;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        if (prepared.caseless[s]) continue;
        const Sentence& sentence = document.sentences[s];
        for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
            if (!tokens[i].letter) continue;
            const std::uint16_t seen = tokens[i].capital ? evidence_at(sentence, i, tokens)
                                                         : std::uint16_t{kSmallSomewhere};
            evidence.add(tokens[i].word, seen);
        }
    }
    for (TokenView& token : tokens)
        if (token.letter) token.evidence = evidence.find(token.word);
}

}  // namespace

void WordBits::clear() {
    constexpr std::size_t kFirstSlots = 1024;
    slots_.assign(kFirstSlots, {0, 0});
    used_ = 0;
}

// Where the word stands, or the empty slot where it belongs.
std::size_t WordBits::slot_of(std::uint64_t word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = word & mask;
    while (slots_[slot].first != word && slots_[slot].first != 0) slot = (slot + 1) & mask;
    return slot;
}

void WordBits::grow() {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> old(2 * slots_.size(), {0, 0});
    old.swap(slots_);
    for (const auto& entry : old)
        if (entry.first != 0) slots_[slot_of(entry.first)] = entry;
}

void WordBits::add(std::uint64_t word, std::uint16_t bits) {
    std::size_t slot = slot_of(word);
    if (slots_[slot].first == 0) {
        if (2 * ++used_ > slots_.size()) {
            grow();
            slot = slot_of(word);
        }
        slots_[slot].first = word;
    }
    slots_[slot].second = static_cast<std::uint16_t>(slots_[slot].second | bits);
}

std::uint16_t WordBits::find(std::uint64_t word) const { return slots_[slot_of(word)].second; }

NamePreparation::NamePreparation(const Lexicon& lexicon, const Gazetteer& gazetteer)
    : gazetteer_(gazetteer),
      facts_(lexicon.file("entities/words.model")),
      name_words_(lexicon.table("entities/name_words")),
      titles_(lexicon.phrases("entities/titles")),
      small_words_(lexicon) {}

bool NamePreparation::opens_title(std::string_view text, PreparationMemory& memory) const {
    memory.spans.clear();
    lexicon::split_phrase_words(text, memory.spans);
    std::uint32_t node = lexicon::PhraseIndex::kRoot;
    for (const Span word : memory.spans)
        if (node != kNone) node = titles_.step(node, titles_.word(word.of(text), memory.folded));
    return node != kNone && !memory.spans.empty();
}

void NamePreparation::view_word(std::string_view text, PreparationMemory& memory,
                                TokenView& view) const {
    view.opens_title = opens_title(text, memory);
    std::string& folded = memory.folded;
    unicode::fold_into(text, folded);
    const auto kind = name_words_.find(text);
    if (kind < name_words_.rows()) view.name_word = name_word_kind(name_words_.cell(kind, 1));
    view.facts = facts_.find(hash_bytes(folded));
    for (char& c : folded)
        if (unicode::is_ascii_digit(c)) c = '0';
    view.type = hash_bytes(text);
    view.word = hash_bytes(folded);
    word_shape(text, memory.shape);
    view.shape = hash_bytes(memory.shape);
    view.letter = begins_with_letter(text);
    view.capital = begins_with_capital(text);
    view.has_capital = view.capital || memory.shape.find('X') != std::string::npos;
    const std::uint16_t roles = small_words_.roles(folded);
    view.joins = (roles & kInsideNames) != 0;
    view.speech = (roles & kSpeech) != 0;
    view.place_word = (roles & kBeforePlaces) != 0;
    view.telling = text.size() > 1 && text.size() < 4 && unicode::is_ascii_lower(text.front()) &&
                   !(roles & kInHeadlines);
    view.hyphen = text == "-";
    view.number = unicode::is_ascii_digit(text.front());
}

void NamePreparation::mark_known_names(const Document& document, std::uint32_t index,
                                       PreparationMemory& memory,
                                       PreparedDocument& prepared) const {
    const Sentence& sentence = document.sentences[index];
    const std::size_t from = prepared.hits.size();
    gazetteer_.find(document.text(), sentence.span, prepared.caseless[index], memory.gazetteer,
                    prepared.hits);
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
        std::uint16_t seen = 0;
        if (kinds & 1U << static_cast<unsigned>(NameKind::kPerson)) seen |= kInKnownPerson;
        constexpr std::uint32_t kOrganisations =
            1U << static_cast<unsigned>(NameKind::kOrganisation) |
            1U << static_cast<unsigned>(NameKind::kNamesake);
        if (kinds & kOrganisations) seen |= kInKnownOrg;
        if (kinds & 0xFU) seen |= kInKnownPlace;
        for (auto t = i; t < last; ++t) {
            prepared.tokens[t].known =
                static_cast<std::uint8_t>(1 + (mixed % 63) * 4 + place_in(t, i, last));
            if (!prepared.caseless[index] && prepared.tokens[t].capital)
                memory.evidence.add(prepared.tokens[t].word, seen);
        }
    }
}

void NamePreparation::mark_titles(const Document& document, const Sentence& sentence,
                                  PreparationMemory& memory, PreparedDocument& prepared) const {
    for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
        if (!prepared.tokens[i].opens_title) continue;
        std::uint32_t node = lexicon::PhraseIndex::kRoot;
        for (auto k = i; k < sentence.last_token && k < i + kLongestTitle; ++k) {
            const std::string_view token = document.token_text(k);
            memory.spans.clear();
            lexicon::split_phrase_words(token, memory.spans);
            for (const Span word : memory.spans)
                if (node != kNone)
                    node = titles_.step(node, titles_.word(word.of(token), memory.folded));
            if (node == kNone) break;
            if (titles_.first_row(node) != kNone && k + 1 < sentence.last_token)
                prepared.tokens[k + 1].after_title = true;
        }
    }
}

void NamePreparation::prepare(const Document& document, PreparationMemory& memory,
                              PreparedDocument& prepared) const {
    prepared.tokens.clear();
    prepared.tokens.reserve(document.tokens.size());
    for (const Token& token : document.tokens) {
        const std::string_view text = token.span.of(document.text());
        prepared.tokens.push_back(memory.words.find_or(
            hash_bytes(text), [&](TokenView& view) { view_word(text, memory, view); }));
    }
    prepared.caseless.clear();
    prepared.hits.clear();
    memory.evidence.clear();
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        prepared.caseless.push_back(is_caseless(document, sentence, prepared.tokens));
        mark_known_names(document, s, memory, prepared);
        mark_titles(document, sentence, memory, prepared);
    }
    gather_evidence(document, memory.evidence, prepared);
}

}  // namespace lede::entities

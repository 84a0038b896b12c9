#include "entities/name_rules.h"

#include <algorithm>
#include <unordered_map>

#include "lexicon/phrase_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::entities {
namespace {

bool is_capitalised(std::string_view word) {
    return !word.empty() && unicode::is_upper(utf8::decode(word, 0).code_point);
}

bool has_letter(std::string_view word) {
    return !word.empty() && unicode::is_letter(utf8::decode(word, 0).code_point);
}

bool is_acronym(std::string_view word) {
    if (word.size() < 2 || word.size() > 6) return false;
    return std::ranges::all_of(word, unicode::is_ascii_upper);
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

// Small words inside a name: "Ministry of Defense", "Ursula von der Leyen", "Charles de Gaulle".
bool joins_name(std::string_view word) {
    return is_any_of(word, {"of", "for", "de", "la", "del", "der", "von", "van", "den", "da", "dos",
                            "do", "di", "bin", "al", "el", "ibn", "bint", "&"});
}

bool is_speech_verb(std::string_view word) {
    return is_any_of(word, {"said", "says", "told", "tells", "added", "wrote", "tweeted", "argued",
                            "warned", "explained", "insisted", "claimed", "noted", "replied"});
}

// Most letters of a headline's words are capitals, or most of its words begin with one.
bool is_headline(const Document& document, const Sentence& sentence) {
    const auto kind = sentence.block == kNone ? BlockKind::kParagraph
                                              : document.article.blocks[sentence.block].kind;
    std::size_t words = 0;
    std::size_t small = 0;
    for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
        const std::string_view word = document.token_text(i);
        if (word.size() < 4 || !has_letter(word)) continue;
        ++words;
        small += !is_capitalised(word);
    }
    const bool heading = kind == BlockKind::kTitle || kind == BlockKind::kHeading;
    return words > 2 && small * (heading ? 2 : 5) < words;
}

// Tokens that other layers have claimed.
std::vector<bool> claimed_tokens(const Document& document) {
    std::vector<bool> taken(document.tokens.size(), false);
    const auto mark = [&](Span span) {
        const auto begin = std::ranges::lower_bound(document.tokens, span.begin, {},
                                                    [](const Token& t) { return t.span.begin; });
        for (auto t = begin; t != document.tokens.end() && t->span.end <= span.end; ++t)
            taken[static_cast<std::size_t>(t - document.tokens.begin())] = true;
    };
    for (const Timex& date : document.dates) mark(date.place.span);
    return taken;
}

}  // namespace

NameRules::NameRules(const Lexicon& lexicon)
    : given_(lexicon.table("entities/given_names")),
      given_world_(lexicon.table("entities/given_names_world")),
      titles_(lexicon.table("entities/titles")),
      title_phrases_(lexicon.phrases("entities/titles")),
      name_words_(lexicon.table("entities/name_words")),
      small_words_(lexicon.table("entities/small_words")) {}

bool NameRules::is_small_word(std::string_view word) const {
    return small_words_.find(unicode::fold(word)) < small_words_.rows();
}

bool NameRules::is_given_name(std::string_view word) const {
    return given_.find(word) < given_.rows() || given_world_.find(word) < given_world_.rows();
}

std::string_view NameRules::kind_of_word(std::string_view word) const {
    const std::uint32_t row = name_words_.find(word);
    return row < name_words_.rows() ? name_words_.cell(row, 1) : std::string_view();
}

std::string_view NameRules::title_gender(std::string_view title) const {
    const std::uint32_t row = titles_.find(title);
    return row < titles_.rows() ? titles_.cell(row, 1) : std::string_view();
}

std::string_view NameRules::given_name_gender(std::string_view name) const {
    const std::uint32_t row = given_.find(name);
    return row < given_.rows() ? given_.cell(row, 1) : std::string_view();
}

std::uint32_t NameRules::title_length(const Document& document, std::uint32_t first,
                                      std::uint32_t last) const {
    std::uint32_t length = 0;
    std::string scratch;
    std::uint32_t node = lexicon::PhraseIndex::kRoot;
    std::vector<Span> words;
    for (std::uint32_t i = first; i < last && i < first + 5; ++i) {
        const std::string_view token = document.token_text(i);
        words.clear();
        lexicon::split_phrase_words(token, words);
        for (const Span word : words) {
            if (node != kNone)
                node = title_phrases_.step(node, title_phrases_.word(word.of(token), scratch));
            if (node == kNone) return length;
        }
        if (title_phrases_.first_row(node) != kNone) length = i - first + 1;
    }
    return length;
}

Span NameRules::title_before(const Document& document, std::uint32_t token) const {
    Span title;
    for (std::uint32_t k = 1; k <= 4 && k <= token; ++k)
        if (title_length(document, token - k, token) == k)
            title = cover(document.tokens[token - k].span, document.tokens[token - 1].span);
    return title;
}

void NameRules::type_run(const Document& document, Run run, std::vector<NamedSpan>& out) const {
    const auto word = [&](std::uint32_t i) { return document.token_text(i); };
    const std::uint32_t title = title_length(document, run.first, run.last);
    run.first += title;
    const auto leads = [&](std::uint32_t i) {
        return is_capitalised(word(i)) && !(title == 0 && run.opens_sentence &&
                                            is_small_word(word(i)) &&
                                            kind_of_word(word(i)).empty());
    };
    while (run.first < run.last && !leads(run.first)) {
        ++run.first;
        run.opens_sentence = false;
    }
    while (run.last > run.first && !is_capitalised(word(run.last - 1))) --run.last;
    if (run.first == run.last) return;
    if (title > 0) run.opens_sentence = false;

    const std::uint32_t size = run.last - run.first;
    const std::string_view last_kind = kind_of_word(word(run.last - 1));
    const std::string_view first_kind = kind_of_word(word(run.first));
    const std::string_view next =
        run.last < document.tokens.size() ? word(run.last) : std::string_view();
    const std::string_view before = run.first > 0 ? word(run.first - 1) : std::string_view();
    const auto add = [&](EntityType type) { out.push_back({run.first, run.last, type}); };

    if (title > 0 && size <= 4 && last_kind.empty()) return add(EntityType::kPerson);
    if (size > 1 && is_given_name(word(run.first)) && last_kind != "org" && size <= 4)
        return add(EntityType::kPerson);
    if (size > 1) {
        if (last_kind == "org" || first_kind == "org") return add(EntityType::kOrg);
        if (last_kind == "law") return add(EntityType::kLaw);
        if (last_kind == "event") return add(EntityType::kEvent);
        if (last_kind == "facility") return add(EntityType::kFac);
        if (last_kind == "place" || first_kind == "place") return add(EntityType::kLoc);
        if (last_kind == "settlement" || first_kind == "settlement") return add(EntityType::kGpe);
        if (!run.headline && !run.opens_sentence && size <= 3) return add(EntityType::kPerson);
        return;
    }
    if (run.headline) return;
    if (is_speech_verb(next) || is_speech_verb(before)) return add(EntityType::kPerson);
    if (run.opens_sentence) return;
    if (first_kind == "calendar") return;
    if (is_acronym(word(run.first))) return add(EntityType::kOrg);
    if (is_any_of(before, {"in", "at", "near", "from", "to"})) return add(EntityType::kGpe);
    if (is_given_name(word(run.first))) return add(EntityType::kPerson);
}

void NameRules::find_in_sentence(const Document& document, const Gazetteer& gazetteer,
                                 const std::vector<bool>& taken, std::uint32_t index,
                                 std::vector<NamedSpan>& out) const {
    const Sentence& sentence = document.sentences[index];
    const bool headline = is_headline(document, sentence);
    const std::vector<GazetteerHit> hits = gazetteer.find(document.text(), sentence.span);
    std::size_t hit = 0;
    std::uint32_t i = sentence.first_token;
    while (i < sentence.last_token) {
        const Span at = document.tokens[i].span;
        while (hit < hits.size() && hits[hit].span.begin < at.begin) ++hit;
        std::uint32_t last = i;
        if (!taken[i] && hit < hits.size() && hits[hit].span.begin == at.begin) {
            std::uint32_t end = i;
            while (end < sentence.last_token &&
                   document.tokens[end].span.end <= hits[hit].span.end)
                ++end;
            if (end > i && document.tokens[end - 1].span.end == hits[hit].span.end) last = end;
        }
        // A name the table knows stands alone unless more capitals follow: "New York Jets".
        const auto continues = [&](std::uint32_t k) {
            if (k >= sentence.last_token || taken[k]) return false;
            return continues_run(document, sentence.last_token, k);
        };
        if (last > i) {
            const EntityType type = type_of(hits[hit].kind);
            const bool modifies = type == EntityType::kNorp || type == EntityType::kGpe ||
                                  is_acronym(hits[hit].span.of(document.text()));
            std::uint32_t end = last;
            while (continues(end)) ++end;
            const bool headed = end > last && !headline &&
                                kind_of_word(document.token_text(end - 1)) == "org" &&
                                title_length(document, last, end) == 0;
            if (!headed && (end == last || modifies || headline)) {
                out.push_back({i, last, type, kCertain, hits[hit].link});
                i = last;
                continue;
            }
        }
        if (taken[i] || !is_capitalised(document.token_text(i)) ||
            (i == sentence.first_token && is_small_word(document.token_text(i)) &&
             kind_of_word(document.token_text(i)).empty() &&
             title_length(document, i, sentence.last_token) == 0)) {
            ++i;
            continue;
        }
        std::uint32_t end = i + 1;
        while (continues(end) && end < i + 8) ++end;
        type_run(document, {i, end, headline, i == sentence.first_token}, out);
        i = end;
    }
}

// Whether the name that ends before token `k` goes on there.
bool NameRules::continues_run(const Document& document, std::uint32_t end, std::uint32_t k) const {
    const Span before = document.tokens[k - 1].span;
    const Span here = document.tokens[k].span;
    const std::string_view word = document.token_text(k);
    const auto touches_next = [&](std::uint32_t i) {
        return i + 1 < end && document.tokens[i].span.end == document.tokens[i + 1].span.begin;
    };
    // "Ji Sung-ho" is one name, "Trump-backed" is not.
    if (word == "-" && before.end == here.begin && touches_next(k)) {
        const std::string_view after = document.token_text(k + 1);
        if (is_capitalised(after)) return true;
        return has_letter(after) && after.size() <= 4 && kind_of_word(after) != "compound" &&
               (after.size() <= 3 || !is_small_word(after));
    }
    if (document.token_text(k - 1) == "-" && before.end == here.begin) return has_letter(word);
    const std::string_view gap = document.text().substr(before.end, here.begin - before.end);
    if (document.tokens[k].joined || gap.find('\n') != std::string_view::npos) return false;
    if (is_capitalised(word)) return kind_of_word(word) != "calendar";
    return joins_name(word) && k + 1 < end && is_capitalised(document.token_text(k + 1)) &&
           kind_of_word(document.token_text(k + 1)) != "calendar";
}

// Further mentions of what the article names in full: surnames, and names in headlines or at the
// begin of a sentence.
void NameRules::repeat_names(const Document& document, const std::vector<bool>& taken,
                             std::vector<NamedSpan>& names) const {
    std::unordered_map<std::string_view, EntityType> known;
    for (const NamedSpan& name : names) {
        const bool person = name.type == EntityType::kPerson;
        if (!person && name.last - name.first > 1) continue;
        known.try_emplace(document.token_text(name.last - 1), name.type);
        if (person) known.try_emplace(document.token_text(name.first), name.type);
    }
    std::vector<NamedSpan> repeats;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        while (next < names.size() && names[next].last <= i) ++next;
        if (taken[i] || (next < names.size() && names[next].first <= i)) continue;
        const std::string_view word = document.token_text(i);
        if (word.size() < 2 || !is_capitalised(word) || is_small_word(word)) continue;
        if (const auto found = known.find(word); found != known.end())
            repeats.push_back({i, i + 1, found->second});
    }
    names.insert(names.end(), repeats.begin(), repeats.end());
    std::ranges::sort(names, {}, &NamedSpan::first);
}

std::vector<NamedSpan> NameRules::find(const Document& document,
                                       const Gazetteer& gazetteer) const {
    const std::vector<bool> taken = claimed_tokens(document);
    std::vector<NamedSpan> out;
    for (std::uint32_t i = 0; i < document.sentences.size(); ++i)
        find_in_sentence(document, gazetteer, taken, i, out);
    repeat_names(document, taken, out);
    return out;
}

}  // namespace lede::entities

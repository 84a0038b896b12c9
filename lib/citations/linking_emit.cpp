// What the joined atoms of one citation mean, and the citations that they become.
#include <algorithm>

#include "citations/cursor.h"
#include "citations/described_laws.h"
#include "citations/identifiers.h"
#include "citations/linking.h"
#include "citations/pinpoint.h"
#include "text/roman_numeral.h"
#include "text/unicode.h"

namespace lede::citations {
namespace {

constexpr unsigned kArticlesOfConstitution = 7;
constexpr unsigned kMostDescriptions = 64;  // per text: each is ranked against all laws

}  // namespace

void Linking::mean_instrument(std::uint32_t index, Meaning& meaning) const {
    const Base& base = atoms_.bases[index];
    meaning.base = index;
    meaning.kind = base.kind;
    meaning.grammar = base.grammar;
    meaning.work = works_[index].empty() ? base.work : works_[index];
    if (const Law* law = context_.book.law(base.law))
        meaning.title = law->name;
    else if (meaning.work.empty())
        meaning.title = base.span.of(context_.text);
    meaning.jurisdiction = base.jurisdiction;
}

// False: the words are no citation here.
bool Linking::understand(std::uint32_t index, bool pinned, Meaning& meaning) const {
    const Base& base = atoms_.bases[index];
    if (base.reference == Reference::kHere) {
        meaning.kind = base.kind;
        meaning.grammar = base.grammar;
        meaning.work = context_.here;
        return pinned && base.kind == CitationKind::kUsc;
    }
    if (base.reference == Reference::kBackward) {
        const ReferenceMemory::Antecedent* found =
            base.heads == 0 ? memory_.last() : memory_.find(base.heads, base.year);
        if (found == nullptr) return false;
        mean_instrument(found->base, meaning);
        meaning.kind = CitationKind::kShort;
        // "the Sixth Amendment … the constitution": the whole of it.
        if (base.heads == mask_of(Head::kConstitution) && meaning.work.starts_with("/us/cons"))
            meaning.work = "/us/cons";
        return true;
    }
    if (base.names != kNone) {
        mean_instrument(base.names, meaning);
        meaning.kind = base.kind;
        return true;
    }
    mean_instrument(index, meaning);
    if (base.weak && base.work == "/us/cons") {
        // "the Constitution" is that of the country that the text is about.
        const ReferenceMemory::Antecedent* other = memory_.find(mask_of(Head::kConstitution), 0);
        if (other != nullptr && !atoms_.bases[other->base].work.starts_with("/us/cons"))
            mean_instrument(other->base, meaning);
    }
    return !base.weak || pinned || (base.law != kNone && memory_.knows(base.law));
}

// "Article III [judge]", "Article II [of the impeachment]".
bool Linking::is_followed_by_office(std::uint32_t end) const {
    Cursor c(context_.text, end);
    c.skip_blank();
    const std::string_view word = c.word().of(context_.text);
    return word == "of" || context_.book.is_name_word(word, "office");
}

// "Section 8 housing": what a program is called after a section is no reference to it.
bool Linking::names_a_program(std::uint32_t end) const {
    Cursor c(context_.text, end);
    if (!c.skip_blank()) return false;
    const std::string_view word = c.word().of(context_.text);
    return context_.book.is_name_word(word, "program") ||
           context_.book.is_name_word(word, "describing");
}

bool Linking::understand_orphan(const Chain& chain, Meaning& meaning) const {
    const Pin& outer = atoms_.pins[chain.pins.back()];
    if (chain.pins.size() > 1 && outer.level == Level::kTitle) {
        // "section 1983 of title 42": an Arabic title that holds sections is the Code's.
        meaning.kind = CitationKind::kUsc;
        meaning.grammar = Grammar::kUsc;
        meaning.work = "/us/usc";
        return true;
    }
    const std::string_view number = atoms_.items[outer.first_item].number.of(context_.text);
    if (outer.level == Level::kAmendment) {
        // "Amendment XIII"; "Amendment 64" is some state's.
        meaning.kind = CitationKind::kConst;
        meaning.grammar = Grammar::kConstitution;
        meaning.work = "/us/cons";
        return roman_value(number) > 0 && roman_value(number) <= 27;
    }
    const ReferenceMemory::Antecedent* found =
        memory_.holding(outer.level, number.find('.') != std::string_view::npos);
    if (found == nullptr && outer.level == Level::kArticle && roman_value(number) > 0 &&
        roman_value(number) <= kArticlesOfConstitution && !is_followed_by_office(outer.span.end)) {
        // "Article II, Section 2": Roman numerals are the Constitution's.
        meaning.kind = CitationKind::kConst;
        meaning.grammar = Grammar::kConstitution;
        meaning.work = "/us/cons";
        return true;
    }
    if (found == nullptr || names_a_program(outer.span.end)) return false;
    mean_instrument(found->base, meaning);
    meaning.kind = CitationKind::kShort;
    return true;
}

// The pins from the outermost to the innermost, and the path up to the work. False if the parts
// make no sense together.
bool Linking::compose(const Chain& chain, const Meaning& meaning,
                      const std::vector<std::uint32_t>& trailing, std::vector<std::uint32_t>& pins,
                      std::string& path) const {
    pins = trailing;
    pins.insert(pins.end(), chain.pins.rbegin(), chain.pins.rend());
    const auto depth = [&](std::uint32_t pin) {
        const Level level = atoms_.pins[pin].level;
        // Parts of British acts hold chapters, chapters of the U.S. Code parts.
        const bool inner = level == Level::kChapter && meaning.grammar == Grammar::kUk;
        return 2 * static_cast<unsigned>(inner ? Level::kPart : level) + inner;
    };
    std::stable_sort(pins.begin(), pins.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return depth(a) < depth(b); });
    path = meaning.work;
    if (path != "/us/usc" && path != "/us/cfr" && path != "/us/usca") return true;
    if (pins.empty() || atoms_.pins[pins.front()].level != Level::kTitle) return false;
    const Item& title = atoms_.items[atoms_.pins[pins.front()].first_item];
    const std::string_view number = title.number.of(context_.text);
    if (number.empty() || !unicode::is_ascii_digit(number[0])) return false;
    path = (path == "/us/cfr" ? "/us/cfr/t" : "/us/usc/t") + std::string(number) +
           (path == "/us/usca" ? "a" : "");
    pins.erase(pins.begin());
    return true;
}

Linking::Paths Linking::item_paths(const std::string& path, Grammar grammar, const Pin& pin,
                                   std::uint32_t index) const {
    const Item& item = atoms_.items[index];
    LawPlace first{.level = pin.level};
    first.number = item.number.of(context_.text);
    first.subs = item.subs.of(context_.text);
    LawPlace last{.level = pin.level};
    last.number = item.number_end.of(context_.text);
    last.subs = item.subs_end.of(context_.text);
    std::string subs;
    if (item.host != kNone) {
        const Item& host = atoms_.items[item.host];
        first.number = host.number.of(context_.text);
        subs = inherited_subs(host.subs.of(context_.text), first.subs);
        first.subs = subs;
    }
    if (item.host != kNone && last.number.empty() && !last.subs.empty()) last.number = first.number;
    std::string last_subs;
    if (item.number_end == item.number && !last.subs.empty()) {
        // "2254(d)(1)-(2)" ends with (d)(2).
        last_subs = inherited_subs(first.subs, last.subs);
        last.subs = last_subs;
    }
    const bool plain = grammar == Grammar::kUsc || grammar == Grammar::kLaw ||
                       grammar == Grammar::kArticles || grammar == Grammar::kUk;
    if (plain && last.number.empty() && last.subs.empty())
        split_code_range(first.number, first.number, last.number);
    // "10 CFR 100" is a part: sections have a point.
    if (grammar == Grammar::kCfr && pin.direct && pin.level == Level::kSection &&
        first.number.find('.') == std::string_view::npos)
        first.level = last.level = Level::kPart;
    Paths paths{path, ""};
    append_level(grammar, first, paths.first);
    if (last.number.empty() && last.subs.empty()) return paths;
    // "1701-06" ends with 1706.
    std::string whole;
    if (last.number.size() < first.number.size() &&
        std::all_of(first.number.begin(), first.number.end(), unicode::is_ascii_digit) &&
        std::all_of(last.number.begin(), last.number.end(), unicode::is_ascii_digit)) {
        whole = std::string(first.number.substr(0, first.number.size() - last.number.size())) +
                std::string(last.number);
        last.number = whole;
    }
    paths.last = path;
    append_level(grammar, last, paths.last);
    return paths;
}

// Jurisdiction and numbers, for laws whose identifiers no authority gives.
void Linking::add_fields(Citation& citation, const Meaning& meaning, const Pin& pin,
                         std::uint32_t index) const {
    const bool asked = meaning.kind == CitationKind::kStateCode ||
                       meaning.kind == CitationKind::kStateConst ||
                       meaning.kind == CitationKind::kStateReg ||
                       meaning.kind == CitationKind::kForeign || meaning.work.empty();
    const Item& item = atoms_.items[index];
    const Span number = item.host != kNone ? atoms_.items[item.host].number : item.number;
    if (!asked || number.empty()) return;
    std::string_view name;
    switch (pin.level) {
        case Level::kTitle:
            name = "title";
            break;
        case Level::kChapter:
            name = "chapter";
            break;
        case Level::kArticle:
            name = "article";
            break;
        case Level::kSection:
            name = "section";
            break;
        case Level::kRule:
            name = "rule";
            break;
        default:
            return;
    }
    std::string_view value = number.of(context_.text);
    // "5/2-1001" is section 2-1001 of act 5; an article of a state's code is what a section is
    // elsewhere.
    const bool code = meaning.kind == CitationKind::kStateCode;
    if (const std::size_t slash = value.find('/'); code && slash != std::string_view::npos) {
        citation.fields.emplace_back("act", value.substr(0, slash));
        value.remove_prefix(slash + 1);
    }
    citation.fields.emplace_back(name, value);
    if (code && name == "article") citation.fields.emplace_back("section", value);
}

// "usc": where a section of an act stands in the U.S. Code.
void Linking::add_code_section(Citation& citation) const {
    if (!citation.id.starts_with("/us/pl/")) return;
    std::size_t at = citation.work.size();
    while (at < citation.id.size()) {
        const bool section = at + 2 < citation.id.size() && citation.id[at + 1] == 's' &&
                             unicode::is_ascii_digit(citation.id[at + 2]);
        const std::size_t next = std::min(citation.id.find('/', at + 1), citation.id.size());
        if (section) {
            const std::string key = citation.work + citation.id.substr(at, next - at);
            const std::string_view place = context_.book.code_section(key);
            if (!place.empty())
                citation.fields.emplace_back("usc", std::string(place) + citation.id.substr(next));
            return;
        }
        at = next;
    }
}

// "Section 230", "Title IX": provisions so famous that they need no law's name.
bool Linking::emit_provision(const Chain& chain) {
    if (chain.pins.size() != 1) return false;
    const Pin& pin = atoms_.pins[chain.pins.front()];
    Span span;
    const NameEntry* entry = context_.book.provisions.match(context_.text, chain.span.begin, span);
    const Item& item = atoms_.items[pin.first_item];
    if (entry == nullptr || span.end < item.number.end) return false;
    const bool strong = entry->argument != 0;
    if (!strong && memory_.holding(pin.level) != nullptr) return false;
    const Law& law = context_.book.laws[entry->law];
    Citation citation;
    citation.kind = law.kind;
    citation.place.span = {chain.span.begin, item.span.end};
    citation.id = law.work;
    if (span.end == item.number.end) append_subs(item.subs.of(context_.text), citation.id);
    finish(std::move(citation), {.kind = law.kind, .work = law.work});
    return true;
}

// "X Act (25 U.S.C. 4101)", "Pub. L. 114-122, 130 Stat. 93": two names of one thing.
void Linking::link_parallel(Citation& citation) {
    if (citations_.empty()) return;
    Citation& before = citations_.back();
    bool near = false;
    const std::string_view between =
        gap_between(context_.text, before.place.span, citation.place.span, near);
    const bool unknown = before.work.empty() && citation.kind == CitationKind::kUkSi;
    const bool bracket = between == "(" && (before.kind != citation.kind || unknown);
    const bool comma = (between == "," || between == ";") && citation.kind == CitationKind::kStat;
    if (!near || !(bracket || comma)) return;
    before.same.push_back(static_cast<std::uint32_t>(citations_.size()));
    citation.same.push_back(static_cast<std::uint32_t>(citations_.size() - 1));
    const std::uint32_t base = base_of_citation_.back();
    if (base == kNone || !bracket) return;
    if (citation.kind == CitationKind::kUsc && before.kind == CitationKind::kAct)
        before.fields.emplace_back("usc", citation.id.substr(0, citation.id.find("/etseq")));
    if (!before.work.empty() || !works_[base].empty()) return;
    // A name that no table knows is the law whose number follows it.
    const bool whole = citation.kind == CitationKind::kPl || unknown ||
                       (citation.kind == CitationKind::kUsc && citation.id.ends_with("/etseq"));
    if (!whole) return;
    works_[base] = citation.kind != CitationKind::kUsc
                       ? citation.work
                       : citation.id.substr(0, citation.id.size() - 6);
    if (before.kind == CitationKind::kAct || unknown) {
        before.id = works_[base] + before.id;
        before.work = work_of(before.id);
        before.url = url_of(before.id);
    }
}

void Linking::finish(Citation citation, const Meaning& meaning) {
    if (meaning.work.empty()) {
        // The steps below an unknown work wait in `id` for a parallel cite.
        citation.work.clear();
    } else if (citation.work.empty()) {
        const Law* law =
            meaning.base == kNone ? nullptr : context_.book.law(atoms_.bases[meaning.base].law);
        const bool own = law != nullptr && !law->url.empty();
        citation.work = own ? law->work : work_of(citation.id);
        citation.url = own ? law->url : url_of(citation.id);
        if (citation.url.empty()) citation.url = context_.book.state_url(citation.id);
        add_code_section(citation);
    }
    link_parallel(citation);
    base_of_citation_.push_back(meaning.base);
    if (meaning.base != kNone) {
        const Base& base = atoms_.bases[meaning.base];
        const Law* law = context_.book.law(base.law);
        memory_.remember({.base = meaning.base,
                          .law = base.law,
                          .heads = base.heads,
                          .year = law != nullptr ? law->year : base.year,
                          .grammar = base.grammar,
                          .end = citation.place.span.end,
                          .citation = static_cast<std::uint32_t>(citations_.size())});
    }
    citations_.push_back(std::move(citation));
}

void Linking::emit_items(const Citation& model, const Meaning& meaning, const std::string& path,
                         const Pin& pin, std::uint32_t items, Span span, bool pins_close) {
    for (std::uint32_t k = 0; k < items; ++k) {
        const Item& item = atoms_.items[pin.first_item + k];
        Citation citation = model;
        citation.place.span = item.span;
        if (k == 0) citation.place.span.begin = span.begin;
        const bool final = k + 1 == items;
        if (final && !pins_close) citation.place.span.end = span.end;
        if (items == 1) citation.place.span = span;
        Paths paths = item_paths(path, meaning.grammar, pin, pin.first_item + k);
        citation.id = std::move(paths.first);
        citation.id_end = std::move(paths.last);
        add_fields(citation, meaning, pin, pin.first_item + k);
        if (item.note) citation.id += "/note";
        if (item.et_seq) citation.id += "/etseq";
        finish(std::move(citation), meaning);
    }
}

void Linking::emit(const Chain& chain, std::uint32_t base,
                   const std::vector<std::uint32_t>& trailing, Span span) {
    if (base != kNone && atoms_.bases[base].kind == CitationKind::kDescribed) {
        const Base& law = atoms_.bases[base];
        if (++descriptions_ > kMostDescriptions) return;
        citations_.push_back(describe(context_.book, context_.text,
                                      {law.span, law.year, law.topic, law.jurisdiction}));
        base_of_citation_.push_back(kNone);
        return;
    }
    if (base == kNone && emit_provision(chain)) return;
    if (trailing.empty() && emit_drafted_list(chain, base, span)) return;
    Meaning meaning;
    const bool pinned = !chain.pins.empty() || !trailing.empty();
    if (!(base == kNone ? understand_orphan(chain, meaning) : understand(base, pinned, meaning))) {
        // "section 1983 of title 42 of the Code", where no code was named: the pins speak for
        // themselves.
        const bool dangling = base != kNone && !chain.pins.empty() &&
                              atoms_.bases[base].reference == Reference::kBackward;
        if (dangling) emit(chain, kNone, {}, {span.begin, atoms_.pins[chain.pins.back()].span.end});
        return;
    }
    std::vector<std::uint32_t> pins;
    std::string path;
    if (!compose(chain, meaning, trailing, pins, path)) return;
    Citation model;
    model.kind = meaning.kind;
    model.place.span = span;
    model.title = meaning.title;
    if (base != kNone)
        for (const auto& [name, number] : atoms_.bases[base].numbers)
            model.fields.emplace_back(name, number);
    if (!meaning.jurisdiction.empty())
        model.fields.emplace_back("jurisdiction", std::string(meaning.jurisdiction));
    for (std::size_t i = 0; i + 1 < pins.size(); ++i) {
        const Pin& pin = atoms_.pins[pins[i]];
        add_fields(model, meaning, pin, pin.first_item);
        path = item_paths(path, meaning.grammar, pin, pin.first_item).first;
    }
    if (pins.empty() || meaning.grammar == Grammar::kNone) {
        if (path == "/us/usc" || path == "/us/cfr") return;
        model.id = path;
        return finish(std::move(model), meaning);
    }
    const bool pins_close = !trailing.empty() && pins.back() == trailing.back();
    const Pin& pin = atoms_.pins[pins.back()];
    const bool credit = pins_close && meaning.grammar == Grammar::kLaw;
    emit_items(model, meaning, path, pin, credit ? 1 : pin.items, span, pins_close);
}

// Drafters write "sections 5303 and 5304 of title 5, United States Code": the title is cited once,
// and each section is a short form of a citation of it.
bool Linking::emit_drafted_list(const Chain& chain, std::uint32_t base, Span span) {
    if (base == kNone || chain.pins.empty()) return false;
    const CitationKind kind = atoms_.bases[base].kind;
    const Pin& list = atoms_.pins[chain.pins.front()];
    const Item& first = atoms_.items[list.first_item];
    const bool several = list.items > 1 || !first.number_end.empty() || !first.subs_end.empty();
    if (!several || list.span.begin != span.begin) return false;
    if (kind != CitationKind::kUsc && kind != CitationKind::kCfr && kind != CitationKind::kPl)
        return false;
    Meaning meaning;
    if (!understand(base, true, meaning)) return false;
    std::vector<std::uint32_t> pins;
    std::string path;
    if (!compose(chain, meaning, {}, pins, path) || pins.empty()) return false;
    if (pins.back() != chain.pins.front()) return false;
    for (std::size_t i = 0; i + 1 < pins.size(); ++i)
        path =
            item_paths(path, meaning.grammar, atoms_.pins[pins[i]], atoms_.pins[pins[i]].first_item)
                .first;
    meaning.kind = CitationKind::kShort;
    Citation model;
    model.kind = meaning.kind;
    emit_items(model, meaning, path, list, list.items, list.span, true);
    Chain rest = chain;
    rest.pins.erase(rest.pins.begin());
    const std::uint32_t begin = rest.pins.empty() ? atoms_.bases[base].span.begin
                                                  : atoms_.pins[rest.pins.front()].span.begin;
    emit(rest, base, {}, {begin, span.end});
    return true;
}

}  // namespace lede::citations

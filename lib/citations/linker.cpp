#include "citations/linker.h"

#include <algorithm>
#include <array>

#include "citations/cursor.h"
#include "citations/described_laws.h"
#include "citations/identifiers.h"
#include "citations/pinpoint.h"
#include "citations/reference_memory.h"

namespace lede::citations {
namespace {

constexpr std::uint32_t kWidestGap = 40;  // bytes between two parts of one citation

// The bytes between two atoms without blanks at their ends, or nothing if they are too far apart.
std::string_view gap_between(std::string_view text, Span left, Span right, bool& near) {
    near = right.begin >= left.end && right.begin - left.end <= kWidestGap;
    if (!near) return {};
    std::string_view gap = text.substr(left.end, right.begin - left.end);
    while (!gap.empty() && unicode::is_ascii_space(gap.front())) gap.remove_prefix(1);
    while (!gap.empty() && unicode::is_ascii_space(gap.back())) gap.remove_suffix(1);
    return gap;
}

template <std::size_t N>
bool is_one_of(std::string_view gap, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), gap) != words.end();
}

// From what lies inside to what holds it: "section 5 [of the] Act".
bool leads_outward(std::string_view gap) {
    constexpr std::array<std::string_view, 14> kWords = {
        "of",        "of the", "in",       "in the", "to",      "to the",  "under",
        "under the", ",",      ", of the", ", of",   "of such", "of said", "of former"};
    return is_one_of(gap, kWords);
}

// From what holds to what lies inside: "Public Law 91-383[, ]§ 1".
bool leads_inward(std::string_view gap) {
    return gap.empty() || gap == "," || gap == ", at" || gap == "at" || gap == ";";
}

bool coordinates(std::string_view gap) {
    constexpr std::array<std::string_view, 9> kWords = {
        ",", "and", "or", ", and", ", or", "and of", "or of", "and/or", ", and of"};
    return is_one_of(gap, kWords);
}

bool takes_comma_pins(const Base& base) { return base.grammar != Grammar::kNone; }

// A chain of pins, innermost first as texts have them, that ends in a base or hangs in the air.
struct Chain {
    std::vector<std::uint32_t> pins;  // indexes of Atoms::pins, innermost first
    Span span;
};

class Linking {
  public:
    Linking(const LinkContext& context, const Atoms& atoms)
        : context_(context), atoms_(atoms), works_(atoms.bases.size()) {}

    std::vector<Citation> run() {
        for (std::size_t i = 0; i < atoms_.order.size();) i = link_from(i);
        for (std::size_t i = 0; i < citations_.size(); ++i)
            if (citations_[i].work.empty()) citations_[i].id = citations_[i].id_end = "";
        return std::move(citations_);
    }

  private:
    const Pin& pin_of(const Atom& atom) const { return atoms_.pins[atom.index]; }
    const Base& base_of(const Atom& atom) const { return atoms_.bases[atom.index]; }

    std::string_view gap(std::size_t left, bool& near) const {
        return gap_between(context_.text, atoms_.order[left].span, atoms_.order[left + 1].span,
                           near);
    }

    // Whether the atom after `i` holds what atom `i` points into.
    bool outward(std::size_t i) const {
        if (i + 1 >= atoms_.order.size()) return false;
        bool near = false;
        const std::string_view between = gap(i, near);
        if (!near) return false;
        const Atom& next = atoms_.order[i + 1];
        if (leads_outward(between)) {
            if (between.front() != ',') return true;
            if (!next.is_base) return pin_of(next).level < pin_of(atoms_.order[i]).level;
            // "section 5, title 18, United States Code", not "§ 3, 39 Stat. 535".
            const Base& base = base_of(next);
            return base.work == "/us/usc" || base.work == "/us/cfr" ||
                   base.grammar == Grammar::kArticles || between.size() > 1;
        }
        // "Article 8 ECHR", "s. 6 HRA 1998"
        return between.empty() && next.is_base && context_.text[next.span.begin] != '(' &&
               next.span.begin > atoms_.order[i].span.end;
    }

    // "Article I, [Section 8, Clause 3] of the Constitution": a step from the outer to the inner.
    bool steps_inside(std::size_t i) const {
        if (i + 1 >= atoms_.order.size() || atoms_.order[i + 1].is_base) return false;
        bool near = false;
        const Pin& outer = pin_of(atoms_.order[i]);
        const Pin& inner = pin_of(atoms_.order[i + 1]);
        return gap(i, near) == "," && near && outer.items == 1 && inner.level > outer.level &&
               outer.level != Level::kSub && !inner.direct;
    }

    // Whether pin `i + 1` continues the citation that atom `i` ends.
    bool inward(std::size_t i, const Base& base) const {
        if (i + 1 >= atoms_.order.size() || atoms_.order[i + 1].is_base) return false;
        const Pin& pin = pin_of(atoms_.order[i + 1]);
        if (pin.direct) return true;
        bool near = false;
        const std::string_view between = gap(i, near);
        if (!near || !leads_inward(between) || !takes_comma_pins(base)) return false;
        if (between == ";" || (between.empty() && base.grammar == Grammar::kArticles)) return false;
        if (!atoms_.order[i].is_base && pin.level <= pin_of(atoms_.order[i]).level) return false;
        // "Public Law 1-2, section 5 of Public Law 3-4": the section belongs to the latter.
        return !outward(i + 1);
    }

    // What a base means here, after short forms and definitions are resolved.
    struct Meaning {
        std::uint32_t base = kNone;  // the instrument; kNone: the Code, by its title
        CitationKind kind = CitationKind::kAct;
        Grammar grammar = Grammar::kNone;
        std::string work;
        std::string_view title;
        std::string_view jurisdiction;
    };

    std::size_t link_from(std::size_t i);
    bool understand(std::uint32_t base, bool pinned, Meaning& meaning) const;
    bool understand_orphan(const Chain& chain, Meaning& meaning) const;
    void mean_instrument(std::uint32_t base, Meaning& meaning) const;
    void emit(const Chain& chain, std::uint32_t base, const std::vector<std::uint32_t>& trailing,
              Span span);
    bool compose(const Chain& chain, const Meaning& meaning,
                 const std::vector<std::uint32_t>& trailing, std::vector<std::uint32_t>& pins,
                 std::string& path) const;
    void finish(Citation citation, const Meaning& meaning);
    void link_parallel(Citation& citation);
    void emit_items(const Citation& model, const Meaning& meaning, const std::string& path,
                    const Pin& pin, std::uint32_t items, Span span, bool pins_close);
    bool emit_drafted_list(const Chain& chain, std::uint32_t base, Span span);
    // The paths of an item: of its first and, for a range, of its last member.
    struct Paths {
        std::string first;
        std::string last;
    };
    Paths item_paths(const std::string& path, Grammar grammar, const Pin& pin,
                     std::uint32_t item) const;
    void add_fields(Citation& citation, const Meaning& meaning, const Pin& pin,
                    std::uint32_t item) const;
    void add_code_section(Citation& citation) const;
    bool emit_provision(const Chain& chain);

    const LinkContext& context_;
    const Atoms& atoms_;
    std::vector<Chain> waiting_;      // "section 3 and [section 5 of the Act]"
    std::vector<std::string> works_;  // of bases whose work a parallel cite has told
    std::vector<std::uint32_t> base_of_citation_;
    ReferenceMemory memory_;
    std::vector<Citation> citations_;
};

std::size_t Linking::link_from(std::size_t i) {
    Chain chain;
    chain.span = atoms_.order[i].span;
    std::size_t at = i;
    std::uint32_t base_index = kNone;
    bool inside = false;
    for (;; ++at) {
        const Atom& atom = atoms_.order[at];
        chain.span.end = atom.span.end;
        if (atom.is_base) {
            base_index = atom.index;
            break;
        }
        if (inside) {
            chain.pins.insert(chain.pins.begin(), atom.index);
        } else {
            chain.pins.push_back(atom.index);
        }
        inside = false;
        if (outward(at)) continue;
        inside = steps_inside(at);
        if (!inside) break;
    }
    if (base_index == kNone) {
        bool near = false;
        const bool more = at + 1 < atoms_.order.size() && !atoms_.order[at + 1].is_base &&
                          coordinates(gap(at, near)) && near;
        waiting_.push_back(std::move(chain));
        if (!more) {
            for (const Chain& orphan : waiting_) emit(orphan, kNone, {}, orphan.span);
            waiting_.clear();
        }
        return at + 1;
    }
    const Base& base = atoms_.bases[base_index];
    std::vector<std::uint32_t> trailing;
    if (chain.pins.empty() || base.grammar == Grammar::kUsc || base.grammar == Grammar::kCfr) {
        while (inward(at, base)) {
            ++at;
            const Pin& pin = pin_of(atoms_.order[at]);
            // Source credits write "Pub. L. 113-287, §§ 4(d), 7": the list stands by itself.
            const bool list = pin.items > 1 && !pin.direct && base.grammar == Grammar::kLaw;
            if (list && atoms_.items[pin.first_item + 1].host == kNone) break;
            trailing.push_back(atoms_.order[at].index);
            // "§ 604(3), (4)": only the first is joined to the law.
            chain.span.end = list ? atoms_.items[pin.first_item].span.end : pin.span.end;
            if (list) break;
        }
    }
    for (Chain& held : waiting_) {
        // What the last of "section 3 and section 5 of title 18" says of the title holds for all.
        const Level outermost = atoms_.pins[held.pins.back()].level;
        for (const std::uint32_t pin : chain.pins)
            if (atoms_.pins[pin].level < outermost) held.pins.push_back(pin);
        emit(held, base_index, {}, held.span);
    }
    waiting_.clear();
    emit(chain, base_index, trailing, chain.span);
    return at + 1;
}

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

bool Linking::understand_orphan(const Chain& chain, Meaning& meaning) const {
    const Pin& outer = atoms_.pins[chain.pins.back()];
    if (chain.pins.size() > 1 && outer.level == Level::kTitle) {
        // "section 1983 of title 42": an Arabic title that holds sections is the Code's.
        meaning.kind = CitationKind::kUsc;
        meaning.grammar = Grammar::kUsc;
        meaning.work = "/us/usc";
        return true;
    }
    const ReferenceMemory::Antecedent* found = memory_.holding(outer.level);
    if (found == nullptr) return false;
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
    std::stable_sort(pins.begin(), pins.end(), [&](std::uint32_t a, std::uint32_t b) {
        return atoms_.pins[a].level < atoms_.pins[b].level;
    });
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
    if (item.host != kNone) first.number = atoms_.items[item.host].number.of(context_.text);
    if (item.host != kNone && last.number.empty() && !last.subs.empty()) last.number = first.number;
    const bool plain =
        grammar == Grammar::kUsc || grammar == Grammar::kLaw || grammar == Grammar::kArticles;
    if (plain && last.number.empty() && last.subs.empty())
        split_code_range(first.number, first.number, last.number);
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
    citation.fields.emplace_back(name, number.of(context_.text));
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
    const bool bracket = between == "(" && before.kind != citation.kind;
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
    const bool whole = citation.kind == CitationKind::kPl ||
                       (citation.kind == CitationKind::kUsc && citation.id.ends_with("/etseq"));
    if (!whole) return;
    works_[base] = citation.kind == CitationKind::kPl
                       ? citation.work
                       : citation.id.substr(0, citation.id.size() - 6);
    if (before.kind == CitationKind::kAct) {
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
        citation.work = work_of(citation.id);
        citation.url = url_of(citation.id);
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
        citations_.push_back(describe(context_.book, context_.text,
                                      {law.span, law.year, law.topic, law.jurisdiction}));
        base_of_citation_.push_back(kNone);
        return;
    }
    if (base == kNone && emit_provision(chain)) return;
    if (trailing.empty() && emit_drafted_list(chain, base, span)) return;
    Meaning meaning;
    const bool pinned = !chain.pins.empty() || !trailing.empty();
    if (!(base == kNone ? understand_orphan(chain, meaning) : understand(base, pinned, meaning)))
        return;
    std::vector<std::uint32_t> pins;
    std::string path;
    if (!compose(chain, meaning, trailing, pins, path)) return;
    Citation model;
    model.kind = meaning.kind;
    model.place.span = span;
    model.title = meaning.title;
    if (base != kNone && meaning.kind == CitationKind::kStateCode &&
        !atoms_.bases[base].subject.empty())
        model.fields.emplace_back("title", atoms_.bases[base].subject);
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

}  // namespace

std::vector<Citation> link(const LinkContext& context, const Atoms& atoms) {
    return Linking(context, atoms).run();
}

}  // namespace lede::citations

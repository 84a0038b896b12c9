#include "citations/linker.h"

#include <algorithm>
#include <array>

#include "citations/cursor.h"
#include "citations/identifiers.h"

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
    Linking(const LinkContext& context, const Atoms& atoms) : context_(context), atoms_(atoms) {}

    std::vector<Citation> run() {
        for (std::size_t i = 0; i < atoms_.order.size();) i = link_from(i);
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
            if (!next.is_base && between.front() == ',')
                return pin_of(next).level < pin_of(atoms_.order[i]).level;
            return true;
        }
        if (next.is_base && between == ",") return true;
        // "Article 8 ECHR", "s. 6 HRA 1998"
        return between.empty() && next.is_base && context_.text[next.span.begin] != '(' &&
               next.span.begin > atoms_.order[i].span.end;
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
        return !outward(i + 1) || atoms_.order[i + 2].span.begin - pin.span.end < 2;
    }

    std::size_t link_from(std::size_t i);
    void emit(const Chain& chain, const Base* base, const std::vector<std::uint32_t>& trailing,
              Span span);
    bool compose(const Chain& chain, const Base& base, const std::vector<std::uint32_t>& trailing,
                 std::vector<std::uint32_t>& pins, std::string& path) const;
    void emit_items(Citation& model, const std::string& path, Grammar grammar,
                    const std::vector<std::uint32_t>& pins, Span span, bool pins_close);
    std::string item_path(const std::string& path, Grammar grammar, const Pin& pin,
                          std::uint32_t item, bool last) const;

    const LinkContext& context_;
    const Atoms& atoms_;
    std::vector<Chain> waiting_;  // "section 3 and [section 5 of the Act]"
    std::vector<Citation> citations_;
};

std::size_t Linking::link_from(std::size_t i) {
    Chain chain;
    chain.span = atoms_.order[i].span;
    std::size_t at = i;
    const Base* base = nullptr;
    for (;; ++at) {
        const Atom& atom = atoms_.order[at];
        chain.span.end = atom.span.end;
        if (atom.is_base) {
            base = &base_of(atom);
            break;
        }
        chain.pins.push_back(atom.index);
        if (!outward(at)) break;
    }
    if (base == nullptr) {
        bool near = false;
        const bool more = at + 1 < atoms_.order.size() && !atoms_.order[at + 1].is_base &&
                          coordinates(gap(at, near)) && near;
        waiting_.push_back(std::move(chain));
        if (!more) {
            for (const Chain& orphan : waiting_) emit(orphan, nullptr, {}, orphan.span);
            waiting_.clear();
        }
        return at + 1;
    }
    std::vector<std::uint32_t> trailing;
    if (chain.pins.empty() || base->grammar == Grammar::kUsc || base->grammar == Grammar::kCfr) {
        while (inward(at, *base)) {
            ++at;
            const Pin& pin = pin_of(atoms_.order[at]);
            // Source credits write "Pub. L. 113-287, §§ 4(d), 7": the list stands by itself.
            if (pin.items > 1 && !pin.direct && base->grammar == Grammar::kLaw) break;
            trailing.push_back(atoms_.order[at].index);
            chain.span.end = pin.span.end;
        }
    }
    for (Chain& held : waiting_) {
        // What the last of "section 3 and section 5 of title 18" says of the title holds for all.
        const Level outermost = atoms_.pins[held.pins.back()].level;
        for (const std::uint32_t pin : chain.pins)
            if (atoms_.pins[pin].level < outermost) held.pins.push_back(pin);
        emit(held, base, {}, held.span);
    }
    waiting_.clear();
    emit(chain, base, trailing, chain.span);
    return at + 1;
}

// The pins from the outermost to the innermost, and the path up to the work. False if the parts
// make no sense together.
bool Linking::compose(const Chain& chain, const Base& base,
                      const std::vector<std::uint32_t>& trailing, std::vector<std::uint32_t>& pins,
                      std::string& path) const {
    pins = trailing;
    pins.insert(pins.end(), chain.pins.rbegin(), chain.pins.rend());
    std::stable_sort(pins.begin(), pins.end(), [&](std::uint32_t a, std::uint32_t b) {
        return atoms_.pins[a].level < atoms_.pins[b].level;
    });
    path = base.work;
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

std::string Linking::item_path(const std::string& path, Grammar grammar, const Pin& pin,
                               std::uint32_t index, bool last) const {
    const Item& item = atoms_.items[index];
    LawPlace place{.level = pin.level};
    place.number = (last ? item.number_end : item.number).of(context_.text);
    place.subs = (last ? item.subs_end : item.subs).of(context_.text);
    if (item.host != kNone) place.number = atoms_.items[item.host].number.of(context_.text);
    std::string id = path;
    append_level(grammar, place, id);
    return id;
}

void Linking::emit_items(Citation& model, const std::string& path, Grammar grammar,
                         const std::vector<std::uint32_t>& pins, Span span, bool pins_close) {
    const Pin& pin = atoms_.pins[pins.back()];
    for (std::uint32_t k = 0; k < pin.items; ++k) {
        const Item& item = atoms_.items[pin.first_item + k];
        Citation citation = model;
        citation.place.span = item.span;
        if (k == 0) citation.place.span.begin = span.begin;
        const bool final = k + 1 == pin.items;
        if (final && !pins_close) citation.place.span.end = span.end;
        if (pin.items == 1) citation.place.span = span;
        citation.id = item_path(path, grammar, pin, pin.first_item + k, false);
        if (!item.number_end.empty() || !item.subs_end.empty())
            citation.id_end = item_path(path, grammar, pin, pin.first_item + k, true);
        if (item.note) citation.id += "/note";
        if (item.et_seq) citation.id += "/etseq";
        citation.work = work_of(citation.id);
        citation.url = url_of(citation.id);
        citations_.push_back(std::move(citation));
    }
}

void Linking::emit(const Chain& chain, const Base* base, const std::vector<std::uint32_t>& trailing,
                   Span span) {
    Base implied;
    if (base == nullptr) {
        // "section 1983 of title 42": an Arabic title that holds sections is the Code's.
        const Pin& outer = atoms_.pins[chain.pins.back()];
        if (chain.pins.size() < 2 || outer.level != Level::kTitle) return;
        implied.kind = CitationKind::kUsc;
        implied.grammar = Grammar::kUsc;
        implied.work = "/us/usc";
        base = &implied;
    }
    std::vector<std::uint32_t> pins;
    std::string path;
    if (!compose(chain, *base, trailing, pins, path)) return;
    Citation model;
    model.kind = base->kind;
    model.place.span = span;
    if (const Law* law = context_.book.law(base->law)) model.title = law->name;
    for (std::size_t i = 0; i + 1 < pins.size(); ++i)
        path = item_path(path, base->grammar, atoms_.pins[pins[i]], atoms_.pins[pins[i]].first_item,
                         false);
    if (pins.empty() || base->grammar == Grammar::kNone) {
        if (path == "/us/usc" || path == "/us/cfr") return;
        model.id = path;
        model.work = work_of(path);
        model.url = url_of(path);
        citations_.push_back(std::move(model));
        return;
    }
    const bool pins_close = !trailing.empty() && pins.back() == trailing.back();
    emit_items(model, path, base->grammar, pins, span, pins_close);
}

}  // namespace

std::vector<Citation> link(const LinkContext& context, const Atoms& atoms) {
    std::vector<Citation> citations = Linking(context, atoms).run();
    std::stable_sort(citations.begin(), citations.end(), [](const Citation& a, const Citation& b) {
        return a.place.span < b.place.span;
    });
    return citations;
}

}  // namespace lede::citations

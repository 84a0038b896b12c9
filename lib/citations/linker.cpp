#include "citations/linker.h"

#include <algorithm>
#include <array>

#include "citations/linking.h"
#include "text/unicode.h"

namespace lede::citations {
namespace {

constexpr std::uint32_t kWidestGap = 40;  // bytes between two parts of one citation

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

}  // namespace

// The bytes between two atoms without blanks at their ends, or nothing if they are too far apart.
std::string_view gap_between(std::string_view text, Span left, Span right, bool& near) {
    near = right.begin >= left.end && right.begin - left.end <= kWidestGap;
    if (!near) return {};
    std::string_view gap = text.substr(left.end, right.begin - left.end);
    while (!gap.empty() && unicode::is_ascii_space(gap.front())) gap.remove_prefix(1);
    while (!gap.empty() && unicode::is_ascii_space(gap.back())) gap.remove_suffix(1);
    return gap;
}

std::string_view Linking::gap(std::size_t left, bool& near) const {
    return gap_between(context_.text, atoms_.order[left].span, atoms_.order[left + 1].span, near);
}

bool Linking::outward(std::size_t i) const {
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
               base.grammar == Grammar::kArticles || base.grammar == Grammar::kState ||
               between.size() > 1;
    }
    // "Article 8 ECHR", "s. 6 HRA 1998"
    return between.empty() && next.is_base && context_.text[next.span.begin] != '(' &&
           next.span.begin > atoms_.order[i].span.end;
}

bool Linking::steps_inside(std::size_t i) const {
    if (i + 1 >= atoms_.order.size() || atoms_.order[i + 1].is_base) return false;
    bool near = false;
    const Pin& outer = pin_of(atoms_.order[i]);
    const Pin& inner = pin_of(atoms_.order[i + 1]);
    const std::string_view between = gap(i, near);
    // "Sch 2 para 1", "Art. 6 para. 1"
    const bool abutting =
        between.empty() && inner.level == Level::kParagraph && inner.span.begin > outer.span.end;
    return near && (between == "," || abutting) && outer.items == 1 && inner.level > outer.level &&
           outer.level != Level::kSub && !inner.direct;
}

bool Linking::inward(std::size_t i, const Base& base) const {
    if (i + 1 >= atoms_.order.size() || atoms_.order[i + 1].is_base) return false;
    const Pin& pin = pin_of(atoms_.order[i + 1]);
    if (pin.direct) return true;
    bool near = false;
    const std::string_view between = gap(i, near);
    if (!near || !leads_inward(between) || !takes_comma_pins(base)) return false;
    if (between == ";" || (between.empty() && base.grammar == Grammar::kArticles)) return false;
    if (!atoms_.order[i].is_base && pin.level <= pin_of(atoms_.order[i]).level) return false;
    // "Ga. Code § 16-5-1, Miss. Code § 97-3-7": a sign right behind a code points into it.
    const bool signed_pin = context_.text.substr(pin.span.begin, 2) == "\xC2\xA7";
    if (between.empty() && base.grammar == Grammar::kState && signed_pin) return true;
    // "Public Law 1-2, section 5 of Public Law 3-4": the section belongs to the latter.
    return !outward(i + 1);
}

bool Linking::continues_to_constitution(std::size_t i, const Base& base) const {
    if (!base.work.starts_with("/us/cons/") || i + 1 >= atoms_.order.size()) return false;
    const Atom& next = atoms_.order[i + 1];
    if (!next.is_base || base_of(next).work != "/us/cons") return false;
    bool near = false;
    const std::string_view between = gap(i, near);
    return near && (between == "to the" || between == "of the" || between == "in the");
}

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
    if (continues_to_constitution(at, base)) chain.span.end = atoms_.order[++at].span.end;
    emit(chain, base_index, trailing, chain.span);
    return at + 1;
}

std::vector<Citation> link(const LinkContext& context, const Atoms& atoms) {
    return Linking(context, atoms).run();
}

}  // namespace lede::citations

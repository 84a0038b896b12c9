#include "tokens/lemma_rules.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <iterator>
#include <span>
#include <stdexcept>

#include "learning/feature_sequence.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "tokens/tag_features.h"
#include "tokens/word_kinds.h"

namespace lede::tokens {
namespace {

constexpr std::string_view kMagic = "LEM1";

void append_u32(std::string& out, std::size_t value) {
    const auto word = static_cast<std::uint32_t>(value);
    out.append(reinterpret_cast<const char*>(&word), sizeof word);
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    if (at + 4 > bytes.size()) throw std::runtime_error("lemma rules are cut off");
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, 4);
    return value;
}

LemmaRule parse_rule(std::string_view line) {
    const std::size_t space = line.find(' ', 2);
    unsigned strip = 0;
    if (line.size() < 4 || space == line.npos || line[0] < '0' || line[0] > '2')
        throw std::runtime_error("lemma rules hold a broken rule");
    std::from_chars(line.data() + 2, line.data() + space, strip);
    return {static_cast<LemmaCase>(line[0] - '0'), static_cast<std::uint8_t>(std::min(strip, 99U)),
            line.substr(space + 1)};
}

// How the word is written: no capital, first letter only, or more.
std::uint32_t case_of(std::string_view form) {
    if (!unicode::is_ascii_upper(form[0]) && static_cast<unsigned char>(form[0]) < 0x80) return 0;
    const bool lower = std::any_of(form.begin(), form.end(), unicode::is_ascii_lower);
    return form.size() > 1 && !lower ? 2 : 1;
}

// The part of speech whose base form the lemma of an inflected word is; 0 for words that are
// mostly their own lemma.
unsigned base_form_of(Xpos xpos, Upos upos) {
    const std::string_view tag = kXposNames[xpos];
    if (upos == Upos::kVerb && tag != "VB") return kVerbBase;
    if (upos == Upos::kNoun && tag == "NNS") return kNounBase;
    if (upos == Upos::kAdj && (tag == "JJR" || tag == "JJS")) return kAdjective;
    return 0;
}

// Whether the rule cuts no character in two and leaves something.
bool fits(const LemmaRule& rule, std::string_view form) {
    if (rule.strip == kStripAll) return true;
    if (rule.strip >= form.size()) return false;
    return rule.strip == 0 ||
           (static_cast<unsigned char>(form[form.size() - rule.strip]) & 0xC0U) != 0x80U;
}

// Rules were learned from straight apostrophes. Whether there were others.
bool straighten(std::string_view form, std::string& out) {
    if (form.find("\xE2\x80") == form.npos) return false;
    for (std::size_t at = 0; at < form.size();) {
        const std::string_view three = form.substr(at, 3);
        const bool curly = three == "’" || three == "‘";
        out += curly ? '\'' : form[at];
        at += curly ? 3 : 1;
    }
    return out.size() != form.size();
}

void append_lower(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        utf8::append(out, unicode::to_lower(c.code_point));
        at += c.size;
    }
}

}  // namespace

LemmaKey::LemmaKey(std::string_view form, Xpos xpos, Upos upos) {
    fold_word(form, folded_);
    context_ = static_cast<std::uint32_t>(xpos) << 8U | static_cast<std::uint32_t>(upos) << 2U |
               (form.empty() ? 0U : case_of(form));
}

std::uint64_t LemmaKey::of_form() const {
    return learning::mix(learning::hash_bytes(folded_), context_);
}

std::uint64_t LemmaKey::of_ending(std::size_t size) const {
    const std::string_view folded = folded_;
    const std::string_view ending = folded.substr(folded.size() - std::min(size, folded.size()));
    return learning::mix(learning::hash_bytes(ending), context_ << 8U | 0xE);
}

void apply_lemma_rule(const LemmaRule& rule, std::string_view form, std::string& out) {
    const std::string_view stem =
        form.substr(0, form.size() - std::min<std::size_t>(rule.strip, form.size()));
    if (rule.strip != kStripAll && !stem.empty()) {
        if (rule.letter_case == LemmaCase::kKeep) {
            out += stem;
        } else if (rule.letter_case == LemmaCase::kLower) {
            append_lower(stem, out);
        } else {
            const std::size_t first = utf8::decode(stem, 0).size;
            out += stem.substr(0, first);
            append_lower(stem.substr(first), out);
        }
    }
    out += rule.ending;
}

LemmaRules::LemmaRules(std::string_view bytes, learning::WordClasses kinds) : kinds_(kinds) {
    if (!bytes.starts_with(kMagic)) throw std::runtime_error("not a file of lemma rules");
    const std::size_t rule_bytes = read_u32(bytes, 4), form_bytes = read_u32(bytes, 8);
    if (12 + rule_bytes + form_bytes > bytes.size())
        throw std::runtime_error("lemma rules are cut off");
    std::string_view lines = bytes.substr(12, rule_bytes);
    for (std::size_t end = 0; (end = lines.find('\n')) != lines.npos; lines.remove_prefix(end + 1))
        rules_.push_back(parse_rule(lines.substr(0, end)));
    forms_ = learning::WordClasses(bytes.substr(12 + rule_bytes, form_bytes));
    endings_ = learning::WordClasses(bytes.substr(12 + rule_bytes + form_bytes));
}

const LemmaRule* LemmaRules::rule_at(std::uint16_t number) const {
    return number > 0 && number <= rules_.size() ? &rules_[number - 1U] : nullptr;
}

const LemmaRule* LemmaRules::rule_by_ending(const LemmaKey& key, std::string_view form) const {
    const LemmaRule* longest = nullptr;
    std::string lemma, folded;
    for (std::size_t size = std::min(kLongestEnding, key.form_size()) + 1; size-- > 0;) {
        const LemmaRule* rule = rule_at(endings_.find(key.of_ending(size)));
        if (!rule) continue;
        if (!longest) longest = rule;
        lemma.clear();
        apply_lemma_rule(*rule, form, lemma);
        fold_word(lemma, folded);
        if (kinds_.find(learning::hash_bytes(folded)) != 0) return rule;
    }
    return longest;
}

namespace {

// The rule that changes least of those which make a base form of the dictionary, or `otherwise`.
const LemmaRule* rule_by_dictionary(std::span<const LemmaRule> rules, unsigned base_form,
                                    const learning::WordClasses& dictionary, std::string_view form,
                                    const LemmaRule* otherwise) {
    std::string lemma, folded;
    const auto makes_base = [&](const LemmaRule& rule) {
        lemma.clear();
        apply_lemma_rule(rule, form, lemma);
        fold_word(lemma, folded);
        return (dictionary.find(learning::hash_bytes(folded)) & base_form) != 0;
    };
    if (otherwise && makes_base(*otherwise)) return otherwise;
    const LemmaRule* best = nullptr;
    const auto change_of = [](const LemmaRule& rule) { return rule.strip + rule.ending.size(); };
    for (const LemmaRule& rule : rules) {
        if (rule.letter_case != LemmaCase::kLower || rule.strip == 0 || rule.strip > 3 ||
            rule.ending.size() > 2 || (best && change_of(rule) >= change_of(*best)))
            continue;
        if (fits(rule, form) && makes_base(rule)) best = &rule;
    }
    return best ? best : otherwise;
}

}  // namespace

void LemmaRules::append_lemma(std::string_view form, Xpos xpos, Upos upos, std::string& out) const {
    std::string straight;
    if (straighten(form, straight)) form = straight;
    const LemmaKey key(form, xpos, upos);
    const LemmaRule* rule = nullptr;
    if (!key.has_digit()) rule = rule_at(forms_.find(key.of_form()));
    if (!rule && !key.has_digit()) {
        rule = rule_by_ending(key, form);
        if (const unsigned base_form = base_form_of(xpos, upos))
            rule = rule_by_dictionary(rules_, base_form, kinds_, form, rule);
    }
    if (rule && fits(*rule, form)) return apply_lemma_rule(*rule, form, out);
    if (upos == Upos::kNum) {
        // Treebanks write 12,500 as 12500.
        std::copy_if(form.begin(), form.end(), std::back_inserter(out),
                     [](char c) { return c != ','; });
        return;
    }
    const bool as_is = upos == Upos::kPropn || key.has_digit();
    apply_lemma_rule({as_is ? LemmaCase::kKeep : LemmaCase::kLower, 0, {}}, form, out);
}

std::string make_lemma_rules(const LemmaTables& tables) {
    std::string lines;
    for (const LemmaRule& rule : tables.rules) {
        lines += std::to_string(static_cast<int>(rule.letter_case)) + ' ' +
                 std::to_string(rule.strip) + ' ';
        lines += rule.ending;
        lines += '\n';
    }
    const std::string forms = learning::make_word_classes(tables.forms);
    std::string out(kMagic);
    append_u32(out, lines.size());
    append_u32(out, forms.size());
    return out + lines + forms + learning::make_word_classes(tables.endings);
}

}  // namespace lede::tokens

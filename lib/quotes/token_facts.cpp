#include "quotes/token_facts.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::quotes {
namespace {

Part part_of(std::string_view xpos) {
    if (xpos == "NNP" || xpos == "NNPS") return Part::kName;
    if (xpos == "NN" || xpos == "NNS") return Part::kNoun;
    if (xpos == "CD") return Part::kNumber;
    if (xpos == "JJ" || xpos == "JJR" || xpos == "JJS") return Part::kAdjective;
    if (xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD") return Part::kFinite;
    if (xpos == "VB" || xpos == "VBG" || xpos == "VBN") return Part::kNonfinite;
    if (xpos == "RB" || xpos == "RBR" || xpos == "RBS") return Part::kAdverb;
    return Part::kFunction;
}

bool ends_with(std::string_view word, std::string_view end) {
    return word.size() > end.size() + 1 && word.substr(word.size() - end.size()) == end;
}

// The part of an untagged word that is in no closed class.
Part guess_part(std::string_view folded, const TokenFact& fact, bool first) {
    if (unicode::is_ascii_digit(folded[0])) return Part::kNumber;
    if (fact.has(kCapital) && !first) return Part::kName;
    if (fact.word.cue != 0 && !fact.word.noun)
        return fact.word.forms & (kPast | kThird) ? Part::kFinite : Part::kNonfinite;
    if (ends_with(folded, "ly")) return Part::kAdverb;
    if (ends_with(folded, "ing")) return Part::kNonfinite;
    if (ends_with(folded, "ed")) return Part::kFinite;
    return fact.has(kCapital) ? Part::kName : Part::kNoun;
}

std::uint32_t shape_of_mark(char c) {
    switch (c) {
        case ',':
            return kComma;
        case '.':
        case '!':
        case '?':
            return kStop;
        case ':':
            return kColon;
        case ';':
            return kSemicolon;
        case '-':
            return kDashMark;
        case '(':
        case '[':
            return kOpenBracket;
        case ')':
        case ']':
            return kCloseBracket;
        default:
            return 0;
    }
}

std::uint32_t shape_of_word(std::string_view folded) {
    if (folded == "that") return kThat;
    if (folded == "to") return kTo;
    if (folded == "as") return kAs;
    if (folded == "by") return kBy;
    if (folded == "of") return kOf;
    return 0;
}

class Reader {
  public:
    Reader(const Document& document, const WordClasses& classes)
        : document_(document), classes_(classes) {}

    TokenFact read(std::size_t i, bool first) {
        const std::string_view text = document_.token_text(i);
        TokenFact fact;
        const char32_t c = utf8_first(text);
        if (!unicode::is_alphanumeric(c)) {
            read_punctuation(text, c, fact);
            if (fact.part == Part::kPunctuation) return fact;
        }
        fold(text);
        fact.word = classes_.of(folded_);
        fact.shape |= shape_of_word(folded_);
        if (unicode::is_upper(c)) fact.shape |= kCapital;
        set_part(i, first, fact);
        return fact;
    }

  private:
    static char32_t utf8_first(std::string_view text) {
        return static_cast<unsigned char>(text[0]) < 0x80 ? static_cast<char32_t>(text[0])
                                                          : utf8::decode(text, 0).code_point;
    }

    void fold(std::string_view text) {
        folded_.clear();
        for (const char byte : text) {
            if (static_cast<unsigned char>(byte) >= 0x80) {
                unicode::fold_into(text, folded_);
                return;
            }
            folded_.push_back(unicode::ascii_lower(byte));
        }
    }

    // Marks and clitics; leaves `part` a noun for clitics, which are words.
    void read_punctuation(std::string_view text, char32_t c, TokenFact& fact) {
        if ((c == U'\'' || c == U'’') && text.size() > (c == U'\'' ? 1U : 3U)) return;
        fact.part = Part::kPunctuation;
        fact.shape = c < 0x80 ? shape_of_mark(text[0]) : 0;
        if (c == U'…') fact.shape = kStop;
        if (c >= 0x2010 && c <= 0x2015) fact.shape = kDashMark;
        if (c == U'$' || c == U'£' || c == U'€' || c == U'#' || c == U'@')
            fact.part = Part::kNumber;
        if (c == U'%') fact.part = Part::kNoun;
        if (c == U'&') fact.part = Part::kFunction;
    }

    void set_part(std::size_t i, bool first, TokenFact& fact) {
        if (i < document_.xpos.size() && document_.upos[i] != Upos::kX) {
            const std::string_view tag = kXposNames[document_.xpos[i]];
            fact.part = part_of(tag);
            if (tag == "POS") fact.shape |= kGenitive;
            if (tag == "VBD" || tag == "VBN") fact.shape |= kPastForm;
            if (tag == "VBG") fact.shape |= kIngForm;
            if (tag == "NNS" || tag == "NNPS") fact.shape |= kPluralNoun;
            if (tag == "VBZ") fact.shape |= kThirdForm;
            if (tag == "VBP") fact.shape |= kPluralForm;
            return;
        }
        fact.shape |= kUntagged;
        if (folded_ == "'s" || folded_ == "'") {
            fact.shape |= kGenitive;
            fact.part = Part::kFunction;
            fact.word.classes = 0;
        } else if (fact.is(kFiniteWord)) {
            fact.part = Part::kFinite;
        } else if (fact.word.classes &
                   (kDeterminer | kPossessive | kPronoun | kObject | kPreposition | kCoordinator |
                    kSubordinator | kWh | kAuxiliary)) {
            fact.part = Part::kFunction;
        } else if (fact.is(kAdverb) && !fact.is(kTime)) {
            fact.part = Part::kAdverb;
        } else {
            fact.part = guess_part(folded_, fact, first);
        }
    }

    const Document& document_;
    const WordClasses& classes_;
    std::string folded_;
};

void add_marks(const Document& document, const std::vector<MarkedSpan>& marks,
               std::vector<TokenFact>& facts) {
    std::size_t token = 0;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        if (marks[i].parent != kNone) continue;
        while (token < facts.size() && document.tokens[token].span.begin < marks[i].outer.begin)
            ++token;
        for (; token < facts.size() && document.tokens[token].span.begin < marks[i].outer.end;
             ++token) {
            facts[token].mark = i;
            if (!marks[i].inner.contains(document.tokens[token].span.begin))
                facts[token].shape |= kQuoteMark;
        }
    }
}

void add_mentions(const Document& document, std::vector<TokenFact>& facts) {
    std::size_t token = 0;
    for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
        const Span span = document.mentions[i].place.span;
        while (token < facts.size() && document.tokens[token].span.begin < span.begin) ++token;
        for (; token < facts.size() && document.tokens[token].span.end <= span.end; ++token)
            facts[token].mention = i;
    }
}

}  // namespace

std::vector<TokenFact> read_facts(const Document& document, const WordClasses& classes,
                                  const std::vector<MarkedSpan>& marks) {
    std::vector<TokenFact> facts;
    facts.reserve(document.tokens.size());
    Reader reader(document, classes);
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
        while (sentence < document.sentences.size() && document.sentences[sentence].first_token < i)
            ++sentence;
        const bool first =
            sentence < document.sentences.size() && document.sentences[sentence].first_token == i;
        facts.push_back(reader.read(i, first));
    }
    add_marks(document, marks, facts);
    add_mentions(document, facts);
    return facts;
}

std::uint32_t View::token_at(std::uint32_t byte) const {
    const auto found = std::lower_bound(
        document.tokens.begin(), document.tokens.end(), byte,
        [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    return static_cast<std::uint32_t>(found - document.tokens.begin());
}

}  // namespace lede::quotes

#include "search/occurrences.h"

#include <re2/re2.h>

#include "lexicon/phrase_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::search {

namespace {

// Whether no letter or digit touches [begin, end). RE2's own \b knows ASCII words only.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    const auto in_word = [](const utf8::Decoded& c) {
        return unicode::is_alphanumeric(c.code_point);
    };
    return (begin == 0 || !in_word(utf8::decode_before(text, begin))) &&
           (end == text.size() || !in_word(utf8::decode(text, end)));
}

}  // namespace

OccurrenceFinder::OccurrenceFinder() = default;
OccurrenceFinder::~OccurrenceFinder() = default;
OccurrenceFinder::OccurrenceFinder(OccurrenceFinder&&) noexcept = default;
OccurrenceFinder& OccurrenceFinder::operator=(OccurrenceFinder&&) noexcept = default;

std::variant<std::uint32_t, QueryError> OccurrenceFinder::add(const Node& leaf) {
    if (leaf.kind == NodeKind::kRegex) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_case_sensitive(!leaf.ignore_case);
        auto regex = std::make_unique<re2::RE2>(leaf.text, options);
        if (!regex->ok()) return QueryError{leaf.position, "bad regex: " + regex->error()};
        regexes_.push_back({leaves_, leaf.whole_words, std::move(regex)});
        return leaves_++;
    }
    Phrase phrase{leaves_, leaf.prefix, leaf.ignore_case, {}};
    std::vector<Span> words;
    lexicon::split_phrase_words(leaf.text, words);
    if (words.empty()) return QueryError{leaf.position, "no word to look for"};
    for (const Span word : words)
        phrase.words.push_back(leaf.ignore_case ? unicode::fold(word.of(leaf.text))
                                                : std::string(word.of(leaf.text)));
    const auto index = static_cast<std::uint32_t>(phrases_.size());
    if (leaf.prefix && words.size() == 1)
        by_prefix_.push_back(index);
    else
        by_first_word_[unicode::fold(phrase.words.front())].push_back(index);
    phrases_.push_back(std::move(phrase));
    return leaves_++;
}

bool OccurrenceFinder::matches_at(const Phrase& phrase, std::string_view text,
                                  const std::vector<Span>& words, std::size_t at,
                                  std::string& scratch) const {
    if (at + phrase.words.size() > words.size()) return false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        std::string_view word = words[at + i].of(text);
        if (phrase.ignore_case) {
            unicode::fold_into(word, scratch);
            word = scratch;
        }
        const bool open = phrase.prefix && i + 1 == phrase.words.size();
        if (open ? !word.starts_with(phrase.words[i]) : word != phrase.words[i]) return false;
    }
    return true;
}

void OccurrenceFinder::find_phrases(std::string_view text, LeafOccurrences& found) const {
    std::vector<Span> words;
    lexicon::split_phrase_words(text, words);
    std::string key;
    std::string scratch;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto add_if_here = [&](std::uint32_t index) {
            const Phrase& phrase = phrases_[index];
            if (!matches_at(phrase, text, words, at, scratch)) return;
            const std::size_t last = at + phrase.words.size() - 1;
            found[phrase.leaf].push_back({cover(words[at], words[last]),
                                          static_cast<std::uint32_t>(at),
                                          static_cast<std::uint32_t>(last)});
        };
        unicode::fold_into(words[at].of(text), key);
        if (const auto candidates = by_first_word_.find(key); candidates != by_first_word_.end())
            for (const std::uint32_t index : candidates->second) add_if_here(index);
        for (const std::uint32_t index : by_prefix_) add_if_here(index);
    }
}

void OccurrenceFinder::find_regex(const Regex& regex, std::string_view text,
                                  std::vector<Occurrence>& found) const {
    const re2::StringPiece input(text.data(), text.size());
    std::size_t at = 0;
    re2::StringPiece match;
    while (at <= text.size() &&
           regex.compiled->Match(input, at, text.size(), re2::RE2::UNANCHORED, &match, 1)) {
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        const std::size_t end = begin + match.size();
        if (!match.empty() && (!regex.whole_words || stands_alone(text, begin, end)))
            found.push_back({make_span(begin, end)});
        // An empty match moves on by a whole character.
        at = match.empty()
                 ? (begin < text.size() ? begin + utf8::decode(text, begin).size : begin + 1)
                 : end;
    }
}

LeafOccurrences OccurrenceFinder::find(std::string_view text) const {
    LeafOccurrences found(leaves_);
    if (!phrases_.empty()) find_phrases(text, found);
    for (const Regex& regex : regexes_) find_regex(regex, text, found[regex.leaf]);
    return found;
}

}  // namespace lede::search

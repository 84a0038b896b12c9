#include "search/hit_order.h"

#include <algorithm>
#include <utility>

#include "lexicon/phrase_words.h"
#include "text/utf8.h"

namespace lede::search {
namespace {

constexpr std::uint32_t kContextBytes = 200;  // enough for the words that count
constexpr std::size_t kContextWords = 5;

std::vector<std::string> words_around(const Document& document, const Hit& hit, bool before) {
    const auto size = static_cast<std::uint32_t>(document.text().size());
    Span around =
        before ? Span{hit.span.begin - std::min(hit.span.begin, kContextBytes), hit.span.begin}
               : Span{hit.span.end, std::min(size, hit.span.end + kContextBytes)};
    const std::string_view text = document.text();
    while (around.begin < around.end && utf8::is_continuation(text[around.begin])) ++around.begin;
    while (around.end < size && around.end > around.begin &&
           utf8::is_continuation(text[around.end]))
        --around.end;
    std::vector<std::string> words = lexicon::folded_phrase_words(document.text_of(around));
    if (before) std::ranges::reverse(words);
    return words;
}

std::string key_of(const Document& document, const Hit& hit, HitKey key, std::size_t words) {
    switch (key) {
        case HitKey::kDate:
            return document.article.published;
        case HitKey::kDoc:
            return document.article.id;
        case HitKey::kHit: {
            std::string joined;
            for (const std::string& word : lexicon::folded_phrase_words(document.text_of(hit.span)))
                joined += (joined.empty() ? "" : " ") + word;
            return joined;
        }
        default:
            break;
    }
    std::string joined;
    const std::vector<std::string> around = words_around(document, hit, key == HitKey::kLeft);
    for (std::size_t i = 0; i < around.size() && i < words; ++i)
        joined += (i == 0 ? "" : " ") + around[i];
    return joined;
}

}  // namespace

std::string sort_key(const Document& document, const Hit& hit, HitKey key) {
    // What has no date comes last.
    if (key == HitKey::kDate && document.article.published.empty()) return "~";
    return key_of(document, hit, key, kContextWords);
}

std::string group_key(const Document& document, const Hit& hit, HitKey key) {
    return key_of(document, hit, key, 1);
}

void sort_lines(std::vector<KeyedLine>& lines) {
    std::ranges::stable_sort(lines, {}, &KeyedLine::key);
}

// SplitMix64.
std::uint64_t Sample::random() {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

void Sample::offer(KeyedLine item) {
    const std::uint64_t number = offered_++;
    if (drawn_.size() < size_) {
        drawn_.push_back({number, std::move(item)});
        return;
    }
    const std::uint64_t place = random() % offered_;
    if (place < size_) drawn_[place] = {number, std::move(item)};
}

std::vector<KeyedLine> Sample::take() {
    std::ranges::sort(drawn_, {}, &Item::number);
    std::vector<KeyedLine> lines;
    for (Item& item : drawn_) lines.push_back(std::move(item.line));
    drawn_.clear();
    return lines;
}

}  // namespace lede::search

#include "entities/name_spelling.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::entities {
namespace {

// Words that a name can do without: "Harlow Systems Inc.", "Sanford D. Bishop, Jr."
bool is_suffix(std::string_view word, EntityType type, const SmallWords& small) {
    if (type == EntityType::kPerson) return small.is(kPersonSuffix, word);
    return type == EntityType::kOrg && small.is(kCompanySuffix, word);
}

bool is_initial(std::string_view word) {
    return word.size() <= 2 && !word.empty() && unicode::is_ascii_letter(word[0]) &&
           (word.size() == 1 || word[1] == '.');
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        // Hyphens part words, so that "Kim Jong-un" is "Kim Jong Un"; commas do not count.
        if (c != ' ' && c != '-' && c != ',') {
            word.push_back(c);
            continue;
        }
        if (!word.empty()) words.push_back(unicode::fold(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(unicode::fold(word));
    const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    for (std::string& each : words)
        if (std::ranges::any_of(each, foreign)) each = unicode::without_marks(each);
    return words;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (c != '.' && c != ' ') letters.push_back(unicode::ascii_lower(c));
    return letters;
}

}  // namespace

bool is_place(EntityType type) {
    return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac;
}

Spelling make_spelling(std::string_view text, EntityType type, const SmallWords& small) {
    Spelling spelling{.type = type};
    for (const char c : text) {
        const bool space = unicode::is_ascii_space(c);
        if (space && (spelling.text.empty() || spelling.text.back() == ' ')) continue;
        spelling.text.push_back(space ? ' ' : c);
    }
    spelling.words = folded_words(spelling.text);
    std::vector<std::string>& words = spelling.words;
    for (const std::string& each : words) spelling.initials.push_back(each.front());
    while (words.size() > 1 && is_suffix(words.back(), type, small)) words.pop_back();
    if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
    if (type == EntityType::kPerson && words.size() > 2)
        words.erase(std::remove_if(words.begin() + 1, words.end() - 1, is_initial),
                    words.end() - 1);
    return spelling;
}

bool is_part_of_person(const Spelling& part, const Spelling& full) {
    const auto& some = part.words;
    const auto& all = full.words;
    // "J. H. Dearle" and "John Henry Dearle"
    if (some.size() > 1 && is_initial(some.front()))
        return some.back() == all.back() && some.front().front() == all.front().front() &&
               !is_initial(all.front());
    if (some.size() >= all.size()) return false;
    if (!some.empty() && std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end())
        return true;
    return some.size() > 1 && some.front() == all.front() && some.back() == all.back();
}

bool is_acronym_of(const Spelling& acronym, const Spelling& full, const SmallWords& small) {
    if (acronym.words.size() != 1 || full.words.size() < 2) return false;
    if (std::ranges::any_of(acronym.text, unicode::is_ascii_lower)) return false;
    const std::string letters = letters_of(acronym.text);
    if (letters.size() < 2) return false;
    if (letters == full.initials) return true;
    std::string with;
    std::string without;
    for (const std::string& word : full.words) {
        with.push_back(word.front());
        if (!small.is(kJoint, word)) without.push_back(word.front());
    }
    return letters == with || letters == without;
}

bool may_define(const Spelling& full, const Spelling& acronym) {
    if (acronym.words.size() != 1 || full.words.size() < 2) return false;
    const auto capitals = std::ranges::count_if(acronym.text, unicode::is_ascii_upper);
    if (capitals < 2) return false;
    const std::string letters = letters_of(acronym.text);
    // What goes on from a later word that begins so goes on from the first one, too.
    const auto first = std::ranges::find(full.words, letters.front(),
                                         [](const std::string& word) { return word.front(); });
    std::size_t next = 0;
    for (auto word = first; word != full.words.end(); ++word)
        for (const char c : *word) next += next < letters.size() && c == letters[next];
    return next == letters.size();
}

bool is_short_name_of(const Spelling& part, const Spelling& full) {
    const auto& some = part.words;
    const auto& all = full.words;
    if (some.size() >= all.size()) return false;
    if (std::equal(some.begin(), some.end(), all.begin())) return true;
    return std::equal(some.rbegin(), some.rend(), all.rbegin());
}

bool is_short_place_of(const Spelling& part, const Spelling& full, const SmallWords& small) {
    const auto& some = part.words;
    const auto& all = full.words;
    if (some.size() >= all.size()) return false;
    if (std::equal(some.begin(), some.end(), all.begin()))
        return some.size() + 1 == all.size() && small.is(kSettlement, all.back());
    // "Heathrow Airport" of "London Heathrow Airport"
    if (some.size() > 1 && std::equal(some.rbegin(), some.rend(), all.rbegin())) return true;
    return some.size() + 2 <= all.size() && all[all.size() - some.size() - 1] == "of" &&
           small.is(kSettlement, all[all.size() - some.size() - 2]) &&
           std::equal(some.rbegin(), some.rend(), all.rbegin());
}

}  // namespace lede::entities

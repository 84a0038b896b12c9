// CopyMaker: copies of a text as other sites print them, by a fixed generator.
//
//   CopyMaker maker(words_of(another_text), 7);
//   maker.edited(words, 0.15)      15 % of the words replaced, dropped or pushed in, a third each
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::test {

using Words = std::vector<std::string>;

// What stands between white space; a line break is a word of its own.
inline Words words_of(std::string_view text) {
    Words words(1);
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n') {
            words.back() += c;
            continue;
        }
        if (!words.back().empty()) words.emplace_back();
        if (c == '\n') words.insert(words.end() - 1, "\n");
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

inline std::string text_of(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += word + (word == "\n" ? "" : " ");
    return text;
}

class CopyMaker {
  public:
    // Words that are put in come from `pool`. Requires: it has some.
    CopyMaker(Words pool, std::uint32_t seed) : pool_(std::move(pool)), random_(seed) {}

    double uniform() { return uniform_(random_); }
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(uniform() * static_cast<double>(count));
    }

    Words edited(const Words& words, double share) {
        Words all;
        for (const std::string& old : words) {
            if (uniform() >= share) {
                all.push_back(old);
                continue;
            }
            const double kind = uniform();
            if (kind < 1.0 / 3) continue;
            all.push_back(pool_[below(pool_.size())]);
            if (kind > 2.0 / 3) all.push_back(old);
        }
        return all;
    }

    // A run of the pool: what a site adds to all that it prints.
    Words added(std::size_t words) {
        const std::size_t begin = below(pool_.size() - words);
        return {pool_.begin() + static_cast<std::ptrdiff_t>(begin),
                pool_.begin() + static_cast<std::ptrdiff_t>(begin + words)};
    }

  private:
    Words pool_;
    std::mt19937 random_;
    std::uniform_real_distribution<double> uniform_{0, 1};
};

}  // namespace lede::test

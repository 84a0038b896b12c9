// WordFilter: whether a word may be one of a short list, in a few instructions.
//
//   filter.add("cannot");
//   filter.may_hold("cannot")   -> true        filter.may_hold("talks")   -> false
//   filter.may_hold("CANNOT")   -> true        whatever the case of ASCII letters
//
// It knows the length, the first and last letter, and the two letters next to these of each word:
// "no" is sure, "yes" is to be looked up. Most words of a text get "no" from one load.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lede::tokens {

class WordFilter {
  public:
    static constexpr std::size_t kLongest = 15;

    // Requires: 2 to kLongest bytes.
    void add(std::string_view word) {
        ends_[pair(word.front(), word.back())] |= static_cast<std::uint16_t>(1U << word.size());
        inner_[inner(word)] |= 1U << fold(word[word.size() - 2]);
    }

    bool may_hold(std::string_view word) const {
        if (word.size() - 2 > kLongest - 2) return false;  // also if it is shorter than 2
        if (!(ends_[pair(word.front(), word.back())] >> word.size() & 1U)) return false;
        return inner_[inner(word)] >> fold(word[word.size() - 2]) & 1U;
    }

  private:
    static unsigned fold(char c) { return static_cast<unsigned char>(c) & 31U; }
    static std::size_t pair(char a, char b) { return std::size_t{fold(a)} * 32 + fold(b); }
    static std::size_t inner(std::string_view word) {
        return std::size_t{fold(word[1])} * 16 + word.size();
    }

    std::array<std::uint16_t, 1024> ends_{};  // by first and last letter, a bit for each length
    std::array<std::uint32_t, 512> inner_{};  // by second letter and length, a bit for each last
                                              // but one
};

}  // namespace lede::tokens

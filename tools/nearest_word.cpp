#include "nearest_word.h"

#include <algorithm>
#include <cstddef>

namespace lede::tools {
namespace {

// Words longer than any of ours are not compared.
constexpr std::size_t kLongestWord = 32;

// How many letters have to be put in, left out, changed or swapped with their neighbour: the
// optimal string alignment distance.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> two_up, up, row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        two_up = up;
        up = row;
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = up[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({change, up[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], two_up[j - 2] + 1);
        }
    }
    return row[b.size()];
}

}  // namespace

std::string guess_of(std::string_view word, const std::vector<std::string>& known) {
    if (word.size() > kLongestWord) return "";
    std::size_t least = word.size() < 6 ? 2 : 3;  // one letter of a short word, two of a longer one
    std::string_view best;
    for (const std::string& each : known) {
        const std::size_t changes = distance(word, each);
        if (changes >= least) continue;
        least = changes;
        best = each;
    }
    return best.empty() ? "" : "; did you mean " + std::string(best) + "?";
}

}  // namespace lede::tools

#include "citations/user_laws.h"

#include <fstream>
#include <stdexcept>

namespace lede::citations {

std::vector<UserLaw> read_user_laws(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error(path + ": cannot be read");
    std::vector<UserLaw> laws;
    std::string line;
    for (unsigned number = 1; std::getline(stream, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == '\t')
                cells.emplace_back();
            else
                cells.back().push_back(c);
        }
        cells.resize(5);
        if (cells[0].empty() || cells[2].empty())
            throw std::runtime_error(path + ":" + std::to_string(number) +
                                     ": a law needs a name and an id (name, aliases, id, url, "
                                     "pattern, separated by tabs)");
        laws.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
    }
    return laws;
}

}  // namespace lede::citations

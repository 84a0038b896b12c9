#include "name_list.h"

#include <algorithm>

#include "options.h"

namespace lede::tools {

std::vector<std::string> split_list(const std::string& option, const std::string& list) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        if (comma == at) throw UsageError{option + ": \"" + list + "\" is not NAME,NAME,…"};
        names.push_back(list.substr(at, comma - at));
        at = comma + 1;
    }
    return names;
}

}  // namespace lede::tools

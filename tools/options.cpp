#include "options.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lede::tools {

std::string_view long_name(const Option& option) {
    const std::string_view names = option.names;
    const std::size_t at = names.find("--");
    return at == std::string_view::npos ? names : names.substr(at);
}

std::vector<std::string> all_names(const Option& option) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < option.names.size();) {
        const std::size_t comma = std::min(option.names.find(',', at), option.names.size());
        names.push_back(option.names.substr(at, comma - at));
        at = comma + 1;
    }
    return names;
}

std::vector<Theme> shown_themes(const Command& command) {
    std::vector<Theme> themes;
    for (const Option& option : command.options) {
        if (option.theme == kHiddenTheme) continue;
        auto theme = std::find_if(themes.begin(), themes.end(),
                                  [&](const Theme& other) { return other.name == option.theme; });
        if (theme == themes.end()) theme = themes.insert(themes.end(), Theme{option.theme, {}});
        theme->options.push_back(&option);
    }
    return themes;
}

void add_options(std::vector<Option>& options, std::vector<Option> more) {
    std::move(more.begin(), more.end(), std::back_inserter(options));
}

}  // namespace lede::tools

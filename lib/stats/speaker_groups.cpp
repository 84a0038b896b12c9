#include "stats/speaker_groups.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::stats {

Result<SpeakerGroups> SpeakerGroups::parse(std::string_view table, const std::string& source) {
    SpeakerGroups groups;
    std::uint64_t number = 0;
    while (!table.empty()) {
        ++number;
        const std::size_t end = std::min(table.find('\n'), table.size());
        std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == 0 || tab == std::string_view::npos || tab + 1 == line.size())
            return Error{source, number, 0, "is not a speaker, a tab and a group"};
        groups.groups_.insert_or_assign(unicode::fold(line.substr(0, tab)),
                                        std::string(line.substr(tab + 1)));
    }
    return groups;
}

std::string_view SpeakerGroups::group_of(std::string_view speaker) const {
    const auto found = groups_.find(unicode::fold(speaker));
    return found == groups_.end() ? "(other)" : std::string_view(found->second);
}

}  // namespace lede::stats

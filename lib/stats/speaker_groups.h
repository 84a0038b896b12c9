// SpeakerGroups: speakers whose quotations are counted together: parties, governments, sides.
//
//   Carla Whitcombe <tab> Senate
//   Tomasz Hale     <tab> water firms        ->  group_of("tomasz hale") is "water firms"
//
// Names are those of the record (`speaker.name`), in any case. It guesses nothing.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "model/result.h"

namespace lede::stats {

class SpeakerGroups {
  public:
    // Lines of a name, a tab and a group; blank lines and those that begin with "#" say nothing.
    // An Error names `source` and the line without a tab or with an empty side.
    static Result<SpeakerGroups> parse(std::string_view table, const std::string& source);

    // "(other)" for a speaker of no group.
    std::string_view group_of(std::string_view speaker) const;

  private:
    std::unordered_map<std::string, std::string> groups_;  // by folded name
};

}  // namespace lede::stats

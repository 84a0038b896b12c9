// UserLaws: laws that the user adds with --laws FILE.tsv.
//
//   # name<TAB>aliases<TAB>id<TAB>url<TAB>pattern
//   Metro Transit Code<TAB>MTC|Transit Code<TAB>/x/metro/code<TAB>https://…<TAB>MTC \d+
//
// aliases are separated by "|"; url and pattern may be missing. A pattern is a RE2 expression for
// references that no name covers; what it finds has the law's identifier.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lede::citations {

struct UserLaw {
    std::string name;
    std::string aliases;
    std::string id;
    std::string url;
    std::string pattern;
};

// Throws std::runtime_error with file, line and what to mend.
std::vector<UserLaw> read_user_laws(const std::string& path);

}  // namespace lede::citations

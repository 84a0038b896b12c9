// BratFolder: a folder that the brat server opens as it is: NAME.txt and NAME.ann for each article,
// and annotation.conf, which names the types.
//
//   BratFolder folder("brat/", lexicon);
//   folder.write(part);                      a part that BratWriter made
//
// Names come from the articles' ids and never lead out of the folder: "../a.txt" becomes "a.txt".
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "writing/part_sink.h"

namespace lede::writing {

class BratFolder : public PartSink {
  public:
    // The lexicon is borrowed. Throws OutputError.
    BratFolder(const std::string& path, const Lexicon& lexicon);

    void write(std::string_view part) override;
    void finish() override;

  private:
    std::string path_;  // ends in a slash
    const Lexicon& lexicon_;
    std::set<std::string> taken_;  // names without endings
};

// A file name for an article: letters, digits, hyphens, periods and underscores of its id, at most
// 100 bytes, not empty, without a period in front. Different ids may give the same name.
std::string file_name_for(std::string_view id);

}  // namespace lede::writing

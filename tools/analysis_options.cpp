#include "analysis_options.h"

namespace lede::tools {

std::vector<Option> analysis_options(AnalysisOptions& o) {
    const std::string theme = "Analysis";
    return {
        {"--data", "DIR", "files below DIR replace the built-in tables of the same name", theme,
         &o.data},
    };
}

Lexicon open_lexicon(const AnalysisOptions& options) {
    return options.data.empty() ? Lexicon() : Lexicon(options.data);
}

}  // namespace lede::tools

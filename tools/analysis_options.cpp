#include "analysis_options.h"

#include "sizes.h"

namespace lede::tools {

std::vector<Option> analysis_options(AnalysisOptions& o) {
    const std::string theme = "Analysis";
    return {
        {"--data", "DIR", "files below DIR replace the built-in tables of the same name", theme,
         &o.data},
        {"--min-confidence", "SHARE", "leave out names of which the model is less sure: 0 to 1",
         theme, Setter([&o](const std::string& text) {
             o.annotator.min_confidence = static_cast<float>(parse_share("--min-confidence", text));
         })},
        {"--language",
         "LANGUAGE",
         "en (default): articles in other languages get no annotations; any: all are taken for "
         "English",
         theme,
         Setter(
             [&o](const std::string& language) { o.annotator.any_language = language == "any"; }),
         {"en", "any"}},
    };
}

Lexicon open_lexicon(const AnalysisOptions& options) {
    return options.data.empty() ? Lexicon() : Lexicon(options.data);
}

}  // namespace lede::tools

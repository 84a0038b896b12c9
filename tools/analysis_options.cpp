#include "analysis_options.h"

#include <fstream>
#include <iterator>

#include "sizes.h"

namespace lede::tools {
namespace {

void set_prefer(dates::DateOptions& options, const std::string& name) {
    using dates::Prefer;
    options.prefer = name == "past"      ? Prefer::kPast
                     : name == "future"  ? Prefer::kFuture
                     : name == "nearest" ? Prefer::kNearest
                                         : Prefer::kTense;
}

void set_anchor(dates::DateOptions& options, const std::string& name) {
    using dates::AnchorMode;
    options.anchor = name == "dct"         ? AnchorMode::kDct
                     : name == "narrative" ? AnchorMode::kNarrative
                                           : AnchorMode::kAuto;
}

std::string read_list(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw UsageError{"--names: cannot read " + path};
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<Option> analysis_options(AnalysisOptions& o) {
    const std::string theme = "Analysis";
    return {
        {"--data", "DIR", "files below DIR replace the built-in tables of the same name", theme,
         &o.data},
        {"--laws", "FILE", "also find the laws of this table: name, aliases, id, url, pattern",
         theme, &o.annotator.citations.law_files},
        {"--id-style",
         "STYLE",
         "write identifiers of laws as USLM paths (default), Akoma Ntoso or URN:LEX",
         theme,
         Setter([&o](const std::string& style) {
             using citations::IdStyle;
             o.annotator.citations.id_style = style == "akn"      ? IdStyle::kAkn
                                              : style == "urnlex" ? IdStyle::kUrnLex
                                                                  : IdStyle::kUslm;
         }),
         {"uslm", "akn", "urnlex"}},
        {"--min-confidence", "SHARE", "leave out names of which the model is less sure: 0 to 1",
         theme, Setter([&o](const std::string& text) {
             o.annotator.entities.min_confidence =
                 static_cast<float>(parse_share("--min-confidence", text));
         })},
        {"--language",
         "LANGUAGE",
         "en (default): articles in other languages get no annotations; any: all are taken for "
         "English",
         theme,
         Setter(
             [&o](const std::string& language) { o.annotator.any_language = language == "any"; }),
         {"en", "any"}},
        {"--prefer",
         "READING",
         "how to read a bare \"Monday\" or \"June\": tense (default: as the verb says), past, "
         "future (as an assistant does), nearest",
         theme,
         Setter([&o](const std::string& name) { set_prefer(o.annotator.dates, name); }),
         {"tense", "past", "future", "nearest"}},
        {"--anchor",
         "MODE",
         "what partial dates count from: auto (default), dct (the publication date), narrative "
         "(the date mentioned last)",
         theme,
         Setter([&o](const std::string& name) { set_anchor(o.annotator.dates, name); }),
         {"auto", "dct", "narrative"}},
        {"--date-order",
         "ORDER",
         "how to read 03/04/19: mdy (default) or dmy",
         theme,
         Setter([&o](const std::string& name) {
             o.annotator.dates.order =
                 name == "dmy" ? dates::DateOrder::kDayFirst : dates::DateOrder::kMonthFirst;
         }),
         {"mdy", "dmy"}},
        {"--names", "FILE", "find the names of FILE too: alias, name, type, link by tabs", theme,
         Setter([&o](const std::string& path) {
             o.annotator.entities.names = read_list(path);
             o.annotator.entities.names_source = path;
         })},
    };
}

Lexicon open_lexicon(const AnalysisOptions& options) {
    return options.data.empty() ? Lexicon() : Lexicon(options.data);
}

}  // namespace lede::tools

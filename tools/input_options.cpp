#include "input_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "sizes.h"

namespace lede::tools {
namespace {

// In the order of reading::Format.
constexpr std::array<std::string_view, 11> kFormatNames = {
    "auto", "text", "lines", "html", "jsonl", "csv", "vrt", "warc", "lede", "office", "mail"};

std::vector<std::string> format_names() { return {kFormatNames.begin(), kFormatNames.end()}; }

reading::Format parse_format(const std::string& name) {
    const auto found = std::find(kFormatNames.begin(), kFormatNames.end(), name);
    return static_cast<reading::Format>(found - kFormatNames.begin());
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

// "desk=Asia" as a pair, added to `pairs`.
void add_pair(const std::string& option, const std::string& pair, Pairs& pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == std::string::npos)
        throw UsageError{option + ": \"" + pair + "\" is not KEY=VALUE"};
    pairs.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
}

// "text=body,published=day" as pairs, added to `pairs`.
void add_pairs(const std::string& option, const std::string& list, Pairs& pairs) {
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        add_pair(option, list.substr(at, comma - at), pairs);
        at = comma + 1;
    }
}

reading::MetaKey meta_key(const std::string& name) {
    if (name == "path") return reading::MetaKey::kPath;
    return name == "url" ? reading::MetaKey::kUrl : reading::MetaKey::kId;
}

reading::BoilerplatePolicy boilerplate(const std::string& name) {
    if (name == "keep") return reading::BoilerplatePolicy::kKeep;
    return name == "drop" ? reading::BoilerplatePolicy::kDrop : reading::BoilerplatePolicy::kMark;
}

// "3/16": the third of sixteen.
reading::ShareOptions parse_shard(const std::string& text) {
    const std::size_t slash = text.find('/');
    const std::string wrong = "--shard: \"" + text + "\" is not I/N with I from 1 to N";
    if (slash == std::string::npos) throw UsageError{wrong};
    const auto number = [&](const std::string& digits) {
        if (digits.empty() || digits.size() > 9 ||
            digits.find_first_not_of("0123456789") != std::string::npos)
            throw UsageError{wrong};
        return std::stoull(digits);
    };
    const reading::ShareOptions share{number(text.substr(0, slash)),
                                      number(text.substr(slash + 1))};
    if (share.number == 0 || share.number > share.of) throw UsageError{wrong};
    return share;
}

}  // namespace

std::vector<Option> input_options(InputOptions& o) {
    const std::string theme = "Input";
    return {
        {"--input", "FORMAT",
         "what the input is: auto (default), text, lines (one article each), html, jsonl, csv, "
         "vrt, warc, lede (our own records), office (DOCX, ODT), mail",
         theme, Setter([&o](const std::string& name) { o.source.format = parse_format(name); }),
         format_names(), true},
        {"-p,--published",
         "DATE",
         "publication date of articles that carry none: 2019-02-20",
         theme,
         &o.parse.published,
         {},
         true},
        {"--map", "PART=FIELD,...",
         "fields of JSON input that hold id, text, published, title and the like", theme,
         Setter([&o](const std::string& pairs) { add_pairs("--map", pairs, o.parse.map); })},
        {"--set", "KEY=VALUE", "give every article this part or meta field; may be repeated", theme,
         Setter([&o](const std::string& pair) { add_pair("--set", pair, o.parse.added.set); })},
        {"--meta", "FILE.csv", "join a table of further fields, CSV or TSV with a header", theme,
         &o.parse.added.meta_file},
        {"--meta-key",
         "KEY",
         "what the rows of --meta are found by: id (default), path, url",
         theme,
         Setter([&o](const std::string& key) { o.parse.added.meta_key = meta_key(key); }),
         {"id", "path", "url"}},
        {"--path-fields", "PATTERN",
         "read fields from the folders of a file: publication/%Y/%m/%d, * for any", theme,
         &o.parse.added.path_fields},
        {"--boilerplate",
         "POLICY",
         "menus, appeals and footers: mark (default: written but not annotated), keep (annotated, "
         "too), drop (left out of the text)",
         theme,
         Setter([&o](const std::string& policy) { o.parse.boilerplate = boilerplate(policy); }),
         {"mark", "keep", "drop"}},
        {"--files0-from", "FILE", "also read the files named in FILE, each name ending in NUL",
         theme, &o.files0_from},
        {"--include", "GLOB", "below directories, read only files that match GLOB", theme,
         &o.source.include},
        {"--exclude", "GLOB", "below directories, leave out files that match GLOB", theme,
         &o.source.exclude},
        {"--shard", "I/N",
         "read only the I-th of N equal shares of the input, for N machines; their outputs one "
         "behind the other are that of one run",
         theme, Setter([&o](const std::string& text) { o.source.share = parse_shard(text); })},
        {"--unique",
         "WHICH",
         "of articles that are copies of each other read only one: first, longest (see "
         "lede-stats duplicates --help)",
         theme,
         &o.unique,
         {"first", "longest"}},
        {"--max-article", "SIZE", "refuse articles above SIZE (default 16M)", theme,
         Setter([&o](const std::string& size) {
             o.source.max_article = parse_size("--max-article", size);
         })},
    };
}

std::vector<std::string> input_paths(const InputOptions& options) {
    std::vector<std::string> paths = options.paths;
    if (!options.files0_from.empty()) {
        const auto listed = reading::read_files0(options.files0_from);
        if (!listed)
            throw UsageError{"--files0-from: " + listed.error().source + ": " +
                             listed.error().what};
        paths.insert(paths.end(), listed.value().begin(), listed.value().end());
        if (paths.empty()) return paths;
    }
    if (paths.empty()) paths.emplace_back("-");
    if (options.source.share.of > 1 && std::ranges::find(paths, "-") != paths.end())
        throw UsageError{"--shard needs files: standard input cannot be shared"};
    return paths;
}

reading::ParseOptions parse_options(const InputOptions& options, const Lexicon& lexicon) {
    reading::ParseOptions parse = options.parse;
    parse.lexicon = lexicon;
    parse.max_article = options.source.max_article;
    return parse;
}

}  // namespace lede::tools

// What CitationFinder finds: the marked cases of tests/citations/cases, one file per family.
#include "citations/citation_finder.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "support/marked_text.h"

using namespace lede;

namespace {

struct Case {
    std::string family;
    std::string published;
    std::string marked;
};

// One case per paragraph; "# family NAME" and "# published DATE" hold for the cases below them.
std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::vector<Case> cases;
    std::string family = path.stem().string();
    std::string published;
    std::string line;
    std::string text;
    const auto finish = [&] {
        if (!text.empty()) cases.push_back({family, published, text});
        text.clear();
    };
    std::ifstream stream(path);
    while (std::getline(stream, line)) {
        if (line.starts_with("# published ")) {
            finish();
            published = line.substr(12);
        } else if (line.empty() || line[0] == '#') {
            finish();
        } else {
            text += (text.empty() ? "" : "\n") + line;
        }
    }
    finish();
    return cases;
}

std::string found_in(const citations::CitationFinder& finder, const Case& one) {
    Document document;
    document.article.text = test::parse_marked(one.marked).text;
    document.article.published = one.published;
    std::vector<test::MarkedSpan> spans;
    for (const Citation& citation : finder.find(document)) {
        std::string label = citation.id;
        if (!citation.id_end.empty()) label += " .. " + citation.id_end;
        if (citation.kind == CitationKind::kDescribed || label.empty())
            label = std::string(name_of(citation.kind));
        for (const std::string& candidate : citation.candidates) label += " " + candidate;
        for (const auto& [key, value] : citation.fields)
            if (citation.id.empty()) label += " " + key + "=" + value;
        spans.push_back({citation.place.span, label});
    }
    return test::write_marked(document.article.text, std::move(spans));
}

}  // namespace

TEST_CASE("citations of every family are found where they stand, with their identifiers") {
    const citations::CitationFinder finder(Lexicon(), {});
    const std::filesystem::path root =
        std::filesystem::path(LEDE_SOURCE_DIR) / "tests/citations/cases";
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(root)) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    std::map<std::string, std::pair<unsigned, unsigned>> by_family;  // right, all
    for (const auto& file : files) {
        for (const Case& one : read_cases(file)) {
            const std::string found = found_in(finder, one);
            auto& [right, all] = by_family[one.family];
            ++all;
            right += found == one.marked;
            INFO(one.family);
            CHECK(found == one.marked);
        }
    }
    for (const auto& [family, counts] : by_family)
        WARN(family << ": " << counts.first << " of " << counts.second << " cases right");
}

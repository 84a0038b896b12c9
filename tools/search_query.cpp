#include "search_query.h"

#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <utility>

#include "message.h"
#include "search/cql_parser.h"

namespace lede::tools {
namespace {

std::vector<std::string> read_lines(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw UsageError{"--query-file: " + path + ": cannot be read"};
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

[[noreturn]] void refuse(const std::string& text, const search::QueryError& error) {
    throw UsageError{"bad query", search::show_error(text, error) + "\n"};
}

search::Query parse_pattern(const std::string& text, const SearchOptions& options) {
    auto parsed = search::parse_cql(text);
    if (const auto* error = std::get_if<search::QueryError>(&parsed)) refuse(text, *error);
    auto pattern =
        std::make_shared<search::PatternQuery>(std::get<search::PatternQuery>(std::move(parsed)));
    // Regexes and labels are looked at here, where the text is at hand to point into.
    auto compiled = search::PatternSearch::compile(*pattern);
    if (const auto* error = std::get_if<search::QueryError>(&compiled)) refuse(text, *error);
    search::Query query{.strategy = options.strategy};
    query.root.children.push_back(
        {.kind = search::NodeKind::kPattern, .pattern = std::move(pattern)});
    return query;
}

search::Query parse_query(const std::string& text, const SearchOptions& options) {
    if (options.fixed) return search::fixed_query(text, options.parse);
    const bool is_cql = options.syntax == QuerySyntax::kCql ||
                        (options.syntax == QuerySyntax::kByLooks && search::looks_like_cql(text));
    if (is_cql) return parse_pattern(text, options);
    auto parsed = search::parse_bag(text, options.parse);
    if (const auto* error = std::get_if<search::QueryError>(&parsed)) refuse(text, *error);
    return std::get<search::Query>(std::move(parsed));
}

}  // namespace

std::vector<std::string> take_query_texts(SearchOptions& options) {
    std::vector<std::string> texts = options.queries;
    for (const std::string& file : options.query_files)
        for (std::string& line : read_lines(file)) texts.push_back(std::move(line));
    if (texts.empty()) {
        if (!options.query_files.empty()) throw UsageError{"--query-file: no query in it"};
        if (options.operands.empty()) throw UsageError{"a query is missing"};
        texts.push_back(options.operands.front());
        options.operands.erase(options.operands.begin());
    }
    return texts;
}

search::Query take_query(SearchOptions& options) {
    const std::vector<std::string> texts = take_query_texts(options);
    search::Query query = parse_query(texts.front(), options);
    if (texts.size() == 1) return query;
    search::Node any{.kind = search::NodeKind::kOr};
    for (const std::string& text : texts) {
        search::Query one = parse_query(text, options);
        if (one.unit != query.unit)
            throw UsageError{"queries that are given together must have the same \"within\""};
        any.children.push_back(std::move(one.root));
    }
    query.root = std::move(any);
    return query;
}

search::Matcher compile_query(search::Query query, const SearchOptions& options) {
    if (options.whole_words) search::match_whole_words(query.root);
    auto compiled = search::Matcher::compile(std::move(query));
    if (const auto* error = std::get_if<search::QueryError>(&compiled))
        throw UsageError{
            fmt::format("bad query, at character {}: {}", error->position + 1, error->what)};
    return std::get<search::Matcher>(std::move(compiled));
}

std::vector<search::PatternSearch> patterns_of(const search::Query& query) {
    std::vector<const search::Node*> nodes{&query.root};
    std::vector<search::PatternSearch> patterns;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const search::Node& node = *nodes[i];
        const bool is_single = node.kind == search::NodeKind::kAnd && node.children.size() == 1;
        if (node.kind == search::NodeKind::kPattern) {
            auto compiled = search::PatternSearch::compile(*node.pattern);
            patterns.push_back(std::get<search::PatternSearch>(std::move(compiled)));
        } else if (is_single || node.kind == search::NodeKind::kOr) {
            for (const search::Node& child : node.children) nodes.push_back(&child);
        } else {
            return {};
        }
    }
    return patterns;
}

}  // namespace lede::tools

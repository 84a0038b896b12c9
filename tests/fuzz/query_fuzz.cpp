// Any bytes as a query: it is refused with a place inside the query, or compiles and is asked.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "search/literal_gate.h"
#include "search/matcher.h"
#include "search/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto parsed = search::parse_bag(text, {});
    if (const auto* error = std::get_if<search::QueryError>(&parsed)) {
        if (error->position > text.size() || error->what.empty()) std::abort();
        (void)search::show_error(text, *error);
        return 0;
    }
    Document document;
    document.article.text = "Kim met Trump in Hanoi on Feb. 27, 2019; “no deal,” he said.";
    document.sentences.push_back({.span = make_span(0, document.text().size())});
    const search::LiteralGate gate(std::get<search::Query>(parsed));
    auto matcher = search::Matcher::compile(std::get<search::Query>(std::move(parsed)));
    if (auto* compiled = std::get_if<search::Matcher>(&matcher))
        for (const search::Hit& hit : compiled->hits(document))
            if (hit.span.end > document.text().size()) std::abort();
    (void)gate.may_match(document.text());
    return 0;
}

// Any bytes as a CQL query: it is refused with a place inside the query, or compiles and is asked
// of a few tokens with nested regions. Hits lie inside the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "search/cql_parser.h"
#include "search/pattern_search.h"
#include "search/vrt_table.h"

namespace {

constexpr std::string_view kText =
    "<text id=\"a\" date=\"2018-06-12\">\n<s>\nKim\nmet\n<entity "
    "type=\"PERSON\">\nTrump\n</entity>\n"
    "and\nTrump\n.\n</s>\n<s>\n<quote speaker=\"Trump\">\nNo\n<quote>\ndeal\n</quote>\n</quote>\n"
    ",\nhe\nsaid\n.\n</s>\n</text>\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::search;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)looks_like_cql(text);
    auto parsed = parse_cql(text);
    if (const auto* error = std::get_if<QueryError>(&parsed)) {
        if (error->position > text.size() || error->what.empty()) std::abort();
        return 0;
    }
    auto compiled = PatternSearch::compile(std::get<PatternQuery>(parsed));
    if (const auto* error = std::get_if<QueryError>(&compiled)) {
        if (error->position > text.size() || error->what.empty()) std::abort();
        return 0;
    }
    TokenTableBuilder builder(vrt_attributes({"word"}));
    add_vrt(kText, {"word"}, builder);
    const TokenTable& table = builder.finish();
    for (const Strategy strategy :
         {Strategy::kStandard, Strategy::kLongest, Strategy::kShortest, Strategy::kAll})
        try {
            for (const TokenHit& hit : std::get<PatternSearch>(compiled).find(table, strategy))
                if (hit.begin >= hit.end || hit.end > table.size) std::abort();
        } catch (const std::runtime_error&) {
            return 0;  // an attribute that the tokens do not have; too many places for labels
        }
    return 0;
}

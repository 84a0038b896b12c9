// Any bytes as a table of --data: refused with a message, or compiled and read back whole.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "lexicon/pack.h"
#include "lexicon/phrase_index.h"
#include "lexicon/table.h"
#include "lexicon/table_compiler.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    const std::string_view tsv(reinterpret_cast<const char*>(data), size);
    try {
        const lexicon::ParsedTable parsed = lexicon::parse_table("fuzz.tsv", tsv);
        const std::string bytes = lexicon::compile_table(parsed);
        const lexicon::Table table(bytes);
        if (table.rows() != parsed.rows.size()) std::abort();
        for (std::uint32_t row = 0; row < table.rows(); ++row)
            for (std::uint32_t column = 0; column < table.columns(); ++column)
                if (table.cell(row, column) != parsed.rows[row][column]) std::abort();
        if (parsed.phrase_column.empty()) return 0;
        const std::string phrases = lexicon::compile_phrases(parsed);
        for (const lexicon::PhraseMatch& match : lexicon::PhraseIndex(phrases).find(tsv))
            if (match.row >= parsed.rows.size()) std::abort();
    } catch (const std::runtime_error&) {
        // The message of a table that people got wrong.
    }
    return 0;
}

// From a TSV file as people edit it to the bytes that `Table` and `PhraseIndex` read in place.
//
//   # Abbreviations that end in a period.        free text
//   # source: our own list, 2026-11-23           required
//   # licence: Apache-2.0                        required
//   # rebuild: by hand                           required
//   # columns: abbreviation kind                 required, names without blanks
//   # key: abbreviation                          required, rows are sorted by it, bytewise
//   # phrases: abbreviation exact                optional: also compile a phrase index over this
//   Sen.<TAB>title                               column ("fold": case-folded; "exact")
//
// A key may name several columns ("# key: name kind"); rows with equal keys are refused, as are a
// wrong number of columns, blanks at the ends of a cell, and bytes that are not UTF-8. In a cell
// `|` separates alternatives where the column's reader says so; the compiler does not look inside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lede::lexicon {

// A parsed table. Views borrow from the TSV text.
struct ParsedTable {
    std::vector<std::string_view> columns;
    std::vector<std::string_view> key;
    std::string_view phrase_column;  // empty: no phrase index
    bool fold_phrases = false;
    std::vector<std::vector<std::string_view>> rows;
};

// Throws std::runtime_error with `name`, the line number and what to mend.
ParsedTable parse_table(std::string_view name, std::string_view tsv);

// The bytes for `Table`.
std::string compile_table(const ParsedTable& table);

}  // namespace lede::lexicon

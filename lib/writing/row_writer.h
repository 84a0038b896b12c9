// RowWriter: rows of a table, as TSV or CSV.
//
//   RowWriter row(out, Dialect::kTsv);
//   row.text("Kim said\nno"); row.number(7); row.end();     Kim said no TAB 7 LF
//
// TSV never quotes: white space in a cell collapses to single blanks and control characters are
// removed, so that every row is one line and every tab a border. CSV is RFC 4180: cells with a
// comma, quote or line break are quoted, rows end in CR LF; control characters other than line
// breaks and tabs are removed, because readers choke on them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::writing {

enum class Dialect : std::uint8_t { kTsv, kCsv };

class RowWriter {
  public:
    // `out` is borrowed and appended to.
    RowWriter(std::string& out, Dialect dialect) : out_(out), dialect_(dialect) {}

    // Requires: valid UTF-8.
    void text(std::string_view cell);
    void number(std::uint64_t cell);
    // "true" or "false", which R, pandas and DuckDB take for truth values.
    void boolean(bool cell) { text(cell ? "true" : "false"); }
    void empty() { separate(); }
    void end();

  private:
    void separate();

    std::string& out_;
    Dialect dialect_;
    bool first_ = true;
};

// The text with runs of white space as single blanks, none at the ends, and no control characters.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace lede::writing

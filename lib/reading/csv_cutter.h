// CsvCutter: the rows of a table with a header row (RFC 4180; commas, tabs, semicolons or bars).
//
//   id,text\r\n1,"Kim said ""no"".\nShe left."\r\n   ->  row 2: columns {"id", "text"}, its bytes
//
// A record's number is the number of its row below the header, from 1. A line "sep=;" above the
// header names the separator; rows may end with a bare carriage return where no line feed is used.
// A quote that opens a cell and is never closed stands for itself; a cell over the limit makes a
// row over the limit. Inside a quoted cell \" is a quote like "". Where tabs separate, a cell is
// quoted only if a tab or the row's end follows its closing quote: `"Yes" to cod` is as it stands.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/record_cutter.h"

namespace lede::reading {

class CsvCutter : public RecordCutter {
  public:
    CsvCutter(ByteWindow& window, CutterLimits limits)
        : window_(window), limits_(std::move(limits)) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    bool pass_quoted(std::size_t& at);
    bool take_row(std::string& row);
    void read_header();

    ByteWindow& window_;
    CutterLimits limits_;
    std::uint64_t row_ = 0;
    char separator_ = '\0';  // not known yet
    char row_end_ = '\n';
    std::shared_ptr<const std::vector<std::string>> columns_;
};

// The cells of one row, unquoted. A quote inside an unquoted cell stands for itself. Linear.
std::vector<std::string> split_csv_row(std::string_view row, char separator);

// The mark that separates the cells of a header row: the most frequent of , ; tab and |; a comma
// where there is none.
char guess_separator(std::string_view header);

}  // namespace lede::reading

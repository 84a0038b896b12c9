#include "lexicon/table_compiler.h"

#include <algorithm>
#include <stdexcept>

#include "lexicon/table_format.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::lexicon {
namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] != separator) continue;
        parts.push_back(line.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

void append_u32(std::string& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

class TableParser {
  public:
    TableParser(std::string_view name, std::string_view tsv) : name_(name), tsv_(tsv) {}

    ParsedTable parse() {
        if (!utf8::is_valid(tsv_)) fail("is not UTF-8");
        for (const std::string_view line : split(tsv_, '\n')) {
            ++line_number_;
            if (line.empty()) {
                if (line_number_ <= 1) fail("an empty first line");
            } else if (line.starts_with("#")) {
                read_head(line);
            } else {
                read_row(line);
            }
        }
        if (table_.columns.empty()) fail("no \"# columns:\" line");
        if (table_.key.empty()) fail("no \"# key:\" line");
        return std::move(table_);
    }

  private:
    [[noreturn]] void fail(std::string_view what) const {
        throw std::runtime_error(std::string(name_) + ":" + std::to_string(line_number_) + ": " +
                                 std::string(what));
    }

    void read_head(std::string_view line) {
        // What rows are is said once, before the first of them.
        const auto value_of = [&](std::string_view label, bool is_said) {
            if (!line.starts_with(label) || line.size() == label.size()) return std::string_view();
            if (is_said) fail("\"" + std::string(label.substr(0, label.size() - 1)) + "\" twice");
            if (!table_.rows.empty()) fail("a part of the head behind the first row");
            return line.substr(label.size());
        };
        if (const auto columns = value_of("# columns: ", !table_.columns.empty()); !columns.empty())
            table_.columns = split(columns, ' ');
        if (const auto key = value_of("# key: ", !table_.key.empty()); !key.empty())
            set_key(split(key, ' '));
        if (const auto phrases = value_of("# phrases: ", !table_.phrase_column.empty());
            !phrases.empty())
            set_phrases(split(phrases, ' '));
    }

    std::size_t column_of(std::string_view name) const {
        const auto at = std::find(table_.columns.begin(), table_.columns.end(), name);
        if (at == table_.columns.end()) fail("no column named " + std::string(name));
        return static_cast<std::size_t>(at - table_.columns.begin());
    }

    void set_key(std::vector<std::string_view> key) {
        table_.key = std::move(key);
        for (const std::string_view name : table_.key) key_columns_.push_back(column_of(name));
    }

    void set_phrases(const std::vector<std::string_view>& words) {
        if (words.size() != 2 || (words[1] != "fold" && words[1] != "exact"))
            fail("\"# phrases:\" wants a column and fold or exact");
        column_of(words[0]);
        table_.phrase_column = words[0];
        table_.fold_phrases = words[1] == "fold";
    }

    void read_row(std::string_view line) {
        std::vector<std::string_view> cells = split(line, '\t');
        if (cells.size() != table_.columns.size())
            fail("has " + std::to_string(cells.size()) + " cells, not " +
                 std::to_string(table_.columns.size()));
        for (const std::string_view cell : cells)
            if (!cell.empty() &&
                (unicode::is_ascii_space(cell.front()) || unicode::is_ascii_space(cell.back())))
                fail("blank at the end of a cell");
        if (!table_.rows.empty()) check_order(table_.rows.back(), cells);
        table_.rows.push_back(std::move(cells));
    }

    void check_order(const std::vector<std::string_view>& before,
                     const std::vector<std::string_view>& row) const {
        for (const std::size_t column : key_columns_) {
            if (before[column] < row[column]) return;
            if (before[column] > row[column]) fail("not sorted by the key (LC_ALL=C sort)");
        }
        fail("the same key twice");
    }

    std::string_view name_;
    std::string_view tsv_;
    std::size_t line_number_ = 0;
    std::vector<std::size_t> key_columns_;
    ParsedTable table_;
};

}  // namespace

ParsedTable parse_table(std::string_view name, std::string_view tsv) {
    return TableParser(name, tsv).parse();
}

std::string compile_table(const ParsedTable& table) {
    std::string offsets;
    std::string chars;
    const auto add = [&](std::string_view cell) {
        append_u32(offsets, chars.size());
        chars += cell;
    };
    for (const std::string_view name : table.columns) add(name);
    for (const auto& row : table.rows)
        for (const std::string_view cell : row) add(cell);
    append_u32(offsets, chars.size());

    std::string out(kTableMagic);
    append_u32(out, table.columns.size());
    append_u32(out, table.rows.size());
    append_u32(out, 0);
    return out + offsets + chars;
}

}  // namespace lede::lexicon

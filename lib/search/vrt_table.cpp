#include "search/vrt_table.h"

#include <algorithm>
#include <array>
#include <deque>

#include "model/token.h"
#include "reading/vrt_line.h"
#include "search/document_table.h"
#include "text/lower_case.h"
#include "text/unicode.h"

namespace lede::search {
namespace {

constexpr std::string_view kShapes[] = {"X", "Xx", "d", "p", "x"};
constexpr std::size_t kGuessedFrom = 500;  // tokens

template <typename Visit>
void each_line(std::string_view section, Visit&& visit) {
    for (std::size_t at = 0; at < section.size();) {
        const std::size_t end = std::min(section.find('\n', at), section.size());
        std::string_view line = section.substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty() && !visit(line)) return;
        at = end + 1;
    }
}

void cut_cells(std::string_view line, std::vector<std::string_view>& cells) {
    cells.clear();
    for (;;) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        cells.push_back(line.substr(0, tab));
        if (tab == line.size()) return;
        line.remove_prefix(tab + 1);
    }
}

std::vector<std::string> split_names(std::string_view text) {
    std::vector<std::string> names;
    std::string name;
    for (const char c : text) {
        const bool in_name = unicode::is_ascii_letter(c) || unicode::is_ascii_digit(c) || c == '_';
        if (in_name) {
            name += c;
        } else if (!name.empty()) {
            names.push_back(std::move(name));
            name.clear();
        }
        if (!in_name && c != ' ' && c != ',' && c != '\t') break;
    }
    return names;
}

// The names in a comment as corpora carry them, if this line is one.
std::vector<std::string> names_in_comment(std::string_view line) {
    if (!line.starts_with("<!--")) return {};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    const std::string head = lower_case(line.substr(0, colon));
    if (head.find("positional") == std::string::npos) return {};
    return split_names(line.substr(colon + 1));
}

// What the values of a column look like.
struct Looks {
    std::size_t tokens = 0, lower = 0, near_lower = 0, upos = 0, xpos = 0, shape = 0;

    void see(std::string_view word, std::string_view value) {
        const std::string lowered = lower_case(word);
        ++tokens;
        lower += value == lowered;
        near_lower += lower_case(value) == lowered;
        upos += std::ranges::find(kUposNames, value) != kUposNames.end();
        shape += std::ranges::find(kShapes, value) != std::end(kShapes);
        xpos += std::ranges::find(kXposNames, value) != kXposNames.end();
    }

    std::string name() const {
        if (tokens == 0) return "";
        if (upos == tokens) return "upos";
        if (shape == tokens) return "shape";
        if (lower == tokens) return "lower";
        if (xpos * 100 >= tokens * 95) return "xpos";
        if (near_lower * 100 >= tokens * 40) return "lemma";
        return "";
    }
};

std::vector<std::string> guess_names(const std::vector<Looks>& columns) {
    std::vector<std::string> names{"word"};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string name = columns[i].name();
        if (name.empty() || std::ranges::find(names, name) != names.end())
            name = "column" + std::to_string(i + 2);
        names.push_back(std::move(name));
    }
    return names;
}

class VrtTable {
  public:
    VrtTable(const std::vector<std::string>& columns, TokenTableBuilder& builder)
        : columns_(columns.size()), builder_(builder) {
        for (const std::string& name : builder.attributes()) {
            const auto column = std::ranges::find(columns, name);
            column_of_.push_back(static_cast<std::size_t>(column - columns.begin()));
        }
    }

    void line(std::string_view line) {
        if (reading::is_vrt_tag(line))
            tag(line);
        else
            token(line);
    }

    void finish() {
        while (!open_.empty()) close(open_.size() - 1);
    }

  private:
    struct Open {
        std::string name;
        std::uint32_t begin;
        AttributeValues attributes;
    };

    void tag(std::string_view line) {
        const std::string_view name = reading::vrt_tag_name(line);
        if (line[1] == '!' || line[1] == '?' || line.ends_with("/>")) return;
        if (!name.starts_with('/')) {
            open_.push_back({std::string(name), builder_.size(), reading::vrt_attributes(line)});
            return;
        }
        for (std::size_t i = open_.size(); i-- > 0;)
            if (open_[i].name == name.substr(1)) return close(i);
    }

    void close(std::size_t i) {
        builder_.add_region(open_[i].name, open_[i].begin, builder_.size(), open_[i].attributes);
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
    }

    void token(std::string_view line) {
        cut_cells(line, cells_);
        for (std::string_view& cell : cells_)
            if (cell.find('&') != std::string_view::npos)
                cell = unescaped_.emplace_back(reading::unescape_xml(cell));
        const std::string_view word = cells_[0];
        for (std::size_t k = 0; k < column_of_.size(); ++k) {
            const std::size_t column = column_of_[k];
            if (column < cells_.size())
                builder_.add(k, cells_[column]);
            else if (column < columns_)
                builder_.add(k, "");
            else if (builder_.attributes()[k] == "lower")
                builder_.add(k, lower_case(word));
            else
                builder_.add(k, shape_of(word));
        }
        builder_.end_token();
        unescaped_.clear();
    }

    std::size_t columns_;
    TokenTableBuilder& builder_;
    std::vector<std::size_t> column_of_;  // of each attribute; none: derived
    std::vector<Open> open_;
    std::vector<std::string_view> cells_;  // of the line at hand
    std::deque<std::string> unescaped_;    // those of them that had to be changed
};

}  // namespace

std::vector<std::string> vrt_columns(std::string_view section) {
    std::vector<std::string> names;
    std::vector<Looks> looks;
    std::vector<std::string_view> cells;
    std::size_t tokens = 0;
    each_line(section, [&](std::string_view line) {
        if (names.empty()) names = names_in_comment(line);
        if (reading::is_vrt_tag(line)) return names.empty();
        cut_cells(line, cells);
        if (looks.size() + 1 < cells.size()) looks.resize(cells.size() - 1);
        const std::string word = reading::unescape_xml(cells[0]);
        for (std::size_t i = 1; i < cells.size(); ++i)
            looks[i - 1].see(word, reading::unescape_xml(cells[i]));
        return names.empty() && ++tokens < kGuessedFrom;
    });
    return names.empty() ? guess_names(looks) : names;
}

std::vector<std::string> vrt_attributes(const std::vector<std::string>& columns) {
    std::vector<std::string> attributes = columns;
    for (const char* derived : {"lower", "shape"})
        if (std::ranges::find(attributes, derived) == attributes.end())
            attributes.emplace_back(derived);
    return attributes;
}

void add_vrt(std::string_view section, const std::vector<std::string>& columns,
             TokenTableBuilder& builder) {
    VrtTable table(columns, builder);
    each_line(section, [&](std::string_view line) {
        table.line(line);
        return true;
    });
    table.finish();
}

}  // namespace lede::search

#include "reading/vrt_article.h"

#include <algorithm>
#include <array>

#include "reading/json_text.h"
#include "reading/vrt_line.h"

namespace lede::reading {
namespace {

bool is_opening(std::string_view word) {
    return word == "(" || word == "[" || word == "“" || word == "‘" || word == "$";
}

bool is_closing(std::string_view word) {
    static constexpr std::array<std::string_view, 13> kClosing = {
        ".", ",", ";", ":", "!", "?", ")", "]", "”", "’", "%", "n't", "…"};
    return std::ranges::find(kClosing, word) != kClosing.end() || word.starts_with("'s") ||
           word.starts_with("’s");
}

class VrtReader {
  public:
    VrtText result;

    void line(std::string_view line) {
        if (is_vrt_tag(line))
            tag(line);
        else if (!line.empty())
            token(line);
    }

    void finish() {
        end_block();
        if (has_columns_) result.columns = "[" + columns_ + "]";
    }

  private:
    void tag(std::string_view line) {
        const std::string_view name = vrt_tag_name(line);
        if (name == "g") glued_ = true;
        if (name == "text" || name == "doc" || name == "article")
            result.attributes = vrt_attributes(line);
        if (name == "p" || name == "/p" || name == "head" || name == "/head") end_block();
        if (name == "head") kind_ = BlockKind::kHeading;
    }

    void token(std::string_view line) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string word = unescape_xml(line.substr(0, tab));
        if (word.empty()) return;
        if (begin_ == result.text.size() || stands_close(last_, word)) glued_ = true;
        if (!glued_) result.text += ' ';
        glued_ = false;
        result.text += word;
        last_ = word;
        add_columns(line.substr(tab));
    }

    void add_columns(std::string_view rest) {
        columns_ += columns_.empty() ? "[" : ",[";
        for (bool first = true; !rest.empty(); first = false) {
            rest.remove_prefix(1);
            const std::size_t end = std::min(rest.find('\t'), rest.size());
            columns_ += (first ? "" : ",") + quote(unescape_xml(rest.substr(0, end)));
            rest.remove_prefix(end);
            has_columns_ = true;
        }
        columns_ += ']';
    }

    void end_block() {
        if (result.text.size() > begin_) {
            result.blocks.push_back({make_span(begin_, result.text.size()), kind_});
            result.text += "\n\n";
        }
        begin_ = result.text.size();
        kind_ = BlockKind::kParagraph;
        last_.clear();
    }

    std::string columns_;
    bool has_columns_ = false;
    bool glued_ = true;
    std::string last_;  // word of the block
    std::size_t begin_ = 0;
    BlockKind kind_ = BlockKind::kParagraph;
};

}  // namespace

bool stands_close(std::string_view before, std::string_view word) {
    return is_closing(word) || is_opening(before);
}

VrtText read_vrt(std::string_view section) {
    VrtReader reader;
    for (std::size_t at = 0; at < section.size();) {
        const std::size_t end = std::min(section.find('\n', at), section.size());
        std::string_view line = section.substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        reader.line(line);
        at = end + 1;
    }
    reader.finish();
    while (reader.result.text.ends_with('\n')) reader.result.text.pop_back();
    return std::move(reader.result);
}

}  // namespace lede::reading

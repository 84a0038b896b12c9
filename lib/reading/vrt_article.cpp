#include "reading/vrt_article.h"

#include <algorithm>
#include <array>

#include "reading/json_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEntities = {
    {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};

std::string unescape_xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto* const entity = std::ranges::find_if(
            kEntities, [&](const auto& known) { return text.substr(at).starts_with(known.first); });
        if (entity != kEntities.end()) {
            out += entity->second;
            at += entity->first.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

// The attributes of a tag: <text id="a" date='b'>.
std::vector<std::pair<std::string, std::string>> read_attributes(std::string_view tag) {
    std::vector<std::pair<std::string, std::string>> attributes;
    for (std::size_t at = tag.find('='); at != std::string_view::npos; at = tag.find('=', at)) {
        const std::size_t blank = tag.find_last_of(" \t", at);
        if (blank == std::string_view::npos || at + 1 >= tag.size()) break;
        const char mark = tag[at + 1];
        if (mark != '"' && mark != '\'') {
            ++at;
            continue;
        }
        const std::size_t end = tag.find(mark, at + 2);
        if (end == std::string_view::npos) break;
        attributes.emplace_back(tag.substr(blank + 1, at - blank - 1),
                                unescape_xml(tag.substr(at + 2, end - at - 2)));
        at = end + 1;
    }
    return attributes;
}

bool is_tag(std::string_view line) {
    return line.size() > 2 && line.front() == '<' && line.back() == '>' &&
           (unicode::is_ascii_letter(line[1]) || line[1] == '/' || line[1] == '!' ||
            line[1] == '?');
}

std::string_view tag_name(std::string_view line) {
    return line.substr(1, std::min(line.find_first_of(" \t/>", 2), line.size()) - 1);
}

class VrtReader {
  public:
    VrtText result;

    void line(std::string_view line) {
        if (is_tag(line))
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
        const std::string_view name = tag_name(line);
        if (name == "g") glued_ = true;
        if (name == "text" || name == "doc" || name == "article")
            result.attributes = read_attributes(line);
        if (name == "p" || name == "/p" || name == "head" || name == "/head") end_block();
        if (name == "head") kind_ = BlockKind::kHeading;
    }

    void token(std::string_view line) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string word = unescape_xml(line.substr(0, tab));
        if (word.empty()) return;
        if (begin_ == result.text.size())
            glued_ = true;
        else if (is_closing(word) || ends_open_)
            glued_ = true;
        if (!glued_) result.text += ' ';
        glued_ = false;
        ends_open_ = word == "(" || word == "[" || word == "“" || word == "‘" || word == "$";
        result.text += word;
        add_columns(line.substr(tab));
    }

    static bool is_closing(std::string_view word) {
        static constexpr std::array<std::string_view, 13> kClosing = {
            ".", ",", ";", ":", "!", "?", ")", "]", "”", "’", "%", "n't", "…"};
        return std::ranges::find(kClosing, word) != kClosing.end() || word.starts_with("'s") ||
               word.starts_with("’s");
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
        ends_open_ = false;
    }

    std::string columns_;
    bool has_columns_ = false;
    bool glued_ = true;
    bool ends_open_ = false;  // the last word stands close to the next
    std::size_t begin_ = 0;
    BlockKind kind_ = BlockKind::kParagraph;
};

}  // namespace

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

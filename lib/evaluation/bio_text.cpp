#include "evaluation/bio_text.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace lede::evaluation {
namespace {

constexpr std::array<std::string_view, 25> kNoSpaceBefore = {
    ",", ".", ";",  ":",  "?",   "!",  ")",   "]",   "}",   "%",  "''", "'",
    "’", "”", "'s", "'S", "n't", "'m", "'re", "'ve", "'ll", "'d", "’s", "..."};
constexpr std::array<std::string_view, 9> kNoSpaceAfter = {"(", "[",  "{", "$", "£",
                                                           "€", "``", "“", "‘"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& list, std::string_view word) {
    return !word.empty() && std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string_view> fields_of(std::string_view line) {
    const bool tabs = line.find('\t') != line.npos;
    std::vector<std::string_view> fields;
    while (!line.empty()) {
        const std::size_t end = tabs ? line.find('\t') : line.find_first_of(" \t");
        if (tabs || end != 0) fields.push_back(line.substr(0, end));
        line.remove_prefix(end == line.npos ? line.size() : end + 1);
    }
    return fields;
}

// Builds one document's text, token by token.
class Builder {
  public:
    void add(std::string_view token, std::string_view label) {
        if (at_line_begin_ && !document_.text.empty()) document_.text += '\n';
        const bool quote = token == "\"";
        const bool before = holds(kNoSpaceBefore, token) || (quote && inside_quote_);
        if (!at_line_begin_ && !glued_ && !before) document_.text += ' ';
        glued_ = holds(kNoSpaceAfter, token);
        if (quote) {
            glued_ = !inside_quote_;
            inside_quote_ = !inside_quote_;
        }
        const std::size_t begin = document_.text.size();
        document_.text += token;
        document_.tokens.push_back(make_span(begin, document_.text.size()));
        labels_.emplace_back(label);
        at_line_begin_ = false;
    }

    void end_sentence() {
        at_line_begin_ = true;
        inside_quote_ = glued_ = false;
    }

    bool empty() const { return document_.tokens.empty(); }

    BioDocument finish(std::string id) {
        document_.id = std::move(id);
        document_.text += '\n';
        document_.chunks = chunks_of(labels_);
        return std::move(document_);
    }

  private:
    BioDocument document_;
    std::vector<std::string> labels_;
    bool at_line_begin_ = true, inside_quote_ = false, glued_ = false;
};

class Reader {
  public:
    explicit Reader(std::size_t column) : column_(column) {}

    void take_line(std::string_view line) {
        constexpr std::string_view kDocument = "# doc = ";
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with(kDocument)) return begin_document(line.substr(kDocument.size()));
        const std::vector<std::string_view> fields = fields_of(line);
        if (fields.empty()) return builder_.end_sentence();
        if (line.starts_with("# ") && line.find('\t') == line.npos && fields.size() != 2) return;
        if (fields[0] == "-DOCSTART-") return begin_document({});
        builder_.add(fields[0], column_ < fields.size() ? fields[column_] : "O");
    }

    std::vector<BioDocument> finish() {
        begin_document({});
        return std::move(documents_);
    }

  private:
    void begin_document(std::string_view id) {
        if (!builder_.empty()) {
            std::string number = std::to_string(documents_.size());
            number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
            documents_.push_back(builder_.finish(id_.empty() ? "d" + number : id_));
        }
        builder_ = Builder();
        id_ = id;
    }

    std::size_t column_;
    Builder builder_;
    std::string id_;
    std::vector<BioDocument> documents_;
};

}  // namespace

std::vector<Chunk> chunks_of(const std::vector<std::string>& labels) {
    std::vector<Chunk> chunks;
    bool open = false;
    char previous = 'O';
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::size_t dash = labels[i].find('-');
        const char mark = dash == std::string::npos ? 'O' : labels[i][0];
        const std::string type = dash == std::string::npos ? "" : labels[i].substr(dash + 1);
        if (open && (mark == 'O' || mark == 'B' || mark == 'S' || type != chunks.back().type ||
                     previous == 'E' || previous == 'S'))
            open = false;
        if (mark != 'O' && !open) {
            chunks.push_back({i, i, type});
            open = true;
        }
        if (open) chunks.back().end = i + 1;
        previous = mark;
    }
    return chunks;
}

std::vector<BioDocument> parse_bio(std::string_view bio, std::size_t column) {
    Reader reader(column);
    while (!bio.empty()) {
        const std::size_t end = bio.find('\n');
        reader.take_line(bio.substr(0, end));
        bio.remove_prefix(end == bio.npos ? bio.size() : end + 1);
    }
    return reader.finish();
}

std::vector<BioDocument> read_bio(const std::filesystem::path& path, std::size_t column) {
    std::ifstream file(path, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) throw std::runtime_error(path.string() + ": cannot be read");
    return parse_bio(content, column);
}

}  // namespace lede::evaluation

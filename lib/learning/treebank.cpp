#include "learning/treebank.h"

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "text/unicode.h"

namespace lede::learning {
namespace {

using Row = std::array<std::string_view, 10>;

int number_at(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool has_space_after(const Row& row) { return row[9].find("SpaceAfter=No") == row[9].npos; }

class Parser {
  public:
    explicit Parser(std::string_view name) : name_(name) {}

    void take_line(std::string_view line) {
        ++line_number_;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty())
            end_sentence();
        else if (line.starts_with('#'))
            take_comment(line);
        else
            take_row(line);
    }

    std::vector<TreebankDocument> finish() {
        end_sentence();
        end_document();
        return std::move(documents_);
    }

  private:
    void take_comment(std::string_view line) {
        if (line.starts_with("# newdoc")) {
            new_document_ = true;
            const std::size_t id = line.find("id = ");
            document_id_ = id == line.npos ? std::string() : std::string(line.substr(id + 5));
        } else if (line == "# newpar" || line.starts_with("# newpar ")) {
            new_paragraph_ = true;
        }
    }

    void take_row(std::string_view line) {
        Row row;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::size_t tab = line.find('\t');
            if (tab == line.npos && column + 1 < row.size())
                throw std::runtime_error(name_ + ":" + std::to_string(line_number_) +
                                         ": less than ten columns");
            row[column] = line.substr(0, tab);
            line.remove_prefix(tab == line.npos ? line.size() : tab + 1);
        }
        if (row[0].find('.') == row[0].npos) rows_.push_back(row);
    }

    void end_document() {
        if (documents_.empty()) return;
        std::string& text = documents_.back().text;
        text.resize(text.find_last_not_of(" \n") + 1);
        text += '\n';
    }

    void end_sentence() {
        if (rows_.empty()) return;
        if (new_document_ || documents_.empty()) {
            end_document();
            documents_.emplace_back();
            documents_.back().id = document_id_.empty()
                                       ? name_ + "-" + std::to_string(documents_.size())
                                       : document_id_;
        }
        std::string& text = documents_.back().text;
        if (new_paragraph_ && !text.empty()) {
            text.resize(text.find_last_not_of(" \n") + 1);
            text += "\n\n";
        }
        TreebankSentence sentence;
        for (std::size_t i = 0; i < rows_.size();) i = add_token(i, text, sentence);
        if (!sentence.words.empty())
            sentence.span = cover(sentence.words.front().span, sentence.words.back().span);
        documents_.back().sentences.push_back(std::move(sentence));
        rows_.clear();
        new_document_ = new_paragraph_ = false;
    }

    // Adds the surface token at row `i`; returns the row behind it.
    std::size_t add_token(std::size_t i, std::string& text, TreebankSentence& sentence) {
        const Row& surface = rows_[i];
        const std::size_t begin = text.size();
        text += surface[1];
        const Span whole = make_span(begin, text.size());
        if (has_space_after(surface)) text += ' ';
        const std::size_t dash = surface[0].find('-');
        if (dash == surface[0].npos) {
            sentence.words.push_back(word_of(surface, whole));
            return i + 1;
        }
        const int last = number_at(surface[0].substr(dash + 1));
        std::size_t end = i + 1;
        std::string spelled;
        while (end < rows_.size() && number_at(rows_[end][0]) <= last) spelled += rows_[end++][1];
        const bool fused = end - i > 2 && !unicode::equal_folded(spelled, surface[1]);
        std::size_t at = begin;
        for (std::size_t k = i + 1; k < end; ++k) {
            // Folding may change bytes (’ to '), so the last word takes what is left.
            const std::size_t size = rows_[k][1].size();
            const std::size_t stop =
                k + 1 == end ? whole.end : std::min<std::size_t>(at + size, whole.end);
            TreebankWord word = word_of(rows_[k], fused ? whole : make_span(at, stop));
            word.joined = k > i + 1;
            word.fused = fused;
            sentence.words.push_back(std::move(word));
            at = stop;
        }
        return end;
    }

    static TreebankWord word_of(const Row& row, Span span) {
        return {std::string(row[1]), std::string(row[2]), std::string(row[3]), std::string(row[4]),
                span};
    }

    std::string name_;
    std::size_t line_number_ = 0;
    std::vector<Row> rows_;
    std::string document_id_;
    bool new_document_ = false;
    bool new_paragraph_ = false;
    std::vector<TreebankDocument> documents_;
};

}  // namespace

std::vector<TreebankDocument> parse_conllu(std::string_view name, std::string_view conllu) {
    Parser parser(name);
    while (!conllu.empty()) {
        const std::size_t end = conllu.find('\n');
        parser.take_line(conllu.substr(0, end));
        conllu.remove_prefix(end == conllu.npos ? conllu.size() : end + 1);
    }
    return parser.finish();
}

std::vector<TreebankDocument> read_conllu(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) throw std::runtime_error(path.string() + ": cannot be read");
    return parse_conllu(path.stem().string(), content);
}

}  // namespace lede::learning

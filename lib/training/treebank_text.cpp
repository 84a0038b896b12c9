#include "training/treebank_text.h"

#include <array>
#include <charconv>
#include <stdexcept>

namespace lede::training {
namespace {

constexpr std::size_t kColumns = 10;

std::array<std::string_view, kColumns> columns_of(std::string_view line, std::size_t number) {
    std::array<std::string_view, kColumns> columns;
    for (std::size_t i = 0; i < kColumns; ++i) {
        const std::size_t tab = line.find('\t');
        if (tab == line.npos && i + 1 < kColumns)
            throw std::runtime_error("line " + std::to_string(number) + ": fewer than 10 columns");
        columns[i] = line.substr(0, tab);
        line.remove_prefix(tab == line.npos ? line.size() : tab + 1);
    }
    return columns;
}

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// Adds surface forms to the last paragraph.
class Builder {
  public:
    void begin_paragraph() {
        if (!paragraphs_.back().text.empty()) paragraphs_.emplace_back();
    }

    void add(const std::array<std::string_view, kColumns>& columns) {
        if (columns[0].find('.') != columns[0].npos) return;  // an empty node
        const std::size_t dash = columns[0].find('-');
        if (dash == columns[0].npos && number_of(columns[0]) <= inside_until_) return;
        inside_until_ = dash == columns[0].npos ? 0 : number_of(columns[0].substr(dash + 1));
        TreebankParagraph& paragraph = paragraphs_.back();
        if (space_) paragraph.text += ' ';
        paragraph.text += columns[1];
        space_ = columns[9].find("SpaceAfter=No") == columns[9].npos;
        has_words_ = true;
    }

    void end_sentence() {
        inside_until_ = 0;
        if (!has_words_) return;
        has_words_ = false;
        TreebankParagraph& paragraph = paragraphs_.back();
        paragraph.sentence_ends.push_back(static_cast<std::uint32_t>(paragraph.text.size()));
    }

    void comment(std::string_view line) {
        const bool paragraph = line.starts_with("# newpar") && !line.starts_with("# newpar_");
        if (!paragraph && !line.starts_with("# newdoc")) return;
        begin_paragraph();
        space_ = false;
    }

    std::vector<TreebankParagraph> take() {
        if (paragraphs_.back().text.empty()) paragraphs_.pop_back();
        return std::move(paragraphs_);
    }

  private:
    std::vector<TreebankParagraph> paragraphs_ = std::vector<TreebankParagraph>(1);
    int inside_until_ = 0;  // last member of the multiword token
    bool space_ = false;
    bool has_words_ = false;
};

}  // namespace

std::vector<TreebankParagraph> read_treebank_text(std::string_view conllu) {
    Builder builder;
    std::size_t number = 0;
    while (!conllu.empty()) {
        const std::size_t end = std::min(conllu.find('\n'), conllu.size());
        std::string_view line = conllu.substr(0, end);
        conllu.remove_prefix(std::min(end + 1, conllu.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++number;
        if (line.empty()) {
            builder.end_sentence();
        } else if (line.front() == '#') {
            builder.comment(line);
        } else {
            builder.add(columns_of(line, number));
        }
    }
    builder.end_sentence();
    return builder.take();
}

}  // namespace lede::training

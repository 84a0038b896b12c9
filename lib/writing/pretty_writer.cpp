#include "writing/pretty_writer.h"

#include <string_view>
#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"
#include "writing/highlights.h"
#include "writing/record_writer.h"
#include "writing/row_writer.h"
#include "writing/summary.h"

namespace lede::writing {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";
constexpr std::size_t kHeadingColumns = 15;

std::string_view colour_of(EntityType type) {
    switch (type) {
        case EntityType::kPerson:
            return "\x1b[1;34m";
        case EntityType::kOrg:
        case EntityType::kNorp:
            return "\x1b[35m";
        case EntityType::kGpe:
        case EntityType::kLoc:
        case EntityType::kFac:
            return "\x1b[32m";
        case EntityType::kLaw:
            return "\x1b[31m";
        default:
            return "\x1b[1m";
    }
}

// Breaks text between words at a width; colours take no room.
class Wrapper {
  public:
    Wrapper(std::string& out, std::size_t indent, std::size_t columns)
        : out_(out), indent_(indent), columns_(columns), column_(indent) {}

    void text(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded decoded = utf8::decode(text, at);
            const std::string_view bytes = text.substr(at, decoded.size);
            at += decoded.size;
            if (unicode::is_space(decoded.code_point)) {
                finish_word();
                blank_ = column_ > indent_;
            } else if (decoded.code_point >= 0x20 &&
                       (decoded.code_point < 0x7F || decoded.code_point >= 0xA0)) {
                word_ += bytes;
                ++word_columns_;
            }
        }
    }

    // An escape sequence: it belongs to the word that follows.
    void colour(std::string_view sequence) { word_ += sequence; }

    void end_line() {
        finish_word();
        out_ += '\n';
    }

    void begin_line() {
        out_.append(indent_, ' ');
        column_ = indent_;
        blank_ = false;
    }

  private:
    void finish_word() {
        if (blank_ && word_columns_ > 0 && column_ + 1 + word_columns_ > columns_) {
            out_ += '\n';
            out_.append(indent_, ' ');
            column_ = indent_;
        } else if (blank_ && word_columns_ > 0) {
            out_ += ' ';
            ++column_;
        }
        out_ += word_;
        column_ += word_columns_;
        if (word_columns_ > 0) blank_ = false;
        word_.clear();
        word_columns_ = 0;
    }

    std::string& out_;
    std::size_t indent_;
    std::size_t columns_;
    std::size_t column_;
    std::string word_;
    std::size_t word_columns_ = 0;
    bool blank_ = false;
};

// The marks as colours. Each change of mark sets the colours of all that are open.
class Colours : public HighlightSink {
  public:
    Colours(const Document& document, bool colour, Wrapper& wrapper)
        : document_(document), colour_(colour), wrapper_(wrapper) {}

    void text(std::string_view text) override { wrapper_.text(text); }

    void open(const Highlight& highlight, bool) override {
        open_.push_back(&highlight);
        if (colour_) wrapper_.colour(colour_of(highlight));
    }

    void close(const Highlight&) override {
        open_.pop_back();
        if (!colour_) return;
        wrapper_.colour(kReset);
        for (const Highlight* mark : open_) wrapper_.colour(colour_of(*mark));
    }

  private:
    std::string_view colour_of(const Highlight& highlight) const {
        switch (highlight.kind) {
            case HighlightKind::kQuote:
                return "\x1b[36m";
            case HighlightKind::kCitation:
                return "\x1b[31m";
            case HighlightKind::kDate:
                return "\x1b[33m";
            case HighlightKind::kMention:
                break;
        }
        return writing::colour_of(document_.mentions[highlight.index].type);
    }

    const Document& document_;
    bool colour_;
    Wrapper& wrapper_;
    std::vector<const Highlight*> open_;
};

class Sheet {
  public:
    Sheet(const Document& document, const PrettyOptions& options, std::string& out)
        : document_(document), options_(options), out_(out) {}

    void write() {
        write_head();
        if (options_.with_text) write_text();
        write_lists();
        out_ += '\n';
    }

  private:
    void styled(std::string_view style, std::string_view text) {
        if (options_.colour) out_ += style;
        append_collapsed(out_, text);
        if (options_.colour) out_ += kReset;
    }

    void write_head() {
        const Article& article = document_.article;
        styled(kBold, article.title.empty() ? article.id : article.title);
        out_ += '\n';
        std::string line = article.title.empty() ? "" : article.id;
        const std::string words = std::to_string(count_words(document_)) + " words";
        for (const std::string* part :
             {&article.publication, &article.published, &article.byline, &words})
            if (!part->empty()) line += (line.empty() ? "" : " · ") + *part;
        styled(kFaint, line);
        out_ += "\n\n";
    }

    void write_text() {
        const std::vector<Highlight> highlights = highlights_of(document_);
        std::size_t next = 0;
        for (const Block& block : document_.article.blocks) {
            Wrapper wrapper(out_, 0, options_.columns);
            const bool aside = block.kind == BlockKind::kBoilerplate && options_.colour;
            if (aside) wrapper.colour(kFaint);
            Colours colours(document_, options_.colour, wrapper);
            walk_highlights(document_, block.span, highlights, next, colours);
            if (aside) wrapper.colour(kReset);
            wrapper.end_line();
            out_ += '\n';
        }
    }

    void write_lists() {
        for (const SummaryPart& part : summary_of(document_)) {
            styled(kBold, part.heading);
            out_.append(kHeadingColumns - part.heading.size(), ' ');
            const bool one_a_line = part.heading == "Who said what" || part.heading == "Laws";
            Wrapper wrapper(out_, kHeadingColumns, options_.columns);
            for (std::size_t i = 0; i < part.items.size(); ++i) {
                if (i > 0 && one_a_line) {
                    wrapper.end_line();
                    wrapper.begin_line();
                } else if (i > 0) {
                    wrapper.text(", ");
                }
                wrapper.text(part.items[i]);
            }
            wrapper.end_line();
        }
    }

    const Document& document_;
    const PrettyOptions& options_;
    std::string& out_;
};

}  // namespace

void PrettyWriter::append(const Document& document, std::string& out) const {
    Sheet(document, options_, out).write();
}

}  // namespace lede::writing

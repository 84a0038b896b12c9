#include "writing/html_writer.h"

#include <algorithm>
#include <string_view>

#include "writing/highlights.h"
#include "writing/html_style.h"
#include "writing/summary.h"

namespace lede::writing {
namespace {

std::string_view class_of(EntityType type) {
    switch (type) {
        case EntityType::kPerson:
            return "person";
        case EntityType::kOrg:
            return "org";
        case EntityType::kNorp:
            return "norp";
        case EntityType::kGpe:
        case EntityType::kLoc:
        case EntityType::kFac:
            return "place";
        case EntityType::kLaw:
            return "law";
        default:
            return "name";
    }
}

bool is_web_address(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

// Writes the marks of one article's text.
class Page : public HighlightSink {
  public:
    Page(const Document& document, std::string& out) : document_(document), out_(out) {}

    void text(std::string_view text) override { append_html(out_, text); }

    void open(const Highlight& highlight, bool) override {
        switch (highlight.kind) {
            case HighlightKind::kMention:
                return open_mention(document_.mentions[highlight.index]);
            case HighlightKind::kDate:
                return open_date(document_.dates[highlight.index]);
            case HighlightKind::kCitation:
                return open_citation(document_.citations[highlight.index]);
            case HighlightKind::kQuote:
                return open_quote(document_.quotes[highlight.index]);
        }
    }

    void close(const Highlight& highlight) override {
        if (highlight.kind == HighlightKind::kQuote) {
            out_ += "</q>";
            return;
        }
        const bool linked = highlight.kind == HighlightKind::kCitation &&
                            is_web_address(document_.citations[highlight.index].url);
        out_ += linked ? "</a></mark>" : "</mark>";
    }

  private:
    void open_mark(std::string_view css_class, std::string_view title) {
        out_ += "<mark class=\"";
        out_ += css_class;
        out_ += "\" title=\"";
        append_html(out_, title);
        out_ += "\">";
    }

    void open_mention(const Mention& mention) {
        std::string title(lede::name_of(mention.type));
        if (mention.entity != kNone) {
            title += ": " + document_.entities[mention.entity].name;
            if (!document_.entities[mention.entity].link.empty())
                title += ", " + document_.entities[mention.entity].link;
        }
        open_mark(class_of(mention.type), title);
    }

    void open_date(const Timex& timex) {
        open_mark("date", std::string(lede::name_of(timex.type)) + ": " + timex.value);
    }

    void open_citation(const Citation& citation) {
        std::string title =
            citation.id.empty() ? std::string(lede::name_of(citation.kind)) : citation.id;
        if (!citation.title.empty()) title += ", " + citation.title;
        open_mark("law", title);
        if (!is_web_address(citation.url)) return;
        out_ += "<a rel=\"noopener noreferrer\" href=\"";
        append_html(out_, citation.url);
        out_ += "\">";
    }

    void open_quote(const Quote& quote) {
        out_ += "<q class=\"";
        out_ += lede::name_of(quote.kind);
        out_ += "\" title=\"";
        append_html(out_, quote.speaker ? quote.speaker->name : std::string("speaker not found"));
        out_ += "\">";
    }

    const Document& document_;
    std::string& out_;
};

struct Tags {
    std::string_view open;
    std::string_view close;
};

Tags tags_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::kTitle:
            return {"<h1>", "</h1>"};
        case BlockKind::kHeading:
            return {"<h2>", "</h2>"};
        case BlockKind::kBlockquote:
            return {"<blockquote>", "</blockquote>"};
        case BlockKind::kDeck:
        case BlockKind::kByline:
        case BlockKind::kPublication:
        case BlockKind::kDateline:
            return {"<p class=\"meta\">", "</p>"};
        case BlockKind::kCaption:
            return {"<p class=\"caption\">", "</p>"};
        case BlockKind::kBoilerplate:
            return {"<p class=\"aside\">", "</p>"};
        case BlockKind::kParagraph:
        case BlockKind::kList:
            break;
    }
    return {"<p>", "</p>"};
}

void append_head(const Article& article, std::string& out) {
    const bool title_in_text =
        std::any_of(article.blocks.begin(), article.blocks.end(),
                    [](const Block& block) { return block.kind == BlockKind::kTitle; });
    if (!title_in_text && !article.title.empty()) {
        out += "<h1>";
        append_html(out, article.title);
        out += "</h1>\n";
    }
    out += "<p class=\"meta\">";
    append_html(out, article.id);
    for (const std::string* part : {&article.publication, &article.published, &article.byline}) {
        if (part->empty()) continue;
        out += " · ";
        append_html(out, *part);
    }
    out += "</p>\n";
}

void append_summary(const Document& document, std::string& out) {
    out += "<table>\n";
    for (const SummaryPart& part : summary_of(document)) {
        out += "<tr><th scope=\"row\">";
        append_html(out, part.heading);
        out += "</th><td>";
        for (const std::string& item : part.items) {
            out += "<div>";
            append_html(out, item);
            out += "</div>";
        }
        out += "</td></tr>\n";
    }
    out += "</table>\n";
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
}

void HtmlWriter::begin(std::string& out) const { out += kHtmlHead; }

void HtmlWriter::append(const Document& document, std::string& out) const {
    out += "<article>\n";
    append_head(document.article, out);
    const std::vector<Highlight> highlights = highlights_of(document);
    std::size_t next = 0;
    Page page(document, out);
    for (const Block& block : document.article.blocks) {
        const Tags tags = tags_of(block.kind);
        out += tags.open;
        walk_highlights(document, block.span, highlights, next, page);
        out += tags.close;
        out += '\n';
    }
    append_summary(document, out);
    out += "</article>\n";
}

void HtmlWriter::end(std::string& out) const { out += kHtmlFoot; }

}  // namespace lede::writing

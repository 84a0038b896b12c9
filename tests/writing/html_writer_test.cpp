#include <catch2/catch.hpp>

#include "pipeline/annotator.h"
#include "support/samples.h"
#include "writing/highlights.h"
#include "writing/html_writer.h"

using namespace lede;

namespace {

// Writes marks as [ and ], for tests of how they nest.
class Brackets : public writing::HighlightSink {
  public:
    void text(std::string_view text) override { out += text; }
    void open(const writing::Highlight&, bool) override { out += '['; }
    void close(const writing::Highlight&) override { out += ']'; }
    std::string out;
};

std::string walked(const Document& document, std::vector<writing::Highlight> highlights) {
    Brackets brackets;
    std::size_t next = 0;
    walk_highlights(document, make_span(0, document.text().size()), highlights, next, brackets);
    return brackets.out;
}

}  // namespace

TEST_CASE("whatever an article holds, its page runs nothing") {
    Article article = test::article_of(
        "<script>alert(1)</script> \"Kim's <img src=x onerror=alert(1)>\" & more</article>");
    article.id = "\"><script>";
    article.title = "</h1><script>";
    const pipeline::Annotator annotator(Lexicon(), {});
    Document document = annotator.annotate(std::move(article));
    Citation citation;
    citation.place.span = {0, 8};
    citation.url = "javascript:alert(1)";
    document.citations.insert(document.citations.begin(), citation);
    std::string page;
    writing::HtmlWriter writer;
    writer.append(document, page);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("javascript:") == std::string::npos);
    CHECK(page.find("alert(1)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("marks nest, and are cut where they cross") {
    Document document;
    document.article = test::article_of("abcdef");
    using Kind = writing::HighlightKind;
    CHECK(walked(document, {}) == "abcdef");
    CHECK(walked(document, {{{0, 6}, Kind::kQuote, 0}, {{2, 4}, Kind::kMention, 0}}) ==
          "[ab[cd]ef]");
    CHECK(walked(document, {{{0, 3}, Kind::kQuote, 0}, {{2, 5}, Kind::kMention, 0}}) ==
          "[ab[c]][de]f");
}

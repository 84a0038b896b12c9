#include "reading/html_reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

struct TagName {
    std::string_view name;
    Tag tag;
};

constexpr std::array kTags = {
    TagName{"a", Tag::kA},
    TagName{"address", Tag::kBlock},
    TagName{"article", Tag::kArticle},
    TagName{"aside", Tag::kAside},
    TagName{"audio", Tag::kSkipped},
    TagName{"blockquote", Tag::kBlockquote},
    TagName{"body", Tag::kBlock},
    TagName{"br", Tag::kBr},
    TagName{"button", Tag::kButton},
    TagName{"canvas", Tag::kSkipped},
    TagName{"center", Tag::kBlock},
    TagName{"dd", Tag::kDd},
    TagName{"details", Tag::kBlock},
    TagName{"div", Tag::kBlock},
    TagName{"dl", Tag::kBlock},
    TagName{"dt", Tag::kDt},
    TagName{"fieldset", Tag::kBlock},
    TagName{"figcaption", Tag::kFigcaption},
    TagName{"figure", Tag::kFigure},
    TagName{"footer", Tag::kFooter},
    TagName{"form", Tag::kForm},
    TagName{"h1", Tag::kH1},
    TagName{"h2", Tag::kH2},
    TagName{"h3", Tag::kH3},
    TagName{"h4", Tag::kH4},
    TagName{"h5", Tag::kH5},
    TagName{"h6", Tag::kH6},
    TagName{"head", Tag::kBlock},
    TagName{"header", Tag::kHeader},
    TagName{"hgroup", Tag::kBlock},
    TagName{"hr", Tag::kBlock},
    TagName{"html", Tag::kBlock},
    TagName{"iframe", Tag::kSkipped},
    TagName{"li", Tag::kLi},
    TagName{"link", Tag::kLink},
    TagName{"main", Tag::kMain},
    TagName{"math", Tag::kSkipped},
    TagName{"meta", Tag::kMeta},
    TagName{"nav", Tag::kNav},
    TagName{"noscript", Tag::kSkipped},
    TagName{"object", Tag::kSkipped},
    TagName{"ol", Tag::kOl},
    TagName{"option", Tag::kSkipped},
    TagName{"p", Tag::kP},
    TagName{"pre", Tag::kPre},
    TagName{"script", Tag::kSkipped},
    TagName{"section", Tag::kBlock},
    TagName{"select", Tag::kSkipped},
    TagName{"style", Tag::kSkipped},
    TagName{"summary", Tag::kBlock},
    TagName{"svg", Tag::kSkipped},
    TagName{"table", Tag::kTable},
    TagName{"tbody", Tag::kBlock},
    TagName{"td", Tag::kTd},
    TagName{"template", Tag::kSkipped},
    TagName{"textarea", Tag::kSkipped},
    TagName{"tfoot", Tag::kBlock},
    TagName{"th", Tag::kTd},
    TagName{"thead", Tag::kBlock},
    TagName{"time", Tag::kTime},
    TagName{"title", Tag::kTitle},
    TagName{"tr", Tag::kTr},
    TagName{"ul", Tag::kUl},
    TagName{"video", Tag::kSkipped},
};

Tag tag_of(std::string_view name) {
    const auto at = std::ranges::lower_bound(kTags, name, {}, &TagName::name);
    return at != kTags.end() && at->name == name ? at->tag : Tag::kInline;
}

constexpr std::array<std::pair<std::string_view, AttributeName>, 8> kAttributes = {{
    {"content", AttributeName::kContent},
    {"datetime", AttributeName::kDatetime},
    {"href", AttributeName::kHref},
    {"itemprop", AttributeName::kItemprop},
    {"name", AttributeName::kName},
    {"property", AttributeName::kProperty},
    {"rel", AttributeName::kRel},
    {"role", AttributeName::kRole},
}};

std::string_view view_of(const xmlChar* chars) {
    return chars ? std::string_view(reinterpret_cast<const char*>(chars)) : std::string_view();
}

bool is_hiding_style(std::string_view style) {
    std::string packed;
    for (const char c : style)
        if (!unicode::is_ascii_space(c)) packed += unicode::ascii_lower(c);
    return packed.find("display:none") != std::string::npos ||
           packed.find("visibility:hidden") != std::string::npos;
}

// What windows-1252 has where Latin-1 has control characters: pages mean it by &#147; and the like.
constexpr std::array<char32_t, 32> kControls = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

// Appends `chars` with C1 control characters, in UTF-8 C2 80 to C2 9F, replaced.
void append_page_text(std::string& out, std::string_view chars) {
    std::size_t at = 0;
    for (std::size_t lead = chars.find('\xC2'); lead < chars.size() - 1 && !chars.empty();
         lead = chars.find('\xC2', lead + 2)) {
        const auto next = static_cast<unsigned char>(chars[lead + 1]);
        if (next >= 0xA0) continue;
        out += chars.substr(at, lead - at);
        utf8::append(out, kControls[next - 0x80]);
        at = lead + 2;
    }
    out += chars.substr(at);
}

// Receives the parser's events and lays down the nodes.
class TreeBuilder {
  public:
    explicit TreeBuilder(std::size_t max_open) : max_open_(max_open) {}

    HtmlTree tree;
    std::optional<Error> refusal;

    void open(xmlParserCtxtPtr parser, std::string_view name, const xmlChar** attributes) {
        if (skipped_ > 0) {
            ++skipped_;
            return;
        }
        if (open_.size() + flattened_ >= max_open_) {
            refusal = Error{{},
                            0,
                            static_cast<std::uint64_t>(std::max(xmlByteConsumed(parser), 0L)),
                            "nests deeper than " + std::to_string(max_open_) + " elements"};
            xmlStopParser(parser);
            return;
        }
        HtmlNode node{.tag = tag_of(name), .parent = open_.empty() ? kNone : open_.back()};
        const auto index = static_cast<std::uint32_t>(tree.nodes.size());
        if (node.tag == Tag::kSkipped) {
            skipped_ = 1;
            if (attributes && name == "script") open_script(attributes);
            return;
        }
        if (attributes) read_attributes(index, node, name, attributes);
        if (open_.size() == kMaxDepth) {
            ++flattened_;
            node.end = index + 1;
        } else {
            open_.push_back(index);
        }
        tree.nodes.push_back(node);
    }

    void close() {
        if (skipped_ > 0) {
            --skipped_;
            in_json_ld_ = false;
            return;
        }
        if (flattened_ > 0) {
            --flattened_;
            return;
        }
        if (open_.empty()) return;
        tree.nodes[open_.back()].end = static_cast<std::uint32_t>(tree.nodes.size());
        open_.pop_back();
    }

    void text(std::string_view chars) {
        if (in_json_ld_) tree.json_ld.back() += chars;
        if (skipped_ > 0) return;
        const auto index = static_cast<std::uint32_t>(tree.nodes.size());
        HtmlNode* const last = tree.nodes.empty() ? nullptr : &tree.nodes.back();
        const auto begin = static_cast<std::uint32_t>(tree.chars.size());
        append_page_text(tree.chars, chars);
        const auto end = static_cast<std::uint32_t>(tree.chars.size());
        // The parser hands long texts over in pieces.
        if (last && last->tag == Tag::kText && last->chars.end == begin &&
            last->parent == (open_.empty() ? kNone : open_.back())) {
            last->chars.end = end;
            return;
        }
        tree.nodes.push_back({.tag = Tag::kText,
                              .parent = open_.empty() ? kNone : open_.back(),
                              .end = index + 1,
                              .chars = {begin, end}});
    }

    void finish() {
        flattened_ = 0;
        while (!open_.empty()) close();
    }

  private:
    Span store(std::string_view value) {
        const std::size_t begin = tree.chars.size();
        append_page_text(tree.chars, value);
        return make_span(begin, tree.chars.size());
    }

    void open_script(const xmlChar** attributes) {
        for (const xmlChar** at = attributes; at[0]; at += 2) {
            if (view_of(at[0]) != "type" || view_of(at[1]) != "application/ld+json") continue;
            tree.json_ld.emplace_back();
            in_json_ld_ = true;
        }
    }

    void read_attributes(std::uint32_t index, HtmlNode& node, std::string_view tag_name,
                         const xmlChar** attributes) {
        const std::uint32_t begin = static_cast<std::uint32_t>(tree.chars.size());
        std::uint32_t label_end = begin;
        for (const xmlChar** at = attributes; at[0]; at += 2) {
            const std::string_view name = view_of(at[0]);
            if (name == "class" || name == "id") {
                store(view_of(at[1]));
                label_end = store(" ").end;
            }
        }
        node.chars = {begin, label_end};
        for (const xmlChar** at = attributes; at[0]; at += 2)
            read_attribute(index, node, tag_name, view_of(at[0]), view_of(at[1]));
    }

    void read_attribute(std::uint32_t index, HtmlNode& node, std::string_view tag_name,
                        std::string_view name, std::string_view value) {
        if (name == "hidden" || (name == "aria-hidden" && value == "true") ||
            (name == "style" && is_hiding_style(value)))
            node.hidden = true;
        if (name == "lang" && tag_name == "html") tree.language = value;
        const auto* const known = std::ranges::find(
            kAttributes, name, &std::pair<std::string_view, AttributeName>::first);
        if (known != kAttributes.end())
            tree.attributes.push_back({index, known->second, store(value)});
    }

    std::size_t max_open_;
    std::vector<std::uint32_t> open_;
    std::size_t flattened_ = 0;  // open elements below the deepest stored level
    std::size_t skipped_ = 0;    // depth below an element that is not read
    bool in_json_ld_ = false;
};

struct ParserDeleter {
    void operator()(xmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

// The parser's private pointer leads back to the builder.
struct Session {
    explicit Session(std::size_t max_open) : builder(max_open) {}

    TreeBuilder builder;
    xmlParserCtxtPtr parser = nullptr;
};

Session& session_of(void* context) {
    return *static_cast<Session*>(static_cast<xmlParserCtxtPtr>(context)->_private);
}

void on_open(void* context, const xmlChar* name, const xmlChar** attributes) {
    Session& session = session_of(context);
    session.builder.open(session.parser, view_of(name), attributes);
}

void on_close(void* context, const xmlChar*) { session_of(context).builder.close(); }

void on_text(void* context, const xmlChar* chars, int size) {
    session_of(context).builder.text(
        {reinterpret_cast<const char*>(chars), static_cast<std::size_t>(size)});
}

// Where the attributes of the tag at `at` end, and how many words stand in it.
std::size_t scan_tag(std::string_view page, std::size_t at, std::size_t& attributes) {
    attributes = 0;
    bool in_word = true;
    for (++at; at < page.size() && page[at] != '>'; ++at) {
        const char c = page[at];
        if ((c == '"' || c == '\'') && page[at - 1] == '=') {
            const std::size_t close = page.find(c, at + 1);
            if (close == std::string_view::npos) return page.size();
            at = close;
            in_word = false;
        } else if (unicode::is_ascii_space(c) || c == '/') {
            in_word = false;
        } else if (!in_word) {
            in_word = true;
            ++attributes;
        }
    }
    return at;
}

// The first tag with too many attributes, or the page's size.
std::size_t find_overloaded_tag(std::string_view page) {
    for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
        std::size_t attributes = 0;
        const std::size_t begin = at;
        at = at + 1 < page.size() && unicode::is_ascii_letter(page[at + 1])
                 ? scan_tag(page, at, attributes)
                 : at + 1;
        if (attributes > kMaxAttributes) return begin;
    }
    return page.size();
}

std::size_t count_end_tags(std::string_view page) {
    std::size_t count = 0;
    for (std::size_t at = page.find("</"); at != std::string_view::npos;
         at = page.find("</", at + 2))
        ++count;
    return count;
}

}  // namespace

Result<HtmlTree> read_html(const std::string& page) {
    if (const std::size_t at = find_overloaded_tag(page); at < page.size())
        return Error{{},
                     0,
                     at,
                     "has a tag with more than " + std::to_string(kMaxAttributes) + " attributes"};
    Session session(std::max(kMaxDepth, kMaxLooks / (count_end_tags(page) + 1)));
    const std::unique_ptr<xmlParserCtxt, ParserDeleter> parser(
        htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
    if (!parser) {
        if (page.empty()) return HtmlTree{};
        return Error{{}, 0, 0, "cannot be parsed as HTML"};
    }
    htmlSAXHandler handler{};
    handler.startElement = on_open;
    handler.endElement = on_close;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    htmlSAXHandler* const own = parser->sax;
    parser->sax = &handler;
    parser->_private = &session;
    session.parser = parser.get();
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser.get());
    parser->sax = own;
    if (session.builder.refusal) return *session.builder.refusal;
    session.builder.finish();
    return std::move(session.builder.tree);
}

}  // namespace lede::reading

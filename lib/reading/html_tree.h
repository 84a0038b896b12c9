// HtmlTree: the elements and texts of a page, in one flat array in document order.
//
//   <div class="Story"><p>Kim <b>met</b></p></div>
//   0 html · 1 body · 2 div "story" · 3 p · 4 "Kim " · 5 b · 6 "met"      end of 2: 7
//
// Scripts, styles and what no reader sees are left out; JSON-LD scripts are kept aside. Built by
// `html_reader.h`. No logic beyond access.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::reading {

enum class Tag : std::uint8_t {
    kText,     // not an element: a run of characters
    kInline,   // elements without a role of their own: span, b, em, font, …
    kBlock,    // elements that stand on lines of their own: div, section, center, …
    kSkipped,  // never read: script, style, svg, …; no children are stored
    kA,
    kArticle,
    kAside,
    kBlockquote,
    kBr,
    kButton,
    kDd,
    kDt,
    kFigcaption,
    kFigure,
    kFooter,
    kForm,
    kH1,
    kH2,
    kH3,
    kH4,
    kH5,
    kH6,
    kHeader,
    kLi,
    kLink,
    kMain,
    kMeta,
    kNav,
    kOl,
    kP,
    kPre,
    kTable,
    kTd,
    kTime,
    kTitle,
    kTr,
    kUl,
};

struct HtmlNode {
    Tag tag = Tag::kInline;
    bool hidden = false;  // hidden, aria-hidden or display:none
    std::uint32_t parent = kNone;
    std::uint32_t end = 0;  // one past the last node below this one
    Span chars;             // texts: the characters; elements: class and id; into `chars`
};

enum class AttributeName : std::uint8_t {
    kContent,
    kDatetime,
    kHref,
    kItemprop,
    kName,
    kProperty,
    kRel,
    kRole,
};

struct HtmlAttribute {
    std::uint32_t node;
    AttributeName name;
    Span value;
};

struct HtmlTree {
    std::vector<HtmlNode> nodes;
    std::vector<HtmlAttribute> attributes;  // in order of their nodes
    std::string chars;
    std::vector<std::string> json_ld;  // contents of application/ld+json scripts
    std::string language;              // <html lang>

    std::string_view text(std::uint32_t node) const { return nodes[node].chars.of(chars); }

    // The attribute's value, or an empty view.
    std::string_view attribute(std::uint32_t node, AttributeName name) const;

    // All text in the element, as it stands. Linear in what is below it.
    std::string text_below(std::uint32_t node) const;
};

bool is_heading(Tag tag);

// True for elements that stand on lines of their own.
bool is_block(Tag tag);

}  // namespace lede::reading

// Article: one text as it was read, before any analysis.
//
// `text` is the one buffer that every span of every layer indexes; it is valid UTF-8 and never
// changes after reading. Plain data, no logic.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.h"

namespace lede {

enum class BlockKind : std::uint8_t {
    kTitle,
    kDeck,
    kByline,
    kPublication,
    kDateline,
    kHeading,
    kParagraph,
    kBlockquote,
    kList,
    kCaption,
    kBoilerplate,
};

inline constexpr std::array<std::string_view, 11> kBlockKindNames = {
    "title",     "deck",       "byline", "publication", "dateline",   "heading",
    "paragraph", "blockquote", "list",   "caption",     "boilerplate"};

constexpr std::string_view name_of(BlockKind kind) {
    return kBlockKindNames[static_cast<std::size_t>(kind)];
}

// A stretch of text of one kind. Blocks are sorted, do not overlap, and cover every character that
// is not white space. Boilerplate is not annotated; all other kinds are.
struct Block {
    Span span;
    BlockKind kind = BlockKind::kParagraph;
    friend bool operator==(const Block&, const Block&) = default;
};

// Where the publication date came from.
enum class PublishedFrom : std::uint8_t {
    kUnknown,
    kOption,
    kField,
    kMeta,
    kUrl,
    kDateline,
    kPath
};

inline constexpr std::array<std::string_view, 7> kPublishedFromNames = {
    "", "option", "field", "meta", "url", "dateline", "path"};

constexpr std::string_view name_of(PublishedFrom from) {
    return kPublishedFromNames[static_cast<std::size_t>(from)];
}

struct Article {
    std::string id;           // as given, else URL, else path below the argument; "#n" added
    std::string source;       // file or URL it came from; empty: not known
    std::string title;        // empty: none found
    std::string byline;       // names only, without "By"
    std::string publication;  // outlet
    std::string published;    // "2019-02-20" or "2019-02-20T14:05:00Z"; empty: not known
    PublishedFrom published_from = PublishedFrom::kUnknown;
    std::string language = "en";  // BCP 47 primary tag; "und": not known
    // Every other field of the input, in its order: key and value as a piece of valid JSON.
    std::vector<std::pair<std::string, std::string>> meta;
    std::string text;
    std::vector<Block> blocks;
};

}  // namespace lede

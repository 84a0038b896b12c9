#include "reading/office_document.h"

#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "reading/archive.h"

namespace lede::reading {
namespace {

std::string_view view_of(const xmlChar* chars) {
    return chars ? std::string_view(reinterpret_cast<const char*>(chars)) : std::string_view();
}

// The name of the zip archive's first member.
std::string_view first_member(std::string_view head) {
    if (head.size() < 30 || !head.starts_with("PK\x03\x04")) return {};
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(head[at]); };
    return head.substr(30, static_cast<std::size_t>(byte(26)) | (std::size_t{byte(27)} << 8));
}

// The attribute's value: libxml2 hands over {local name, prefix, uri, begin, end}.
std::string_view attribute(int count, const xmlChar** attributes, std::string_view name) {
    for (int i = 0; i < count; ++i) {
        const xmlChar** const at = attributes + std::ptrdiff_t{5} * i;
        if (view_of(at[0]) == name)
            return {reinterpret_cast<const char*>(at[3]), static_cast<std::size_t>(at[4] - at[3])};
    }
    return {};
}

// Collects paragraphs from the events of document.xml (OOXML) or content.xml (ODF).
class ParagraphCollector {
  public:
    explicit ParagraphCollector(Article& article) : article_(article) {}

    void open(std::string_view prefix, std::string_view name, int count,
              const xmlChar** attributes) {
        if (is_left_out(prefix, name)) ++left_out_;
        if (left_out_ > 0) return;
        if (name == "p" && (prefix == "w" || prefix == "text")) begin_paragraph();
        if (name == "h" && prefix == "text") {
            begin_paragraph();
            kind_ = BlockKind::kHeading;
        }
        if (name == "pStyle") kind_ = kind_of_style(attribute(count, attributes, "val"));
        if (prefix == "text" && (name == "p" || name == "h") &&
            attribute(count, attributes, "style-name") == "Title")
            kind_ = BlockKind::kTitle;
        if (name == "numPr" || name == "list-item") kind_ = BlockKind::kList;
        if (name == "t") in_text_ = true;
        if (name == "tab" || name == "s") text_ += name == "tab" ? '\t' : ' ';
        if (name == "br" || name == "line-break" || name == "cr") text_ += '\n';
    }

    void close(std::string_view prefix, std::string_view name) {
        if (is_left_out(prefix, name)) {
            --left_out_;
            return;
        }
        if (left_out_ > 0) return;
        if (name == "t") in_text_ = false;
        if ((name == "p" && (prefix == "w" || prefix == "text")) ||
            (name == "h" && prefix == "text"))
            end_paragraph();
    }

    void text(std::string_view chars) {
        if (left_out_ == 0 && (in_text_ || in_odf_paragraph_)) text_ += chars;
    }

    void set_odf() { is_odf_ = true; }

  private:
    static bool is_left_out(std::string_view prefix, std::string_view name) {
        if (prefix == "w") return name == "del" || name == "instrText" || name == "footnote";
        if (prefix == "text") return name == "note" || name == "tracked-changes";
        return prefix == "office" && name == "annotation";
    }

    static BlockKind kind_of_style(std::string_view style) {
        if (style == "Title") return BlockKind::kTitle;
        if (style == "Subtitle") return BlockKind::kDeck;
        if (style.starts_with("Heading")) return BlockKind::kHeading;
        if (style.starts_with("List")) return BlockKind::kList;
        if (style.find("Quote") != std::string_view::npos) return BlockKind::kBlockquote;
        if (style == "Caption") return BlockKind::kCaption;
        return BlockKind::kParagraph;
    }

    void begin_paragraph() {
        end_paragraph();
        in_odf_paragraph_ = is_odf_;
    }

    void end_paragraph() {
        in_odf_paragraph_ = false;
        const std::size_t first = text_.find_first_not_of(" \t\n");
        if (first != std::string::npos) {
            const std::size_t last = text_.find_last_not_of(" \t\n");
            if (!article_.text.empty()) article_.text += "\n\n";
            const std::size_t begin = article_.text.size();
            article_.text.append(text_, first, last + 1 - first);
            article_.blocks.push_back({make_span(begin, article_.text.size()), kind_});
        }
        text_.clear();
        kind_ = BlockKind::kParagraph;
    }

    Article& article_;
    std::string text_;
    BlockKind kind_ = BlockKind::kParagraph;
    int left_out_ = 0;
    bool is_odf_ = false;
    bool in_text_ = false;
    bool in_odf_paragraph_ = false;
};

// The three properties that matter, from core.xml (OOXML) or meta.xml (ODF).
struct PropertyCollector {
    std::string title, creator, created;
    std::string* current = nullptr;

    void open(std::string_view, std::string_view name, int, const xmlChar**) {
        current = name == "title"                                  ? &title
                  : name == "creator" || name == "initial-creator" ? &creator
                  : name == "created" || name == "creation-date"   ? &created
                                                                   : nullptr;
        if (current) current->clear();
    }
    void close(std::string_view, std::string_view) { current = nullptr; }
    void text(std::string_view chars) {
        if (current) *current += chars;
    }
};

// Feeds an XML part to a collector. False if it is not well-formed; what came before stands.
template <typename Collector>
bool parse_xml(const std::string& xml, Collector& collector) {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = [](void* self, const xmlChar* name, const xmlChar* prefix,
                                const xmlChar*, int, const xmlChar**, int count, int,
                                const xmlChar** attributes) {
        static_cast<Collector*>(self)->open(view_of(prefix), view_of(name), count, attributes);
    };
    handler.endElementNs = [](void* self, const xmlChar* name, const xmlChar* prefix,
                              const xmlChar*) {
        static_cast<Collector*>(self)->close(view_of(prefix), view_of(name));
    };
    handler.characters = [](void* self, const xmlChar* chars, int size) {
        static_cast<Collector*>(self)->text(
            {reinterpret_cast<const char*>(chars), static_cast<std::size_t>(size)});
    };
    return xmlSAXUserParseMemory(&handler, &collector, xml.data(), static_cast<int>(xml.size())) ==
           0;
}

// The member's bytes; nothing if it is larger than allowed.
std::optional<std::string> read_part(ByteStream& stream) {
    std::string part;
    std::array<char, std::size_t{32} << 10> chunk;
    while (const std::size_t got = stream.read(chunk.data(), chunk.size())) {
        part.append(chunk.data(), got);
        if (part.size() > kMaxOfficePart) return std::nullopt;
    }
    return part;
}

struct Parts {
    std::string content, properties;
    bool is_odf = false;
};

std::optional<Error> unpack(std::string_view bytes, Parts& parts) {
    Archive archive(open_string(std::string(bytes)));
    bool has_content = false;
    while (auto member = archive.next()) {
        const std::string& name = member->name;
        const bool is_content = name == "word/document.xml" || name == "content.xml";
        if (!is_content && name != "docProps/core.xml" && name != "meta.xml") continue;
        auto part = read_part(*member->stream);
        if (!part) return Error{{}, 0, 0, "unpacks to more than 64 MiB"};
        (is_content ? parts.content : parts.properties) = std::move(*part);
        parts.is_odf |= name == "content.xml";
        has_content |= is_content;
    }
    if (!has_content && !archive.error().empty()) return Error{{}, 0, 0, archive.error()};
    if (!has_content) return Error{{}, 0, 0, "is an office file without text"};
    return std::nullopt;
}

}  // namespace

bool is_office_document(std::string_view head) {
    const std::string_view name = first_member(head);
    return name == "[Content_Types].xml" || name == "mimetype" || name.starts_with("_rels/") ||
           name.starts_with("docProps/") || name.starts_with("word/");
}

std::optional<Error> read_office_document(std::string_view bytes, const DateReader& dates,
                                          Article& article) {
    Parts parts;
    if (auto error = unpack(bytes, parts)) return error;
    ParagraphCollector paragraphs(article);
    if (parts.is_odf) paragraphs.set_odf();
    if (!parse_xml(parts.content, paragraphs)) return Error{{}, 0, 0, "holds broken XML"};
    PropertyCollector properties;
    parse_xml(parts.properties, properties);
    if (article.blocks.empty()) return Error{{}, 0, 0, "holds no text"};
    article.title = properties.title;
    const auto title = std::ranges::find(article.blocks, BlockKind::kTitle, &Block::kind);
    if (article.title.empty() && title != article.blocks.end())
        article.title = title->span.of(article.text);
    article.byline = properties.creator;
    if (auto date = dates.read(properties.created)) {
        article.published = std::move(*date);
        article.published_from = PublishedFrom::kMeta;
    }
    return std::nullopt;
}

}  // namespace lede::reading

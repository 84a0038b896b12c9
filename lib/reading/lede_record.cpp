#include "reading/lede_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "reading/json_text.h"
#include "text/offset_map.h"

namespace lede::reading {
namespace {

constexpr int kSchema = 1;
constexpr std::array<std::string_view, 11> kKindNames = {
    "title",     "deck",       "byline", "publication", "dateline",   "heading",
    "paragraph", "blockquote", "list",   "caption",     "boilerplate"};
constexpr std::array<std::string_view, 7> kPublishedFromNames = {"",    "option",   "field", "meta",
                                                                 "url", "dateline", "path"};

std::string_view piece_of(const JsonRecord& record, std::string_view name) {
    const auto at = std::ranges::find(record.names, name);
    if (at == record.names.end()) return {};
    return record.pieces[static_cast<std::size_t>(at - record.names.begin())];
}

std::string text_of(const JsonRecord& record, std::string_view name) {
    return string_in(piece_of(record, name)).value_or("");
}

// The object in a piece; empty if the piece holds none.
JsonRecord object_in(std::string_view piece, std::string& buffer) {
    if (!piece.starts_with('{')) return {};
    buffer = piece;
    const Result<JsonRecord> parsed = parse_json_record(buffer);
    return parsed ? parsed.value() : JsonRecord{};
}

std::optional<std::uint32_t> integer_in(std::string_view piece) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), value);
    if (error != std::errc() || end != piece.data() + piece.size()) return std::nullopt;
    return value;
}

// The objects of an array of flat objects, one after the other.
std::vector<std::string_view> objects_in(std::string_view array) {
    std::vector<std::string_view> objects;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < array.size(); ++at) {
        if (array[at] == '"') {
            at += string_size(array.substr(at)) - 1;
        } else if (array[at] == '{') {
            begin = at;
        } else if (array[at] == '}') {
            objects.push_back(array.substr(begin, at + 1 - begin));
        }
    }
    return objects;
}

std::optional<Block> read_block(const JsonRecord& object, const OffsetMap& offsets) {
    const auto begin = integer_in(piece_of(object, "begin"));
    const auto end = integer_in(piece_of(object, "end"));
    const auto kind = std::ranges::find(kKindNames, text_of(object, "kind"));
    if (!begin || !end || *begin > *end || kind == kKindNames.end()) return std::nullopt;
    return Block{{offsets.to_bytes(*begin), offsets.to_bytes(*end)},
                 static_cast<BlockKind>(kind - kKindNames.begin())};
}

// Blocks that are out of order or no blocks leave the article without any: they are found anew.
void read_blocks(std::string_view array, OffsetUnit unit, Article& article) {
    const OffsetMap offsets(article.text, unit);
    std::string buffer;
    for (const std::string_view piece : objects_in(array)) {
        const auto block = read_block(object_in(piece, buffer), offsets);
        const std::uint32_t least = article.blocks.empty() ? 0 : article.blocks.back().span.end;
        if (!block || block->span.begin < least) {
            article.blocks.clear();
            return;
        }
        article.blocks.push_back(*block);
    }
}

}  // namespace

bool is_lede_record(const JsonRecord& record) { return piece_of(record, "lede").starts_with('{'); }

std::optional<Error> read_lede_record(const JsonRecord& record, bool text_required,
                                      Article& article) {
    std::string buffer;
    const JsonRecord header = object_in(piece_of(record, "lede"), buffer);
    const auto schema = integer_in(piece_of(header, "schema"));
    if (!schema || *schema > kSchema) return Error{{}, 0, 0, "is a record of a later schema"};
    const std::string unit_name = text_of(header, "offsets");
    const OffsetUnit unit = unit_name == "bytes"   ? OffsetUnit::kBytes
                            : unit_name == "utf16" ? OffsetUnit::kUtf16
                                                   : OffsetUnit::kCodePoints;
    auto text = string_in(piece_of(record, "text"));
    if (!text && text_required)
        return Error{{}, 0, 0, "is a record without \"text\" (written with --no-text)"};
    article.text = std::move(text).value_or("");
    if (auto id = scalar_in(piece_of(record, "id"))) article.id = std::move(*id);
    article.source = text_of(record, "source");
    article.title = text_of(record, "title");
    article.byline = text_of(record, "byline");
    article.publication = text_of(record, "publication");
    article.published = text_of(record, "published");
    const auto from = std::ranges::find(kPublishedFromNames, text_of(record, "published_from"));
    if (from != kPublishedFromNames.end())
        article.published_from = static_cast<PublishedFrom>(from - kPublishedFromNames.begin());
    if (std::string language = text_of(record, "language"); !language.empty())
        article.language = std::move(language);
    std::string meta_buffer;
    const JsonRecord meta = object_in(piece_of(record, "meta"), meta_buffer);
    for (std::size_t i = 0; i < meta.names.size(); ++i)
        article.meta.emplace_back(meta.names[i], meta.pieces[i]);
    read_blocks(piece_of(record, "blocks"), unit, article);
    return std::nullopt;
}

}  // namespace lede::reading

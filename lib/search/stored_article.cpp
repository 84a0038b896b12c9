#include "search/stored_article.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "search/document_table.h"
#include "writing/json_writer.h"
#include "writing/record_writer.h"

namespace lede::search {
namespace {

constexpr Layers kStoredLayers = {Layer::kBlocks, Layer::kEntities,  Layer::kDates,
                                  Layer::kQuotes, Layer::kNonspeech, Layer::kCitations};
// Whether the blocks stand in the record, or are those of the regions "p".
constexpr char kWithBlocks = 'b', kWithoutBlocks = 'p';

// Whether each block begins and ends with a token, as regions do.
bool blocks_are_regions(const Document& document) {
    const auto& tokens = document.tokens;
    return std::ranges::all_of(document.article.blocks, [&](const Block& block) {
        const auto first = std::ranges::lower_bound(
            tokens, block.span.begin, {}, [](const Token& token) { return token.span.begin; });
        const auto last =
            std::ranges::lower_bound(first, tokens.end(), block.span.end, {},
                                     [](const Token& token) { return token.span.end; });
        return first != tokens.end() && first->span.begin == block.span.begin &&
               last != tokens.end() && last->span.end == block.span.end;
    });
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
}

// Numbers of the regions that begin in [begin, end): the first, and one past the last.
std::pair<std::uint32_t, std::uint32_t> regions_from(const RegionColumns& regions,
                                                     std::uint32_t begin, std::uint32_t end) {
    const auto first_not_below = [&](std::uint32_t position) {
        std::uint32_t low = 0;
        for (std::uint32_t high = regions.size(); low < high;) {
            const std::uint32_t middle = low + (high - low) / 2;
            if (regions.begins[middle] < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    return {first_not_below(begin), first_not_below(end)};
}

std::string_view value_at(const TokenColumn& column, std::uint32_t token) {
    return column.values[column.ids[token]];
}

}  // namespace

std::string stored_record(const Document& document) {
    const bool with_blocks = !blocks_are_regions(document);
    std::string record(1, with_blocks ? kWithBlocks : kWithoutBlocks);
    writing::RecordWriter({.unit = OffsetUnit::kBytes,
                           .layers = kStoredLayers,
                           .with_text = false,
                           .with_blocks = with_blocks})
        .append(document, record);
    record.resize(record.rfind('}'));  // the text and the tokens follow
    record += ",\"joined\":[";
    bool any = false;
    for (std::size_t i = 0; i < document.tokens.size(); ++i)
        if (document.tokens[i].joined)
            record += (std::exchange(any, true) ? "," : "") + std::to_string(i);
    return record + ']';
}

StoredArticles::StoredArticles(const Segment& segment)
    : segment_(segment),
      words_(segment.table().column("word")),
      blanks_(segment.table().column(kBlankAttribute)) {}

reading::RawRecord StoredArticles::record(std::uint32_t document) {
    const bool is_article = !segment_.records().empty();
    reading::RawRecord record;
    record.path_id = segment_.document_id(document);
    record.format = is_article ? reading::Format::kLede : reading::Format::kVrt;
    record.bytes = is_article ? article(document) : vertical_text(document);
    return record;
}

std::string StoredArticles::article(std::uint32_t number) {
    const TokenTable& table = segment_.table();
    const std::uint32_t begin = segment_.document_begin(number);
    const std::uint32_t end = segment_.document_end(number);
    const std::string_view stored = segment_.records().record(number, group_);
    const Document document = document_of(table, begin, end, segment_.document_id(number));
    std::string out(stored.substr(std::min<std::size_t>(1, stored.size())));
    out += ",\"text\":";
    writing::append_json_string(out, document.text());
    const auto append_spans = [&](const char* key, const auto& items) {
        out += key;
        for (const auto& item : items)
            out += (out.back() == '[' ? "[" : ",[") + std::to_string(item.span.begin) + ',' +
                   std::to_string(item.span.end) + ']';
        out += ']';
    };
    if (stored.starts_with(kWithoutBlocks)) {
        out += ",\"blocks\":[";
        for (const Block& block : document.article.blocks)
            out += (out.back() == '[' ? "{\"begin\":" : ",{\"begin\":") +
                   std::to_string(block.span.begin) + ",\"end\":" + std::to_string(block.span.end) +
                   ",\"kind\":\"" + std::string(name_of(block.kind)) + "\"}";
        out += ']';
    }
    append_spans(",\"sentences\":[", document.sentences);
    append_spans(",\"tokens\":[", document.tokens);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kTags = {
        {{"upos", "upos"}, {"xpos", "xpos"}, {"lemma", "lemmas"}}};
    for (const auto& [attribute, key] : kTags) {
        const TokenColumn* const column = table.column(attribute);
        if (!column) continue;
        out += ",\"" + std::string(key) + "\":[";
        for (std::uint32_t token = begin; token < end; ++token) {
            if (token > begin) out += ',';
            writing::append_json_string(out, value_at(*column, token));
        }
        out += ']';
    }
    return out + "}\n";
}

std::string StoredArticles::vertical_text(std::uint32_t number) const {
    const TokenTable& table = segment_.table();
    const std::uint32_t begin = segment_.document_begin(number);
    const std::uint32_t end = segment_.document_end(number);
    // Tags before each token: those that close, the last opened first, then those that open.
    struct Tag {
        std::uint32_t position;
        bool opens;
        std::uint32_t other;  // where the region ends, or began
        std::string text;
    };
    std::vector<Tag> tags;
    for (const RegionColumns& regions : table.regions) {
        const auto [first, last] = regions_from(regions, begin, end);
        for (std::uint32_t i = first; i < last; ++i) {
            const std::uint32_t region_end = std::min(regions.end(i), end);
            Tag tag{regions.begins[i], true, region_end, '<' + regions.name};
            for (const RegionColumn& attribute : regions.attributes)
                if (const auto value = attribute.value(i)) {
                    tag.text += ' ' + attribute.name + "=\"";
                    append_escaped(tag.text, *value);
                    tag.text += '"';
                }
            tags.push_back(std::move(tag));
            tags.push_back({region_end, false, regions.begins[i], "</" + regions.name});
        }
    }
    std::ranges::stable_sort(tags, [](const Tag& a, const Tag& b) {
        if (a.position != b.position) return a.position < b.position;
        return a.opens != b.opens ? b.opens : a.other > b.other;
    });
    std::string out;
    std::vector<const TokenColumn*> columns{words_};
    for (const TokenColumn& column : table.columns)
        if (&column != words_) columns.push_back(&column);
    auto tag = tags.begin();
    const auto append_tags = [&](std::uint32_t position) {
        for (; tag != tags.end() && tag->position <= position; ++tag) out += tag->text + ">\n";
    };
    out += "<!-- #vrt positional-attributes:";
    for (const TokenColumn* const column : columns) out += ' ' + (column ? column->name : "word");
    out += " -->\n";
    for (std::uint32_t token = begin; token < end; ++token) {
        append_tags(token);
        for (const TokenColumn* const column : columns) {
            if (column != columns.front()) out += '\t';
            if (column) append_escaped(out, value_at(*column, token));
        }
        out += '\n';
    }
    append_tags(end);
    return out;
}

}  // namespace lede::search

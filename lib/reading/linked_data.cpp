#include "reading/linked_data.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "reading/json_record.h"
#include "reading/json_text.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr int kMaxDepth = 8;

std::string_view piece_of(const JsonRecord& record, std::string_view name) {
    const auto at = std::ranges::find(record.names, name);
    if (at == record.names.end()) return {};
    return record.pieces[static_cast<std::size_t>(at - record.names.begin())];
}

std::string text_of(const JsonRecord& record, std::string_view name) {
    const std::vector<std::string> strings = strings_in(piece_of(record, name));
    return strings.empty() ? std::string() : strings.front();
}

// 2: surely the page's article; 1: perhaps; 0: something else.
int article_rank(const JsonRecord& record) {
    int rank = 0;
    for (const std::string& type : strings_in(piece_of(record, "@type"))) {
        if (type.ends_with("NewsArticle")) rank = 2;
        if (type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
            type == "Review" || type == "ClaimReview")
            rank = std::max(rank, 1);
    }
    return rank;
}

// What scripts wrap around their JSON, and raw control characters inside its strings.
std::string cleaned(std::string_view script) {
    const std::size_t begin = std::min(script.find_first_of("{["), script.size());
    const std::size_t last = script.find_last_of("}]");
    std::string out;
    if (last != std::string_view::npos && last >= begin)
        out = script.substr(begin, last + 1 - begin);
    std::ranges::replace_if(
        out, [](char c) { return c >= 0 && c < ' '; }, ' ');
    return out;
}

// Text in JSON-LD is plain, but many publishing systems write it as HTML.
std::string without_entities(std::string text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNamed = {
        {{"amp", "&"}, {"quot", "\""}, {"apos", "'"}, {"lt", "<"}, {"gt", ">"}, {"nbsp", " "}}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string::npos;
        const std::string_view name = end == std::string::npos || end - at > 8
                                          ? std::string_view()
                                          : std::string_view(text).substr(at + 1, end - at - 1);
        const auto* const known =
            std::ranges::find(kNamed, name, &std::pair<std::string_view, std::string_view>::first);
        std::uint32_t number = 0;
        if (known != kNamed.end()) {
            out += known->second;
        } else if (name.starts_with('#')) {
            const bool is_hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
            const char* const digits = name.data() + (is_hex ? 2 : 1);
            const auto [stop, error] =
                std::from_chars(digits, name.data() + name.size(), number, is_hex ? 16 : 10);
            if (error != std::errc() || stop != name.data() + name.size() || number == 0 ||
                number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) {
                out += text[at++];
                continue;
            }
            utf8::append(out, number);
        } else {
            out += text[at++];
            continue;
        }
        at = end + 1;
    }
    return out;
}

class Reader {
  public:
    LinkedArticle article;

    // Authors that are named elsewhere, by their "@id".
    void resolve() {
        for (const std::string& id : author_ids_)
            if (const auto at = names_by_id_.find(id); at != names_by_id_.end())
                article.authors.push_back(at->second);
    }

    void visit(std::string_view piece, int depth) {
        if (depth > kMaxDepth) return;
        for (const std::string_view value : values_in(piece)) {
            if (value.starts_with('{')) visit_object(value, depth);
            if (value.starts_with('[')) visit(value, depth + 1);
        }
    }

  private:
    void visit_object(std::string_view value, int depth) {
        std::string buffer(value);
        const Result<JsonRecord> parsed = parse_json_record(buffer);
        if (!parsed) return;
        const JsonRecord& record = parsed.value();
        if (auto id = text_of(record, "@id"), name = text_of(record, "name");
            !id.empty() && !name.empty())
            names_by_id_.emplace(std::move(id), without_entities(std::move(name)));
        if (const int rank = article_rank(record); rank > rank_) {
            rank_ = rank;
            take(record);
        }
        for (const std::string_view piece : record.pieces)
            if (piece.starts_with('{') || piece.starts_with('[')) visit(piece, depth + 1);
    }

    void take(const JsonRecord& record) {
        article = {};
        article.found = true;
        article.title = without_entities(text_of(record, "headline"));
        if (article.title.empty()) article.title = without_entities(text_of(record, "name"));
        article.authors = names_in(piece_of(record, "author"));
        if (article.authors.empty()) article.authors = names_in(piece_of(record, "creator"));
        author_ids_.clear();
        if (article.authors.empty()) author_ids_ = ids_in(piece_of(record, "author"));
        const auto publishers = names_in(piece_of(record, "publisher"));
        if (!publishers.empty()) article.publisher = publishers.front();
        article.published = text_of(record, "datePublished");
        if (article.published.empty()) article.published = text_of(record, "dateCreated");
        article.language = text_of(record, "inLanguage");
    }

    // The names of persons or organisations: strings, or objects with a name.
    static std::vector<std::string> names_in(std::string_view piece) {
        std::vector<std::string> names;
        for (const std::string_view value : values_in(piece)) {
            if (auto name = string_in(value)) names.push_back(without_entities(std::move(*name)));
            if (!value.starts_with('{')) continue;
            std::string buffer(value);
            const Result<JsonRecord> parsed = parse_json_record(buffer);
            if (!parsed) continue;
            for (std::string& name : strings_in(piece_of(parsed.value(), "name")))
                names.push_back(without_entities(std::move(name)));
        }
        return names;
    }

    static std::vector<std::string> ids_in(std::string_view piece) {
        std::vector<std::string> ids;
        for (const std::string_view value : values_in(piece)) {
            if (!value.starts_with('{')) continue;
            std::string buffer(value);
            const Result<JsonRecord> parsed = parse_json_record(buffer);
            if (parsed) ids.push_back(text_of(parsed.value(), "@id"));
        }
        return ids;
    }

    int rank_ = 0;
    std::vector<std::string> author_ids_;
    std::unordered_map<std::string, std::string> names_by_id_;
};

}  // namespace

LinkedArticle read_linked_data(const std::vector<std::string>& scripts) {
    Reader reader;
    for (const std::string& script : scripts) {
        const std::string json = cleaned(script);
        if (!json.empty() && is_json_value(json)) reader.visit(json, 0);
    }
    reader.resolve();
    return std::move(reader.article);
}

}  // namespace lede::reading

#include "reading/page_metadata.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "reading/linked_data.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::array<std::string_view, 7> kRoles = {
    "title", "byline", "publication", "published", "description", "url", "language"};
enum Role : std::size_t {
    kTitle,
    kByline,
    kPublication,
    kPublished,
    kDescription,
    kUrl,
    kLanguage
};

constexpr std::size_t kMostTitles = 10;
constexpr std::string_view kFirstSeenYear = "1990";  // of dates that are only seen

struct Value {
    int rank;
    std::string text;
};

std::string collapsed(std::string_view text) {
    std::string out;
    bool blank = false;
    for (const char c : text) {
        if (unicode::is_ascii_space(c)) {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        out += c;
    }
    return out;
}

// The visible text of an element.
std::string text_below(const HtmlTree& tree, std::uint32_t node) {
    return collapsed(tree.text_below(node));
}

// Letters and digits only, folded: what makes two titles the same.
std::string title_key(std::string_view text) {
    std::string key = unicode::fold(text);
    std::erase_if(key, [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !unicode::is_ascii_letter(c) &&
               !unicode::is_ascii_digit(c);
    });
    return key;
}

constexpr std::array<std::string_view, 8> kTitleMarks = {" | ", " - ",  " – ", " — ",
                                                         " : ", " :: ", " » ", " · "};

// "www.harbour.example" of "https://www.harbour.example/talks"
std::string_view host_of(std::string_view url) {
    const std::size_t scheme = url.find("//");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 2);
    return url.substr(0, url.find('/'));
}

// "Talks End | The Harbour" without the outlet, where it is told apart by a mark and is the one
// that the page names, or the one that its address is called after.
std::string_view without_outlet(std::string_view title, std::string_view outlet,
                                std::string_view url) {
    const std::string key = title_key(outlet);
    const std::string host = title_key(host_of(url));
    for (const std::string_view mark : kTitleMarks) {
        const std::size_t at = title.rfind(mark);
        if (at == std::string_view::npos || at < 8) continue;
        const std::string tail = title_key(title.substr(at + mark.size()));
        const bool is_outlet =
            !tail.empty() && ((!key.empty() && (key.find(tail) != std::string::npos ||
                                                tail.find(key) != std::string::npos)) ||
                              (tail.size() > 2 && host.find(tail) != std::string::npos));
        if (is_outlet || mark == " | ") return title.substr(0, at);
    }
    return title;
}

// "@harbour" -> "harbour", "Harbour | News of the Coast" -> "Harbour"; an address is no name.
std::string outlet_name(std::string_view text) {
    if (text.find("://") != std::string_view::npos) return {};
    if (text.starts_with('@')) text.remove_prefix(1);
    return std::string(text.substr(0, text.find(" | ")));
}

// "The Harbour" of the window title "Talks End - The Harbour", if "Talks End" is the title.
std::string outlet_behind(std::string_view window, std::string_view title) {
    const std::size_t at = title.empty() ? std::string_view::npos : window.find(title);
    if (at == std::string_view::npos) return {};
    std::string_view rest = window.substr(at + title.size());
    const auto is_mark = [&](std::string_view mark) { return rest.starts_with(mark); };
    if (std::ranges::none_of(kTitleMarks, is_mark)) return {};
    for (const std::string_view mark : kTitleMarks)
        if (const std::size_t last = rest.rfind(mark); last != std::string_view::npos)
            rest = rest.substr(last + mark.size());
    return std::string(rest);
}

std::string window_title(const HtmlTree& tree) {
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i)
        if (tree.nodes[i].tag == Tag::kTitle)
            if (std::string text = text_below(tree, i); !text.empty()) return text;
    return {};
}

// True for a date with time and zone.
bool is_whole(std::string_view date) { return date.size() > 19; }

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

struct PageMetadataReader::Found {
    std::array<std::vector<Value>, kRoles.size()> values;  // by role, best rank first
    LinkedArticle linked;

    std::string first(Role role) const {
        return values[role].empty() ? std::string() : values[role].front().text;
    }

    StatedAuthors authors(const std::string& outlet) const {
        StatedAuthors stated{.linked = linked.authors, .meta = {}, .outlet = outlet};
        int rank = 0;
        for (const Value& value : values[kByline]) {
            if (stated.meta.empty() || value.rank != rank) stated.meta.emplace_back();
            rank = value.rank;
            stated.meta.back().push_back(value.text);
        }
        return stated;
    }
};

PageMetadataReader::PageMetadataReader(const Lexicon& lexicon)
    : names_(lexicon.table("reading/meta_names")),
      bylines_(lexicon),
      dates_(lexicon),
      url_dates_(lexicon) {}

void PageMetadataReader::read_named(const HtmlTree& tree, Found& found) const {
    for (const HtmlAttribute& attribute : tree.attributes) {
        if (attribute.name != AttributeName::kName && attribute.name != AttributeName::kProperty &&
            attribute.name != AttributeName::kItemprop)
            continue;
        std::string name(attribute.value.of(tree.chars));
        for (char& c : name) c = unicode::ascii_lower(c);
        const std::uint32_t row = names_.find(name);
        if (row == names_.rows()) continue;
        const bool is_microdata = attribute.name == AttributeName::kItemprop;
        std::string text = collapsed(tree.attribute(attribute.node, AttributeName::kContent));
        if (text.empty() && is_microdata)
            text = tree.attribute(attribute.node, AttributeName::kDatetime);
        if (text.empty() && is_microdata) text = text_below(tree, attribute.node);
        if (text.empty() || text.size() > 1000) continue;
        const auto role = static_cast<std::size_t>(std::ranges::find(kRoles, names_.cell(row, 1)) -
                                                   kRoles.begin());
        if (role == kRoles.size()) continue;
        const int rank = to_int(names_.cell(row, 2));
        auto& values = found.values[role];
        values.insert(std::ranges::upper_bound(values, rank, {}, &Value::rank), {rank, text});
    }
}

PageMetadata PageMetadataReader::read(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                      std::string_view url) const {
    Found found;
    found.linked = read_linked_data(tree.json_ld);
    read_named(tree, found);
    PageMetadata metadata;
    metadata.url = found.first(kUrl);
    for (const HtmlAttribute& attribute : tree.attributes)
        if (attribute.name == AttributeName::kRel &&
            attribute.value.of(tree.chars) == "canonical" &&
            tree.nodes[attribute.node].tag == Tag::kLink)
            metadata.url = tree.attribute(attribute.node, AttributeName::kHref);
    const std::string_view address = url.empty() ? std::string_view(metadata.url) : url;
    const std::string window = window_title(tree);
    metadata.publication = outlet_name(found.first(kPublication));
    if (metadata.publication.empty()) metadata.publication = outlet_name(found.linked.publisher);
    metadata.title = choose_title(blocks, found, window, metadata.publication, address);
    if (metadata.publication.empty()) metadata.publication = outlet_behind(window, metadata.title);
    metadata.byline =
        bylines_.read(tree, blocks, found.authors(metadata.publication), metadata.title);
    choose_date(tree, blocks, address, found, metadata);
    metadata.language = !tree.language.empty()           ? tree.language
                        : !found.linked.language.empty() ? found.linked.language
                                                         : found.first(kLanguage);
    return metadata;
}

// The visible heading that the page's own statements agree with; else what they say.
std::string PageMetadataReader::choose_title(const std::vector<PageBlock>& blocks,
                                             const Found& found, std::string_view window,
                                             std::string_view outlet, std::string_view url) const {
    std::vector<std::string> stated;
    if (!found.linked.title.empty()) stated.push_back(collapsed(found.linked.title));
    for (const Value& value : found.values[kTitle])
        if (stated.size() < kMostTitles) stated.push_back(value.text);
    if (!window.empty()) stated.emplace_back(window);
    std::vector<std::string> keys;
    keys.reserve(stated.size());
    for (const std::string& title : stated) keys.push_back(title_key(title));
    const PageBlock* only_h1 = nullptr;
    std::size_t h1_count = 0;
    for (const PageBlock& block : blocks) {
        if (!is_heading(block.tag)) continue;
        if (block.tag == Tag::kH1 && ++h1_count == 1) only_h1 = &block;
        const std::string key = title_key(block.text);
        if (key.size() < 8) continue;
        for (const std::string& title : keys)
            if (title.starts_with(key)) return block.text;
    }
    // A page that states no more than the outlet's name shows its title all the same.
    const bool is_telling = only_h1 && (only_h1->letters >= 20 || stated.empty() ||
                                        std::ranges::count(stated.front(), ' ') < 2);
    if (h1_count == 1 && is_telling && only_h1->link_letters < only_h1->letters)
        return only_h1->text;
    if (!stated.empty()) return std::string(without_outlet(stated.front(), outlet, url));
    return only_h1 ? only_h1->text : std::string();
}

void PageMetadataReader::choose_date(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                     std::string_view url, const Found& found,
                                     PageMetadata& metadata) const {
    const auto take = [&](std::string_view text, PublishedFrom from) {
        auto date = dates_.read(text);
        if (!date) return;
        std::string& published = metadata.published;
        // "2019-02-20" is completed by "2019-02-20T14:05:00", that by "2019-02-20T14:05:00Z".
        if (!published.empty() &&
            !(date->size() > published.size() && date->starts_with(published)))
            return;
        if (from == PublishedFrom::kDateline && *date < kFirstSeenYear) return;
        if (published.empty()) metadata.published_from = from;
        published = std::move(*date);
    };
    take(found.linked.published, PublishedFrom::kMeta);
    for (const Value& value : found.values[kPublished]) take(value.text, PublishedFrom::kMeta);
    for (std::uint32_t i = 0; i < tree.nodes.size() && !is_whole(metadata.published); ++i) {
        if (tree.nodes[i].tag != Tag::kTime) continue;
        take(tree.attribute(i, AttributeName::kDatetime), PublishedFrom::kMeta);
        take(text_below(tree, i), PublishedFrom::kMeta);
    }
    if (metadata.published.empty()) take(url_dates_.read(url), PublishedFrom::kUrl);
    // A short line with a whole date, before the text is well begun.
    const auto heading = std::ranges::find_if(blocks, [&](const PageBlock& block) {
        return is_heading(block.tag) && block.text == metadata.title;
    });
    std::size_t paragraphs = 0;
    for (auto at = blocks.begin(); at != blocks.end(); ++at) {
        const PageBlock& block = *at;
        paragraphs += at >= heading && block.letters >= 60 && !is_heading(block.tag);
        if (paragraphs > 2) break;
        const bool is_open =
            metadata.published.empty() || metadata.published_from == PublishedFrom::kUrl;
        if (!is_open || block.letters > 300) break;
        if (block.letters <= 60 && block.tag != Tag::kTd)
            take(block.text, PublishedFrom::kDateline);
    }
}

}  // namespace lede::reading

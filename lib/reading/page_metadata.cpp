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
    std::string text;
    for (std::uint32_t i = node; i < tree.nodes[node].end; ++i)
        if (tree.nodes[i].tag == Tag::kText) text += tree.text(i);
    return collapsed(text);
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

// "Talks End | The Harbour" without the outlet, where it is told apart by a mark.
std::string_view without_outlet(std::string_view title, std::string_view outlet) {
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " : ", " :: ", " » ", " · "}) {
        const std::size_t at = title.rfind(mark);
        if (at == std::string_view::npos || at < 8) continue;
        const std::string tail = title_key(title.substr(at + mark.size()));
        const std::string key = title_key(outlet);
        const bool is_outlet = !key.empty() && (key.find(tail) != std::string::npos ||
                                                tail.find(key) != std::string::npos);
        if (is_outlet || mark == " | ") return title.substr(0, at);
    }
    return title;
}

bool is_number(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           std::ranges::all_of(text, unicode::is_ascii_digit);
}

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
};

PageMetadataReader::PageMetadataReader(const Lexicon& lexicon)
    : names_(lexicon.table("reading/meta_names")), bylines_(lexicon), dates_(lexicon) {}

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
    metadata.publication = found.first(kPublication);
    if (metadata.publication.empty()) metadata.publication = found.linked.publisher;
    metadata.title = choose_title(tree, blocks, found);
    metadata.byline = choose_byline(tree, blocks, found);
    choose_date(tree, blocks, url.empty() ? std::string_view(metadata.url) : url, found, metadata);
    metadata.language = !tree.language.empty()           ? tree.language
                        : !found.linked.language.empty() ? found.linked.language
                                                         : found.first(kLanguage);
    return metadata;
}

// The visible heading that the page's own statements agree with; else what they say.
std::string PageMetadataReader::choose_title(const HtmlTree& tree,
                                             const std::vector<PageBlock>& blocks,
                                             const Found& found) const {
    std::string outlet = found.first(kPublication);
    if (outlet.empty()) outlet = found.linked.publisher;
    std::vector<std::string> stated;
    if (!found.linked.title.empty()) stated.push_back(collapsed(found.linked.title));
    for (const Value& value : found.values[kTitle]) stated.push_back(value.text);
    std::string window;
    for (std::uint32_t i = 0; i < tree.nodes.size() && window.empty(); ++i)
        if (tree.nodes[i].tag == Tag::kTitle) window = text_below(tree, i);
    if (!window.empty()) stated.push_back(window);
    const PageBlock* only_h1 = nullptr;
    std::size_t h1_count = 0;
    for (const PageBlock& block : blocks) {
        if (!is_heading(block.tag)) continue;
        if (block.tag == Tag::kH1 && ++h1_count == 1) only_h1 = &block;
        const std::string key = title_key(block.text);
        if (key.size() < 8) continue;
        for (const std::string& title : stated)
            if (title_key(title).starts_with(key)) return block.text;
    }
    // A page that states no more than the outlet's name shows its title all the same.
    const bool is_telling = only_h1 && (only_h1->letters >= 20 || stated.empty() ||
                                        std::ranges::count(stated.front(), ' ') < 2);
    if (h1_count == 1 && is_telling && only_h1->link_letters < only_h1->letters)
        return only_h1->text;
    if (!stated.empty()) return std::string(without_outlet(stated.front(), outlet));
    return only_h1 ? only_h1->text : std::string();
}

std::string PageMetadataReader::choose_byline(const HtmlTree& tree,
                                              const std::vector<PageBlock>& blocks,
                                              const Found& found) const {
    const auto cleaned = [&](std::string_view text) {
        if (text.find("://") != std::string_view::npos) return std::string();
        if (auto names = bylines_.read(text)) return *names;
        return bylines_.names(text);
    };
    std::string all;
    const auto add = [&](const std::string& names) {
        if (!names.empty() && all.find(names) == std::string::npos)
            all += (all.empty() ? "" : ", ") + names;
    };
    for (const std::string& author : found.linked.authors) add(cleaned(author));
    if (!all.empty()) return all;
    int rank = 0;
    for (const Value& value : found.values[kByline]) {
        if (!all.empty() && value.rank != rank) break;
        rank = value.rank;
        add(cleaned(value.text));
    }
    if (!all.empty()) return all;
    for (const HtmlAttribute& attribute : tree.attributes)
        if (attribute.name == AttributeName::kRel && attribute.value.of(tree.chars) == "author" &&
            tree.nodes[attribute.node].tag == Tag::kA)
            add(cleaned(text_below(tree, attribute.node)));
    if (!all.empty()) return all;
    for (const PageBlock& block : blocks)
        if (const auto names = bylines_.read(block.text)) return *names;
    return {};
}

void PageMetadataReader::choose_date(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                     std::string_view url, const Found& found,
                                     PageMetadata& metadata) const {
    const auto take = [&](std::string_view text, PublishedFrom from) {
        auto date = metadata.published.empty() ? dates_.read(text) : std::nullopt;
        if (!date) return;
        metadata.published = std::move(*date);
        metadata.published_from = from;
    };
    take(found.linked.published, PublishedFrom::kMeta);
    for (const Value& value : found.values[kPublished]) take(value.text, PublishedFrom::kMeta);
    for (std::uint32_t i = 0; i < tree.nodes.size() && metadata.published.empty(); ++i) {
        if (tree.nodes[i].tag != Tag::kTime) continue;
        take(tree.attribute(i, AttributeName::kDatetime), PublishedFrom::kMeta);
        take(text_below(tree, i), PublishedFrom::kMeta);
    }
    take(date_in_url(url), PublishedFrom::kUrl);
    // A short line with a whole date, before the text begins.
    for (const PageBlock& block : blocks) {
        if (!metadata.published.empty() || block.letters > 300) break;
        if (block.letters <= 60) take(block.text, PublishedFrom::kDateline);
    }
}

std::string date_in_url(std::string_view url) {
    std::array<std::string_view, 3> last;
    std::size_t at = 0;
    while (at < url.size()) {
        const std::size_t end = std::min(url.find_first_of("/-_?#.", at), url.size());
        last = {last[1], last[2], url.substr(at, end - at)};
        at = end + 1;
        if (is_number(last[0], 4, 4) && is_number(last[1], 1, 2) && is_number(last[2], 1, 2) &&
            is_calendar_day(to_int(last[0]), to_int(last[1]), to_int(last[2])) &&
            (last[0].starts_with("19") || last[0].starts_with("20")))
            return std::string(last[0]) + '-' + (last[1].size() < 2 ? "0" : "") +
                   std::string(last[1]) + '-' + (last[2].size() < 2 ? "0" : "") +
                   std::string(last[2]);
    }
    return {};
}

}  // namespace lede::reading

#include "reading/page_body.h"

#include <algorithm>
#include <cmath>

#include "reading/page_tail.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::uint64_t kShortestArticle = 200;  // letters
constexpr std::uint64_t kShortestBefore = 400;
constexpr std::uint32_t kShortestLead = 40;
constexpr std::uint32_t kShortestDeck = 20;
constexpr std::uint32_t kLongestCredit = 250;

bool ends_sentence(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        const utf8::Decoded last = utf8::decode_before(text, end);
        const char32_t c = last.code_point;
        if (std::u32string_view(U"\"'’”»)] ").find(c) == std::u32string_view::npos)
            return std::u32string_view(U".!?…。！？:").find(c) != std::u32string_view::npos;
        end -= last.size;
    }
    return false;
}

// "Image 2 of 5", "3 / 12": where a reader is in a gallery.
bool is_counter(std::string_view text) {
    if (text.size() > 20 || text.empty()) return false;
    const auto is_digit = [](char c) { return unicode::is_ascii_digit(c); };
    const std::size_t first =
        static_cast<std::size_t>(std::ranges::find_if(text, is_digit) - text.begin());
    if (first == text.size() || !is_digit(text.back()) ||
        text.substr(0, first).find(' ') + 1 < first)
        return false;
    std::string_view rest = text.substr(first);
    while (!rest.empty() && is_digit(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest.back())) rest.remove_suffix(1);
    return rest == " of " || rest == " / " || rest == "/";
}

double link_share(const PageBlock& block) {
    return static_cast<double>(block.link_letters) / std::max(1U, block.letters);
}

// Finds the article's blocks on one page.
class Finder {
  public:
    Finder(const HtmlTree& tree, const std::vector<PageBlock>& blocks, const PageWords& words,
           const LineCues& cues, std::string_view title)
        : tree_(tree), blocks_(blocks), words_(words), cues_(cues), title_(find_title(title)) {}

    std::vector<PageBlockRole> run() {
        std::vector<PageBlockRole> roles(blocks_.size(), PageBlockRole::kOut);
        if (blocks_.empty()) return roles;
        measure();
        find_outside();
        core_ = find_core();
        const std::uint32_t article = narrow(widen(core_));
        const auto [begin, end] = range_of(article);
        for (std::size_t i = begin; i < end; ++i) {
            if (caption_[i] || (!outside_[i] && is_credit(blocks_[i])))
                roles[i] = PageBlockRole::kCaption;
            else if (!outside_[i] && !deck_[i] && is_kept(i))
                roles[i] = PageBlockRole::kBody;
        }
        trim(roles, begin, end);
        add_deck(roles, article);
        cut_tail(roles);
        return roles;
    }

  private:
    // The heading that is the title, or the number of blocks.
    std::size_t find_title(std::string_view title) const {
        std::size_t at = 0;
        while (at < blocks_.size() &&
               (title.empty() || !is_heading(blocks_[at].tag) || blocks_[at].text != title))
            ++at;
        return at;
    }

    // The blocks that begin below an element: [begin, end).
    std::pair<std::size_t, std::size_t> range_of(std::uint32_t node) const {
        const auto first = std::ranges::lower_bound(blocks_, node, {}, &PageBlock::first_node);
        const auto last =
            std::ranges::lower_bound(blocks_, tree_.nodes[node].end, {}, &PageBlock::first_node);
        return {static_cast<std::size_t>(first - blocks_.begin()),
                static_cast<std::size_t>(last - blocks_.begin())};
    }

    bool is_running(std::size_t i) const {
        const PageBlock& block = blocks_[i];
        if (is_heading(block.tag) || link_share(block) > 0.5) return false;
        return block.letters >= 120 || (block.letters >= 25 && ends_sentence(block.text));
    }

    void measure() {
        running_.resize(blocks_.size());
        running_sum_.assign(1, 0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            running_[i] = is_running(i);
            running_sum_.push_back(running_sum_.back() + (running_[i] ? blocks_[i].letters : 0));
        }
    }

    std::uint64_t running_in(std::pair<std::size_t, std::size_t> range) const {
        return running_sum_[range.second] - running_sum_[range.first];
    }

    // Marks what stands in parts that belong to no article.
    void find_outside() {
        outside_.assign(blocks_.size(), false);
        caption_.assign(blocks_.size(), false);
        deck_.assign(blocks_.size(), false);
        for (const PageBlock& block : blocks_)
            if (is_heading(block.tag) && is_furniture(block)) close_after(block.node);
        const std::uint64_t all = running_sum_.back();
        for (std::uint32_t node = 0; node < tree_.nodes.size(); ++node) {
            const HtmlNode& element = tree_.nodes[node];
            if (element.tag == Tag::kText) continue;
            const PageRole role = role_of(element);
            if (role < PageRole::kCaption) continue;
            const auto range = range_of(node);
            if (is_heading(element.tag) && role >= PageRole::kOut) close_after(node);
            // A part with much of the page's text is named after something else in it.
            // Comments may be longer than what they are about.
            const bool is_below_text = role == PageRole::kFar && range.first > title_ &&
                                       running_in({title_, range.first}) >= kShortestBefore;
            const int most = role == PageRole::kFar ? 7 : 3;
            if (!is_below_text && running_in(range) * 10 > all * most) continue;
            std::vector<bool>& marks = role == PageRole::kCaption ? caption_
                                       : role == PageRole::kDeck  ? deck_
                                                                  : outside_;
            for (std::size_t i = range.first; i < range.second; ++i) marks[i] = true;
        }
    }

    // What stands after a heading like "Related" in the same part is outside with it, unless that
    // is where the article is.
    void close_after(std::uint32_t heading) {
        const std::uint32_t parent = parent_of(heading);
        if (parent == closed_) return;  // by a heading before it
        const auto range = range_of(parent);
        const auto begin = range_of(heading).first;
        if (running_in({range.first, begin}) * 10 < running_sum_.back()) return;
        closed_ = parent;
        for (std::size_t i = begin; i < range.second; ++i) outside_[i] = true;
    }

    PageRole role_of(const HtmlNode& element) const {
        switch (element.tag) {
            case Tag::kTr:
            case Tag::kTd:
                return PageRole::kNone;
            case Tag::kNav:
            case Tag::kFooter:
                return PageRole::kFar;
            case Tag::kAside:
            case Tag::kButton:
            case Tag::kHeader:
                return PageRole::kOut;
            case Tag::kFigcaption:
            case Tag::kFigure:
                return PageRole::kCaption;
            default:
                return words_.role_of(element.chars.of(tree_.chars));
        }
    }

    double worth(std::size_t i) const {
        const PageBlock& block = blocks_[i];
        if (outside_[i] || caption_[i] || deck_[i]) return -2;
        if (block.tag == Tag::kLi && link_share(block) > 0.1) return 0;  // teasers come in lists
        if (running_[i]) return block.letters * (1 - link_share(block));
        if (link_share(block) > 0.5) return -20.0 - block.letters * 0.5;
        return -10;
    }

    std::uint32_t parent_of(std::uint32_t node) const {
        const std::uint32_t parent = tree_.nodes[node].parent;
        return parent == kNone ? node : parent;
    }

    // The element whose children hold the most running text.
    std::uint32_t find_core() {
        sums_.assign(1, 0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) sums_.push_back(sums_.back() + worth(i));
        if (const std::uint32_t stated = find_stated(); stated != kNone) return stated;
        std::vector<double> scores(tree_.nodes.size(), 0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            double value = worth(i);
            if (value <= 0) continue;
            if (blocks_[i].tag == Tag::kLi) value *= 0.3;
            const std::uint32_t parent = parent_of(blocks_[i].node);
            if (blocks_[i].tag != Tag::kP) scores[blocks_[i].node] += value;
            scores[parent] += value;
            scores[parent_of(parent)] += value / 2;
        }
        const auto best = std::ranges::max_element(scores);
        return static_cast<std::uint32_t>(best - scores.begin());
    }

    // The element that the page says to be the article, if it holds text.
    std::uint32_t find_stated() const {
        std::uint32_t best = kNone;
        double best_sum = 100;
        for (const HtmlAttribute& attribute : tree_.attributes) {
            if (attribute.name != AttributeName::kItemprop ||
                attribute.value.of(tree_.chars) != "articleBody")
                continue;
            const double sum = sum_of(attribute.node);
            if (sum <= best_sum) continue;
            best_sum = sum;
            best = attribute.node;
        }
        return best;
    }

    double sum_of(std::uint32_t node) const {
        const auto [begin, end] = range_of(node);
        return sums_[end] - sums_[begin];
    }

    // Goes up while the part around holds clearly more text: an article in several boxes.
    std::uint32_t widen(std::uint32_t core) const {
        std::uint32_t article = core;
        std::uint32_t node = core;
        for (int level = 0; level < 7; ++level) {
            const std::uint32_t parent = parent_of(node);
            if (parent == node) break;
            node = parent;
            if (sum_of(node) > sum_of(article) * 1.2) article = node;
        }
        return article;
    }

    // Of several articles on one page, the one that the page's title stands in.
    std::uint32_t narrow(std::uint32_t article) const {
        if (title_ == blocks_.size()) return article;
        std::uint32_t node = blocks_[title_].node;
        std::uint32_t own = kNone;
        for (; node > article; node = parent_of(node)) {
            if (parent_of(node) == node) return article;
            if (tree_.nodes[node].tag == Tag::kArticle) own = node;
        }
        if (own == kNone || node != article) return article;
        const std::uint64_t inside = running_in(range_of(own));
        return inside >= kShortestArticle ? own : article;
    }

    // What stands between the title and the article, close above it, and is a sentence or is called
    // a deck: a summary in a box of its own.
    void add_deck(std::vector<PageBlockRole>& roles, std::uint32_t article) const {
        const auto body = static_cast<std::size_t>(std::ranges::find(roles, PageBlockRole::kBody) -
                                                   roles.begin());
        std::uint32_t around = article;
        for (int level = 0; level < 3; ++level) around = parent_of(around);
        const std::size_t first = std::max(title_ + 1, range_of(around).first);
        for (std::size_t i = first; i < body; ++i) {
            const PageBlock& block = blocks_[i];
            const bool is_sentence = running_[i] && block.letters >= kShortestLead &&
                                     ends_sentence(block.text) && block.tag != Tag::kLi &&
                                     block.tag != Tag::kTd && !outside_[i];
            const bool is_called = deck_[i] && block.letters >= kShortestDeck;
            if ((is_sentence || is_called) && link_share(block) < 0.1 && !caption_[i] &&
                !cues_.kind_of(block.text))
                roles[i] = PageBlockRole::kDeck;
        }
    }

    // True for blocks that stand beside the article's paragraphs.
    bool is_kin(std::size_t i) const {
        std::uint32_t node = blocks_[i].node;
        while (node != core_ && is_part_of_block(tree_.nodes[node].tag) && parent_of(node) != node)
            node = parent_of(node);
        return node == core_ || parent_of(node) == core_;
    }

    static bool is_part_of_block(Tag tag) {
        return is_heading(tag) || tag == Tag::kP || tag == Tag::kLi || tag == Tag::kUl ||
               tag == Tag::kOl || tag == Tag::kBlockquote || tag == Tag::kTd || tag == Tag::kTr ||
               tag == Tag::kTable || tag == Tag::kPre || tag == Tag::kDd || tag == Tag::kDt;
    }

    // True if a phrase says that the block, or its first line, is none of the article.
    bool is_furniture(const PageBlock& block) const {
        const std::size_t line = block.text.find('\n');
        const auto cue = cues_.kind_of(std::string_view(block.text).substr(0, line));
        if (!cue || cue->kind != BlockKind::kBoilerplate) return false;
        return line == std::string::npos || link_share(block) > 0.5;
    }

    // "Boats in the harbour (credit: Ann Lee)", "View of the hall, © Harbour, 2019"
    bool is_credit(const PageBlock& block) const {
        if (block.letters > kLongestCredit || is_heading(block.tag) || ends_sentence(block.text))
            return false;
        const auto cue = cues_.kind_of(block.text);
        return (cue && cue->kind == BlockKind::kCaption) ||
               block.text.find("©") != std::string::npos;
    }

    bool is_kept(std::size_t i) const {
        const PageBlock& block = blocks_[i];
        if (is_furniture(block) || block.tag == Tag::kH1) return false;
        if (running_[i]) return true;
        if (is_counter(block.text)) return false;
        // "Cod quotas fall (link) [VIDEO]": links with labels behind them.
        if (link_share(block) > 0.7 && block.tag == Tag::kP && !ends_sentence(block.text) &&
            block.text.find("://") == std::string::npos)
            return false;
        if (link_share(block) < 0.5 || block.letters - block.link_letters > 25) return true;
        // A line that is one link leads away, unless it stands in a list or shows its address.
        return is_kin(i) &&
               (block.tag == Tag::kLi || block.tag == Tag::kTd ||
                block.text.find("http") != std::string::npos || link_share(block) < 0.9);
    }

    // What stands before the first running text and after the last is furniture.
    void trim(std::vector<PageBlockRole>& roles, std::size_t begin, std::size_t end) const {
        const auto is_text = [&](std::size_t i) {
            return roles[i] == PageBlockRole::kBody &&
                   (running_[i] ||
                    (is_kin(i) && blocks_[i].tag != Tag::kBlock && link_share(blocks_[i]) < 0.9));
        };
        std::size_t first = begin;
        while (first < end && !is_text(first)) ++first;
        std::size_t last = end;
        while (last > first && !is_text(last - 1)) --last;
        for (std::size_t i = begin; i < end; ++i)
            if ((i < first || i >= last) && roles[i] == PageBlockRole::kBody)
                roles[i] = PageBlockRole::kOut;
    }

    void cut_tail(std::vector<PageBlockRole>& roles) const {
        std::vector<bool> is_body(roles.size());
        for (std::size_t i = 0; i < roles.size(); ++i)
            is_body[i] = roles[i] == PageBlockRole::kBody;
        cut_page_tail(blocks_, cues_, is_body);
        for (std::size_t i = 0; i < roles.size(); ++i)
            if (roles[i] == PageBlockRole::kBody && !is_body[i]) roles[i] = PageBlockRole::kOut;
    }

    const HtmlTree& tree_;
    const std::vector<PageBlock>& blocks_;
    const PageWords& words_;
    const LineCues& cues_;
    std::size_t title_;
    std::vector<bool> running_;
    std::vector<std::uint64_t> running_sum_;  // letters of running text before each block
    std::vector<double> sums_;                // worth of all blocks before each block
    std::uint32_t core_ = 0;
    std::uint32_t closed_ = kNone;  // the element that was last closed by a heading
    std::vector<bool> outside_;
    std::vector<bool> caption_;
    std::vector<bool> deck_;
};

}  // namespace

std::vector<PageBlockRole> PageBodyFinder::find(const HtmlTree& tree,
                                                const std::vector<PageBlock>& blocks,
                                                std::string_view title) const {
    return Finder(tree, blocks, words_, cues_, title).run();
}

}  // namespace lede::reading

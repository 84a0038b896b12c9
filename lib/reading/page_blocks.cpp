#include "reading/page_blocks.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

bool is_left_out(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x2060 || c == 0xFEFF;
}

// Elements that say what the text in them is.
bool has_role(Tag tag) {
    return is_heading(tag) || tag == Tag::kLi || tag == Tag::kTd || tag == Tag::kDt ||
           tag == Tag::kDd || tag == Tag::kFigcaption || tag == Tag::kBlockquote ||
           tag == Tag::kPre || tag == Tag::kP;
}

class BlockCutter {
  public:
    explicit BlockCutter(const HtmlTree& tree) : tree_(tree) {}

    std::vector<PageBlock> run() {
        for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
            while (!open_.empty() && tree_.nodes[open_.back()].end <= i) leave();
            const HtmlNode& node = tree_.nodes[i];
            if (node.tag == Tag::kText) {
                if (!hidden_) add(i);
                continue;
            }
            enter(i);
        }
        end_block();
        return std::move(blocks_);
    }

  private:
    void enter(std::uint32_t i) {
        const HtmlNode& node = tree_.nodes[i];
        open_.push_back(i);
        if (node.tag == Tag::kBr) {
            ++breaks_;
            return;
        }
        // Pages set a time apart from the name before it by style alone.
        blank_ |= node.tag == Tag::kTime;
        hidden_ += is_unseen(node);
        links_ += node.tag == Tag::kA || node.tag == Tag::kButton;
        preformatted_ += node.tag == Tag::kPre;
        if (is_block(node.tag)) {
            end_block();
            block_elements_.push_back(i);
        }
    }

    void leave() {
        const std::uint32_t i = open_.back();
        open_.pop_back();
        const HtmlNode& node = tree_.nodes[i];
        if (node.tag == Tag::kBr) return;
        hidden_ -= is_unseen(node);
        links_ -= node.tag == Tag::kA || node.tag == Tag::kButton;
        preformatted_ -= node.tag == Tag::kPre;
        if (is_block(node.tag)) {
            end_block();
            block_elements_.pop_back();
        }
    }

    static bool is_unseen(const HtmlNode& node) { return node.hidden || node.tag == Tag::kTitle; }

    void add(std::uint32_t i) {
        const std::string_view text = tree_.text(i);
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] > ' ') {
                begin_letter(i);
                block_.text += text[at++];
                continue;
            }
            const utf8::Decoded next = utf8::decode(text, at);
            at += next.size;
            if (is_left_out(next.code_point)) continue;
            if (next.code_point == '\n' && preformatted_ > 0) {
                ++breaks_;
            } else if (unicode::is_space(next.code_point) || next.code_point < ' ') {
                blank_ = true;
            } else {
                begin_letter(i);
                utf8::append(block_.text, next.code_point);
            }
        }
    }

    // Makes room for a letter of text node `i`, after the white space that stands before it.
    void begin_letter(std::uint32_t i) {
        if (breaks_ > 1) end_block();
        if (block_.text.empty()) {
            block_.node = block_elements_.empty() ? 0 : block_elements_.back();
            block_.first_node = i;
        } else if (breaks_ == 1) {
            block_.text += '\n';
        } else if (blank_) {
            block_.text += ' ';
        }
        breaks_ = 0;
        blank_ = false;
        ++block_.letters;
        block_.link_letters += links_ > 0;
    }

    void end_block() {
        breaks_ = 0;
        blank_ = false;
        if (block_.text.empty()) return;
        block_.tag = Tag::kBlock;
        for (auto at = block_elements_.rbegin(); at != block_elements_.rend(); ++at) {
            const Tag tag = tree_.nodes[*at].tag;
            if (!has_role(tag)) continue;
            // A paragraph may stand in a list item or a quotation; a list item in a cell is one.
            if (block_.tag == Tag::kBlock || block_.tag == Tag::kP) block_.tag = tag;
            if (tag != Tag::kP) break;
        }
        blocks_.push_back(std::move(block_));
        block_ = {};
    }

    const HtmlTree& tree_;
    std::vector<std::uint32_t> open_;
    std::vector<std::uint32_t> block_elements_;
    std::vector<PageBlock> blocks_;
    PageBlock block_;
    int hidden_ = 0;
    int links_ = 0;
    int preformatted_ = 0;
    int breaks_ = 0;
    bool blank_ = false;
};

}  // namespace

std::vector<PageBlock> find_page_blocks(const HtmlTree& tree) { return BlockCutter(tree).run(); }

}  // namespace lede::reading

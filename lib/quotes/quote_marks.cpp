#include "quotes/quote_marks.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::quotes {
namespace {

enum class Family : std::uint8_t { kDouble, kSingle, kAngle, kSingleAngle };
enum class Shape : std::uint8_t { kStraight, kOpen, kClose, kLow };

struct Mark {
    std::uint32_t at;
    std::uint32_t size;
    Family family;
    Shape shape;
    bool opens;           // the surroundings allow it to open
    bool closes;          // ... to close
    bool apostrophe;      // sure to be one (or inches)
    bool weak;            // a close that a plural's apostrophe would look like
    bool closer_follows;  // a strong close of its family comes before any other open
};

struct Surroundings {
    char32_t before = U' ';
    char32_t after = U' ';
};

constexpr std::array<bool, 256> make_lead_bytes() {
    std::array<bool, 256> lead{};
    for (const unsigned byte : {0x22U, 0x27U, 0x60U, 0xC2U, 0xE2U}) lead[byte] = true;
    return lead;
}
constexpr std::array<bool, 256> kLeadBytes = make_lead_bytes();

bool classify(char32_t c, Mark& mark) {
    switch (c) {
        case U'"':
            mark.family = Family::kDouble;
            mark.shape = Shape::kStraight;
            return true;
        case U'\'':
            mark.family = Family::kSingle;
            mark.shape = Shape::kStraight;
            return true;
        case U'`':
            mark.family = Family::kSingle;
            mark.shape = Shape::kOpen;
            return true;
        case U'“':
        case U'‟':
            mark.family = Family::kDouble;
            mark.shape = Shape::kOpen;
            return true;
        case U'”':
            mark.family = Family::kDouble;
            mark.shape = Shape::kClose;
            return true;
        case U'„':
            mark.family = Family::kDouble;
            mark.shape = Shape::kLow;
            return true;
        case U'‘':
        case U'‛':
            mark.family = Family::kSingle;
            mark.shape = Shape::kOpen;
            return true;
        case U'’':
            mark.family = Family::kSingle;
            mark.shape = Shape::kClose;
            return true;
        case U'‚':
            mark.family = Family::kSingle;
            mark.shape = Shape::kLow;
            return true;
        case U'«':
        case U'»':
            mark.family = Family::kAngle;
            mark.shape = Shape::kStraight;
            return true;
        case U'‹':
        case U'›':
            mark.family = Family::kSingleAngle;
            mark.shape = Shape::kStraight;
            return true;
        default:
            return false;
    }
}

bool is_mark(char32_t c) {
    Mark mark;
    return classify(c, mark);
}
bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015); }
bool is_open_bracket(char32_t c) { return c == U'(' || c == U'[' || c == U'{'; }
bool is_word(char32_t c) { return unicode::is_alphanumeric(c); }

bool may_open(Surroundings s) {
    const bool left = unicode::is_space(s.before) || is_open_bracket(s.before) ||
                      is_dash(s.before) || is_mark(s.before) || s.before == U'/';
    const bool ends = s.after == U',' || s.after == U';' || s.after == U':' || s.after == U'!' ||
                      s.after == U'?' || s.after == U')' || s.after == U']';
    return left && !ends && !unicode::is_space(s.after);
}

bool may_close(Surroundings s) {
    const bool right = unicode::is_space(s.after) || is_dash(s.after) || is_mark(s.after) ||
                       (unicode::is_punctuation(s.after) && !is_open_bracket(s.after));
    return right && !unicode::is_space(s.before) && !is_open_bracket(s.before);
}

// Words that begin with an apostrophe: decades and the clipped forms of speech.
bool is_elision(std::string_view rest, const WordClasses& classes) {
    if (!rest.empty() && unicode::is_ascii_digit(rest[0])) return true;
    std::size_t size = 0;
    while (size < rest.size() && unicode::is_ascii_letter(rest[size])) ++size;
    return (classes.of(unicode::fold(rest.substr(0, size))).classes & kElision) != 0;
}

// Reads the marks of one block and pairs them; what stays open is carried to the next block.
class Pairing {
  public:
    Pairing(std::string_view text, const WordClasses& classes, std::vector<MarkedSpan>& spans)
        : text_(text), classes_(classes), spans_(spans) {}

    void read(Span block) {
        block_ = block;
        collect();
        look_ahead();
        join_previous();
        for (std::size_t i = 0; i < marks_.size(); ++i) pair(marks_[i]);
        leave();
    }

    void finish() {
        if (carried_ != kNone) end_open(carried_, carried_block_end_);
        carried_ = kNone;
    }

  private:
    static constexpr std::uint32_t kLongestCarry = 4000;  // bytes

    struct Open {
        Mark mark;
        std::uint32_t span;  // index into spans_, which is reserved when the mark opens
    };

    void collect() {
        marks_.clear();
        for (std::uint32_t at = block_.begin; at < block_.end;) {
            if (!kLeadBytes[static_cast<unsigned char>(text_[at])]) {
                ++at;
                continue;
            }
            const utf8::Decoded decoded = utf8::decode(text_, at);
            Mark mark{.at = at, .size = decoded.size};
            if (classify(decoded.code_point, mark)) {
                if (is_doubled(mark)) mark.size = 2;
                describe(mark, decoded.code_point);
                marks_.push_back(mark);
            }
            at += mark.size;
        }
    }

    // ``so'' as typewriters and TeX write it.
    bool is_doubled(Mark& mark) const {
        const char c = text_[mark.at];
        if ((c != '`' && c != '\'') || mark.at + 1 >= block_.end || text_[mark.at + 1] != c)
            return false;
        mark.family = Family::kDouble;
        mark.shape = c == '`' ? Shape::kOpen : Shape::kClose;
        return true;
    }

    void describe(Mark& mark, char32_t c) const {
        Surroundings around;
        if (mark.at > block_.begin) around.before = utf8::decode_before(text_, mark.at).code_point;
        const std::uint32_t after = mark.at + mark.size;
        if (after < block_.end) around.after = utf8::decode(text_, after).code_point;
        mark.opens = may_open(around);
        mark.closes = may_close(around);
        if (mark.family == Family::kSingle) describe_single(mark, around);
        if (c == U'"' && unicode::is_digit(around.before) && is_after_feet(mark.at))
            mark.apostrophe = true;
    }

    void describe_single(Mark& mark, Surroundings around) const {
        const std::string_view rest = text_.substr(mark.at + mark.size, 8);
        if (is_word(around.before) && is_word(around.after)) mark.apostrophe = true;
        if (mark.opens && mark.shape != Shape::kLow && is_elision(rest, classes_))
            mark.apostrophe = true;
        if (mark.shape == Shape::kClose && mark.opens && !mark.closes) mark.apostrophe = true;
        if (!mark.opens && !mark.closes) mark.apostrophe = true;
        mark.weak =
            (around.before == U's' || around.before == U'z') && unicode::is_space(around.after);
    }

    // 6'2": the double mark after feet and a number.
    bool is_after_feet(std::uint32_t at) const {
        std::uint32_t i = at;
        while (i > block_.begin && unicode::is_ascii_digit(text_[i - 1])) --i;
        if (i == block_.begin) return false;
        const utf8::Decoded before = utf8::decode_before(text_, i);
        return before.code_point == U'\'' || before.code_point == U'’' || before.code_point == U'′';
    }

    void look_ahead() {
        bool single = false;
        bool straight = false;
        for (std::size_t i = marks_.size(); i-- > 0;) {
            Mark& mark = marks_[i];
            if (mark.apostrophe) continue;
            bool& follows = mark.family == Family::kSingle ? single : straight;
            mark.closer_follows = follows;
            if (mark.opens && !mark.closes) follows = false;
            if (mark.closes && !mark.opens && !mark.weak) follows = true;
        }
    }

    // Decides what becomes of a quotation that the block before left open.
    void join_previous() {
        if (carried_ == kNone) return;
        const auto first = std::find_if(marks_.begin(), marks_.end(), [this](const Mark& mark) {
            return !mark.apostrophe && mark.family == carried_mark_.family;
        });
        const bool too_far = block_.begin - spans_[carried_].outer.begin > kLongestCarry;
        if (first == marks_.end() && !too_far) return;
        if (first != marks_.end() && first->at == block_.begin && opens(*first)) {
            reopened_ = carried_block_end_ == previous_end_ ? carried_ : kNone;
        } else if (first != marks_.end() && !too_far && first->closes && !first->opens) {
            open_.push_back({carried_mark_, carried_});
            carried_ = kNone;
            return;
        }
        end_open(carried_, carried_block_end_);
        carried_ = kNone;
    }

    bool opens(const Mark& mark) const {
        return mark.shape == Shape::kOpen || mark.shape == Shape::kLow || mark.opens;
    }

    void pair(const Mark& mark) {
        if (mark.apostrophe) return;
        const std::size_t open = find_open(mark);
        const bool is_open = open < open_.size();
        if (is_open && is_close_for(open_[open].mark, mark)) {
            close(open, mark);
        } else if (is_open_mark(mark, is_open)) {
            if (is_open) abandon(open, mark.at);
            begin(mark);
        }
    }

    // The innermost open mark of the same family, or open_.size().
    std::size_t find_open(const Mark& mark) const {
        for (std::size_t i = open_.size(); i-- > 0;)
            if (open_[i].mark.family == mark.family) return i;
        return open_.size();
    }

    bool is_close_for(const Mark& open, const Mark& mark) const {
        if (mark.weak && mark.family == Family::kSingle && mark.closer_follows) return false;
        switch (mark.shape) {
            case Shape::kLow:
                return false;
            case Shape::kOpen:
                return open.shape == Shape::kLow || (mark.closes && !mark.opens);
            case Shape::kClose:
                return mark.family == Family::kDouble || mark.closes;
            case Shape::kStraight:
                break;
        }
        if (is_inch(mark)) return false;
        return mark.closes || !mark.opens;
    }

    // The 12" of: "a 12" pipe," he said.
    bool is_inch(const Mark& mark) const {
        return mark.family == Family::kDouble && mark.at > block_.begin &&
               unicode::is_ascii_digit(text_[mark.at - 1]) && mark.closer_follows &&
               mark.at + 2 < block_.end && text_[mark.at + 1] == ' ' &&
               unicode::is_ascii_lower(text_[mark.at + 2]);
    }

    bool is_open_mark(const Mark& mark, bool is_open) const {
        switch (mark.shape) {
            case Shape::kLow:
                return true;
            case Shape::kOpen:
                return mark.family == Family::kDouble || mark.opens;
            case Shape::kClose:
                return mark.family == Family::kDouble && mark.opens && !mark.closes;
            case Shape::kStraight:
                break;
        }
        if (mark.opens) return true;
        const bool inch = mark.family == Family::kDouble && mark.at > block_.begin &&
                          unicode::is_ascii_digit(text_[mark.at - 1]);
        return !is_open && !mark.closes && !inch && mark.family != Family::kSingle;
    }

    void begin(const Mark& mark) {
        MarkedSpan span;
        span.outer = {mark.at, block_.end};
        span.inner = {mark.at + mark.size, block_.end};
        span.parent = open_.empty() ? kNone : open_.back().span;
        span.is_double = mark.family == Family::kDouble || mark.family == Family::kAngle;
        if (mark.at == block_.begin) span.continues = reopened_;
        open_.push_back({mark, static_cast<std::uint32_t>(spans_.size())});
        spans_.push_back(span);
    }

    void close(std::size_t open, const Mark& mark) {
        MarkedSpan& span = spans_[open_[open].span];
        span.outer.end = mark.at + mark.size;
        span.inner.end = mark.at;
        while (open_.size() > open + 1) {
            drop(open_.back().span);
            open_.pop_back();
        }
        open_.pop_back();
    }

    // An open mark whose close is missing, because another of its family opens at `at`: it ends
    // with the last sentence before that.
    void abandon(std::size_t open, std::uint32_t at) {
        while (open_.size() > open + 1) {
            drop(open_.back().span);
            open_.pop_back();
        }
        const std::uint32_t index = open_.back().span;
        open_.pop_back();
        const std::string_view inner = Span{spans_[index].inner.begin, at}.of(text_);
        const std::size_t stop = inner.find_last_of(".!?");
        if (stop == std::string_view::npos || spans_[index].inner.begin < block_.begin) {
            drop(index);
        } else {
            end_open(index, spans_[index].inner.begin + static_cast<std::uint32_t>(stop) + 1);
        }
    }

    void leave() {
        reopened_ = kNone;
        if (!open_.empty()) {
            for (std::size_t i = 1; i < open_.size(); ++i) drop(open_[i].span);
            const Open& open = open_.front();
            if (open.mark.family == Family::kSingle && open.mark.shape == Shape::kStraight) {
                drop(open.span);
            } else {
                if (carried_ != kNone) end_open(carried_, carried_block_end_);
                carried_ = open.span;
                carried_mark_ = open.mark;
                carried_block_end_ = block_.end;
            }
        }
        open_.clear();
        previous_end_ = block_.end;
    }

    void drop(std::uint32_t span) { spans_[span].outer.end = spans_[span].outer.begin; }

    void end_open(std::uint32_t span, std::uint32_t end) {
        spans_[span].outer.end = spans_[span].inner.end = end;
        spans_[span].closed = false;
    }

    std::string_view text_;
    const WordClasses& classes_;
    std::vector<MarkedSpan>& spans_;
    Span block_;
    std::vector<Mark> marks_;
    std::vector<Open> open_;
    std::uint32_t carried_ = kNone;  // span that the last blocks left open
    Mark carried_mark_{};
    std::uint32_t carried_block_end_ = 0;
    std::uint32_t previous_end_ = 0;
    std::uint32_t reopened_ = kNone;  // span that a mark at the block's begin continues
};

// Takes out dropped spans and mends the indexes that passed over them.
void compact(std::string_view text, std::vector<MarkedSpan>& spans) {
    std::vector<std::uint32_t> moved(spans.size(), kNone);
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
        MarkedSpan span = spans[i];
        while (span.inner.begin < span.inner.end && unicode::is_ascii_space(text[span.inner.begin]))
            ++span.inner.begin;
        while (span.inner.begin < span.inner.end &&
               unicode::is_ascii_space(text[span.inner.end - 1]))
            --span.inner.end;
        if (span.outer.empty() || span.inner.empty()) {
            moved[i] = span.parent == kNone ? kNone : moved[span.parent];
            continue;
        }
        if (span.parent != kNone) span.parent = moved[span.parent];
        if (span.continues != kNone) span.continues = moved[span.continues];
        moved[i] = kept;
        spans[kept++] = span;
    }
    spans.resize(kept);
}

}  // namespace

std::vector<MarkedSpan> find_marks(std::string_view text, const std::vector<Block>& blocks,
                                   const WordClasses& classes) {
    std::vector<MarkedSpan> spans;
    Pairing pairing(text, classes, spans);
    for (const Block& block : blocks)
        if (block.kind != BlockKind::kBoilerplate) pairing.read(block.span);
    pairing.finish();
    compact(text, spans);
    return spans;
}

}  // namespace lede::quotes

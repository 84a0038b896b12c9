#include "search/concordance.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"
#include "writing/json_writer.h"
#include "writing/row_writer.h"

namespace lede::search {
namespace {

constexpr std::string_view kHitColor = "\x1B[1;31m";
constexpr std::string_view kIdColor = "\x1B[35m";
constexpr std::string_view kPlain = "\x1B[0m";

// The last or first `limit` code points of the text, whole.
std::string_view last_characters(std::string_view text, std::uint32_t limit) {
    std::size_t begin = text.size();
    for (std::uint32_t n = 0; n < limit && begin > 0; ++n)
        begin -= utf8::decode_before(text, begin).size;
    return text.substr(begin);
}

std::string_view first_characters(std::string_view text, std::uint32_t limit) {
    std::size_t end = 0;
    for (std::uint32_t n = 0; n < limit && end < text.size(); ++n)
        end += utf8::decode(text, end).size;
    return text.substr(0, end);
}

std::string collapsed(std::string_view text) {
    std::string out;
    writing::append_collapsed(out, text);
    return out;
}

bool begins_blank(std::string_view text) {
    return !text.empty() && static_cast<unsigned char>(text.front()) <= ' ';
}

bool ends_blank(std::string_view text) {
    return !text.empty() && static_cast<unsigned char>(text.back()) <= ' ';
}

struct Context {
    std::string left;
    std::string text;
    std::string right;
};

class Concordance {
  public:
    Concordance(const Document& document, const ConcordanceOptions& options, std::string& out)
        : document_(document), options_(options), out_(out) {}

    void append(const std::vector<Hit>& hits) {
        if (options_.sentences_before > 0 || options_.sentences_after > 0) {
            append_sentences(hits);
            return;
        }
        for (std::size_t i = 0; i < hits.size(); ++i) append_hit(hits[i], i + 1);
    }

  private:
    void append_hit(const Hit& hit, std::size_t number) {
        switch (options_.format) {
            case HitFormat::kKwic:
                append_kwic(hit);
                break;
            case HitFormat::kJson:
                append_json(hit, number);
                break;
            case HitFormat::kTsv:
                append_tsv(hit, number);
                break;
            case HitFormat::kMatch:
                append_prefix(hit.sentence);
                out_ += collapsed(document_.text_of(hit.span));
                out_ += '\n';
                break;
            case HitFormat::kPositions:
            case HitFormat::kColumns:
                break;
        }
    }

    // The stretch around the hit that its context is taken from.
    Span bounds(const Hit& hit) const {
        const Span whole = make_span(0, document_.text().size());
        if (options_.context_unit == Unit::kSentence && hit.sentence != kNone)
            return cover(document_.sentences[hit.sentence].span, hit.span);
        if (options_.context_unit == Unit::kParagraph)
            for (const Block& block : document_.article.blocks)
                if (block.span.contains(hit.span.begin)) return cover(block.span, hit.span);
        return whole;
    }

    Context context_of(const Hit& hit) const {
        const Span around = bounds(hit);
        std::string_view left = Span{around.begin, hit.span.begin}.of(document_.text());
        std::string_view right = Span{hit.span.end, around.end}.of(document_.text());
        if (!options_.context_unit) {
            left = last_characters(left, options_.context);
            right = first_characters(right, options_.context);
        }
        Context context{collapsed(left), collapsed(document_.text_of(hit.span)), collapsed(right)};
        if (ends_blank(left) && !context.left.empty()) context.left += ' ';
        if (begins_blank(right) && !context.right.empty())
            context.right = std::string(1, ' ').append(context.right);
        return context;
    }

    void append_prefix(std::uint32_t sentence) {
        paint(kIdColor, collapsed(document_.article.id));
        out_ += ':';
        if (options_.sentence_numbers && sentence != kNone)
            out_ += std::to_string(sentence + 1) + ':';
        out_ += ' ';
    }

    void paint(std::string_view color, std::string_view text) {
        if (options_.color) out_ += color;
        out_ += text;
        if (options_.color) out_ += kPlain;
    }

    void append_kwic(const Hit& hit) {
        const Context context = context_of(hit);
        append_prefix(hit.sentence);
        const std::size_t width = utf8::count_code_points(context.left);
        // The marks of a KWIC line stand below each other.
        if (!options_.context_unit && width < options_.context)
            out_.append(options_.context - width, ' ');
        out_ += context.left;
        paint(kHitColor, context.text);
        out_ += context.right;
        out_ += '\n';
    }

    // Whole sentences, each once; "--" between stretches that do not touch, as grep does.
    void append_sentences(const std::vector<Hit>& hits) {
        const auto count = static_cast<std::uint32_t>(document_.sentences.size());
        std::uint32_t done = 0;
        std::size_t at = 0;
        while (at < hits.size()) {
            const std::uint32_t sentence = hits[at].sentence;
            if (sentence == kNone) {
                ++at;
                continue;
            }
            const std::uint32_t first = sentence - std::min(sentence, options_.sentences_before);
            if (first > done && done > 0) out_ += "--\n";
            const std::uint32_t last = std::min(count, sentence + options_.sentences_after + 1);
            for (std::uint32_t i = std::max(first, done); i < last; ++i) {
                append_prefix(i);
                out_ += collapsed(document_.text_of(document_.sentences[i].span)) + '\n';
            }
            done = std::max(done, last);
            while (at < hits.size() && hits[at].sentence == sentence) ++at;
        }
    }

    void append_json(const Hit& hit, std::size_t number) {
        const Context context = context_of(hit);
        writing::JsonWriter json(out_);
        json.begin_object();
        json.key("id").string(document_.article.id);
        json.key("hit").number(number);
        if (!document_.article.published.empty())
            json.key("published").string(document_.article.published);
        json.key("left").string(context.left);
        json.key("text").string(context.text);
        json.key("right").string(context.right);
        if (hit.sentence != kNone) json.key("sentence").number(hit.sentence);
        json.end_object();
        out_ += '\n';
    }

    void append_tsv(const Hit& hit, std::size_t number) {
        const Context context = context_of(hit);
        writing::RowWriter row(out_, writing::Dialect::kTsv);
        row.text(document_.article.id);
        row.number(number);
        row.text(document_.article.published);
        row.text(context.left);
        row.text(context.text);
        row.text(context.right);
        if (hit.sentence == kNone)
            row.empty();
        else
            row.number(hit.sentence);
        row.number(code_points_before(hit.span.begin));
        row.number(code_points_before(hit.span.end));
        const std::vector<TokenHit> tokens = token_positions(document_, {hit});
        if (tokens.empty()) {
            row.empty();
            row.empty();
        } else {
            row.number(tokens[0].begin);
            row.number(tokens[0].end);
        }
        row.end();
    }

    // Counts on from the last place, as hits come in order.
    std::uint64_t code_points_before(std::uint32_t byte) {
        if (byte < counted_bytes_) counted_bytes_ = 0, code_points_ = 0;
        code_points_ += utf8::count_code_points(Span{counted_bytes_, byte}.of(document_.text()));
        counted_bytes_ = byte;
        return code_points_;
    }

    const Document& document_;
    const ConcordanceOptions& options_;
    std::string& out_;
    std::uint32_t counted_bytes_ = 0;
    std::uint64_t code_points_ = 0;
};

}  // namespace

std::vector<TokenHit> token_positions(const Document& document, const std::vector<Hit>& hits) {
    const auto& tokens = document.tokens;
    std::vector<TokenHit> positions;
    positions.reserve(hits.size());
    for (const Hit& hit : hits) {
        const auto first = std::ranges::upper_bound(
            tokens, hit.span.begin, {}, [](const Token& token) { return token.span.end; });
        const auto last =
            std::ranges::lower_bound(first, tokens.end(), hit.span.end, {},
                                     [](const Token& token) { return token.span.begin; });
        if (first == last) continue;
        positions.push_back({static_cast<std::uint32_t>(first - tokens.begin()),
                             static_cast<std::uint32_t>(last - tokens.begin())});
    }
    std::ranges::sort(positions, [](const TokenHit& a, const TokenHit& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    return positions;
}

std::uint32_t sentence_at(const Document& document, std::uint32_t byte) {
    const auto& sentences = document.sentences;
    const auto found = std::ranges::upper_bound(
        sentences, byte, {}, [](const Sentence& sentence) { return sentence.span.end; });
    if (found == sentences.end() || !found->span.contains(byte)) return kNone;
    return static_cast<std::uint32_t>(found - sentences.begin());
}

std::string concordance_header(HitFormat format) {
    return format == HitFormat::kTsv
               ? "id\thit\tpublished\tleft\ttext\tright\tsentence\tbegin\tend\t"
                 "token_begin\ttoken_end\n"
               : "";
}

void append_concordance(const Document& document, const std::vector<Hit>& hits,
                        const ConcordanceOptions& options, std::string& out) {
    Concordance(document, options, out).append(hits);
}

}  // namespace lede::search

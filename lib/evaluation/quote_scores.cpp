#include "evaluation/quote_scores.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "evaluation/quote_speakers.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::evaluation {
namespace {

constexpr std::u32string_view kTrimmed =
    U" \t\r\n\u00a0\"'`,.;:!?-"
    U"\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201a\u201b\u201c"
    U"\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2026\u300c\u300d";

bool is_trimmed(char32_t c) { return kTrimmed.find(c) != kTrimmed.npos; }

// The offset moved back to the begin of its character.
std::uint32_t on_character(std::string_view text, std::uint32_t at) {
    at = std::min(at, static_cast<std::uint32_t>(text.size()));
    while (at > 0 && at < text.size() && utf8::is_continuation(text[at])) --at;
    return at;
}

Span trim_left(std::string_view text, Span span) {
    while (span.begin < span.end) {
        const utf8::Decoded c = utf8::decode(text, span.begin);
        if (!is_trimmed(c.code_point)) break;
        span.begin += c.size;
    }
    return span;
}

Span trim(std::string_view text, Span span) {
    span = trim_left(text, {on_character(text, span.begin), on_character(text, span.end)});
    while (span.begin < span.end) {
        const utf8::Decoded c = utf8::decode_before(text, span.end);
        if (!is_trimmed(c.code_point)) break;
        span.end -= c.size;
    }
    const std::string_view content = span.size() > 0 ? span.of(text) : std::string_view();
    if (content.size() > 5 && (content.starts_with("That") || content.starts_with("that")) &&
        unicode::is_ascii_space(content[4])) {
        const Span rest = trim_left(text, {span.begin + 5, span.end});
        if (rest.begin < rest.end) return rest;
    }
    return span;
}

struct Piece {
    std::vector<Span> spans;  // acceptable ones, trimmed; the first is the piece
    const Item* quote = nullptr;
};

std::vector<Piece> pieces_of(std::string_view text, const Record& record) {
    std::vector<Piece> pieces;
    for (const Item& quote : record.quotes) {
        for (const Span span : quote.pieces) {
            const Span trimmed = trim(text, span);
            if (trimmed.empty()) continue;
            pieces.push_back({{trimmed}, &quote});
            for (const Span other : quote.others)
                if (const Span also = trim(text, other); !also.empty())
                    pieces.back().spans.push_back(also);
        }
    }
    return pieces;
}

std::uint32_t common(Span a, Span b) {
    return std::min(a.end, b.end) - std::min(std::max(a.begin, b.begin), std::min(a.end, b.end));
}

// Characters, because the measures count them and not bytes.
std::size_t length(std::string_view text, Span span) {
    return utf8::count_code_points(span.of(text));
}

bool overlaps_enough(std::string_view text, Span gold, Span system) {
    const std::uint32_t shared = common(gold, system);
    if (shared == 0) return false;
    const std::uint32_t begin = std::max(gold.begin, system.begin);
    const std::size_t both = length(text, {begin, begin + shared});
    return 2 * both >= length(text, gold) && 2 * both >= length(text, system);
}

using Match = std::map<std::size_t, std::size_t>;  // gold piece to the record's piece

template <typename Test>
Match match(std::string_view text, const std::vector<Piece>& gold, const std::vector<Piece>& system,
            Test test) {
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        for (const Span want : gold[i].spans) {
            for (std::size_t j = 0; j < system.size(); ++j) {
                const Span got = system[j].spans[0];
                const std::uint32_t shared = common(want, got);
                if (shared == 0 || !test(want, got)) continue;
                const std::uint32_t begin = std::max(want.begin, got.begin);
                const auto both = static_cast<double>(length(text, {begin, begin + shared}));
                pairs.emplace_back(-both / static_cast<double>(length(text, cover(want, got))), i,
                                   j);
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    Match matched;
    std::vector<bool> used(system.size(), false);
    for (const auto& [value, i, j] : pairs) {
        if (used[j] || !matched.emplace(i, j).second) continue;
        used[j] = true;
    }
    return matched;
}

struct QuoteTallies {
    Tally exact, overlap, attributed, head, name;
};

void count(std::string_view text, const std::vector<Piece>& gold, const std::vector<Piece>& system,
           QuoteTallies& tallies) {
    const auto equal = [](Span a, Span b) { return a == b; };
    const auto enough = [&](Span a, Span b) { return overlaps_enough(text, a, b); };
    tallies.exact += {gold.size(), system.size(), match(text, gold, system, equal).size()};
    const Match matched = match(text, gold, system, enough);
    tallies.overlap += {gold.size(), system.size(), matched.size()};
    std::size_t attributed = 0;
    for (const auto& [i, j] : matched) {
        const Item& want = *gold[i].quote;
        const Item& got = *system[j].quote;
        if (!want.has_speaker) {
            ++attributed;
            continue;
        }
        std::string speaker = got.speaker;
        if (speaker.empty() && got.speaker_span) speaker = trim(text, *got.speaker_span).of(text);
        const bool head = got.has_speaker && same_head(want.speaker, speaker);
        attributed += head;
        tallies.head += {1, 1, head};
        if (want.speaker_name.empty()) continue;
        const std::string& name = got.speaker_name.empty() ? speaker : got.speaker_name;
        tallies.name += {1, 1, same_name(want.speaker_name, name)};
    }
    tallies.attributed += {gold.size(), system.size(), attributed};
}

// The pieces without those that are no speech reports in the narrow sense.
void count_core(std::string_view text, std::vector<Piece> gold, std::vector<Piece> system,
                QuoteTallies& tallies) {
    const Match matched =
        match(text, gold, system, [&](Span a, Span b) { return overlaps_enough(text, a, b); });
    std::vector<bool> dropped(system.size(), false);
    for (const auto& [i, j] : matched) dropped[j] = !gold[i].quote->core;
    std::vector<Piece> kept;
    for (std::size_t j = 0; j < system.size(); ++j)
        if (!dropped[j]) kept.push_back(system[j]);
    std::erase_if(gold, [](const Piece& piece) { return !piece.quote->core; });
    count(text, gold, kept, tallies);
}

}  // namespace

Scores score_quotes(const std::vector<Record>& gold, const std::vector<Record>& system) {
    const RecordIndex records(system);
    QuoteTallies all, core;
    Tally nonspeech;
    for (const Record& document : gold) {
        const std::string_view text = document.text;
        const std::vector<Piece> want = pieces_of(text, document);
        const std::vector<Piece> got = pieces_of(text, records.at(document.id));
        count(text, want, got, all);
        count_core(text, want, got, core);
        for (const Span mark : document.nonspeech) {
            const Span span = trim(text, mark);
            const bool reported = std::any_of(got.begin(), got.end(), [&](const Piece& piece) {
                return overlaps_enough(text, span, piece.spans[0]);
            });
            nonspeech += {1, 1, reported};
        }
    }
    return {{"exact", all.exact},
            {"overlap", all.overlap},
            {"attributed", all.attributed},
            {"speaker head", all.head},
            {"speaker name", all.name},
            {"core exact", core.exact},
            {"core overlap", core.overlap},
            {"core attributed", core.attributed},
            {"core speaker head", core.head},
            {"core speaker name", core.name},
            {"nonspeech", nonspeech}};
}

}  // namespace lede::evaluation

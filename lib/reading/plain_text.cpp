#include "reading/plain_text.h"

#include <algorithm>
#include <vector>

#include "reading/text_lines.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongestTitle = 250;  // bytes
constexpr std::size_t kLongestHeading = 100;
constexpr std::size_t kLongestCaption = 400;
constexpr std::size_t kLongestDateline = 80;
constexpr std::size_t kMostLabels = 30;  // lines
constexpr std::size_t kLongestSpeaker = 40;
constexpr std::size_t kLongestByline = 60;
constexpr std::size_t kShortestBelowHeading = 30;
constexpr std::size_t kShortestBody = 60;  // a sentence of this length is running text

// The last code point that is no closing quote, bracket or asterisk.
char32_t final_mark(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        const utf8::Decoded last = utf8::decode_before(text, end);
        if (std::u32string_view(U"\"'’”»)]*").find(last.code_point) == std::u32string_view::npos)
            return last.code_point;
        end -= last.size;
    }
    return 0;
}

bool ends_sentence(std::string_view text) {
    const char32_t mark = final_mark(text);
    return mark == U'.' || mark == U'!' || mark == U'?' || mark == U'…';
}

bool is_body(std::string_view text) {
    return text.size() > kLongestTitle || (text.size() >= kShortestBody && ends_sentence(text));
}

// What stands below a heading may be a short sentence.
bool is_below_heading(std::string_view text) {
    return is_body(text) || (text.size() >= kShortestBelowHeading && ends_sentence(text));
}

// "LEE: Will there be less of it?": what somebody says in a transcript.
bool is_turn(std::string_view line) {
    const std::size_t colon = line.substr(0, kLongestSpeaker).find(": ");
    if (colon == std::string_view::npos) return false;
    return std::ranges::none_of(line.substr(0, colon), unicode::is_ascii_lower);
}

// "- item", "* item", "• item"; a dash that opens a quotation has a quote mark behind it.
bool is_list_item(std::string_view text) {
    const utf8::Decoded first = utf8::decode(text, 0);
    if (std::u32string_view(U"-*•–‣▪●").find(first.code_point) == std::u32string_view::npos)
        return false;
    return text.size() > first.size + 1U && text[first.size] == ' ';
}

bool has_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (unicode::is_letter(next.code_point)) return true;
        at += next.size;
    }
    return false;
}

// A title of the record's own may differ from the line in white space and marks only.
bool is_same_line(std::string_view a, std::string_view b) {
    const auto letters = [](std::string_view text) {
        std::string key = unicode::fold(text);
        std::erase_if(key, [](char c) { return unicode::is_ascii_space(c); });
        return key;
    };
    return letters(a) == letters(b);
}

// What stands before the dash of "BRUSSELS, March 3, 2018 (AP) — Ministers …"; empty if the
// paragraph does not begin so.
std::string_view dateline_of(std::string_view paragraph) {
    const std::string_view head = paragraph.substr(0, kLongestDateline);
    if (head.size() < 3 || !std::ranges::all_of(head.substr(0, 3), unicode::is_ascii_upper))
        return {};
    for (const std::string_view dash : {" - ", " -- ", " – ", " — ", "—", "–"})
        if (const std::size_t end = head.find(dash); end != std::string_view::npos && end >= 3)
            return head.substr(0, end);
    return {};
}

}  // namespace

PlainTextReader::PlainTextReader(const Lexicon& lexicon)
    : cues_(lexicon), labels_(lexicon), bylines_(lexicon), dates_(lexicon) {}

std::vector<TextPart> PlainTextReader::find_parts(std::string_view text) const {
    const std::vector<TextLine> lines = split_lines(text);
    std::vector<bool> continues = find_continuations(text, lines);
    // Lines with labels stand alone, however wide they are.
    std::vector<std::size_t> labelled;
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLabels); ++i)
        if (labels_.read(lines[i].span.of(text))) labelled.push_back(i);
    if (labelled.size() > 1)
        for (const std::size_t i : labelled) continues[i] = false;
    std::vector<TextPart> parts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (continues[i])
            parts.back().span.end = lines[i].span.end;
        else
            parts.push_back({lines[i].span});
    }
    return parts;
}

void PlainTextReader::read(Article& article) const {
    std::vector<TextPart> parts = find_parts(article.text);
    const auto text_of = [&](const TextPart& part) { return part.span.of(article.text); };
    const std::size_t head = mark_labels(article, parts);
    const auto body = static_cast<std::size_t>(
        std::find_if(parts.begin() + static_cast<std::ptrdiff_t>(head), parts.end(),
                     [&](const TextPart& part) { return is_body(text_of(part)); }) -
        parts.begin());
    for (std::size_t i = head; i < parts.size(); ++i) mark_cued(article, parts[i], i <= body);
    mark_tail(article, parts, body);
    if (body < parts.size()) {
        mark_head(article, parts, body);
        mark_headings(article, parts, body);
        read_dateline(article, text_of(parts[body]));
    }
    article.blocks.clear();
    for (const TextPart& part : parts) article.blocks.push_back({part.span, part.kind});
}

// Marks the labelled lines of a news database above the text; where they end, or 0 if there are
// none.
std::size_t PlainTextReader::mark_labels(Article& article, std::vector<TextPart>& parts) const {
    std::vector<std::pair<std::size_t, HeadLabel>> found;
    std::size_t telling = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view line = parts[i].span.of(article.text);
        const auto label = labels_.read(line);
        if (!label && (is_body(line) || i > kMostLabels)) break;
        if (label) found.emplace_back(i, *label);
        telling += label && label->role != LabelRole::kOther;
    }
    if (telling == 0 || found.size() < 2) return 0;
    const bool title_known = !article.title.empty();
    const auto fill = [](std::string& target, std::string_view value) {
        if (target.empty()) target = value;
    };
    for (const auto& [i, label] : found) {
        TextPart& part = parts[i];
        part.cued = true;
        part.kind = BlockKind::kBoilerplate;
        if (label.value.empty()) continue;
        if (label.role == LabelRole::kTitle && !title_known) {
            part.kind = BlockKind::kTitle;
            part.span.begin = part.span.end - static_cast<std::uint32_t>(label.value.size());
            fill(article.title, label.value);
        } else if (label.role == LabelRole::kByline) {
            part.kind = BlockKind::kByline;
            const auto names = bylines_.read(label.value);
            fill(article.byline, names ? *names : bylines_.names(label.value));
        } else if (label.role == LabelRole::kPublication) {
            part.kind = BlockKind::kPublication;
            fill(article.publication, label.value);
        } else if (label.role == LabelRole::kPublished) {
            part.kind = BlockKind::kDateline;
            set_published(article, label.value);
        }
    }
    return found.back().first + 1;
}

// The last lines, from the end up, while they are of no article.
void PlainTextReader::mark_tail(const Article& article, std::vector<TextPart>& parts,
                                std::size_t body) const {
    for (std::size_t i = parts.size(); i-- > body + 1;) {
        const std::string_view line = parts[i].span.of(article.text);
        if (parts[i].kind == BlockKind::kBoilerplate || !has_letters(line)) continue;
        const TailCue cue = parts[i].cued ? TailCue::kNone : cues_.tail_cue(line);
        if (cue == TailCue::kNone) return;
        if (cue == TailCue::kNote) continue;
        parts[i].cued = true;
        parts[i].kind = cue == TailCue::kByline ? BlockKind::kByline : BlockKind::kBoilerplate;
    }
}

// A line of an outlet's words below the names: "Harbour Staff Writers".
bool PlainTextReader::is_byline(const Article& article, const std::vector<TextPart>& parts,
                                std::size_t i) const {
    const std::string_view line = parts[i].span.of(article.text);
    return i > 0 && parts[i - 1].cued && parts[i - 1].kind == BlockKind::kByline &&
           line.size() <= kLongestByline && !unicode::is_punctuation(final_mark(line)) &&
           bylines_.names(line).empty() && bylines_.is_affiliation(line);
}

void PlainTextReader::mark_cued(Article& article, TextPart& part, bool in_head) const {
    const std::string_view line = part.span.of(article.text);
    const auto mark = [&](BlockKind kind) {
        part.kind = kind;
        part.cued = true;
    };
    if (const auto cue = cues_.kind_of(line)) {
        mark(cue->kind);
        if (cue->kind == BlockKind::kPublication && article.publication.empty())
            article.publication = cue->rest;
    } else if (const auto names = in_head ? bylines_.read(line) : std::nullopt) {
        mark(BlockKind::kByline);
        if (article.byline.empty()) article.byline = *names;
    } else if (in_head && line.size() <= kLongestDateline && !ends_sentence(line) &&
               dates_.read(line)) {
        mark(BlockKind::kDateline);
        set_published(article, line);
    } else if (line.size() <= kLongestCaption && line.find("©") != std::string_view::npos) {
        mark(line.starts_with("©") ? BlockKind::kBoilerplate : BlockKind::kCaption);
    } else if (is_list_item(line)) {
        mark(BlockKind::kList);
    }
}

void PlainTextReader::mark_head(Article& article, std::vector<TextPart>& parts,
                                std::size_t body) const {
    const bool title_known = !article.title.empty();
    bool has_title = false, has_deck = false;
    for (std::size_t i = 0; i < body; ++i) {
        const std::string_view line = parts[i].span.of(article.text);
        if (parts[i].cued || !has_letters(line)) continue;
        if (has_title && is_byline(article, parts, i)) {
            parts[i].kind = BlockKind::kByline;
            continue;
        }
        if (has_title) {
            if (!has_deck) parts[i].kind = BlockKind::kDeck;
            has_deck = true;
            continue;
        }
        if (title_known ? !is_same_line(line, article.title) : final_mark(line) == U'.') continue;
        parts[i].kind = BlockKind::kTitle;
        if (!title_known) article.title = line;
        has_title = true;
    }
}

void PlainTextReader::mark_headings(const Article& article, std::vector<TextPart>& parts,
                                    std::size_t body) const {
    for (std::size_t i = body + 1; i + 1 < parts.size(); ++i) {
        const std::string_view line = parts[i].span.of(article.text);
        const char32_t last = final_mark(line);
        const bool is_open = !unicode::is_punctuation(last) || last == U'?';
        if (!parts[i].cued && line.size() <= kLongestHeading && is_open && !is_turn(line) &&
            !unicode::is_lower(utf8::decode(line, 0).code_point) &&
            is_below_heading(parts[i + 1].span.of(article.text)))
            parts[i].kind = BlockKind::kHeading;
    }
}

void PlainTextReader::read_dateline(Article& article, std::string_view paragraph) const {
    if (const std::string_view dateline = dateline_of(paragraph); !dateline.empty())
        set_published(article, dateline);
}

void PlainTextReader::set_published(Article& article, std::string_view text) const {
    if (!article.published.empty()) return;
    if (auto date = dates_.read(text)) {
        article.published = std::move(*date);
        article.published_from = PublishedFrom::kDateline;
    }
}

}  // namespace lede::reading

#include "search/matcher.h"

#include <algorithm>

#include "search/document_table.h"
#include "search/field_match.h"
#include "search/occurrences.h"
#include "search/pattern_search.h"
#include "search/token_table_builder.h"

namespace lede::search {
namespace {

// The query tree with its leaves numbered.
struct CompiledNode {
    NodeKind kind;
    // kWords, kRegex: into the occurrences; kField: into the fields; kPattern: into the patterns
    std::uint32_t leaf = 0;
    std::uint32_t distance = 0;
    std::vector<CompiledNode> children;
};

// What one document answers to every leaf.
struct Answers {
    LeafOccurrences occurrences;
    std::vector<std::vector<Span>> field_spans;
    std::vector<bool> article_fields;
    std::vector<std::vector<Span>> pattern_spans;
};

struct Hits {
    std::vector<Span> of_text;  // words, phrases, regexes
    std::vector<Span> of_fields;
};

// Those of a sorted list that lie inside the region.
template <typename Item, typename SpanOf>
auto inside_region(const std::vector<Item>& items, Span region, SpanOf span_of) {
    const auto first = std::lower_bound(
        items.begin(), items.end(), region.begin,
        [&](const Item& item, std::uint32_t begin) { return span_of(item).begin < begin; });
    std::vector<Item> found;
    for (auto item = first; item != items.end() && span_of(*item).begin < region.end; ++item)
        if (span_of(*item).end <= region.end) found.push_back(*item);
    return found;
}

constexpr auto kSpanOfOccurrence = [](const Occurrence& occurrence) { return occurrence.span; };
constexpr auto kSpanItself = [](const Span& span) { return span; };

}  // namespace

Layers layers_of(const Query& query) {
    Layers layers{Layer::kSentences};
    const auto visit = [&](const auto& self, const Node& node) -> void {
        if (node.kind == NodeKind::kField) layers = layers | layers_of(field_of(node.field).kind);
        if (node.kind == NodeKind::kPattern) layers = layers | layers_of(*node.pattern);
        for (const Node& child : node.children) self(self, child);
    };
    visit(visit, query.root);
    return layers;
}

void match_whole_words(Node& node) {
    node.whole_words = true;
    for (Node& child : node.children) match_whole_words(child);
}

struct Matcher::Compiled {
    Query query;
    CompiledNode root;
    OccurrenceFinder finder;
    std::vector<FieldMatch> fields;
    std::vector<PatternSearch> patterns;
    std::optional<QueryError> error;

    CompiledNode compile(const Node& node) {
        CompiledNode compiled{node.kind, 0, node.distance, {}};
        if (node.kind == NodeKind::kWords || node.kind == NodeKind::kRegex) {
            const auto leaf = finder.add(node);
            if (const auto* wrong = std::get_if<QueryError>(&leaf)) error = *wrong;
            if (const auto* number = std::get_if<std::uint32_t>(&leaf)) compiled.leaf = *number;
        } else if (node.kind == NodeKind::kField) {
            compiled.leaf = static_cast<std::uint32_t>(fields.size());
            fields.emplace_back(node, error);
        } else if (node.kind == NodeKind::kPattern) {
            auto pattern = PatternSearch::compile(*node.pattern);
            if (const auto* wrong = std::get_if<QueryError>(&pattern)) {
                error = *wrong;
                return compiled;
            }
            compiled.leaf = static_cast<std::uint32_t>(patterns.size());
            patterns.push_back(std::get<PatternSearch>(std::move(pattern)));
        }
        for (const Node& child : node.children) compiled.children.push_back(compile(child));
        return compiled;
    }

    Answers answer(const Document& document) const {
        Answers answers;
        answers.occurrences = finder.find(document.text());
        for (const FieldMatch& field : fields) {
            const bool of_article = field.is_of_article();
            answers.article_fields.push_back(of_article && field.matches_article(document.article));
            answers.field_spans.push_back(of_article ? std::vector<Span>() : field.spans(document));
        }
        if (!patterns.empty()) find_patterns(document, answers);
        return answers;
    }

    void find_patterns(const Document& document, Answers& answers) const {
        TokenTableBuilder builder({std::begin(kDocumentAttributes), std::end(kDocumentAttributes)});
        add_document(document, builder);
        const TokenTable& table = builder.finish();
        for (const PatternSearch& pattern : patterns) {
            std::vector<Span>& spans = answers.pattern_spans.emplace_back();
            for (const TokenHit& hit : pattern.find(table, query.strategy))
                spans.push_back(
                    cover(document.tokens[hit.begin].span, document.tokens[hit.end - 1].span));
            std::sort(spans.begin(), spans.end());
        }
    }

    // Whether `node` matches inside `region`; adds its hits if so.
    bool match(const CompiledNode& node, Span region, const Answers& answers, Hits& hits) const {
        switch (node.kind) {
            case NodeKind::kWords:
            case NodeKind::kRegex:
                return match_leaf(node, region, answers, hits);
            case NodeKind::kField:
                return match_field(node, region, answers, hits);
            case NodeKind::kPattern:
                return match_pattern(node, region, answers, hits);
            case NodeKind::kNear:
                return match_near(node, region, answers, hits);
            case NodeKind::kNot: {
                Hits unused;
                return !match(node.children.front(), region, answers, unused);
            }
            case NodeKind::kAnd:
            case NodeKind::kOr:
                return match_all_or_any(node, region, answers, hits);
        }
        return false;
    }

    bool match_leaf(const CompiledNode& node, Span region, const Answers& answers,
                    Hits& hits) const {
        const auto found = inside_region(answers.occurrences[node.leaf], region, kSpanOfOccurrence);
        for (const Occurrence& occurrence : found) hits.of_text.push_back(occurrence.span);
        return !found.empty();
    }

    bool match_field(const CompiledNode& node, Span region, const Answers& answers,
                     Hits& hits) const {
        if (fields[node.leaf].is_of_article()) return answers.article_fields[node.leaf];
        bool matched = false;
        for (const Span span : inside_region(answers.field_spans[node.leaf], region, kSpanItself)) {
            if (!node.children.empty()) {
                matched |= match(node.children.front(), span, answers, hits);
            } else {
                hits.of_fields.push_back(span);
                matched = true;
            }
        }
        return matched;
    }

    bool match_pattern(const CompiledNode& node, Span region, const Answers& answers,
                       Hits& hits) const {
        const auto found = inside_region(answers.pattern_spans[node.leaf], region, kSpanItself);
        hits.of_text.insert(hits.of_text.end(), found.begin(), found.end());
        return !found.empty();
    }

    bool match_all_or_any(const CompiledNode& node, Span region, const Answers& answers,
                          Hits& hits) const {
        Hits found;
        bool any = false;
        for (const CompiledNode& child : node.children) {
            const bool matched = match(child, region, answers, found);
            if (!matched && node.kind == NodeKind::kAnd) return false;
            any |= matched;
        }
        hits.of_text.insert(hits.of_text.end(), found.of_text.begin(), found.of_text.end());
        hits.of_fields.insert(hits.of_fields.end(), found.of_fields.begin(), found.of_fields.end());
        return any;
    }

    // Shortest windows that hold every child and no more than `distance` words from the begin of
    // the first to the begin of the last.
    bool match_near(const CompiledNode& node, Span region, const Answers& answers,
                    Hits& hits) const {
        struct Event {
            Occurrence at;
            std::size_t child;
        };
        std::vector<Event> events;
        for (std::size_t i = 0; i < node.children.size(); ++i)
            for (const Occurrence& occurrence : inside_region(
                     answers.occurrences[node.children[i].leaf], region, kSpanOfOccurrence))
                events.push_back({occurrence, i});
        std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
            return std::tie(a.at.first_word, a.child) < std::tie(b.at.first_word, b.child);
        });
        std::vector<std::uint32_t> seen(node.children.size(), 0);
        std::size_t kinds = 0;
        std::size_t left = 0;
        bool matched = false;
        for (const Event& event : events) {
            kinds += seen[event.child]++ == 0;
            while (kinds == seen.size()) {
                const Event& first = events[left];
                if (event.at.first_word - first.at.first_word <= node.distance) {
                    hits.of_text.push_back(cover(first.at.span, event.at.span));
                    matched = true;
                }
                kinds -= --seen[first.child] == 0;
                ++left;
            }
        }
        return matched;
    }

    std::vector<Span> units(const Document& document) const {
        std::vector<Span> regions;
        if (query.unit == Unit::kSentence)
            for (const Sentence& sentence : document.sentences) regions.push_back(sentence.span);
        else if (query.unit == Unit::kParagraph)
            for (const Block& block : document.article.blocks) regions.push_back(block.span);
        else
            regions.push_back(make_span(0, document.text().size()));
        return regions;
    }
};

Matcher::Matcher(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

std::variant<Matcher, QueryError> Matcher::compile(Query query) {
    auto compiled = std::make_unique<Compiled>();
    compiled->query = std::move(query);
    compiled->root = compiled->compile(compiled->query.root);
    if (compiled->error) return *compiled->error;
    return Matcher(std::move(compiled));
}

const Query& Matcher::query() const { return compiled_->query; }

bool Matcher::matches(const Document& document) const {
    const Answers answers = compiled_->answer(document);
    Hits unused;
    for (const Span unit : compiled_->units(document))
        if (compiled_->match(compiled_->root, unit, answers, unused)) return true;
    return false;
}

std::vector<Hit> Matcher::hits(const Document& document) const {
    const Answers answers = compiled_->answer(document);
    Hits found;
    bool matched = false;
    for (const Span unit : compiled_->units(document))
        matched |= compiled_->match(compiled_->root, unit, answers, found);
    std::vector<Span>& spans = found.of_text.empty() ? found.of_fields : found.of_text;
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    if (matched && spans.empty() && !document.sentences.empty())
        spans.push_back(document.sentences.front().span);

    std::vector<Hit> hits;
    std::uint32_t sentence = 0;
    for (const Span span : spans) {
        while (sentence < document.sentences.size() &&
               document.sentences[sentence].span.end <= span.begin)
            ++sentence;
        const bool in_sentence = sentence < document.sentences.size() &&
                                 document.sentences[sentence].span.contains(span.begin);
        hits.push_back({span, in_sentence ? sentence : kNone});
    }
    return hits;
}

}  // namespace lede::search

#include "writing/brat_writer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/offset_map.h"
#include "writing/cells.h"
#include "writing/row_writer.h"

namespace lede::writing {
namespace {

class Annotations {
  public:
    explicit Annotations(const Document& document)
        : document_(document), map_(document.text(), OffsetUnit::kCodePoints) {}

    std::string write() {
        std::vector<std::string> groups(document_.entities.size());
        for (const Mention& mention : document_.mentions) {
            const std::string id = add_span(lede::name_of(mention.type), mention.place.span);
            if (mention.entity == kNone) {
                add_note(id,
                         mention.value + (mention.currency.empty() ? "" : " ") + mention.currency);
                continue;
            }
            groups[mention.entity] += ' ' + id;
            const Entity& entity = document_.entities[mention.entity];
            add_note(id, entity.link.empty() ? entity.name : entity.name + ' ' + entity.link);
        }
        for (const std::string& group : groups)
            if (std::count(group.begin(), group.end(), ' ') > 1) out_ += "*\tEquiv" + group + '\n';
        for (const Timex& timex : document_.dates)
            add_note(add_span(lede::name_of(timex.type), timex.place.span), timex.value);
        for (const Quote& quote : document_.quotes) write_quote(quote);
        for (const Citation& citation : document_.citations)
            add_note(add_span("CITATION", citation.place.span),
                     std::string(lede::name_of(citation.kind)) + ' ' + citation.id);
        return std::move(out_);
    }

  private:
    void write_quote(const Quote& quote) {
        constexpr std::array<std::string_view, 3> kTypes = {"DIRECT_QUOTE", "INDIRECT_QUOTE",
                                                            "MIXED_QUOTE"};
        const std::string id =
            add_span(kTypes[static_cast<std::size_t>(quote.kind)], quote.place.span);
        if (quote.speaker) {
            add_relation("Speaker", id, add_span("SPEAKER", quote.speaker->span));
            add_note(id, quote.speaker->name);
        }
        if (quote.cue) add_relation("Cue", id, add_span("CUE", *quote.cue));
    }

    // An annotation that crosses lines is one of several fragments, because brat's never do.
    std::string add_span(std::string_view type, Span span) {
        const std::string id = 'T' + std::to_string(++spans_);
        out_ += id + '\t' + std::string(type);
        const std::string_view text = document_.text_of(span);
        std::string shown;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
            if (end > at) {
                out_ += shown.empty() ? ' ' : ';';
                const auto first = static_cast<std::uint32_t>(span.begin + at);
                const auto last = static_cast<std::uint32_t>(span.begin + end);
                out_ += std::to_string(map_.from_bytes(first)) + ' ' +
                        std::to_string(map_.from_bytes(last));
                if (!shown.empty()) shown += ' ';
                shown += text.substr(at, end - at);
            }
            at = end + 1;
        }
        // The text must be as long as the span: a tab in it would end the cell.
        std::replace(shown.begin(), shown.end(), '\t', ' ');
        out_ += '\t' + shown + '\n';
        return id;
    }

    void add_relation(std::string_view type, const std::string& from, const std::string& to) {
        out_ += 'R' + std::to_string(++relations_) + '\t' + std::string(type) + " Arg1:" + from +
                " Arg2:" + to + '\n';
    }

    void add_note(const std::string& id, std::string_view note) {
        std::string line;
        append_collapsed(line, note);
        if (line.empty()) return;
        out_ += '#' + std::to_string(++notes_) + "\tAnnotatorNotes " + id + '\t' + line + '\n';
    }

    const Document& document_;
    OffsetMap map_;
    std::string out_;
    int spans_ = 0;
    int relations_ = 0;
    int notes_ = 0;
};

}  // namespace

std::string brat_annotations(const Document& document) { return Annotations(document).write(); }

void BratWriter::append(const Document& document, std::string& out) const {
    CellWriter(out)
        .row(0)
        .text(document.article.id)
        .text(document.text())
        .text(brat_annotations(document));
}

}  // namespace lede::writing

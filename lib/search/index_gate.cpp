#include "search/index_gate.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/unicode.h"

namespace lede::search {
namespace {

class IndexGate {
  public:
    IndexGate(const Segment& segment, const TokenColumn& words)
        : segment_(segment), words_(words), marked_(segment.documents()) {}

    void add(const LiteralSearch& literal) {
        const std::string& text = literal.literal();
        std::vector<Cut> cuts(text.size() - 1);
        for (Cut& cut : cuts) cut.continues.resize(words_.values.size());
        std::string scratch;
        for (std::uint32_t value = 0; value < words_.values.size(); ++value) {
            std::string_view word = words_.values[value];
            if (literal.is_caseless()) {
                scratch = word;
                for (char& c : scratch) c = unicode::ascii_lower(c);
                word = scratch;
            }
            if (literal.find(word) != LiteralSearch::kNotFound)
                mark(value);
            else if (!word.empty())
                note_cuts(text, word, value, cuts);
        }
        for (const Cut& cut : cuts) mark_neighbours(cut);
    }

    std::vector<bool> take() { return std::move(marked_); }

  private:
    // One place where a token may end inside the literal: words that end with what stands before
    // it, and those that begin with what stands behind it, or are the beginning of that.
    struct Cut {
        std::vector<std::uint32_t> ends_so;
        std::vector<std::uint32_t> begins_so;
        std::vector<bool> continues;
        std::uint64_t end_places = 0;
        std::uint64_t begin_places = 0;
    };

    void note_cuts(std::string_view literal, std::string_view word, std::uint32_t value,
                   std::vector<Cut>& cuts) const {
        for (std::size_t at = 1; at < literal.size(); ++at) {
            const std::string_view before = literal.substr(0, at), behind = literal.substr(at);
            Cut& cut = cuts[at - 1];
            if (word.back() == before.back() && word.ends_with(before)) {
                cut.ends_so.push_back(value);
                cut.end_places += words_.postings->count(value);
            }
            if (word.front() == behind.front() &&
                (word.starts_with(behind) || behind.starts_with(word))) {
                cut.begins_so.push_back(value);
                cut.begin_places += words_.postings->count(value);
                cut.continues[value] = true;
            }
        }
    }

    void mark_neighbours(const Cut& cut) {
        if (cut.ends_so.empty() || cut.begins_so.empty()) return;
        const bool from_end = cut.end_places <= cut.begin_places;
        std::vector<bool> ends;
        if (!from_end) {
            ends.resize(words_.values.size());
            for (const std::uint32_t value : cut.ends_so) ends[value] = true;
        }
        for (const std::uint32_t value : from_end ? cut.ends_so : cut.begins_so) {
            places_.clear();
            words_.postings->append(value, places_);
            for (const std::uint32_t place : places_) {
                if (from_end && place + 1 < words_.ids.size() &&
                    cut.continues[words_.ids[place + 1]])
                    mark_place(place);
                if (!from_end && place > 0 && ends[words_.ids[place - 1]]) mark_place(place);
            }
        }
    }

    void mark(std::uint32_t value) {
        places_.clear();
        words_.postings->append(value, places_);
        std::uint32_t end = 0;  // of the last document that was marked
        for (const std::uint32_t place : places_)
            if (place >= end) end = mark_place(place);
    }

    std::uint32_t mark_place(std::uint32_t place) {
        const std::uint32_t document = segment_.document_at(place);
        marked_[document] = true;
        return segment_.document_end(document);
    }

    const Segment& segment_;
    const TokenColumn& words_;
    std::vector<bool> marked_;
    std::vector<std::uint32_t> places_;
};

}  // namespace

std::vector<bool> documents_that_may_match(const LiteralGate& gate, const Segment& segment) {
    const TokenColumn* const words = segment.table().column("word");
    if (gate.lets_all_pass() || !words || !words->postings)
        return std::vector<bool>(segment.documents(), true);
    IndexGate documents(segment, *words);
    for (const LiteralSearch& literal : gate.any_of()) documents.add(literal);
    return documents.take();
}

}  // namespace lede::search

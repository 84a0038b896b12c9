// Records for scoring: what `lede-extract --offsets bytes` wrote, or gold of
// the same form.
//
//   {"id":"a","tokens":[[0,3],[4,7]],"entities":[{"begin":0,"end":3,"type":"PERSON"}]}
//
// One JSON object a line. Gold files name some things differently ("doc" for
// "id", "mentions" or "expected" for the layer, "canonical" for the name): both
// forms are read. Keys that no measure needs are skipped. Offsets are bytes; a
// record that says otherwise in its "lede" header is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::evaluation {

// One annotation of any layer, with the fields that some measure compares.
// Fields that the layer does not have are empty.
struct Item {
    std::optional<Span> span;  // gold citations may have none
    std::string type;          // entities, dates: type; quotes, citations: kind
    std::string group;         // entities: entity; namecoref gold: cluster
    std::string id, id_end;    // citations: normalized identifiers
    std::string from,
        to;             // dates: interval; gold: when, from, notBefore / when, to, notAfter
    std::string value;  // dates
    // Quotes.
    std::vector<Span> pieces;  // content spans ("spans", else begin and end)
    std::vector<Span> others;  // other spans that are right, too ("alt")
    bool core = true;          // a speech report in the narrow sense
    bool has_speaker = false;
    std::optional<Span> speaker_span;
    std::string speaker, speaker_name;
};

struct Record {
    std::string id;
    std::string text;
    std::vector<Span> tokens, sentences, nonspeech;
    std::vector<std::size_t> joined;
    std::vector<std::string> upos, lemmas;
    bool has_upos = false, has_lemmas = false, has_joined = false;
    std::vector<std::string> kinds;  // gold citations: the kinds that the gold marks
    std::string published;
    std::vector<Item> entities, dates, quotes, citations;
};

// Throws std::runtime_error with `name` and the line number on broken JSON or
// other offsets.
std::vector<Record> parse_records(std::string_view name, std::string_view jsonl);

// Reads a file. Throws std::runtime_error if it cannot be read, and as above.
std::vector<Record> read_records(const std::filesystem::path& path);

// Finds records by id; the last of one id counts. Requires: the records outlive
// it.
class RecordIndex {
  public:
    explicit RecordIndex(const std::vector<Record>& records);
    // An empty record if there is none.
    const Record& at(const std::string& id) const;

  private:
    std::map<std::string, const Record*> records_;
    Record empty_;
};

}  // namespace lede::evaluation

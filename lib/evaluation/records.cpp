#include "evaluation/records.h"

#include <simdjson.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace lede::evaluation {
namespace {

using Element = simdjson::dom::element;
using simdjson::dom::array;

// A text or a number as text; empty if there is neither.
std::string text_at(Element object, const char* key) {
    Element value;
    if (object[key].get(value)) return {};
    std::string_view text;
    if (!value.get(text)) return std::string(text);
    std::int64_t number = 0;
    if (!value.get(number)) return std::to_string(number);
    return {};
}

// The first of the keys that has a text.
std::string first_text(Element object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (std::string text = text_at(object, key); !text.empty()) return text;
    return {};
}

array list_at(Element object, const char* key) {
    array list;
    if (object[key].get(list)) return {};
    return list;
}

bool has_list(Element object, const char* key) {
    array list;
    return !object[key].get(list);
}

std::optional<Span> span_of(Element value) {
    std::uint64_t begin = 0, end = 0;
    array pair;
    if (!value.get(pair)) {
        if (pair.size() < 2 || pair.at(0).get(begin) || pair.at(1).get(end)) return std::nullopt;
    } else if (value["begin"].get(begin) || value["end"].get(end)) {
        return std::nullopt;
    }
    return make_span(begin, end);
}

std::vector<Span> spans_at(Element object, const char* key) {
    std::vector<Span> spans;
    if (!has_list(object, key)) return spans;
    for (const Element value : list_at(object, key))
        if (const auto span = span_of(value)) spans.push_back(*span);
    return spans;
}

std::vector<std::string> texts_at(Element object, const char* key) {
    std::vector<std::string> texts;
    if (!has_list(object, key)) return texts;
    for (const Element value : list_at(object, key)) {
        std::string_view text;
        texts.emplace_back(value.get(text) ? std::string_view() : text);
    }
    return texts;
}

void read_speaker(Element object, Item& item) {
    Element speaker;
    if (object["speaker"].get(speaker) || speaker.is_null()) return;
    item.has_speaker = true;
    item.speaker_span = span_of(speaker);
    item.speaker = text_at(speaker, "text");
    item.speaker_name = first_text(speaker, {"canonical", "name"});
}

void read_citation(Element object, Item& item) {
    item.id = text_at(object, "id");
    item.id_end = text_at(object, "id_end");
    Element normalized;
    if (object["normalized"].get(normalized)) return;
    std::string_view id;
    item.id = normalized.get(id) ? text_at(normalized, "id") : std::string(id);
    if (normalized.is_object()) item.id_end = text_at(normalized, "id_end");
}

Item item_of(Element object) {
    Item item;
    item.span = span_of(object);
    item.type = first_text(object, {"type", "kind"});
    item.group = first_text(object, {"entity", "cluster"});
    item.from = first_text(object, {"when", "from", "notBefore"});
    item.to = first_text(object, {"when", "to", "notAfter"});
    item.value = text_at(object, "value");
    item.pieces = spans_at(object, "spans");
    if (item.pieces.empty() && item.span) item.pieces.push_back(*item.span);
    item.others = spans_at(object, "alt");
    bool core = true;
    if (!object["core"].get(core)) item.core = core;
    read_speaker(object, item);
    return item;
}

std::vector<Item> items_at(Element object, std::initializer_list<const char*> keys) {
    std::vector<Item> items;
    for (const char* key : keys) {
        if (!has_list(object, key)) continue;
        for (const Element value : list_at(object, key)) items.push_back(item_of(value));
    }
    return items;
}

std::vector<Item> citations_at(Element object, std::initializer_list<const char*> keys) {
    std::vector<Item> items;
    for (const char* key : keys) {
        if (!has_list(object, key)) continue;
        for (const Element value : list_at(object, key)) {
            items.push_back(item_of(value));
            read_citation(value, items.back());
        }
    }
    return items;
}

Record record_of_line(Element line) {
    std::string_view unit;
    if (!line["lede"]["offsets"].get(unit) && unit != "bytes")
        throw std::runtime_error("offsets are " + std::string(unit) +
                                 "; write the records with --offsets bytes");
    Record record;
    record.id = first_text(line, {"doc", "id"});
    record.text = text_at(line, "text");
    record.tokens = spans_at(line, "tokens");
    record.sentences = spans_at(line, "sentences");
    record.nonspeech = spans_at(line, "nonspeech");
    record.has_joined = has_list(line, "joined");
    if (record.has_joined) {
        for (const Element value : list_at(line, "joined")) {
            std::uint64_t index = 0;
            if (!value.get(index)) record.joined.push_back(index);
        }
    }
    record.has_upos = has_list(line, "upos");
    record.has_lemmas = has_list(line, "lemmas");
    record.upos = texts_at(line, "upos");
    record.lemmas = texts_at(line, "lemmas");
    record.kinds = texts_at(line, "kinds");
    record.published = first_text(line, {"published", "dct"});
    record.entities = items_at(line, {"entities", "mentions"});
    record.dates = items_at(line, {"dates"});
    record.quotes = items_at(line, {"quotes"});
    record.citations = citations_at(line, {"citations", "expected"});
    return record;
}

}  // namespace

std::vector<Record> parse_records(std::string_view name, std::string_view jsonl) {
    std::vector<Record> records;
    simdjson::dom::parser parser;
    std::size_t number = 0;
    while (!jsonl.empty()) {
        const std::string_view line = jsonl.substr(0, jsonl.find('\n'));
        jsonl.remove_prefix(std::min(line.size() + 1, jsonl.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        try {
            records.push_back(record_of_line(parser.parse(simdjson::padded_string(line))));
        } catch (const std::exception& error) {
            throw std::runtime_error(std::string(name) + ":" + std::to_string(number) + ": " +
                                     error.what());
        }
    }
    return records;
}

std::vector<Record> read_records(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) throw std::runtime_error(path.string() + ": cannot be read");
    return parse_records(path.string(), content);
}

RecordIndex::RecordIndex(const std::vector<Record>& records) {
    for (const Record& record : records) records_[record.id] = &record;
}

const Record& RecordIndex::at(const std::string& id) const {
    const auto found = records_.find(id);
    return found == records_.end() ? empty_ : *found->second;
}

}  // namespace lede::evaluation

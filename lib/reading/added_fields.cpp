#include "reading/added_fields.h"

#include <algorithm>
#include <stdexcept>

#include "reading/csv_cutter.h"
#include "reading/encoding.h"
#include "reading/json_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::uint64_t kLongestRow = std::uint64_t{16} << 20;

std::vector<std::string_view> split_path(std::string_view path) {
    std::vector<std::string_view> segments;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        segments.push_back(path.substr(at, end - at));
        at = end + 1;
    }
    return segments;
}

// Matches "%Y-%m" against "2019-02…" and writes the digits into `date` (year, month, day).
void read_date_segment(std::string_view pattern, std::string_view segment, std::string* date) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pattern.size() && at < segment.size(); ++i) {
        if (pattern[i] != '%' || i + 1 == pattern.size()) {
            if (pattern[i] != segment[at++]) return;
            continue;
        }
        const char letter = pattern[++i];
        const std::size_t index = letter == 'Y' ? 0 : letter == 'm' ? 1 : letter == 'd' ? 2 : 3;
        const std::size_t size = index == 0 ? 4 : 2;
        const std::string_view digits = segment.substr(at, size);
        if (index == 3 || digits.size() < size ||
            !std::ranges::all_of(digits, unicode::is_ascii_digit))
            return;
        date[index] = digits;
        at += size;
    }
}

std::string_view key_name(MetaKey key) {
    return key == MetaKey::kPath ? "path" : key == MetaKey::kUrl ? "url" : "id";
}

}  // namespace

AddedFields::AddedFields(const Lexicon& lexicon, AddedFieldOptions options)
    : options_(std::move(options)), fields_(lexicon, {}), dates_(lexicon) {
    for (const auto& [name, value] : options_.set)
        if (parse_role(name) == FieldRole::kPublished && !dates_.read(value))
            throw std::invalid_argument('"' + value + "\" is not a date");
    if (!options_.meta_file.empty()) load_table(lexicon);
}

void AddedFields::load_table(const Lexicon& lexicon) {
    std::string why;
    auto stream = open_file(options_.meta_file, why);
    if (!stream) throw std::runtime_error(options_.meta_file + ": " + why);
    ByteWindow window(std::move(stream));
    CsvCutter cutter(window, {kLongestRow});
    const TextDecoder decoder(lexicon);
    std::size_t key = 0;
    while (auto row = cutter.next()) {
        if (!*row) throw std::runtime_error(options_.meta_file + ": a row " + row->error().what);
        const RawRecord& record = row->value();
        if (columns_.empty()) {
            columns_ = *record.columns;
            const auto at = std::ranges::find(columns_, key_name(options_.meta_key));
            if (at == columns_.end())
                throw std::runtime_error(options_.meta_file + ": has no column \"" +
                                         std::string(key_name(options_.meta_key)) + '"');
            key = static_cast<std::size_t>(at - columns_.begin());
        }
        auto cells = split_csv_row(decoder.decode(record.bytes, "", false), record.separator);
        cells.resize(columns_.size());
        std::string name = cells[key];
        rows_.emplace(std::move(name), std::move(cells));
    }
}

void AddedFields::add_row(const RawRecord& record, Article& article) const {
    std::string key = article.id;
    if (options_.meta_key == MetaKey::kPath)
        key = record.path_id.substr(0, record.path_id.find('#'));
    if (options_.meta_key == MetaKey::kUrl) {
        key = record.url;
        for (const auto& [name, piece] : article.meta)
            if (name == "url" && key.empty()) key = string_in(piece).value_or("");
    }
    const auto row = rows_.find(key);
    if (row == rows_.end()) return;
    OwnedRecord added;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i] != key_name(options_.meta_key)) added.add(columns_[i], row->second[i]);
    added.finish();
    fields_.take_missing(added.record, PublishedFrom::kField, article);
}

void AddedFields::add_path(const std::string& path, Article& article) const {
    const std::vector<std::string_view> patterns = split_path(options_.path_fields);
    const std::vector<std::string_view> segments = split_path(path);
    std::string date[3];
    OwnedRecord added;
    // The file's own name stands behind the last folder and may have a pattern too.
    for (std::size_t i = 0; i < std::min(patterns.size(), segments.size()); ++i) {
        if (patterns[i].find('%') != std::string_view::npos)
            read_date_segment(patterns[i], segments[i], date);
        else if (patterns[i] != "*" && !patterns[i].empty())
            added.add(std::string(patterns[i]), utf8::repair(segments[i]));
    }
    // A month without a day is no date, but stays in the record's other fields.
    for (std::size_t i = 1; i < 3 && !date[i].empty(); ++i) date[0] += '-' + date[i];
    if (!date[0].empty()) added.add("published", date[0]);
    added.finish();
    fields_.take_missing(added.record, PublishedFrom::kPath, article);
}

void AddedFields::add(const RawRecord& record, Article& article) const {
    if (!rows_.empty()) add_row(record, article);
    if (!options_.path_fields.empty()) add_path(record.path_id, article);
}

void AddedFields::set(Article& article) const {
    for (const auto& entry : options_.set) {
        const std::string& name = entry.first;
        const std::string& value = entry.second;
        const auto role = parse_role(name);
        if (role == FieldRole::kTitle) {
            article.title = value;
        } else if (role == FieldRole::kByline) {
            article.byline = value;
        } else if (role == FieldRole::kPublication) {
            article.publication = value;
        } else if (role == FieldRole::kSource) {
            article.source = value;
        } else if (role == FieldRole::kPublished) {
            article.published = dates_.read(value).value_or("");
            article.published_from = PublishedFrom::kOption;
        } else if (role == FieldRole::kLanguage) {
            article.language = value;
        } else {
            std::erase_if(article.meta, [&](const auto& field) { return field.first == name; });
            article.meta.emplace_back(name, quote(value));
        }
    }
}

}  // namespace lede::reading

#include "search/index_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <utility>

#include "search/document_table.h"
#include "search/guarded_file.h"
#include "search/segment.h"
#include "search/stored_article.h"
#include "search/vrt_table.h"

namespace lede::search {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kSegmentTokens = 32U << 20;  // at most, before the next one is begun

bool is_file_of_index(const std::string& name) {
    return name.ends_with(".seg") && name.find_first_not_of("0123456789") == name.size() - 4;
}

}  // namespace

IndexWriter::IndexWriter(std::string folder, IndexOptions options)
    : folder_(std::move(folder)), options_(std::move(options)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ < 0) throw IndexError(folder_ + ": " + std::strerror(errno));
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw IndexError(folder_ + ": another lede-index is writing to it");
    }
    try {
        const bool is_fresh = !is_index(folder_);
        if (!is_fresh) manifest_ = IndexManifest::read(folder_);
        for (const auto& entry : fs::directory_iterator(folder_)) {
            const std::string name = entry.path().filename();
            if (is_fresh && !is_file_of_index(name) && name != "manifest.part")
                throw IndexError(folder_ + ": holds other files and is no index");
            if (is_file_of_index(name))
                next_number_ = std::max<std::uint64_t>(
                    next_number_, std::strtoull(name.c_str(), nullptr, 10) + 1);
        }
        drop_leftovers();
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

IndexWriter::~IndexWriter() { ::close(lock_); }

// Segments of commits that never came.
void IndexWriter::drop_leftovers() const {
    std::set<std::string> used;
    for (const SegmentEntry& segment : manifest_.segments) used.insert(segment.file);
    std::vector<fs::path> unused;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const std::string name = entry.path().filename();
        if (is_file_of_index(name) && !used.contains(name)) unused.push_back(entry.path());
    }
    std::error_code error;
    for (const fs::path& path : unused) fs::remove(path, error);
}

std::string IndexWriter::next_file() {
    std::string number = std::to_string(next_number_++);
    number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
    return number + ".seg";
}

std::vector<std::string> IndexWriter::kept(const std::vector<std::string>& attributes) const {
    if (options_.attributes.empty()) return attributes;
    std::vector<std::string> kept = attributes;
    // The word and what stands before it make up the text.
    std::erase_if(kept, [&](const std::string& name) {
        return name != "word" && name != kBlankAttribute &&
               std::ranges::find(options_.attributes, name) == options_.attributes.end();
    });
    return kept;
}

void IndexWriter::begin_segment(Kind kind, const std::vector<std::string>& attributes) {
    const bool fits = builder_ && kind_ == kind && builder_->attributes() == attributes &&
                      builder_->size() < kSegmentTokens;
    if (fits) return;
    end_segment();
    kind_ = kind;
    builder_ = std::make_unique<TokenTableBuilder>(attributes);
}

void IndexWriter::end_segment() {
    if (!builder_) return;
    const std::string file = next_file();
    const std::size_t documents = documents_.ids.size();
    write_segment(folder_ + '/' + file, builder_->finish(), std::exchange(documents_, {}));
    manifest_.segments.push_back({file, documents, builder_->size()});
    builder_.reset();
    kind_ = Kind::kNone;
}

void IndexWriter::add(const Document& document) {
    std::vector<std::string> attributes(std::begin(kDocumentAttributes),
                                        std::end(kDocumentAttributes));
    if (!document.computed.has(Layer::kLemmas)) std::erase(attributes, "lemma");
    if (!document.computed.has(Layer::kUpos)) std::erase(attributes, "upos");
    if (!document.computed.has(Layer::kXpos)) std::erase(attributes, "xpos");
    attributes.emplace_back(kBlankAttribute);
    begin_segment(Kind::kArticles, kept(attributes));
    documents_.begins.push_back(builder_->size());
    documents_.ids.push_back(document.article.id);
    if (!documents_.records) documents_.records.emplace();
    documents_.records->add(stored_record(document));
    add_document(document, *builder_);
}

void IndexWriter::add_vrt(std::string_view section, const std::string& id) {
    if (columns_.empty())
        columns_ = options_.vrt_columns.empty() ? vrt_columns(section) : options_.vrt_columns;
    begin_segment(Kind::kVrt, kept(vrt_attributes(columns_)));
    documents_.begins.push_back(builder_->size());
    documents_.ids.push_back(id);
    search::add_vrt(section, columns_, *builder_);
}

void IndexWriter::copy(const Segment& segment, const std::set<std::string>& without) {
    const TokenTable& table = segment.table();
    std::vector<std::string> attributes;
    for (const TokenColumn& column : table.columns) attributes.push_back(column.name);
    const bool has_records = !segment.records().empty();
    begin_segment(has_records ? Kind::kArticles : Kind::kVrt, attributes);
    if (has_records && !documents_.records) documents_.records.emplace();
    RecordStore::Group group;
    std::vector<std::uint32_t> next_region(table.regions.size());
    std::uint32_t next_stretch = 0;
    for (std::uint32_t document = 0; document < segment.documents(); ++document) {
        const std::string id(segment.document_id(document));
        const std::uint32_t begin = segment.document_begin(document);
        const std::uint32_t end = segment.document_end(document);
        const bool is_kept = !without.contains(id);
        const std::uint32_t base = builder_->size();
        if (is_kept) {
            documents_.begins.push_back(base);
            documents_.ids.push_back(id);
            if (has_records) documents_.records->add(segment.records().record(document, group));
        }
        for (; next_stretch < table.stretches.size() && table.stretches[next_stretch] < end;
             ++next_stretch)
            if (table.stretches[next_stretch] == begin) builder_->begin_stretch();
        for (std::uint32_t token = begin; is_kept && token < end; ++token) {
            for (std::size_t k = 0; k < table.columns.size(); ++k)
                builder_->add(k, table.columns[k].values[table.columns[k].ids[token]]);
            builder_->end_token();
        }
        for (std::size_t r = 0; r < table.regions.size(); ++r) {
            const RegionColumns& regions = table.regions[r];
            builder_->declare_region(regions.name);
            for (std::uint32_t& i = next_region[r]; i < regions.size() && regions.begins[i] < end;
                 ++i) {
                if (!is_kept) continue;
                AttributeValues values;
                for (const RegionColumn& attribute : regions.attributes)
                    if (const auto value = attribute.value(i))
                        values.emplace_back(attribute.name, *value);
                builder_->add_region(regions.name, base + (regions.begins[i] - begin),
                                     base + (std::min(regions.end(i), end) - begin), values);
            }
        }
    }
}

std::uint64_t IndexWriter::remove(const std::set<std::string>& ids) {
    end_segment();
    std::uint64_t removed = 0;
    const std::vector<SegmentEntry> before = std::exchange(manifest_.segments, {});
    for (const SegmentEntry& entry : before) {
        const Segment segment(folder_ + '/' + entry.file);
        std::uint64_t hits = 0;
        for (std::uint32_t i = 0; i < segment.documents(); ++i)
            hits += ids.contains(std::string(segment.document_id(i)));
        removed += hits;
        if (hits == segment.documents()) continue;
        if (hits == 0) {
            manifest_.segments.push_back(entry);
            continue;
        }
        copy(segment, ids);
        end_segment();
    }
    return removed;
}

void IndexWriter::merge() {
    end_segment();
    if (manifest_.segments.size() < 2) return;
    for (const SegmentEntry& entry : std::exchange(manifest_.segments, {})) {
        copy(Segment(folder_ + '/' + entry.file), {});
    }
    end_segment();
}

void IndexWriter::commit() {
    end_segment();
    manifest_.write(folder_);
    drop_leftovers();
}

std::uint64_t IndexWriter::documents() const {
    std::uint64_t sum = documents_.ids.size();
    for (const SegmentEntry& segment : manifest_.segments) sum += segment.documents;
    return sum;
}

std::uint64_t IndexWriter::tokens() const {
    std::uint64_t sum = builder_ ? builder_->size() : 0;
    for (const SegmentEntry& segment : manifest_.segments) sum += segment.tokens;
    return sum;
}

std::vector<std::string> document_ids(const std::string& folder) {
    std::vector<std::string> ids;
    for (const SegmentEntry& entry : IndexManifest::read(folder).segments) {
        const Segment segment(folder + '/' + entry.file);
        for (std::uint32_t i = 0; i < segment.documents(); ++i)
            ids.emplace_back(segment.document_id(i));
    }
    return ids;
}

}  // namespace lede::search

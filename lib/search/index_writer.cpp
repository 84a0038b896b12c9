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
#include "search/index_reader.h"
#include "search/segment.h"
#include "search/stored_article.h"
#include "search/vrt_table.h"

namespace lede::search {
namespace {

namespace fs = std::filesystem;

bool is_file_of_index(const std::string& name) {
    return name.ends_with(".seg") && name.find_first_not_of("0123456789") == name.size() - 4;
}

std::vector<std::string> attributes_of(const Segment& segment) {
    std::vector<std::string> names;
    for (const TokenColumn& column : segment.table().columns) names.push_back(column.name);
    return names;
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

bool IndexWriter::begin_segment(Kind kind, std::vector<std::string> attributes) {
    std::ranges::sort(attributes);  // as a segment gives them back
    const bool fits = builder_ && kind_ == kind && builder_->attributes() == attributes &&
                      builder_->size() < options_.segment_tokens;
    if (fits) return false;
    end_segment();
    kind_ = kind;
    builder_ = std::make_unique<TokenTableBuilder>(std::move(attributes));
    return true;
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

void IndexWriter::copy(const Segment& segment, SegmentCopy::Bounds bounds,
                       const std::vector<std::string>& attributes,
                       const std::set<std::string>& without) {
    SegmentCopy copy(segment, bounds);
    const Kind kind = copy.are_articles() ? Kind::kArticles : Kind::kVrt;
    bool is_first = true;
    for (std::uint32_t document = 0; document < segment.documents(); ++document) {
        if (without.contains(std::string(segment.document_id(document)))) continue;
        const bool is_new = begin_segment(kind, attributes);
        if (is_new || std::exchange(is_first, false)) copy.into(*builder_);
        copy.add(document, documents_);
    }
}

std::optional<SegmentLayout> IndexWriter::layout() {
    end_segment();
    if (manifest_.segments.empty()) return std::nullopt;
    return layout_of(Segment(folder_ + '/' + manifest_.segments.back().file));
}

void IndexWriter::join(const std::string& folder) {
    std::error_code error;
    if (fs::equivalent(folder, folder_, error))
        throw IndexError(folder + ": is the index that is written to");
    const IndexReader index(folder);
    if (!layout_) layout_ = layout();
    for (std::size_t i = 0; i < index.segments(); ++i) {
        const Segment& segment = index.segment(i);
        SegmentLayout found = layout_of(segment);
        found.attributes = kept(found.attributes);
        if (!layout_) layout_ = found;
        const std::string differs = difference(*layout_, found);
        if (!differs.empty())
            throw IndexError(folder + ": " + differs +
                             ", other than the documents before: keep it as an index of its own");
        copy(segment, SegmentCopy::Bounds::kOpen, found.attributes, {});
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
        copy(segment, SegmentCopy::Bounds::kKept, attributes_of(segment), ids);
        end_segment();
    }
    return removed;
}

void IndexWriter::merge() {
    end_segment();
    if (manifest_.segments.size() < 2) return;
    for (const SegmentEntry& entry : std::exchange(manifest_.segments, {})) {
        const Segment segment(folder_ + '/' + entry.file);
        copy(segment, SegmentCopy::Bounds::kKept, attributes_of(segment), {});
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

#include "search/index_writer.h"

#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
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

constexpr std::string_view kRun = "run-";

bool is_segment(const std::string& name) {
    return name.ends_with(".seg") && name.find_first_not_of("0123456789") == name.size() - 4;
}

// What a writer that was stopped may have left.
bool is_unfinished(const std::string& name) {
    return name == "manifest.part" || (name.starts_with(kRun) && name.ends_with(".part"));
}

// To the system, what a run took: the next that needs much is the merge, in pieces of other sizes.
void give_back_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
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
            if (is_fresh && !is_segment(name) && !is_unfinished(name))
                throw IndexError(folder_ + ": holds other files and is no index");
            if (is_segment(name))
                next_number_ = std::max<std::uint64_t>(
                    next_number_, std::strtoull(name.c_str(), nullptr, 10) + 1);
        }
        drop_leftovers();
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

IndexWriter::~IndexWriter() {
    for (const std::string& run : runs_) ::unlink(run.c_str());
    ::close(lock_);
}

// Segments and runs of commits that never came.
void IndexWriter::drop_leftovers() const {
    std::set<std::string> used;
    for (const SegmentEntry& segment : manifest_.segments) used.insert(segment.file);
    std::vector<fs::path> unused;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const std::string name = entry.path().filename();
        if (is_unfinished(name) || (is_segment(name) && !used.contains(name)))
            unused.push_back(entry.path());
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

std::uint32_t IndexWriter::segment_documents() const {
    return (pieces_ ? pieces_->documents() : 0) + static_cast<std::uint32_t>(documents_.ids.size());
}

std::uint32_t IndexWriter::segment_tokens() const {
    return (pieces_ ? pieces_->tokens() : 0) + (builder_ ? builder_->size() : 0);
}

void IndexWriter::begin_document(Kind kind, std::vector<std::string> attributes) {
    std::ranges::sort(attributes);  // as a segment gives them back
    const bool fits =
        kind_ == kind && attributes_ == attributes && segment_tokens() < options_.segment_tokens;
    if (fits) return;
    end_segment();
    kind_ = kind;
    attributes_ = std::move(attributes);
}

TokenTableBuilder& IndexWriter::begin_run() {
    if (builder_ && builder_->size() >= options_.run_tokens) end_run();
    if (!builder_) builder_ = std::make_unique<TokenTableBuilder>(attributes_);
    return *builder_;
}

// Puts what is in memory into a file, as a piece of the segment at hand.
void IndexWriter::end_run() {
    if (!builder_) return;
    const std::string path =
        folder_ + '/' + std::string(kRun) + std::to_string(runs_.size()) + ".part";
    runs_.push_back(path);
    write_segment(path, builder_->finish(), std::exchange(documents_, {}));
    builder_.reset();
    give_back_memory();
    const auto run = std::make_shared<const Segment>(path);
    if (!pieces_) pieces_.emplace(attributes_);
    for (std::uint32_t document = 0; document < run->documents(); ++document)
        pieces_->add(run, document, SegmentMerge::Bounds::kOpen);
}

void IndexWriter::end_segment() {
    if (kind_ == Kind::kNone) return;
    const std::string file = next_file();
    const std::string path = folder_ + '/' + file;
    manifest_.segments.push_back({file, segment_documents(), segment_tokens()});
    if (pieces_) {
        end_run();
        std::exchange(pieces_, {})->write(path);
        for (const std::string& run : std::exchange(runs_, {})) ::unlink(run.c_str());
    } else {
        write_segment(path, builder_->finish(), std::exchange(documents_, {}));
        builder_.reset();
    }
    kind_ = Kind::kNone;
}

void IndexWriter::add(const Document& document) {
    std::vector<std::string> attributes(std::begin(kDocumentAttributes),
                                        std::end(kDocumentAttributes));
    if (!document.computed.has(Layer::kLemmas)) std::erase(attributes, "lemma");
    if (!document.computed.has(Layer::kUpos)) std::erase(attributes, "upos");
    if (!document.computed.has(Layer::kXpos)) std::erase(attributes, "xpos");
    attributes.emplace_back(kBlankAttribute);
    begin_document(Kind::kArticles, kept(attributes));
    TokenTableBuilder& builder = begin_run();
    documents_.begins.push_back(builder.size());
    documents_.ids.push_back(document.article.id);
    if (!documents_.records) documents_.records.emplace();
    documents_.records->add(stored_record(document));
    add_document(document, builder);
}

void IndexWriter::add_vrt(std::string_view section, const std::string& id) {
    if (columns_.empty())
        columns_ = options_.vrt_columns.empty() ? vrt_columns(section) : options_.vrt_columns;
    begin_document(Kind::kVrt, kept(vrt_attributes(columns_)));
    TokenTableBuilder& builder = begin_run();
    documents_.begins.push_back(builder.size());
    documents_.ids.push_back(id);
    search::add_vrt(section, columns_, builder);
}

void IndexWriter::copy(const std::shared_ptr<const Segment>& segment, SegmentMerge::Bounds bounds,
                       const std::vector<std::string>& attributes,
                       const std::set<std::string>& without) {
    const Kind kind = segment->records().empty() ? Kind::kVrt : Kind::kArticles;
    for (std::uint32_t document = 0; document < segment->documents(); ++document) {
        if (without.contains(std::string(segment->document_id(document)))) continue;
        begin_document(kind, attributes);
        end_run();
        if (!pieces_) pieces_.emplace(attributes_);
        pieces_->add(segment, document, bounds);
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
        SegmentLayout found = layout_of(index.segment(i));
        found.attributes = kept(found.attributes);
        if (!layout_) layout_ = found;
        const std::string differs = difference(*layout_, found);
        if (!differs.empty())
            throw IndexError(folder + ": " + differs +
                             ", other than the documents before: keep it as an index of its own");
        copy(index.shared_segment(i), SegmentMerge::Bounds::kOpen, found.attributes, {});
    }
}

std::uint64_t IndexWriter::remove(const std::set<std::string>& ids) {
    end_segment();
    std::uint64_t removed = 0;
    const std::vector<SegmentEntry> before = std::exchange(manifest_.segments, {});
    for (const SegmentEntry& entry : before) {
        const auto segment = std::make_shared<const Segment>(folder_ + '/' + entry.file);
        std::uint64_t hits = 0;
        for (std::uint32_t i = 0; i < segment->documents(); ++i)
            hits += ids.contains(std::string(segment->document_id(i)));
        removed += hits;
        if (hits == segment->documents()) continue;
        if (hits == 0) {
            manifest_.segments.push_back(entry);
            continue;
        }
        copy(segment, SegmentMerge::Bounds::kKept, attributes_of(*segment), ids);
        end_segment();
    }
    return removed;
}

void IndexWriter::merge() {
    end_segment();
    if (manifest_.segments.size() < 2) return;
    for (const SegmentEntry& entry : std::exchange(manifest_.segments, {})) {
        const auto segment = std::make_shared<const Segment>(folder_ + '/' + entry.file);
        copy(segment, SegmentMerge::Bounds::kKept, attributes_of(*segment), {});
    }
    end_segment();
}

void IndexWriter::commit() {
    end_segment();
    manifest_.write(folder_);
    drop_leftovers();
}

std::uint64_t IndexWriter::documents() const {
    std::uint64_t sum = segment_documents();
    for (const SegmentEntry& segment : manifest_.segments) sum += segment.documents;
    return sum;
}

std::uint64_t IndexWriter::tokens() const {
    std::uint64_t sum = segment_tokens();
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

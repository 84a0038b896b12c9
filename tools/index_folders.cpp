#include "index_folders.h"

#include <optional>
#include <string>
#include <utility>

#include "search/index_manifest.h"
#include "search/index_reader.h"
#include "search/stored_article.h"

namespace lede::tools {
namespace {

class IndexSupply : public reading::RecordSupply {
  public:
    IndexSupply(const std::string& folder, DocumentFilter filter)
        : index_(folder), filter_(std::move(filter)) {}

    std::optional<Result<reading::RawRecord>> next() override {
        for (; segment_ < index_.segments(); ++segment_) {
            const search::Segment& segment = index_.segment(segment_);
            if (!articles_) enter(segment);
            while (document_ < segment.documents()) {
                const std::uint32_t document = document_++;
                if (!wanted_.empty() && !wanted_[document]) continue;
                reading::RawRecord record = articles_->record(document);
                record.record = record.position = first_ + document;
                return record;
            }
            first_ += segment.documents();
            articles_.reset();
        }
        return std::nullopt;
    }

  private:
    void enter(const search::Segment& segment) {
        articles_.emplace(segment);
        document_ = 0;
        wanted_ = filter_ ? filter_(segment) : std::vector<bool>();
    }

    search::IndexReader index_;
    DocumentFilter filter_;
    std::size_t segment_ = 0;
    std::uint32_t document_ = 0;
    std::uint64_t first_ = 0;  // documents of the segments before
    std::optional<search::StoredArticles> articles_;
    std::vector<bool> wanted_;  // of the segment at hand; empty: all
};

}  // namespace

reading::WholeFolders index_folders(DocumentFilter filter) {
    return {.are_at = search::is_index,
            .open = [filter = std::move(filter)](const std::string& path) {
                return std::make_unique<IndexSupply>(path, filter);
            }};
}

}  // namespace lede::tools

#include "reading/article_source.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace lede::reading {

struct ArticleSource::State {
    std::vector<std::string> paths;
    SourceOptions options;
    std::size_t next = 0;
};

ArticleSource::ArticleSource(std::vector<std::string> paths, SourceOptions options)
    : state_(std::make_unique<State>(State{std::move(paths), std::move(options)})) {}
ArticleSource::~ArticleSource() = default;

std::optional<Result<RawRecord>> ArticleSource::next() {
    if (state_->next == state_->paths.size()) return std::nullopt;
    const std::string& path = state_->paths[state_->next++];
    std::ifstream file(path, std::ios::binary);
    if (!file) return Result<RawRecord>(Error{path, 0, 0, "cannot be read"});
    RawRecord record{.source = path, .path_id = path};
    record.bytes.assign(std::istreambuf_iterator<char>(file), {});
    return Result<RawRecord>(std::move(record));
}

}  // namespace lede::reading

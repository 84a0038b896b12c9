#include "bench_text.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "reading/article_parser.h"
#include "reading/article_source.h"
#include "writing/json_writer.h"

namespace lede::bench {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kSampleBytes = 10'000'000;

std::vector<std::string> read_texts(const std::string& path) {
    const reading::ArticleParser parser({});
    reading::ArticleSource source({path}, {});
    std::vector<std::string> texts;
    while (auto record = source.next()) {
        if (!*record) continue;
        Result<Article> article = parser.parse(record->value());
        if (article) texts.push_back(std::move(article.value().text));
    }
    return texts;
}

}  // namespace

BenchText::BenchText(const std::string& articles, const std::string& samples)
    : folder_(fs::temp_directory_path() / fmt::format("lede-bench-{}", getpid())),
      texts_(read_texts(articles.empty() ? samples : articles)) {
    if (texts_.empty()) throw std::runtime_error("nothing to read in " + articles + samples);
    for (const std::string& text : texts_) bytes_ += text.size();
    for (std::size_t i = 0; articles.empty() && bytes_ < kSampleBytes; ++i) {
        texts_.push_back(texts_[i]);
        bytes_ += texts_.back().size();
    }
    fs::create_directories(folder_);
}

BenchText::~BenchText() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string BenchText::path(double megabytes, bool lines) {
    const fs::path path = folder_ / fmt::format("{:.2f}.{}", megabytes, lines ? "txt" : "jsonl");
    if (fs::exists(path)) return path.string();
    std::ofstream out(path, std::ios::binary);
    double left = megabytes * 1e6;
    for (std::size_t i = 0; i < texts_.size() && left > 0; ++i) {
        left -= static_cast<double>(texts_[i].size());
        if (lines) {
            out << texts_[i] << '\n';
            continue;
        }
        std::string record = fmt::format("{{\"id\":\"{}\",\"text\":", i);
        writing::append_json_string(record, texts_[i]);
        out << record << ",\"published\":\"2023-03-14\"}\n";
    }
    return path.string();
}

void BenchText::clear_results() {
    for (const char* name : {"index", "fts.db"}) fs::remove_all(folder_ / name);
}

}  // namespace lede::bench

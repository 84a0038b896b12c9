// BenchText: one text on disk, as JSON articles and as plain lines, whole or its first part.
//
//   BenchText text("", "data/samples");    10 MB of the samples, over and over
//   text.path(1.0, false)                  a file of its first MB, JSON lines
//   text.path(1.0, true)                   the same articles, one paragraph a line
//
// The files live in a folder of their own that goes with the object.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lede::bench {

class BenchText {
  public:
    // `articles` are JSON lines, or "" for the texts of `samples`. Throws std::runtime_error if
    // nothing can be read.
    BenchText(const std::string& articles, const std::string& samples);
    ~BenchText();
    BenchText(const BenchText&) = delete;
    BenchText& operator=(const BenchText&) = delete;

    // Of the texts alone, in 1e6 bytes.
    double megabytes() const { return static_cast<double>(bytes_) / 1e6; }
    std::string folder() const { return folder_.string(); }

    // The file that holds the articles up to so many megabytes of text.
    std::string path(double megabytes, bool lines);

    // Takes away what a program left beside the texts.
    void clear_results();

  private:
    std::filesystem::path folder_;
    std::vector<std::string> texts_;
    std::size_t bytes_ = 0;
};

}  // namespace lede::bench

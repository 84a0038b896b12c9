// BadArticles: reports what could not be read, and says how the run ends.
//
//   lede-extract: corpus/a.jsonl:17: "text" is not a string (byte 52310, article skipped)
//
// Where one input has many articles that lack the same thing, the first ten are told and the others
// counted; --errors lists all. An input that cannot be opened ends the run with 2, whatever else
// went well; articles skipped inside an input end it with 3, or with 0 up to --max-bad.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "model/result.h"
#include "run_options.h"
#include "writing/output.h"

namespace lede::tools {

class BadArticles {
  public:
    BadArticles(std::string tool, const RunOptions& options);

    void count_good(std::uint64_t articles = 1) { good_ += articles; }
    // Takes up an error that an earlier run has reported: no message, but it counts and is listed.
    void restore(const Error& error);
    // Writes the message, if it is none of many alike, and the line of --errors. False: the run is
    // to stop (--strict).
    bool report(const Error& error);
    // Tells what was counted, and puts the file of --errors in its place.
    void finish();

    std::uint64_t good() const { return good_; }
    std::uint64_t skipped() const { return skipped_; }
    // How often each kind of error came; a kind is the reason up to its first colon.
    const std::map<std::string, std::uint64_t>& kinds() const { return kinds_; }
    int exit_status() const;

  private:
    // Articles of one input, one after the other, with one reason.
    struct Alike {
        std::string source;
        std::string reason;
        std::uint64_t count = 0;
    };
    void tell(const Error& error);
    void tell_rest();

    std::string tool_;
    const RunOptions& options_;
    std::unique_ptr<writing::Output> file_;
    std::uint64_t good_ = 0;
    std::uint64_t skipped_ = 0;
    std::uint64_t unreadable_ = 0;  // inputs
    std::map<std::string, std::uint64_t> kinds_;
    Alike alike_;
};

}  // namespace lede::tools

// Where the results of lede-extract go: one stream, one file for each table, a database, or a
// folder of parts.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extract_options.h"
#include "lexicon/lexicon.h"
#include "writing/document_format.h"
#include "writing/part_sink.h"
#include "writing/row_writer.h"

namespace lede::tools {

class ExtractOutputs {
  public:
    // The lexicon is borrowed: it holds the database's schema. Throws UsageError when the options
    // do not go together.
    ExtractOutputs(const ExtractOptions& options, const Lexicon& lexicon);

    // The layers that the asked formats show.
    Layers layers() const { return layers_; }

    // Opens the outputs, those of the part with this number where there are parts, and writes what
    // stands before the first article. Throws OutputError when an output cannot be made.
    void begin(std::uint64_t part);
    // One string for each output. Safe from many threads.
    void format(const Document& document, std::vector<std::string>& parts) const;
    // Requires: parts as `format` made them.
    void write(const std::vector<std::string>& parts);
    // Ends what `begin` began: the results appear under their names.
    void finish();

  private:
    using MakeSink = std::function<std::unique_ptr<writing::PartSink>(std::uint64_t part)>;

    struct Stream {
        std::unique_ptr<writing::DocumentFormat> format;
        MakeSink make_sink;
        std::unique_ptr<writing::PartSink> sink = nullptr;
    };

    void add_single(const std::string& format, const ExtractOptions& options,
                    const Lexicon& lexicon);
    void add_tables(const ExtractOptions& options, writing::Dialect dialect);

    Layers layers_;
    std::vector<Stream> streams_;
    bool flush_each_ = false;  // somebody is watching
};

}  // namespace lede::tools

// Where the results of lede-extract go: one stream, one file for each table, or a database.
#pragma once

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
    // Opens the outputs and writes what stands before the first article. Throws UsageError when
    // the options do not go together, OutputError when an output cannot be made.
    // The lexicon is borrowed: it holds the database's schema.
    ExtractOutputs(const ExtractOptions& options, const Lexicon& lexicon);

    // The layers that the asked formats show.
    Layers layers() const { return layers_; }

    // One part for each output. Safe from many threads.
    void format(const Document& document, std::vector<std::string>& parts) const;
    // Requires: parts as `format` made them.
    void write(const std::vector<std::string>& parts);
    void finish();

  private:
    struct Stream {
        std::unique_ptr<writing::DocumentFormat> format;
        std::unique_ptr<writing::PartSink> sink;
    };

    void add(std::unique_ptr<writing::DocumentFormat> format,
             std::unique_ptr<writing::PartSink> sink);
    void add_single(const std::string& format, const ExtractOptions& options,
                    const Lexicon& lexicon);
    void add_tables(const ExtractOptions& options, writing::Dialect dialect);

    Layers layers_;
    std::vector<Stream> streams_;
    bool flush_each_ = false;  // somebody is watching
};

}  // namespace lede::tools

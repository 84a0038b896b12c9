// PartSink: where the parts go that a DocumentFormat made, in the order of the articles.
//
//   sink.write(part);  …  sink.finish();
//
// Parts are made on many threads and taken here on one: a sink is a file, a folder or a database.
#pragma once

#include <string>
#include <string_view>

namespace lede::writing {

class PartSink {
  public:
    PartSink() = default;
    PartSink(const PartSink&) = delete;
    PartSink& operator=(const PartSink&) = delete;
    virtual ~PartSink() = default;  // what is not finished leaves nothing behind

    // Takes what the format made of one document, or what stands before and after all of them.
    virtual void write(std::string_view part) = 0;
    // Hands over what is held back, for people at a terminal and for co-processes.
    virtual void flush() {}
    // Everything is there: the result appears under its name.
    virtual void finish() = 0;
    // What its reader should know of the finished result; mostly nothing.
    virtual std::string notice() const { return {}; }
};

}  // namespace lede::writing

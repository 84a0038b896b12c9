// GzipStream: what gzip members hold, one after the other, over damage.
//
//   open_gzip(file stream of dump.jsonl.gz)     reads as dump.jsonl
//
// A file of many members (.warc.gz has one for each record) reads as one stream. Where a member is
// broken, reading goes on at the next member that opens, and `error()` tells of the first damage
// with its byte. Memory is constant.
#pragma once

#include <memory>

#include "reading/byte_stream.h"

namespace lede::reading {

std::unique_ptr<ByteStream> open_gzip(std::unique_ptr<ByteStream> compressed);

}  // namespace lede::reading

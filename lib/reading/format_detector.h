// What an input is, by its first bytes.
//
//   detect_format("WARC/1.0\r\n…", "crawl")      -> kWarc
//   detect_format("id,text\n1,Kim met", "a.csv") -> kCsv
//   kind_not_read("%PDF-1.4 …")                  -> "a PDF document"
//
// The name is asked only where the bytes leave it open. Text of no other kind is plain text.
#pragma once

#include <string_view>

#include "reading/raw_record.h"

namespace lede::reading {

// Bytes that are enough to tell.
inline constexpr std::size_t kDetectorHead = 8192;

// Never kAuto. `head` is what the input begins with, at most kDetectorHead bytes of it.
Format detect_format(std::string_view head, std::string_view name);

// What the input is, if it is of a kind that is not read (pictures, programs, PDF); empty if it
// may be text in some encoding.
std::string_view kind_not_read(std::string_view head);

}  // namespace lede::reading

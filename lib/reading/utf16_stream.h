// UTF-16 as a stream of UTF-8, so that records are cut at line ends in it as in any other input.
//
//   FF FE 'a' 00 0A 00        -> "a\n"
//
// A surrogate without its other half, and an odd last byte, become U+FFFD; the byte order mark is
// dropped. Positions in the stream count bytes of UTF-8.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "reading/byte_stream.h"

namespace lede::reading {

enum class ByteOrder : unsigned char { kLittle, kBig };

// The order of UTF-16 by its mark or, without one, by NULs at nearly every second byte; nothing for
// other text.
std::optional<ByteOrder> guess_utf16(std::string_view head);

// The UTF-8 of a stream of UTF-16.
std::unique_ptr<ByteStream> open_utf16(std::unique_ptr<ByteStream> stream, ByteOrder order);

}  // namespace lede::reading

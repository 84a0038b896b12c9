// The layout of a segment, one file of the index, version 2.
//
//   header     4096 bytes: "LEDESEG1", then eight-byte numbers, low byte first: version, size of
//   the
//              file, begin and size of the directory, begin and size of the checksums; then zeros;
//              in the last eight bytes CRC-32C of directory and checksums, and of the header so far
//   sections   each begins at a multiple of 8
//   directory  a line for each section: NAME BEGIN SIZE WIDTH COUNT; where its numbers stand above
//   a
//              line (packed_ids.h), also SLOPE BASE
//   checksums  CRC-32C of each 4 KiB from the begin of the file to the directory, four bytes each,
//              the header's as 0
//
//   sections:  tokens                    COUNT tokens, no bytes
//              column/A/ids              packed: the value of each token
//              column/A/offsets, /chars  the values, sorted by their bytes
//              column/A/counts, /postings, /places   how often, where (postings.h), and where that
//                                        stands in /postings; not of "blank"
//              region/R/begins, /lengths, /outer     packed
//              region/R/A/ids, /offsets, /chars      values of its attribute A, sorted likewise
//              stretches                 packed
//              documents/begins          packed: first token of each
//              documents/ids/…           as values of a column: the id of each
//              documents/records/firsts, /places, /bytes   of articles: what tokens and regions do
//                                        not tell, in groups (record_store.h)
//
// Names have blanks, '/', '%' and control characters as %XX.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::search {

inline constexpr std::string_view kSegmentMagic = "LEDESEG1";
inline constexpr std::uint64_t kSegmentVersion = 2;
inline constexpr std::size_t kSegmentHeader = 4096;  // bytes, one guarded block

std::string escaped_name(std::string_view name);
std::string unescaped_name(std::string_view name);

}  // namespace lede::search

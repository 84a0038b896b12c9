// Word processor files: the article in a DOCX or ODT document.
//
//   word/document.xml: <w:p><w:pPr><w:pStyle w:val="Heading1"/>…<w:t>Cod</w:t>  -> heading "Cod"
//
// Paragraphs, headings, lists and table cells become blocks; title, author and date come from the
// document's properties. Footnotes, comments, deleted text and headers of pages are not read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/article.h"
#include "model/result.h"
#include "reading/calendar_date.h"

namespace lede::reading {

// True if a zip archive's first bytes are those of a word processor file (or another file of such
// a suite, which is then refused by name and not taken for an archive of articles).
bool is_office_document(std::string_view head);

// Largest XML part that is unpacked; more is an error.
inline constexpr std::size_t kMaxOfficePart = std::size_t{64} << 20;

// Fills text, blocks and what the properties say. Linear in the unpacked parts.
std::optional<Error> read_office_document(std::string_view bytes, const DateReader& dates,
                                          Article& article);

}  // namespace lede::reading

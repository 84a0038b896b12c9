// From the bytes of a text or page in any encoding to UTF-8.
//
//   decoder.decode("caf\xE9, declared latin-1", "iso-8859-1")  -> "café, …"
//   decoder.decode("\xFF\xFE" "a\0b\0", "")                    -> "ab"
//
// The rules, in this order: a byte order mark; UTF-16 without one (NULs at every second byte);
// valid UTF-8, whatever was declared; the declared encoding; for pages, that of <meta charset> or
// the XML declaration; text that is UTF-8 but for broken places (U+FFFD by maximal subparts);
// ICU's detector; windows-1252. A label that says UTF-8 over bytes that hold no single UTF-8
// sequence is not believed. The mark is dropped, and NUL in pages becomes U+FFFD as HTML has it;
// nothing else is changed: line ends, no-break spaces, soft hyphens and U+2028 stand as they stood.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

class TextDecoder {
  public:
    explicit TextDecoder(const Lexicon& lexicon) : labels_(lexicon.table("reading/charsets")) {}

    // `declared` is a label of an HTTP or mail header, or empty. `is_page`: look for a declaration
    // in the first 4096 bytes. Any bytes are legal; linear. Safe from many threads.
    std::string decode(std::string_view bytes, std::string_view declared, bool is_page) const;

  private:
    std::string decode_text(std::string_view bytes, std::string_view declared, bool is_page) const;
    bool convert(std::string_view bytes, std::string_view label, std::string& out) const;

    lexicon::Table labels_;
};

// The label in <meta charset=…>, <meta … content="…; charset=…"> or <?xml … encoding="…"?>, or
// empty.
std::string declared_charset(std::string_view page);

}  // namespace lede::reading

// Pinpoints: the numbers, letters, lists and ranges that say where inside a law.
//
//   "104(a)(1), 105 and 107-109"   items 104 (a)(1) | 105 | 107 to 109
//   "1395w–115(b)(1)"              one item: the dash is part of the number
//   "(b) and (d)"                  two items without a number
//
// Reads what stands at the cursor and goes no further than the list; words such as "section" are
// the caller's. Linear.
#pragma once

#include "citations/atoms.h"
#include "citations/cursor.h"

namespace lede::citations {

// What the numbers of a list look like.
enum class Numbering : std::uint8_t {
    kCode,      // 9241, 78ee, 1395w-115; "611-615" is a range
    kDotted,    // 46.204, 1.704-1, 52.204-21: dashes belong to the number
    kState,     // 768.81, 16-5-1, 2C:11-3, 5/2-1001
    kOutline,   // VII, 7, A, XIX-A: titles, parts, chapters, articles
    kLettered,  // (a), (1), (B)(i): subsections and what lies below
};

struct ListStyle {
    Numbering numbering = Numbering::kCode;
    bool plural = false;  // "sections", "§§": more items are expected
    bool signs = false;   // items may repeat the section sign: "§ 3, § 5"
    bool single = false;  // one item only, whatever follows
};

// Reads a list into `items` and returns the number of items; 0, and the cursor unmoved, if there
// is none.
std::uint32_t read_items(Cursor& cursor, ListStyle style, std::vector<Item>& items);

// Splits "21–27", read as one number of a state's code, into the range it is in the U.S. Code;
// false for one section such as "1395w–115".
bool split_code_range(std::string_view number, std::string_view& first, std::string_view& last);

// The subdivisions of "(B)" after "(a)(5)(A)": "(a)(5)(B)". The new one takes the place of the last
// of its own sort (digits, small letters, capitals); if there is none it follows the others.
std::string inherited_subs(std::string_view host, std::string_view subs);

// "(a)(1)" as "/a/1", appended to `out`.
void append_subs(std::string_view subs, std::string& out);

}  // namespace lede::citations

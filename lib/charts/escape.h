// Escaping for XML and HTML: text as text, whatever it holds.
//
//   append_escaped(out, "<b> & \"so\"")   ->   &lt;b&gt; &amp; &quot;so&quot;
//
// It stands in elements and in quoted attributes alike. It is not for style sheets or scripts,
// into which no text of articles is ever written.
#pragma once

#include <string>
#include <string_view>

namespace lede::charts {

// Appends `text` with the five characters that mean something escaped; white space becomes a blank,
// and what XML 1.0 cannot hold (controls, U+FFFE, U+FFFF) and marks that turn the direction of the
// text around them are left out. Requires: valid UTF-8. Linear.
void append_escaped(std::string& out, std::string_view text);

std::string escaped(std::string_view text);

}  // namespace lede::charts

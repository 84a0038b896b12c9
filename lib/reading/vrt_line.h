// The lines of vertical text: tokens with their columns, and tags on lines of their own.
//
//   Kim<TAB>NNP                   a token
//   <text id="a" date="2019">     a tag: name "text", attributes id and date
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::reading {

// Tags, closing tags, comments and processing instructions. "<" and "<3" are tokens.
bool is_vrt_tag(std::string_view line);

// "text" of <text id="a">, "/text" of </text>. Requires: is_vrt_tag.
std::string_view vrt_tag_name(std::string_view line);

// In either kind of quote marks, values unescaped. What is no attribute is passed over. Linear.
std::vector<std::pair<std::string, std::string>> vrt_attributes(std::string_view tag);

// &lt; &gt; &quot; &apos; &amp; &#39; &#x27; as the characters they stand for; others stay.
std::string unescape_xml(std::string_view text);

}  // namespace lede::reading

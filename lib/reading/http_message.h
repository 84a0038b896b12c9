// HTTP responses as crawls store them: the head, and the body without its transfer encodings.
//
//   parse_http_head("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n…")
//   -> status 200, header("content-type") "text/html; charset=koi8-r", size of the head
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.h"

namespace lede::reading {

struct HttpHead {
    int status = 0;                                            // 0: no HTTP message
    std::size_t size = 0;                                      // bytes up to the body
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case

    // The first header of that name, or empty.
    std::string header(std::string_view name) const;
};

// Lower case, without blanks around it: names of headers, and media types.
std::string http_name(std::string_view text);

// Lines may end in "\n" alone. Linear; heads of more than 200 lines are cut there.
HttpHead parse_http_head(std::string_view message);

// Headers alone, as mail has them: no status line, long ones folded over several lines.
HttpHead parse_header_lines(std::string_view text);

// "koi8-r" of "text/html; charset=\"koi8-r\""; the parameter `name` of any header value.
std::string header_parameter(std::string_view value, std::string_view name);

// The message's body, unchunked and unpacked (gzip, deflate). A body that says it is chunked but is
// not stands as it is. An Error for other encodings and for bodies over `limit` bytes.
Result<std::string> decode_http_body(std::string_view message, const HttpHead& head,
                                     std::size_t limit);

}  // namespace lede::reading

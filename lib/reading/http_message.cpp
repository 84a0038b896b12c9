#include "reading/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kMostLines = 200;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && unicode::is_ascii_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && unicode::is_ascii_space(text.back())) text.remove_suffix(1);
    return text;
}

// The chunks of a chunked body joined; nothing if it is not chunked at all. What follows a broken
// chunk is kept as it stands.
std::optional<std::string> unchunk(std::string_view body) {
    std::string out;
    std::size_t at = 0;
    while (at < body.size()) {
        const std::size_t line_end = body.find('\n', at);
        if (line_end == std::string_view::npos) break;
        std::size_t size = 0;
        const std::string_view digits = trimmed(body.substr(at, line_end - at));
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
        const bool is_size =
            error == std::errc() && (end == digits.data() + digits.size() || *end == ';');
        if (!is_size) {
            if (out.empty()) return std::nullopt;
            out += body.substr(at);
            return out;
        }
        if (size == 0) return out;
        out += body.substr(line_end + 1, size);
        at = line_end + 1 + std::min(size, body.size() - line_end - 1);
        while (at < body.size() && (body[at] == '\r' || body[at] == '\n')) ++at;
    }
    return out;
}

// `window` is zlib's: 15 + 32 finds gzip and zlib headers, -15 reads bare deflate.
std::optional<std::string> inflate_all(std::string_view packed, int window, std::size_t limit) {
    z_stream zlib{};
    if (inflateInit2(&zlib, window) != Z_OK) return std::nullopt;
    std::string copy(packed);
    zlib.next_in = reinterpret_cast<Bytef*>(copy.data());
    zlib.avail_in = static_cast<uInt>(copy.size());
    std::string out;
    std::array<char, std::size_t{32} << 10> chunk;
    int status = Z_OK;
    while (status == Z_OK && out.size() <= limit) {
        zlib.next_out = reinterpret_cast<Bytef*>(chunk.data());
        zlib.avail_out = chunk.size();
        status = inflate(&zlib, Z_NO_FLUSH);
        out.append(chunk.data(), chunk.size() - zlib.avail_out);
    }
    inflateEnd(&zlib);
    if (out.empty() && status != Z_STREAM_END) return std::nullopt;
    return out;
}

}  // namespace

std::string http_name(std::string_view text) {
    std::string name(trimmed(text));
    for (char& c : name) c = unicode::ascii_lower(c);
    return name;
}

std::string HttpHead::header(std::string_view name) const {
    const auto at = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
    return at == headers.end() ? std::string() : at->second;
}

HttpHead parse_header_lines(std::string_view text) {
    HttpHead head;
    for (std::size_t count = 0; count < kMostLines && head.size < text.size(); ++count) {
        const std::size_t end = std::min(text.find('\n', head.size), text.size());
        const std::string_view line = text.substr(head.size, end - head.size);
        head.size = std::min(end + 1, text.size());
        if (trimmed(line).empty()) break;
        if ((line.front() == ' ' || line.front() == '\t') && !head.headers.empty()) {
            head.headers.back().second += ' ';
            head.headers.back().second += trimmed(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        head.headers.emplace_back(http_name(line.substr(0, colon)),
                                  trimmed(line.substr(colon + 1)));
    }
    return head;
}

HttpHead parse_http_head(std::string_view message) {
    if (!message.starts_with("HTTP/")) return {};
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string_view line = message.substr(0, end);
    const std::size_t blank = line.find(' ');
    HttpHead head = parse_header_lines(message.substr(std::min(end + 1, message.size())));
    head.size = std::min(head.size + end + 1, message.size());
    if (blank != std::string_view::npos && blank + 4 <= line.size())
        std::from_chars(line.data() + blank + 1, line.data() + blank + 4, head.status);
    return head;
}

std::string header_parameter(std::string_view value, std::string_view name) {
    std::string lower(value);
    for (char& c : lower) c = unicode::ascii_lower(c);
    for (std::size_t at = lower.find(';'); at != std::string::npos; at = lower.find(';', at + 1)) {
        std::size_t key = at + 1;
        while (key < lower.size() && unicode::is_ascii_space(lower[key])) ++key;
        if (!std::string_view(lower).substr(key).starts_with(name)) continue;
        key += name.size();
        if (key >= lower.size() || lower[key] != '=') continue;
        std::string_view rest = value.substr(key + 1);
        if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
        return std::string(trimmed(rest.substr(0, rest.find(';'))));
    }
    return {};
}

Result<std::string> decode_http_body(std::string_view message, const HttpHead& head,
                                     std::size_t limit) {
    std::string body(message.substr(head.size));
    if (http_name(head.header("transfer-encoding")).find("chunked") != std::string::npos)
        if (auto joined = unchunk(body)) body = std::move(*joined);
    const std::string encoding = http_name(head.header("content-encoding"));
    if (encoding.empty() || encoding == "identity") return body;
    // Crawlers often store the body unpacked and the header as it came.
    const bool is_gzip = body.starts_with("\x1F\x8B");
    if (encoding == "gzip" || encoding == "x-gzip") {
        if (!is_gzip) return body;
    } else if (encoding != "deflate") {
        return Error{{}, 0, head.size, "is packed by \"" + encoding + "\", which is not read"};
    }
    auto unpacked = inflate_all(body, 15 + 32, limit);
    if (!unpacked && encoding == "deflate") unpacked = inflate_all(body, -15, limit);
    if (!unpacked) {
        if (encoding == "deflate") return body;
        return Error{{}, 0, head.size, "holds a broken packed body"};
    }
    if (unpacked->size() > limit) return Error{{}, 0, head.size, "unpacks to more than allowed"};
    return std::move(*unpacked);
}

}  // namespace lede::reading

#include "reading/mail_message.h"

#include <algorithm>

#include "reading/http_message.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr int kMaxDepth = 8;

int hex_value(char c) {
    if (unicode::is_ascii_digit(c)) return c - '0';
    const char lower = unicode::ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Quoted-printable (RFC 2045); in header words "_" is a blank.
std::string decode_quoted(std::string_view text, bool in_header) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '_' && in_header) {
            out += ' ';
        } else if (text[at] != '=') {
            out += text[at];
        } else if (at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
                   hex_value(text[at + 2]) >= 0) {
            out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
            at += 2;
        } else if (at + 1 < text.size() && text[at + 1] == '\n') {
            at += 1;
        } else if (text.substr(at + 1).starts_with("\r\n")) {
            at += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string decode_base64(std::string_view text) {
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0, count = 0;
    for (const char c : text) {
        const std::size_t value = kDigits.find(c);
        if (value == std::string_view::npos) continue;
        bits = (bits << 6) | static_cast<unsigned>(value);
        if (++count == 4) {
            out += static_cast<char>(bits >> 16);
            out += static_cast<char>(bits >> 8);
            out += static_cast<char>(bits);
            bits = count = 0;
        }
    }
    if (count >= 2) out += static_cast<char>(bits >> (count == 2 ? 4 : 10));
    if (count == 3) out += static_cast<char>(bits >> 2);
    return out;
}

// "=?utf-8?q?Talks=20end?=" among other words (RFC 2047).
std::string decode_header(std::string_view text, const TextDecoder& decoder) {
    std::string out;
    while (!text.empty()) {
        const std::size_t open = text.find("=?");
        const std::size_t charset_end = open == text.npos ? open : text.find('?', open + 2);
        const std::size_t close = charset_end == text.npos || charset_end + 2 >= text.size() ||
                                          text[charset_end + 2] != '?'
                                      ? text.npos
                                      : text.find("?=", charset_end + 3);
        if (close == text.npos) break;
        out += decoder.decode(text.substr(0, open), "", false);
        const std::string_view content = text.substr(charset_end + 3, close - charset_end - 3);
        const bool is_base64 = unicode::ascii_lower(text[charset_end + 1]) == 'b';
        out += decoder.decode(is_base64 ? decode_base64(content) : decode_quoted(content, true),
                              text.substr(open + 2, charset_end - open - 2), false);
        text.remove_prefix(close + 2);
        // Blanks between two encoded words are not part of the text.
        const std::size_t next = text.find_first_not_of(" \t");
        if (next != text.npos && text.substr(next).starts_with("=?")) text.remove_prefix(next);
    }
    out += decoder.decode(text, "", false);
    return out;
}

// "Ann Lee" of "\"Ann Lee\" <ann@a.example>".
std::string sender_name(std::string_view from) {
    std::string_view name = from.substr(0, from.find('<'));
    const auto is_outer = [](char c) { return unicode::is_ascii_space(c) || c == '"'; };
    while (!name.empty() && is_outer(name.front())) name.remove_prefix(1);
    while (!name.empty() && is_outer(name.back())) name.remove_suffix(1);
    return std::string(name.empty() ? from : name);
}

// Looks for the text in a part and the parts below it.
class BodyFinder {
  public:
    BodyFinder(const TextDecoder& decoder, MailMessage& message)
        : decoder_(decoder), message_(message) {}

    void visit(const HttpHead& head, std::string_view body, int depth) {
        std::string type = http_name(head.header("content-type"));
        if (type.empty()) type = "text/plain";
        if (http_name(head.header("content-disposition")).starts_with("attachment")) return;
        if (type.starts_with("multipart/") && depth < kMaxDepth) {
            const std::string mark = header_parameter(head.header("content-type"), "boundary");
            if (!mark.empty()) visit_parts("--" + mark, body, depth);
            return;
        }
        const bool is_html = type.starts_with("text/html");
        if (!is_html && !type.starts_with("text/plain")) return;
        if (found_ && (is_html || !message_.is_html)) return;
        const std::string encoding = http_name(head.header("content-transfer-encoding"));
        const std::string bytes = encoding == "base64"             ? decode_base64(body)
                                  : encoding == "quoted-printable" ? decode_quoted(body, false)
                                                                   : std::string(body);
        message_.body = decoder_.decode(
            bytes, header_parameter(head.header("content-type"), "charset"), is_html);
        message_.is_html = is_html;
        found_ = true;
    }

  private:
    void visit_parts(std::string_view mark, std::string_view body, int depth) {
        std::size_t at = body.find(mark);
        while (at != body.npos) {
            const std::size_t begin = body.find('\n', at);
            if (begin == body.npos || body.substr(at + mark.size()).starts_with("--")) return;
            const std::size_t end = std::min(body.find(mark, begin), body.size());
            const std::string_view part = body.substr(begin + 1, end - begin - 1);
            const HttpHead head = parse_header_lines(part);
            visit(head, part.substr(head.size), depth + 1);
            at = end == body.size() ? body.npos : end;
        }
    }

    const TextDecoder& decoder_;
    MailMessage& message_;
    bool found_ = false;
};

}  // namespace

MailMessage read_mail(std::string_view bytes, const TextDecoder& decoder) {
    // The line that opens a message in a mail box is none of its headers.
    if (bytes.starts_with("From "))
        bytes.remove_prefix(std::min(bytes.find('\n') + 1, bytes.size()));
    const HttpHead head = parse_header_lines(bytes);
    MailMessage message;
    message.subject = decode_header(head.header("subject"), decoder);
    message.from = sender_name(decode_header(head.header("from"), decoder));
    message.date = head.header("date");
    message.id = head.header("message-id");
    if (message.id.starts_with('<') && message.id.ends_with('>'))
        message.id = message.id.substr(1, message.id.size() - 2);
    BodyFinder(decoder, message).visit(head, bytes.substr(head.size), 0);
    return message;
}

}  // namespace lede::reading

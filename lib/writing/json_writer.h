// JsonWriter: appends JSON to a string, commas and escapes included.
//
//   std::string out;
//   JsonWriter json(out);
//   json.begin_object();
//   json.key("name").string("Kim \"Jong\" Un");
//   json.key("spans").begin_array();
//   json.number(4);
//   json.end_array();
//   json.end_object();        out is {"name":"Kim \"Jong\" Un","spans":[4]}
//
// Never allocates but for `out`. It does not check that keys and values alternate, and does not
// pretty-print.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::writing {

// Appends `text` as a JSON string with its quotes. Requires: valid UTF-8. Escapes the quote, the
// backslash and control characters (RFC 8259, section 7), and DEL and U+0080 to U+009F, so that a
// terminal is safe.
void append_json_string(std::string& out, std::string_view text);

class JsonWriter {
  public:
    // `out` is borrowed and appended to.
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& key(std::string_view name);
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void string(std::string_view text);
    void number(std::uint64_t value);
    void boolean(bool value);
    // `json` is one whole JSON value, written as it stands.
    void raw(std::string_view json);
    // A share from 0 to 1 with two digits: 0.87.
    void share(float value);

  private:
    void separate();
    void open(char bracket);
    void close(char bracket);

    std::string& out_;
    bool needs_comma_ = false;
};

}  // namespace lede::writing

#include <catch2/catch.hpp>

#include "writing/json_writer.h"

using lede::writing::append_json_string;
using lede::writing::JsonWriter;

namespace {

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace

TEST_CASE("JSON strings escape quotes, backslashes and control characters, and nothing else") {
    CHECK(json_string("Kim “said” no") == "\"Kim “said” no\"");
    CHECK(json_string("a \"b\" \\ c") == R"("a \"b\" \\ c")");
    CHECK(json_string("1\n2\r3\t4") == R"("1\n2\r3\t4")");
    CHECK(json_string(std::string_view("\0\x1b\x7f", 3)) == R"("\u0000\u001b\u007f")");
    CHECK(json_string("a\u0085\u009b31m é £ \u00a0b") == "\"a\\u0085\\u009b31m é £ \u00a0b\"");
    CHECK(json_string("") == "\"\"");
}

TEST_CASE("commas stand between members and items at every depth") {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("a").begin_array();
    json.end_array();
    json.key("b").begin_array();
    json.number(1);
    json.begin_object();
    json.end_object();
    json.boolean(false);
    json.end_array();
    json.key("c").string("x");
    json.end_object();
    CHECK(out == R"({"a":[],"b":[1,{},false],"c":"x"})");
}

TEST_CASE("shares are written with two digits") {
    const auto share = [](float value) {
        std::string out;
        JsonWriter(out).share(value);
        return out;
    };
    CHECK(share(0) == "0.00");
    CHECK(share(0.874F) == "0.87");
    CHECK(share(0.999F) == "1.00");
    CHECK(share(2) == "1.00");
}

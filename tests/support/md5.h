// MD5 (RFC 1321) as 32 hexadecimal digits, for comparing with reference outputs.
#pragma once

#include <string>
#include <string_view>

namespace lede::test {

std::string md5(std::string_view bytes);

}  // namespace lede::test

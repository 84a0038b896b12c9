// Mail messages (EML, or one of a mail box): the text part, subject, sender and date.
//
//   From: Ann Lee <ann@a.example>\nSubject: =?utf-8?q?Talks=20end?=\n…   ->  title "Talks end"
//
// Of a message in several parts the plain text counts, else the HTML; attachments are left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.h"
#include "reading/encoding.h"

namespace lede::reading {

struct MailMessage {
    std::string id;  // Message-ID without brackets
    std::string subject;
    std::string from;  // the name, or the address where there is none
    std::string date;  // as written
    std::string body;  // UTF-8
    bool is_html = false;
};

// Any bytes are legal; parts nest at most eight deep. Linear in the message times that depth.
MailMessage read_mail(std::string_view message, const TextDecoder& decoder);

}  // namespace lede::reading

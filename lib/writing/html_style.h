// The look of the web page that HtmlWriter writes.
#pragma once

#include <string_view>

namespace lede::writing {

inline constexpr std::string_view kHtmlHead = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Annotated articles</title>
<style>
:root { color-scheme: light dark; --page: #fdfdfb; --ink: #1d1d1f; --soft: #5d5f66; --line: #d9d9d4;
  --person: #cfe3ff; --org: #dcd6fb; --place: #cdeed3; --thing: #e6e6e0; --date: #ffe7b3;
  --law: #ffd6cf; --quote: #0b6e69; }
@media (prefers-color-scheme: dark) {
  :root { --page: #17181b; --ink: #e9e9e6; --soft: #a3a6ad; --line: #3a3c42;
    --person: #1f3f6b; --org: #40357a; --place: #1d4f2c; --thing: #43443f; --date: #5e4708;
    --law: #6b2a22; --quote: #57c7bf; } }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 4rem; background: var(--page);
  color: var(--ink); font: 1.06rem/1.65 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.2rem; margin: 1.6rem 0 .4rem; }
p { margin: 0 0 .9rem; white-space: pre-line; }
article { border-top: 1px solid var(--line); padding-top: 1.4rem; margin-top: 1.4rem; }
.meta, .aside, .caption, nav, table { font-family: system-ui, sans-serif; font-size: .85rem; }
.meta, .caption { color: var(--soft); }
.aside { color: var(--soft); font-style: italic; }
blockquote { margin: 0 0 .9rem; padding-left: 1rem; border-left: 3px solid var(--line); white-space: pre-line; }
mark { color: inherit; background: var(--thing); border-radius: .2em; padding: .05em .15em; }
mark.person { background: var(--person); } mark.org, mark.norp { background: var(--org); }
mark.place { background: var(--place); } mark.date { background: var(--date); }
mark.law { background: var(--law); } mark a { color: inherit; }
q { quotes: none; text-decoration: underline 2px var(--quote); text-underline-offset: .22em; }
q.indirect { text-decoration-style: dotted; }
nav { display: flex; flex-wrap: wrap; gap: .6rem; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-top: 1px solid var(--line); }
th { width: 8rem; font-weight: 600; } td div { margin: 0 0 .35rem; }
</style>
</head>
<body>
<nav><mark class="person">person</mark> <mark class="org">organisation</mark>
<mark class="place">place</mark> <mark>other name</mark> <mark class="date">date</mark>
<mark class="law">law</mark> <q>quotation</q> <q class="indirect">reported</q></nav>
)";

inline constexpr std::string_view kHtmlFoot = "</body>\n</html>\n";

}  // namespace lede::writing

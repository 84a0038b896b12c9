#!/usr/bin/env bash
# Prints the man page lede-cookbook(7), made from cookbook.md. usage: man.sh VERSION < cookbook.md
set -euo pipefail

sed -E 's/\\/\\e/g; s/-/\\-/g' | awk -v version="$1" '
    BEGIN {
        print ".TH LEDE\\-COOKBOOK 7 \"\" \"lede " version "\" \"Lede\""
        print ".SH NAME\nlede\\-cookbook \\- recipes for the tools of Lede"
        print ".SH DESCRIPTION"
    }
    function end_block() { if (block) print ".fi\n.RE"; block = 0 }
    /^# / { next }
    /^## / { end_block(); print ".SH " toupper(substr($0, 4)); next }
    /^### / { end_block(); print ".SS " substr($0, 5); next }
    /^    / {
        if (!block) print ".PP\n.RS 4\n.nf"
        block = 1
        line = substr($0, 5)
        if (line ~ /^[.\047]/) line = "\\&" line
        print line
        next
    }
    /^$/ { end_block(); if (!heading) print ".PP"; next }
    { end_block(); gsub(/`/, ""); if ($0 ~ /^[.\047]/) $0 = "\\&" $0; print }
    END { end_block() }' | cat -s

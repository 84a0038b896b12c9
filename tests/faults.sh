#!/usr/bin/env bash
# What goes wrong around a run: full disks, readers that leave, inputs that dribble, archives and
# articles made to do harm. The run says so and ends with the right status; nothing that was not
# named is written, nothing raw reaches a terminal, a page does nothing. usage: tests/faults.sh BIN_DIR
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$(realpath -- "$1"):$PATH
export PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/here"
cd "$work/here"
cp "$root"/data/samples/two-articles.jsonl two.jsonl
cp "$root"/data/samples/export-controls.txt article.txt
awk '{ for (i = 1; i <= 60; ++i) { line = $0; sub(/"url": *"[^"]*"/, "&, \"id\": \"" NR "-" i "\"", line); print line } }' \
    two.jsonl >many.jsonl

checks=0
failures=0
fail() { echo "faults: $1"; failures=$((failures + 1)); }
# expect NAME STATUS COMMAND…: the command ends with the status; 2 comes with a message.
expect() {
    local name=$1 wanted=$2 status=0
    shift 2
    checks=$((checks + 1))
    "$@" >out 2>err </dev/null || status=$?
    [[ $status -eq $wanted ]] || fail "$name: status $status, not $wanted: $(head -n 1 err)"
    [[ $wanted -ne 2 || -s err ]] || fail "$name: no message"
}
holds() { checks=$((checks + 1)); [[ $2 ]] || fail "$1"; }

# A disk that is full, whatever is written.
for format in jsonl html pretty timeml conllu; do
    expect "full disk, $format" 2 bash -c "lede-extract --format $format article.txt >/dev/full"
done
expect "full disk, a table" 2 bash -c 'lede-extract --table quotes article.txt >/dev/full'
expect "full disk, statistics" 2 bash -c 'lede-stats names article.txt >/dev/full'
expect "full disk, copies" 2 bash -c 'lede-stats duplicates many.jsonl >/dev/full'
expect "full disk, errors" 2 lede-extract --errors /dev/full -o ok.jsonl many.jsonl article.txt /dev/null
expect "full disk, report" 2 lede-extract --report /dev/full -o ok.jsonl article.txt

# Files that may not grow stand in for a disk that fills up on the way.
cat >limited <<'END'
#!/usr/bin/env bash
trap '' XFSZ
ulimit -f "$1"
shift
exec "$@"
END
chmod +x limited
expect "a file that cannot grow" 2 ./limited 8 lede-extract -o small.jsonl many.jsonl
expect "a packed file that cannot grow" 2 ./limited 1 lede-extract --layers all -o small.jsonl.xz many.jsonl
expect "a database that cannot grow" 2 ./limited 64 lede-extract --format sqlite -o small.db many.jsonl
holds "something is left of what failed" "$(compgen -G 'small*' >/dev/null || echo none)"
expect "a database to add to" 0 lede-extract --format sqlite -o news.db article.txt
cksum <news.db >before
expect "adding without room" 2 ./limited 500 lede-extract --format sqlite -o news.db many.jsonl
if command -v sqlite3 >/dev/null; then
    holds "a failed addition changed the database" "$(sqlite3 news.db 'SELECT count(*) FROM articles' | grep -x 1)"
fi
for _ in $(seq 40); do cat article.txt; done >big.txt
parts=(lede-extract --layers all --part-size 8K many.jsonl big.txt two.jsonl)
expect "parts on a disk that fills up" 2 ./limited 400 "${parts[@]}" -o parts/
holds "finished parts are kept" "$(compgen -G 'parts/part-00001.jsonl')"
expect "the parts after room was made" 0 "${parts[@]}" --resume -o parts/
cat parts/part-*.jsonl | cmp -s - <(lede-extract --layers all many.jsonl big.txt two.jsonl) || fail "parts after a full disk differ"

expect "an index to add to" 0 lede-index news.index article.txt
find news.index -type f | sort | xargs cksum >before
expect "an index without room" 2 ./limited 40 lede-index news.index many.jsonl
lede-search --ids Whitcombe news.index >ids
holds "a failed addition changed the index" "$(grep -x export-controls.txt ids || grep -x article.txt ids)"
expect "an index after room was made" 0 lede-index --merge news.index
find news.index -type f | sort | xargs cksum | cmp -s - before || fail "a failed addition left something in the index"

# Memory that runs out is an error like others.
for kilobytes in 60000 80000 100000 130000 160000 190000 220000 250000; do
    checks=$((checks + 1))
    status=0
    (ulimit -v "$kilobytes"; timeout 60 lede-extract -j 4 many.jsonl >out 2>err) || status=$?
    # 127: there was not even room for the libraries.
    [[ $status =~ ^(0|2|127)$ ]] || fail "memory of $kilobytes KB: status $status"
    status=0
    rm -rf scarce.index
    (ulimit -v "$kilobytes"; timeout 60 lede-index scarce.index many.jsonl >out 2>err) || status=$?
    [[ $status =~ ^(0|2|127)$ ]] || fail "memory of $kilobytes KB for an index: status $status"
done

# Readers that leave, and inputs that come a byte at a time.
for tool in "lede-extract many.jsonl" "lede-search the many.jsonl" "lede-stats names many.jsonl"; do
    expect "a reader that leaves: $tool" 0 bash -c "set +o pipefail; $tool | head -c 1; [[ \${PIPESTATUS[0]} =~ ^(0|141)\$ ]]"
    holds "a reader that leaves gets a message: $tool" "$([[ -s err ]] || echo quiet)"
done
if command -v python3 >/dev/null; then
    cat >dribble.py <<'END'
import os, sys
for byte in open(sys.argv[1], "rb").read(): os.write(1, bytes([byte]))
END
    for file in two.jsonl article.txt; do
        python3 dribble.py "$file" | lede-extract --set id=x --input auto - >slow 2>&1 || fail "dribble: $file"
        lede-extract --set id=x - <"$file" | cmp -s - slow || fail "a slow input gives something else: $file"
        checks=$((checks + 1))
    done
    # Archives whose names lead elsewhere, and packed files that swell.
    python3 - <<'END'
import gzip, io, tarfile, zipfile
text = "Rosa Hale said on March 3, 2021, that the river was clean."
names = ["../outside.txt", "/tmp/lede-faults-outside.txt", "a/../../outside.txt", "..\\outside.txt", "x" * 300 + ".txt", "\x1b[31mred.txt"]
with zipfile.ZipFile("evil.zip", "w") as z:
    for name in names: z.writestr(name, text)
with tarfile.open("evil.tar", "w") as t:
    for name in names:
        info = tarfile.TarInfo(name); info.size = len(text); t.addfile(info, io.BytesIO(text.encode()))
    link = tarfile.TarInfo("passwd.txt"); link.type = tarfile.SYMTYPE; link.linkname = "/etc/passwd"; t.addfile(link)
zeros = io.BytesIO()
with gzip.GzipFile(fileobj=zeros, mode="wb", mtime=0) as g:
    for _ in range(1024): g.write(b"a" * (1 << 20))
open("bomb.gz", "wb").write(zeros.getvalue())
twice = gzip.compress(zeros.getvalue(), mtime=0)
for _ in range(12): twice = gzip.compress(twice, mtime=0)
open("nested.gz", "wb").write(twice)
END
    mkdir deep && touch "$work/mark"
    for archive in evil.zip evil.tar; do
        expect "names that lead elsewhere, $archive" 0 lede-extract --format brat -o deep/brat "$archive"
        expect "names that lead elsewhere, parts of $archive" 0 lede-extract -o "deep/$archive.parts/" "$archive"
    done
    outside=$(find "$work" /tmp/lede-faults-outside.txt -newer "$work/mark" -type f ! -path "$work/here/deep/*" ! -name out ! -name err 2>/dev/null || true)
    holds "files that were not named: $outside" "$([[ -z $outside ]] && echo none)"
    holds "a link in an archive was followed" "$(grep -rl 'root:' deep | grep -c . | grep -x 0)"
    expect "1 GB in 1 MB" 3 lede-extract -o ok.jsonl --report bomb.json bomb.gz
    holds "memory for 1 GB in 1 MB: $(tr ',' '\n' <bomb.json | grep peak)" \
        "$(tr ',' '\n' <bomb.json | awk -F : '/peak_memory/ && $2 < 300e6 { print "low" }')"
    expect "packed fourteen times" 0 bash -c 'lede-extract -o ok.jsonl nested.gz || [[ $? == [23] ]]'
fi

# Control bytes, and a page that does nothing.
printf '{"id":"\\u001b]0;owned\\u0007","title":"<script>alert(1)</script>\\u001b[31m","url":"javascript:alert(1)","byline":"\\"onmouseover=alert(1) x=\\"","text":"Rosa\\u001b[2J Hale \\u009b31m said, \\u202e“<img src=x onerror=alert(1)>\\u0000 </style><script>alert(2)</script>,” under 5 U.S.C. 552.\\n\\n-->&lt;script>"}\n' >evil.jsonl
lede-extract --format html -o page.html evil.jsonl
holds "script in a page" "$(grep -ciE '<script|<img|<iframe|<object|<link|href="javascript|onerror=[^&]*>|src=["'\''h]' page.html | grep -x 0)"
for command in "lede-extract --format pretty --color always evil.jsonl" "lede-search --color always Hale evil.jsonl" \
    "lede-stats names --format pretty evil.jsonl" "lede-stats duplicates --format pretty evil.jsonl evil.jsonl" \
    "lede-extract --table entities evil.jsonl" "lede-extract --json evil.jsonl"; do
    $command >shown 2>&1 || true
    checks=$((checks + 1))
    # Our own colours are SGR sequences; what the article holds is something else.
    if sed -E 's/\x1b\[[0-9;]*m//g' shown | LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]'; then
        fail "control bytes reach the terminal: $command"
    fi
    if LC_ALL=C grep -qP '\x1b\[2J|\x1b\]0|Hale.\x1b\[31m' shown; then fail "the article drives the terminal: $command"; fi
done
printf '%s\n' '{broken' >$'\x1b[31mname.jsonl'
lede-extract $'\x1b[31mname.jsonl' 2>shown >/dev/null || true
holds "a file name drives the terminal" "$(LC_ALL=C grep -cP '\x1b' shown | grep -x 0)"

echo "faults: $checks checks, $failures fail"
exit $((failures > 0))

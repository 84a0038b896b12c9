#!/usr/bin/env bash
# Runs the command-line cases: folders tests/cases/NAME with
#   cmd     a line of shell; tools are on PATH; here stand article.txt, corpus/ and articles.jsonl
#   in      standard input (none: empty)
#   out     expected standard output (none: empty)
#   err     expected standard error (none: empty)
#   status  expected exit status (none: 0)
# usage: tests/run_cases.sh [--accept] BIN_DIR [NAME]...
# --accept writes what the commands did as what is expected; read the difference before you commit.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
accept=false
if [[ ${1:-} == --accept ]]; then accept=true; shift; fi
[[ $# -gt 0 ]] || { echo "usage: run_cases.sh [--accept] BIN_DIR [NAME]..." >&2; exit 2; }
PATH=$(realpath -- "$1"):$PATH
export PATH
shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A fresh folder for each case, so that none sees what another wrote.
prepare() {
    rm -rf "$work/here" && mkdir "$work/here"
    ln -s "$root/data/samples/export-controls.txt" "$work/here/article.txt"
    ln -s "$root/data/samples/two-articles.jsonl" "$work/here/articles.jsonl"
    mkdir "$work/here/corpus"
    cp "$root"/data/samples/*.txt "$work/here/corpus/"
}

run_case() {
    local folder=$1 input=/dev/null status=0
    [[ -e $folder/in ]] && input=$folder/in
    prepare
    (cd "$work/here" && bash -o pipefail "$folder/cmd") \
        <"$input" >"$work/out" 2>"$work/err" || status=$?
    if [[ $status -eq 0 ]]; then : >"$work/status"; else echo "$status" >"$work/status"; fi
}

# Compares one stream with what is expected; an absent file expects nothing.
check() {
    local folder=$1 stream=$2 expected=/dev/null
    [[ -e $folder/$stream ]] && expected=$folder/$stream
    if cmp -s "$expected" "$work/$stream"; then return 0; fi
    if $accept; then
        rm -f "$folder/$stream"
        [[ -s $work/$stream ]] && cp "$work/$stream" "$folder/$stream"
        return 0
    fi
    echo "cases: $(basename "$folder"): $stream differs"
    diff -u "$expected" "$work/$stream" | head -20 || true
    return 1
}

names=("$@")
if [[ ${#names[@]} -eq 0 ]]; then
    for folder in "$root"/tests/cases/*/; do names+=("$(basename "$folder")"); done
fi
failures=0
for name in "${names[@]}"; do
    folder=$root/tests/cases/$name
    [[ -e $folder/cmd ]] || { echo "cases: $name: no cmd"; failures=$((failures + 1)); continue; }
    run_case "$folder"
    for stream in out err status; do
        check "$folder" "$stream" || failures=$((failures + 1))
    done
done

# Every example of the README and of a tool's --help is the command of a case.
examples() {
    sed -nE 's/^    (\.\/)?(lede-[a-z]+ .*[^ ]) *$/\2/p' "$root/README.md" | sed -E 's/ +# .*//'
    for tool in lede-extract lede-search lede-index lede-stats "lede-stats names" "lede-stats duplicates"; do
        ${tool} --help | sed -n '/^Examples:/,/^$/s/^  \(lede-[a-z]*\)/\1/p'
    done
}
if [[ $# -eq 0 ]]; then
    cat "$root"/tests/cases/*/cmd >"$work/commands"
    while IFS= read -r example; do
        grep -qF -- "$example" "$work/commands" ||
            { echo "cases: no case runs: $example"; failures=$((failures + 1)); }
    done < <(examples)
fi
((failures == 0)) && echo "cases: ${#names[@]} pass"
exit $((failures > 0))

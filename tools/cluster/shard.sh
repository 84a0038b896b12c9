#!/usr/bin/env bash
# One shard of a run of lede-extract over many machines: made once, whole or not at all.
# usage: shard.sh I N OUT_DIR [EXTRACT-OPTION]... PATH...
# Writes OUT_DIR/shard-I.jsonl (shard-I.jsonl.zst with PACK=zst in the environment), and beside it
# errors-I.jsonl and report-I.json; of these records also counts-I.freq with COUNTS="words --lower" (what
# lede-stats counts, with its options) and index-I with INDEX=1. What is there is left alone, so
# that any number of machines and any number of attempts may run it; join.sh joins all at the end.
# Skipped articles are no failure: see the errors.
set -euo pipefail

[[ $# -ge 4 ]] || { sed -n '3s/^# //p' "$0" >&2; exit 2; }
number=$1 of=$2 out=$3
shift 3
name=$(printf "%0${#of}d" "$number")
results=$out/shard-$name.jsonl${PACK:+.$PACK} counts=$out/counts-$name.freq index=$out/index-$name

if [[ ! -e $results ]]; then
    # The records come last, under their name only when report and errors are there.
    attempt=$out/.$(uname -n).$$.${results##*/}
    trap 'rm -f -- "$attempt"' EXIT
    status=0
    lede-extract --shard "$number/$of" -j "${JOBS:-1}" --report "$out/report-$name.json" \
        --errors "$out/errors-$name.jsonl" -o "$attempt" "$@" || status=$?
    rm -f -- "$attempt.part"
    ((status == 0 || status == 3)) || exit "$status"
    mv -T -- "$attempt" "$results"
fi
# A shard without articles does not look like records, so their form is named.
if [[ -n ${COUNTS:-} && ! -e $counts ]]; then
    read -ra what <<<"$COUNTS"
    lede-stats "${what[@]}" --input lede -j "${JOBS:-1}" --save "$counts" -o /dev/null "$results"
fi
if [[ -n ${INDEX:-} && ! -e $index ]]; then
    # A name of its own for each attempt: one that was given up may still run elsewhere.
    part=$index.part.$(uname -n).$$
    trap 'rm -rf -- "$part"' EXIT
    lede-index --input lede -j "${JOBS:-1}" "$part" "$results"
    mv -T -- "$part" "$index" 2>/dev/null || [[ -e $index/manifest ]]
fi

#!/usr/bin/env bash
# One shard of a run of lede-extract over many machines: made once, whole or not at all.
# usage: shard.sh I N OUT_DIR [EXTRACT-OPTION]... PATH...
# Writes OUT_DIR/shard-I.jsonl (shard-I.jsonl.zst with PACK=zst in the environment), and beside it
# errors-I.jsonl and report-I.json. A shard that is there is left alone, so that any number of machines and
# any number of attempts may run it. Skipped articles are no failure: see the errors.
set -euo pipefail

[[ $# -ge 4 ]] || { sed -n '3s/^# //p' "$0" >&2; exit 2; }
number=$1 of=$2 out=$3
shift 3
name=$(printf "%0${#of}d" "$number")
results=$out/shard-$name.jsonl${PACK:+.$PACK}
[[ -e $results ]] && exit 0
status=0
lede-extract --shard "$number/$of" -j "${JOBS:-1}" --report "$out/report-$name.json" \
    --errors "$out/errors-$name.jsonl" -o "$results" "$@" || status=$?
[[ $status -eq 3 ]] && status=0
exit "$status"

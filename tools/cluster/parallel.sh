#!/usr/bin/env bash
# lede-extract over several machines with GNU parallel, one job a shard.
# usage: parallel.sh [-S HOST,HOST…] N OUT_DIR [EXTRACT-OPTION]... PATH...
# Hosts see the same files under the same names (default: this machine alone; "4/host" runs four
# jobs there). Jobs that are lost run again, three times; to run what is missing at the end, give
# the same line again. COUNTS and INDEX in the environment as for shard.sh; join.sh joins the shards.
set -euo pipefail

hosts=()
if [[ ${1:-} == -S ]]; then hosts=(--sshlogin "$2" --workdir "$PWD"); shift 2; fi
[[ $# -ge 3 ]] || { sed -n '3s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
of=$1 out=$2
shift 2
mkdir -p "$out"
status=0
seq "$of" | parallel --will-cite --quote --retries 3 --joblog "$out/jobs.log" "${hosts[@]}" \
    env "PATH=$PATH" "PACK=${PACK:-}" "COUNTS=${COUNTS:-}" "INDEX=${INDEX:-}" "JOBS=${JOBS:-1}" \
    "$here/shard.sh" {} "$of" "$out" "$@" || status=$?
((status == 0)) || { echo "parallel.sh: some shards failed: see $out/jobs.log" >&2; exit 2; }

#!/usr/bin/env bash
# A run over many workers, some of them killed on the way, writes what a single run writes: records,
# saved counts and index, joined, are the same bytes.
# usage: tests/cluster.sh BIN_DIR [--ssh] [--slurm]
# Without options only GNU parallel on this machine is tried, where it is installed. --ssh starts an
# sshd on the loopback for it, --slurm a Slurm of one node (slurmctld, slurmd, munged; as root): for
# .ci/run, which installs them.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$(realpath -- "$1")
shift
export PATH=$bin:$PATH LEDE_CLUSTER=$root/tools/cluster
command -v parallel >/dev/null || { echo "cluster: GNU parallel is not installed: nothing tried"; exit 77; }
work=$(mktemp -d)
daemons=()
end() {
    for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap end EXIT
chmod 755 "$work"
cd "$work"

mkdir news
cp "$root"/data/samples/*.txt news
awk '{ for (i = 1; i <= 150; ++i) print } END { print "{broken" }' "$root/data/samples/two-articles.jsonl" >news/many.jsonl
gzip -c "$root/data/samples/two-articles.jsonl" >news/packed.jsonl.gz
lede-extract news >whole.jsonl 2>/dev/null || (($? == 3))
lede-stats entities whole.jsonl >whole.entities
lede-stats words --lower --save whole.freq -o /dev/null whole.jsonl
lede-index whole.index whole.jsonl
lede-index --merge whole.index
# What shard.sh makes beside the records.
export COUNTS="words --lower" INDEX=1

fail() { echo "cluster: $1" >&2; exit 1; }
touch killed.{here,there,array}
check() {
    local name=$1 out=$2
    "$LEDE_CLUSTER/join.sh" "$out"
    cat "$out"/shard-*.jsonl | cmp - whole.jsonl || fail "$name wrote something else"
    cmp "$out/records.jsonl" whole.jsonl || fail "$name joined something else"
    lede-stats entities "$out"/shard-*.jsonl | cmp - whole.entities
    cmp "$out/counts.freq" whole.freq || fail "$name counted something else"
    diff -r "$out/index" whole.index || fail "$name indexed something else"
    lede-index --merge "$out/index"
    diff -r "$out/index" whole.index || fail "$name merged something else"
    [[ $(cat "$out"/errors-*.jsonl | wc -l) -eq 1 ]] || fail "$name lost an error"
    [[ -z $(find "$out" -name '*.part*') ]] || fail "$name left parts of files"
    echo "cluster: $name: $(find "$out" -name 'shard-*.jsonl' | wc -l) shards, $(wc -l <"killed.$out") workers" \
        "killed, records, counts and index the same as of one run"
}
# Kills the first worker that writes records into the folder, and the first that writes an index; their
# names are in the file.
kill_two() {
    local pid pattern
    for pattern in "lede-extract --shard .* -o $1/.*shard-" "lede-index .* $1/index-"; do
        for _ in $(seq 300); do
            pid=$(pgrep -f -- "$pattern" | head -n 1 || true)
            if [[ -n $pid ]] && kill -9 "$pid" 2>/dev/null; then echo "${pattern%% *}" >>"$2"; break; fi
            sleep 0.02
        done
    done
}

slurm_is_up() { timeout 5 sinfo -h -o %T 2>/dev/null | grep -q idle; }

kill_two "$work/here" killed.here &
killer=$!
"$LEDE_CLUSTER/parallel.sh" 16 "$work/here" news 2>/dev/null
wait "$killer"
check "GNU parallel" here

# More shards than articles, packed; and nothing is joined that is not there.
PACK=zst "$LEDE_CLUSTER/parallel.sh" 6 few "$root/data/samples/two-articles.jsonl"
lede-extract "$root/data/samples/two-articles.jsonl" >few.jsonl
lede-index few.index few.jsonl
mv few/index-4 kept
! "$LEDE_CLUSTER/join.sh" few 2>few.err || fail "a missing shard was passed over"
grep -q 'no index-I of shard 4:' few.err || fail "a missing shard was not named"
mv kept few/index-4
"$LEDE_CLUSTER/join.sh" few
lede-stats summary few/records.jsonl.zst | cmp - <(lede-stats summary few.jsonl) || fail "packed shards were joined otherwise"
diff -r few/index few.index || fail "shards without articles were indexed otherwise"

for option in "$@"; do
    case $option in
    --ssh)
        ssh-keygen -q -t ed25519 -N '' -f key
        ssh-keygen -q -t ed25519 -N '' -f host_key
        cp key.pub authorized
        chmod 600 authorized
        mkdir -p /run/sshd
        /usr/sbin/sshd -D -p 22022 -o ListenAddress=127.0.0.1 -h "$work/host_key" -f /dev/null \
            -o AuthorizedKeysFile="$work/authorized" -o StrictModes=no -o PidFile=none -o UsePAM=no >/dev/null 2>&1 &
        daemons+=($!)
        sleep 1
        ssh="ssh -p 22022 -i $work/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR 127.0.0.1"
        kill_two "$work/there" killed.there &
        killer=$!
        "$LEDE_CLUSTER/parallel.sh" -S "2/$ssh" 16 "$work/there" news 2>/dev/null
        wait "$killer"
        check "GNU parallel over ssh" there
        ;;
    --slurm)
        host=$(hostname -s)
        mkdir -p slurm/{spool,state} && dd if=/dev/urandom of=slurm/key bs=1024 count=1 status=none
        chmod 400 slurm/key
        cat >slurm/slurm.conf <<END
ClusterName=lede
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthInfo=socket=$work/slurm/munge.sock
StateSaveLocation=$work/slurm/state
SlurmdSpoolDir=$work/slurm/spool
SlurmctldPidFile=$work/slurm/slurmctld.pid
SlurmdPidFile=$work/slurm/slurmd.pid
SlurmctldLogFile=$work/slurm/slurmctld.log
SlurmdLogFile=$work/slurm/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
        export SLURM_CONF=$work/slurm/slurm.conf
        munged --foreground --force --key-file="$work/slurm/key" --socket="$work/slurm/munge.sock" \
            --pid-file="$work/slurm/munged.pid" --seed-file="$work/slurm/seed" \
            --log-file="$work/slurm/munged.log" >/dev/null 2>&1 &
        daemons+=($!)
        sleep 1
        slurmctld -D -c >/dev/null 2>&1 & daemons+=($!)
        slurmd -D >/dev/null 2>&1 & daemons+=($!)
        for _ in $(seq 30); do slurm_is_up && break; sleep 1; done
        slurm_is_up || { echo "cluster: Slurm does not start on this machine: not tried"; continue; }
        mkdir array
        # A task that is lost is run again by the same line; what is there is left alone.
        kill_two "$work/array" killed.array &
        killer=$!
        for _ in 1 2 3; do
            timeout 120 sbatch --wait --array=1-16%2 -o array/log "$LEDE_CLUSTER/slurm.sh" "$work/array" news >/dev/null && break
        done
        wait "$killer"
        check "Slurm" array
        ;;
    esac
done

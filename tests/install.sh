#!/usr/bin/env bash
# Installs the build into an empty folder and builds a small client against it, by find_package and
# by pkg-config. usage: tests/install.sh BUILD_DIR
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$(realpath -- "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/usr" >"$work/log"
for installed in bin/lede bin/lede-extract share/man/man1/lede-extract.1 \
    share/bash-completion/completions/lede-extract include/lede/lede.h \
    share/lede/cluster/{shard,join}.sh; do
    [[ -e $work/usr/$installed ]] || { echo "install: $installed is missing"; exit 1; }
done
"$work/usr/bin/lede-extract" --version

# Run a client and see that it found sentences and wrote a record.
try_client() {
    "$1" >"$work/output"
    if ! grep -qx '2' "$work/output" || ! grep -q '^{"lede":' "$work/output"; then
        echo "install: $2: unexpected output"; cat "$work/output"; exit 1
    fi
    echo "install: a client by $2 works"
}

cmake -S "$root/tests/install" -B "$work/client" -DCMAKE_PREFIX_PATH="$work/usr" >>"$work/log"
cmake --build "$work/client" >>"$work/log"
try_client "$work/client/client" find_package

libdir=$(dirname "$(find "$work/usr" -name lede.pc)")
export PKG_CONFIG_PATH=$libdir
# shellcheck disable=SC2046 # the flags are words
c++ -std=c++20 "$root/tests/install/client.cpp" -o "$work/by-pkg-config" \
    $(pkg-config --cflags --libs lede)
try_client "$work/by-pkg-config" pkg-config

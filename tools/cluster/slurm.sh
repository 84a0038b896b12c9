#!/usr/bin/env bash
#SBATCH --job-name=lede
#SBATCH --requeue
#SBATCH --open-mode=append
# lede-extract as a Slurm job array, one task a shard.
# usage: sbatch --array=1-N slurm.sh OUT_DIR [EXTRACT-OPTION]... PATH...
# LEDE_CLUSTER is the folder of these scripts (default: where lede-extract is installed). Tasks that
# are lost run again; to run what is missing at the end, submit the same line again. COUNTS and INDEX
# in the environment as for shard.sh; join.sh joins the shards.
set -euo pipefail

here=${LEDE_CLUSTER:-$(dirname "$(command -v lede-extract)")/../share/lede/cluster}
JOBS=${SLURM_CPUS_PER_TASK:-1} exec "$here/shard.sh" \
    "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_MAX" "$@"

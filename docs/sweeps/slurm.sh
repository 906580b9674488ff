#!/bin/sh
# sbatch slurm.sh: four tasks of an array, then a job that puts their parts together once all have succeeded.
#SBATCH --job-name=ioi
#SBATCH --array=0-3
#SBATCH --cpus-per-task=1
#SBATCH --requeue
set -eu
export OMP_NUM_THREADS="${SLURM_CPUS_PER_TASK:-1}"
if [ "$SLURM_ARRAY_TASK_ID" -eq "$SLURM_ARRAY_TASK_MIN" ] && [ "${SLURM_RESTART_COUNT:-0}" -eq 0 ]; then
    sbatch --job-name=ioi-merge --dependency="afterok:$SLURM_ARRAY_JOB_ID" --wrap "swiftlens run merge.swift"
fi
exec swiftlens run sweep.swift

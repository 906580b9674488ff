#!/bin/sh
# GNU parallel: as many parts at once as are asked for; run it again, and only what failed is run again.
set -eu
parts=${1:-4}
at_once=${2:-2}
mkdir -p parts
export OMP_NUM_THREADS=1
parallel --jobs "$at_once" --joblog parts/log --resume-failed SWIFTLENS_SHARD={}/"$parts" swiftlens run sweep.swift \
    ::: $(seq "$parts")
swiftlens run merge.swift

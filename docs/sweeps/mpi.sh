#!/bin/sh
# MPI starts the processes and tells each its rank; they do not talk to each other.
set -eu
export OMP_NUM_THREADS=1
mpirun -np "${1:-4}" ${MPI_OPTIONS:-} swiftlens run sweep.swift
swiftlens run merge.swift

#!/bin/sh
# Installs the Debian packages that the build needs and that are missing; says plainly when it cannot.
set -eu

missing=""
need() { # a package, and a test that is true when it is there
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
# The Swift toolchain brings a clang; a machine need not have another compiler.
compiler=$(command -v cc || command -v clang || echo cc)
has_header() { printf '#include <%s>\n' "$1" | "$compiler" -E -; }

need libzmq3-dev has_header zmq.h
need libsodium-dev has_header sodium.h
need libopenblas-dev has_header cblas.h
need zlib1g-dev has_header zlib.h
need python3-venv python3 -c 'import ensurepip, venv'

[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "These packages are missing:$missing. This machine has no apt-get; install them (Debian's names) with its own package manager." >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null; then
    as_root="sudo"
else
    echo "These packages are missing:$missing. Neither root nor sudo is at hand; ask an administrator for: apt-get install$missing" >&2
    exit 1
fi
echo "Installing$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing

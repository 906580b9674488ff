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
# Another package manager at work, such as the one that updates by itself, holds a lock: that is told and waited for.
patience=${SWIFTLENS_APT_PATIENCE:-300}
apt() { $as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout="$patience" "$@"; }
# `update` has a lock of its own, for which apt-get does not wait.
update() {
    waited=0
    until said=$(apt update 2>&1); do
        case $said in
        *"Could not get lock"* | *"Unable to lock"*) ;;
        *) echo "$said" >&2 && return 1 ;;
        esac
        [ "$waited" -gt 0 ] || echo "Another package manager is at work; waiting for it, at most $patience seconds."
        if [ "$waited" -ge "$patience" ]; then
            echo "$said" >&2
            echo "Try again when it is done." >&2
            return 1
        fi
        sleep 3
        waited=$((waited + 3))
    done
}
echo "Installing$missing"
update
# shellcheck disable=SC2086
apt install -y --no-install-recommends $missing

#!/bin/sh
# Makes a libzmq for the wheel: Debian's source without multicast, Kerberos and websockets, so that it loads libsodium alone.
#
#     PATH="$PWD/.venv/bin:$PATH" Tools/wheel/libzmq.sh build/libzmq
#
# The system's own loads twelve libraries more and, through its condition variables, a libstdc++ of GCC 12.
set -eu
. "$(dirname "$0")/debian.sh"

folder=${1:?where to}
[ -e "$folder/libzmq.so.5" ] && exit 0
need apt-get dpkg-source cmake make c++
mkdir -p "$folder"
debian "$(cd "$folder" && pwd)/work"
(cd "$work" && apt source zeromq3)
source=$(find "$work" -maxdepth 1 -type d -name 'zeromq3-*')

cmake -S "$source" -B "$work/build" -DCMAKE_BUILD_TYPE=MinSizeRel -DZMQ_CV_IMPL=pthreads \
    -DCMAKE_CXX_FLAGS="-ffunction-sections -fdata-sections" -DCMAKE_SHARED_LINKER_FLAGS="-Wl,--gc-sections" \
    -DWITH_LIBSODIUM=ON -DENABLE_CURVE=ON -DENABLE_WS=OFF -DENABLE_DRAFTS=OFF -DWITH_TLS=OFF -DWITH_LIBBSD=OFF \
    -DBUILD_STATIC=OFF -DBUILD_TESTS=OFF -DWITH_PERF_TOOL=OFF -DWITH_DOC=OFF -DWITH_DOCS=OFF \
    -DENABLE_PRECOMPILED=OFF >>"$work/log" 2>&1 || { tail "$work/log" >&2 && exit 1; }
make -C "$work/build" -j"$(nproc)" libzmq >>"$work/log" 2>&1 || { tail "$work/log" >&2 && exit 1; }
cp "$source/debian/copyright" "$folder/copyright"
cp -L "$work/build/lib/libzmq.so.5" "$folder/libzmq.so.5"
rm -rf "$work"

#!/bin/sh
# Makes a libzmq for the wheel: Debian's source without multicast, Kerberos and websockets, so that it loads libsodium alone.
#
#     PATH="$PWD/.venv/bin:$PATH" Tools/wheel/libzmq.sh build/libzmq
#
# The system's own loads twelve libraries more and, through its condition variables, a libstdc++ of GCC 12.
set -eu

folder=${1:?where to}
[ -e "$folder/libzmq.so.5" ] && exit 0
for tool in apt-get dpkg-source cmake make c++; do
    command -v "$tool" >/dev/null && continue
    echo "$tool is missing; the wheel is made on Debian with dpkg-dev, make and g++ installed" >&2
    exit 1
done
mkdir -p "$folder"
work=$(cd "$folder" && pwd)/work
rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/sources"

# The package lists of this machine's own Debian, sources in place of binaries; nothing of the system is changed.
[ ! -e /etc/apt/sources.list ] || sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$work/sources/main.list"
[ ! -e /etc/apt/sources.list.d/debian.sources ] ||
    sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >"$work/sources/debian.sources"
apt() {
    apt-get -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/sources" \
        -o Dir::State::Lists="$work/lists" -o APT::Sandbox::User="$(id -un)" "$@" >>"$work/log" 2>&1 || {
        tail "$work/log" >&2
        exit 1
    }
}
apt update
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

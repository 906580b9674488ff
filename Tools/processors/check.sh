#!/bin/sh
# What can be said on this machine about other kinds of machines, without one of them:
#
#     Tools/processors/check.sh        (Debian: apt-get install gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static)
#
# The loops in C are compiled for aarch64 Linux, run by an emulator, and must give the bits that they give here; they and the other
# target in C are compiled for macOS; all Swift sources are parsed as for both. What is missing is said, and left out.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
toolchain=$(dirname "$(readlink -f "$(command -v swift)")")
clang=$toolchain/clang
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

kernels="$root/Sources/CVectorKernels"
all="$kernels/*.c $root/Sources/CThreadState/*.c"
includes="-I$kernels/include -I$root/Sources/CThreadState/include"
compile() { "$clang" -O2 -std=gnu11 -Wall -Wextra -Werror -Wno-unknown-pragmas -Wno-pass-failed $includes "$@"; }

# MARK: Loops on aarch64, beside this machine's

compile $kernels/*.c "$root/Tools/processors/kernels.c" -o "$work/here"
"$work/here" >"$work/here.txt"
emulator=$(command -v qemu-aarch64-static || command -v qemu-aarch64 || true)
if [ "$(uname -m)" = aarch64 ]; then
    echo "this is aarch64"
elif [ -z "$emulator" ] || [ ! -e /usr/aarch64-linux-gnu/include/stdio.h ]; then
    echo "aarch64: neither compiled nor run: qemu-user-static, gcc-aarch64-linux-gnu and libc6-dev-arm64-cross are not all there"
else
    compile --target=aarch64-linux-gnu -static -fuse-ld=lld -isystem /usr/aarch64-linux-gnu/include $all \
        "$root/Tools/processors/kernels.c" -o "$work/there" \
        -B/usr/aarch64-linux-gnu/lib -L/usr/aarch64-linux-gnu/lib $(printf -- '-B%s -L%s ' $(for gcc in /usr/lib/gcc-cross/aarch64-linux-gnu/*; do echo "$gcc $gcc"; done))
    "$emulator" "$work/there" >"$work/there.txt"
    diff "$work/here.txt" "$work/there.txt"
    echo "aarch64: $(wc -l <"$work/here.txt") loops give the same bits as here"
fi

# MARK: C for macOS

for file in $all; do
    compile --target=arm64-apple-macos15 -ffreestanding -c "$file" -o "$work/object.o"
done
echo "macOS: the targets in C compile for arm64"

# MARK: Swift for both

quiet="-disable-implicit-concurrency-module-import -disable-implicit-string-processing-module-import"
find "$root/Sources" -name '*.swift' -not -name main.swift >"$work/sources"
for target in aarch64-unknown-linux-gnu arm64-apple-macosx15.0; do
    xargs -n 200 "$toolchain/swift-frontend" -parse -swift-version 6 $quiet -target "$target" <"$work/sources"
    echo "$target: $(wc -l <"$work/sources") Swift files are parsed"
done

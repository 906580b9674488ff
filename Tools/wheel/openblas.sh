#!/bin/sh
# Makes an OpenBLAS for the wheel: of Debian's static library, what the executable calls and what that needs.
#
#     Tools/wheel/openblas.sh .build/release/swiftlens build/openblas
#
# Nothing is compiled: the kernels are Debian's own, so that numbers are the same to the last bit. Complex numbers, most of
# LAPACK and Fortran's runtime stay away, and so do kernels for the processors below alone.
set -eu
. "$(dirname "$0")/debian.sh"

executable=${1:?the executable} folder=${2:?where to}
here=$(cd "$(dirname "$0")" && pwd)
need apt-get dpkg-deb cc nm ar strip
archive=$(find /usr/lib -path '*/openblas-pthread/libopenblas.a' | head -n 1)
[ -n "$archive" ] || { echo "libopenblas.a is missing; it is in Debian's libopenblas-pthread-dev" >&2 && exit 1; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# The package has OpenBLAS's own terms, and not those of the LAPACK that it was linked with.
if [ ! -s "$folder/copyright" ]; then
    debian "$folder/work"
    (cd "$work" && apt download liblapack3 && dpkg-deb --extract liblapack3_*.deb lapack)
    cat /usr/share/doc/libopenblas-pthread-dev/copyright "$work"/lapack/usr/share/doc/liblapack3/copyright >"$work/copyright"
    mv "$work/copyright" "$folder/copyright"
fi

work=$folder/work
rm -rf "$work"
mkdir -p "$work/tables"
nm --defined-only "$archive" 2>/dev/null | awk '$2 == "T" { print $3 }' | sort -u >"$work/there"
nm --dynamic --undefined-only "$executable" | awk '{ print $2 }' | sort -u | comm -12 - "$work/there" >"$work/wanted"
[ -s "$work/wanted" ] || { echo "$executable calls nothing of OpenBLAS" >&2 && exit 1; }
if grep -E '^(cblas_)?i?[cz][a-z0-9]+_?$' "$work/wanted" | grep -v '^cblas_[sdi]'; then
    echo "these are of complex numbers, which Tools/wheel/openblas.sh leaves out" >&2
    exit 1
fi

# Each kind of processor has a table of kernels, all of which would be linked in. Processors from before 2011, and AMD's that
# have no AVX2 kernels of their own, take another's table, of instructions that they have too.
older="BARCELONA=PRESCOTT BOBCAT=PRESCOTT OPTERON_SSE3=PRESCOTT ATOM=PRESCOTT NANO=PRESCOTT CORE2=PRESCOTT PENRYN=PRESCOTT \
    DUNNINGTON=PRESCOTT BULLDOZER=SANDYBRIDGE PILEDRIVER=SANDYBRIDGE STEAMROLLER=SANDYBRIDGE EXCAVATOR=SANDYBRIDGE"
(cd "$work/tables" && ar t "$archive" | grep '^setparam_' | xargs ar x "$archive")
{
    for pair in $older; do
        [ -e "$work/tables/setparam_${pair%=*}.o" ] || continue
        rm "$work/tables/setparam_${pair%=*}.o"
        echo "-Wl,--defsym=gotoblas_${pair%=*}=gotoblas_${pair#*=}"
    done
    for table in "$work"/tables/setparam_*.o; do
        kind=$(basename "$table" .o)
        nm --undefined-only "$table" | awk '{ print $2 }' | grep -E "^(i?[czqx]|sb).*_${kind#setparam_}\$" |
            sed 's/.*/-Wl,--defsym=&=kernel_left_out/'
    done
    sed 's/^/-Wl,-u,/' "$work/wanted"
} >"$work/options"
{ echo '{ global:' && sed 's/$/;/' "$work/wanted" && echo 'local: *; };'; } >"$work/exports"

cc -shared -O2 -fPIC -ffile-prefix-map="$here"=. -o "$work/libopenblas.so.0" "@$work/options" -Wl,--gc-sections \
    -Wl,--version-script="$work/exports" -Wl,-soname,libopenblas.so.0 -Wl,-z,defs "$here/openblas.c" "$archive" -lm -lpthread
strip --strip-unneeded "$work/libopenblas.so.0"
mv "$work/libopenblas.so.0" "$folder/libopenblas.so.0"
rm -rf "$work"

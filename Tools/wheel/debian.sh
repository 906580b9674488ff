# For scripts that take something from this machine's own Debian: `. debian.sh`, then `debian FOLDER` and `apt …`.
# Package lists and logs lie in the folder; nothing of the system is changed.

debian() {
    work=$1
    rm -rf "$work"
    mkdir -p "$work/lists/partial" "$work/sources"
    [ ! -e /etc/apt/sources.list ] ||
        sed -n 's/^deb /deb-src /p; /^deb /p' /etc/apt/sources.list >"$work/sources/main.list"
    [ ! -e /etc/apt/sources.list.d/debian.sources ] ||
        sed 's/^Types: deb$/Types: deb deb-src/' /etc/apt/sources.list.d/debian.sources >"$work/sources/debian.sources"
    apt update
}

apt() {
    apt-get -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/sources" \
        -o Dir::State::Lists="$work/lists" -o APT::Sandbox::User="$(id -un)" "$@" >>"$work/log" 2>&1 || {
        tail "$work/log" >&2
        exit 1
    }
}

# need TOOL…: says which of the tools is missing.
need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        echo "$tool is missing; the wheel is made on Debian with dpkg-dev, make and g++ installed" >&2
        exit 1
    done
}

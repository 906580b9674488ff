"""Makes the wheel: one file that `pip install` turns into a kernel, on machines without a compiler.

    python Tools/wheel/build.py --executable .build/release/swiftlens --libraries build/libzmq build/openblas --output dist

It holds the executable without its symbols, the shared libraries that it loads and a machine may lack, their licences, the
kernelspec where Jupyter looks, the embedded model and the notebooks. What each part weighs is printed, and which glibc it needs.
"""

import argparse
import base64
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "kernelspec"
# What every glibc system has; see the manylinux policies (PEP 600).
EVERYWHERE = {
    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2",
    "librt.so.1", "libresolv.so.2", "libz.so.1", "linux-vdso.so.1", "libstdc++.so.6", "libgcc_s.so.1",
}  # fmt: skip
# What the oldest systems that the wheel is for have: those of manylinux_2_34, such as RHEL 9.
NEWEST = {"GLIBC": "2.34", "GLIBCXX": "3.4.29"}
SUMMARY = "A Jupyter kernel for transformer interpretability, in Swift."


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--executable", type=Path, default=ROOT / ".build" / "release" / "swiftlens")
    parser.add_argument("--output", type=Path, default=ROOT / "dist")
    parser.add_argument("--limit", type=float, default=40, help="refuse a wheel of more megabytes")
    parser.add_argument("--libraries", type=Path, nargs="*", default=[], help="folders of libraries that are taken in place of the system's")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = Wheel(Path(folder), version())
        wheel.add_executable(options.executable, options.libraries)
        wheel.add_resources()
        wheel.add_package()
        wheel.check_symbols()
        path = wheel.write(options.output, NEWEST["GLIBC"])
    megabytes = path.stat().st_size / 1e6
    print(f"{path}: {megabytes:.1f} MB")
    if megabytes > options.limit:
        sys.exit(f"the wheel has {megabytes:.1f} MB, and {options.limit:g} are allowed")


def version():
    """The version, from its one place."""
    text = (ROOT / "Sources" / "SwiftLensCommand" / "Version.swift").read_text(encoding="utf-8")
    return re.search(r'number = "([^"]+)"', text).group(1)


def numbers(text):
    return tuple(int(part) for part in text.split("."))


def run(*command, env=None):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, env=env).stdout


class Wheel:
    """A folder that is laid out as the wheel will be."""

    def __init__(self, folder, version):
        self.folder, self.version = folder, version
        self.info = folder / f"swiftlens-{version}.dist-info"
        self.data = folder / f"swiftlens-{version}.data"
        self.binaries = []

    # MARK: The executable and its libraries

    def add_executable(self, executable, own):
        """PREFIX/bin/swiftlens, with what it loads in PREFIX/lib/swiftlens."""
        target = self.copy(executable, self.data / "scripts" / "swiftlens")
        run("strip", "-s", target)
        libraries = loaded(executable, own)
        for name, path in libraries.items():
            library = self.copy(path, self.data / "data" / "lib" / "swiftlens" / name)
            run("strip", "--strip-unneeded", library)
            patchelf("--set-rpath", "$ORIGIN", library)
            self.binaries.append(library)
        patchelf("--set-rpath", "$ORIGIN/../lib/swiftlens", target)
        target.chmod(0o755)
        self.binaries.append(target)
        self.add_licences(libraries)

    def add_licences(self, libraries):
        folder = self.info / "licenses"
        self.copy(ROOT / "LICENSE", folder / "LICENSE")
        texts = {licence_of_package(path) for path in libraries.values()}
        for text in sorted(filter(None, texts)):
            self.copy(text, folder / f"{text.parent.name}.txt")
            for shared in set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", text.read_text(errors="replace"))):
                if (Path("/usr/share/common-licenses") / shared).exists():
                    self.copy(Path("/usr/share/common-licenses") / shared, folder / "common" / shared)
        for package in json.loads((ROOT / "Package.resolved").read_text(encoding="utf-8"))["pins"]:
            checkout = ROOT / ".build" / "checkouts" / package["location"].rstrip("/").split("/")[-1].removesuffix(".git")
            self.copy(checkout / "LICENSE.txt", folder / f"{checkout.name}.txt")
        swift = Path(shutil.which("swift") or "").resolve().parents[1] / "share" / "swift" / "LICENSE.txt"
        if swift.exists():
            self.copy(swift, folder / "swift.txt")

    def check_symbols(self):
        """Refuses symbols that older systems' libc or libstdc++ do not have."""
        for family, allowed in NEWEST.items():
            newest, users = newest_symbols(family, self.binaries)
            print(f"newest symbols of {family}: {newest}, in {', '.join(users)}")
            if numbers(newest) > numbers(allowed):
                symbols = sorted({symbol for symbols in users.values() for symbol in symbols})
                sys.exit(f"the wheel needs {family} {newest} for {', '.join(symbols)}, and {allowed} is allowed")

    # MARK: Everything else

    def add_resources(self):
        """The kernelspec where Jupyter looks, and what `swiftlens install`, `swiftlens notebooks` and `fromPretrained` look for."""
        jupyter = self.data / "data" / "share" / "jupyter" / "kernels" / "swiftlens"
        share = self.data / "data" / "share" / "swiftlens"
        for file in sorted(SPEC.iterdir()):
            self.copy(file, share / "kernelspec" / file.name)
            self.copy(file, jupyter / file.name)
        spec = json.loads((SPEC / "kernel.json").read_text(encoding="utf-8"))
        # Jupyter puts in the folder of this file, so that the environment may lie anywhere.
        executable = "{resource_dir}/../../../../bin/swiftlens"
        spec["argv"] = [executable if part == "{executable}" else part for part in spec["argv"]]
        spec["metadata"] = {"supported_encryption": ["curve"]}
        (jupyter / "kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
        for file in sorted((ROOT / "weights" / "tiny-ioi").iterdir()):
            self.copy(file, share / "weights" / "tiny-ioi" / file.name)
        for file in sorted((ROOT / "notebooks").glob("*.ipynb")):
            self.copy(file, share / "notebooks" / file.name)

    def add_package(self):
        """The Python package: `python -m swiftlens` and `python -m swiftlens.papermill`."""
        for file in sorted((ROOT / "Tools" / "wheel" / "swiftlens").glob("*.py")):
            self.copy(file, self.folder / "swiftlens" / file.name)
        self.copy(ROOT / "Tools" / "papermill" / "papermill_swift.py", self.folder / "swiftlens" / "papermill.py")
        text = [
            "Metadata-Version: 2.4", "Name: swiftlens", f"Version: {self.version}", f"Summary: {SUMMARY}",
            "Requires-Python: >=3.9", "License-File: LICENSE", "Provides-Extra: papermill",
            'Requires-Dist: papermill; extra == "papermill"', "Description-Content-Type: text/plain", "",
            SUMMARY + " `pip install` this file and jupyterlab; then `jupyter lab` shows it in the launcher.",
        ]  # fmt: skip
        self.write_text(self.info / "METADATA", "\n".join(text) + "\n")

    # MARK: Files

    def copy(self, source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(0o644)
        return target

    def write_text(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def write(self, output, glibc):
        """The zip, with RECORD last. The same parts give the same bytes."""
        major, minor = numbers(glibc)[:2]
        tag = f"py3-none-manylinux_{major}_{minor}_{platform.machine()}"
        head = ["Wheel-Version: 1.0", "Generator: Tools/wheel/build.py", "Root-Is-Purelib: false", f"Tag: {tag}"]
        self.write_text(self.info / "WHEEL", "\n".join(head) + "\n")
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        record = self.info / "RECORD"
        lines = [f"{path.relative_to(self.folder)},sha256={digest(path)},{path.stat().st_size}" for path in files]
        self.write_text(record, "\n".join(lines + [f"{record.relative_to(self.folder)},,"]) + "\n")
        output.mkdir(parents=True, exist_ok=True)
        for old in output.glob("swiftlens-*.whl"):
            old.unlink()
        path = output / f"swiftlens-{self.version}-{tag}.whl"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for file in files + [record]:
                entry = zipfile.ZipInfo(str(file.relative_to(self.folder)), (2020, 1, 1, 0, 0, 0))
                entry.external_attr = (0o100000 | (file.stat().st_mode & 0o777)) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, file.read_bytes(), compresslevel=9)
        self.tell(path)
        return path

    @staticmethod
    def tell(path):
        """What each part weighs, in the wheel and installed."""
        parts = {}
        for entry in zipfile.ZipFile(path).infolist():
            name = Path(entry.filename)
            part = name.name if entry.file_size > 500_000 else "/".join(name.parts[1:-1]) or name.parts[0]
            sizes = parts.setdefault(part, [0, 0])
            sizes[0] += entry.compress_size
            sizes[1] += entry.file_size
        print(f"{'part':44}{'in the wheel':>14}{'installed':>12}  (MB)")
        for part, (packed, installed) in sorted(parts.items(), key=lambda item: -item[1][0]):
            print(f"{part[-43:]:44}{packed / 1e6:14.2f}{installed / 1e6:12.2f}")


def newest_symbols(family, binaries):
    """The latest version of a library's symbols that any of the files needs, and which symbols of it, by file."""
    newest, users = "0", {}
    for binary in binaries:
        for version, symbol in re.findall(rf"\({family}_([\d.]+)\)\s+(\S+)", run("objdump", "-T", binary)):
            if numbers(version) > numbers(newest):
                newest, users = version, {}
            if version == newest:
                users.setdefault(binary.name, []).append(symbol)
    return newest, users


def loaded(executable, own):
    """The libraries that the loader would take, but for those that every machine has; those in the folders `own` come first."""
    environment = {**os.environ, "LD_LIBRARY_PATH": ":".join(str(folder.resolve()) for folder in own)}
    found = re.findall(r"^\s*(\S+) => (/\S+)", run("ldd", executable, env=environment), re.MULTILINE)
    return {name: Path(path) for name, path in found if name not in EVERYWHERE}


def licence_of_package(library):
    """The text of the Debian package that a library comes from, or the one beside a library of our own."""
    if (library.parent / "copyright").exists():
        return library.parent / "copyright"
    for path in (library.resolve(), Path(str(library.resolve()).removeprefix("/usr"))):
        try:
            package = run("dpkg", "-S", path).split(":")[0]
        except subprocess.CalledProcessError:
            continue
        text = Path("/usr/share/doc") / package / "copyright"
        if text.exists():
            return text.parent.resolve() / "copyright"
    sys.exit(f"{library} belongs to no package, so its licence is not known")


def patchelf(*arguments):
    tool = shutil.which("patchelf") or Path(sys.executable).parent / "patchelf"
    run(tool, *arguments)


def digest(path):
    return base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    main()

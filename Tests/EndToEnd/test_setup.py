"""The script that installs system packages, with a package manager that this test plays."""

import os
import subprocess

import pytest
from conftest import ROOT
from sessions import PATIENCE

SCRIPT = ROOT / "Tools" / "setup" / "system-libraries.sh"
LOCKED = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 4242 (apt-get)"


@pytest.fixture
def machine(tmp_path):
    """A machine without libraries, on which apt-get update fails in the ways that the file `failures` lists."""

    def program(name, text):
        path = tmp_path / name
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o755)

    program("cc", "exit 1")
    program("id", "echo 0")
    program("sleep", f'echo "slept $1" >> {tmp_path}/log')
    program(
        "apt-get",
        f"""
echo "$*" >> {tmp_path}/log
case "$*" in
*update*)
    next=$(head -n 1 {tmp_path}/failures)
    [ -z "$next" ] && exit 0
    sed -i 1d {tmp_path}/failures
    echo "$next" >&2
    exit 100;;
esac
""",
    )
    return tmp_path


def run(machine, failures):
    (machine / "failures").write_text("".join(line + "\n" for line in failures))
    environment = os.environ | {"PATH": f"{machine}:{os.environ['PATH']}", "SWIFTLENS_APT_PATIENCE": "9"}
    result = subprocess.run(["sh", SCRIPT], capture_output=True, text=True, env=environment, timeout=PATIENCE)
    log = machine / "log"
    return result, log.read_text() if log.exists() else ""


def test_missing_packages_are_installed(machine):
    result, log = run(machine, [])
    assert result.returncode == 0, result.stderr
    assert "install -y --no-install-recommends libzmq3-dev" in log and "slept" not in log
    assert "DPkg::Lock::Timeout=9" in log


def test_another_package_manager_is_told_and_waited_for(machine):
    result, log = run(machine, [LOCKED, LOCKED])
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("Another package manager is at work") == 1
    assert log.count("slept 3") == 2 and "install" in log


def test_the_wait_has_an_end_that_says_why(machine):
    result, log = run(machine, [LOCKED] * 9)
    assert result.returncode != 0 and log.count("slept 3") == 3 and "install" not in log
    assert "process 4242" in result.stderr and "Try again" in result.stderr


def test_another_failure_ends_it_at_once(machine):
    result, log = run(machine, ["E: The repository is not signed."])
    assert result.returncode != 0 and "not signed" in result.stderr and "slept" not in log

"""The page "Larger than one machine": its files as they are, with processes that are killed, and real engines where they are."""

import csv
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
import slurm
import yaml
from conftest import ROOT, SWIFTLENS

FILES = ROOT / "docs" / "sweeps"
PARTS = 4


def start(*command, cwd, **environment):
    path = f"{Path(SWIFTLENS).resolve().parent}:{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLURM_", "OMPI_", "PMI_"))}
    return subprocess.Popen(
        [str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**kept, "PATH": path, "SWIFTLENS_WEIGHTS": str(ROOT / "weights"), **environment},
    )  # fmt: skip


def run(*command, cwd, succeeds=True, **environment):
    process = start(*command, cwd=cwd, **environment)
    said, _ = process.communicate(timeout=300)
    assert (process.returncode == 0) == succeeds, said
    return said


@pytest.fixture
def folder(tmp_path):
    """A folder with the page's files."""
    shutil.copytree(FILES, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """What one process gives for everything."""
    folder = tmp_path_factory.mktemp("whole")
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    assert "heads of this process: 144" in run("swiftlens", "run", "sweep.swift", cwd=folder)
    run("swiftlens", "run", "merge.swift", cwd=folder)
    return numbers(folder)


def numbers(folder):
    with open(folder / "ioi.csv", newline="") as file:
        return {tuple(row[:3]): float(row[3]) for row in list(csv.reader(file))[1:]}


def check(folder, whole):
    """The merged numbers are those of one process, within the bound that the page states: of logit differences near 17."""
    merged = numbers(folder)
    assert merged.keys() == whole.keys() and len(whole) == 3 * 144
    assert max(abs(merged[key] - whole[key]) for key in whole) < 1e-4


def part(number, folder, **options):
    return run("swiftlens", "run", "sweep.swift", cwd=folder, SWIFTLENS_SHARD=f"{number}/{PARTS}", **options)


def test_a_part_that_was_killed_is_started_again(folder, whole):
    for number in (1, 2, 4):
        assert "heads of this process: 36" in part(number, folder)
    killed = start("swiftlens", "run", "sweep.swift", cwd=folder, SWIFTLENS_SHARD=f"3/{PARTS}")
    time.sleep(0.3)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    lost = folder / "parts" / "ioi-3-of-4.safetensors"
    if not lost.exists():
        said = run("swiftlens", "run", "merge.swift", cwd=folder, succeeds=False)
        assert "a part is missing: parts/ioi-3-of-4.safetensors" in said
    part(3, folder)
    before = lost.stat().st_mtime_ns
    assert "heads of this process: 36" in part(3, folder)
    assert lost.stat().st_mtime_ns == before, "a part that is whole is not computed again"
    run("swiftlens", "run", "merge.swift", cwd=folder)
    check(folder, whole)


def test_a_part_that_is_killed_at_any_moment_is_whole_or_not_there(folder, whole):
    for number in (1, 2, 4):
        part(number, folder)
    lost, moments = folder / "parts" / "ioi-3-of-4.safetensors", 0
    # By the clock through the whole run, and once as soon as something is being written.
    for delay in [0.02 * 1.5**step for step in range(11)] + [None]:
        lost.unlink(missing_ok=True)
        process = start("swiftlens", "run", "sweep.swift", cwd=folder, SWIFTLENS_SHARD=f"3/{PARTS}")
        if delay is None:
            for leftover in (folder / "parts").glob(".*.unfinished"):
                leftover.unlink()
            while process.poll() is None and len(os.listdir(folder / "parts")) == 3:
                pass
        else:
            time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        moments += not lost.exists()
        said = run("swiftlens", "run", "merge.swift", cwd=folder, succeeds=lost.exists())
        assert lost.exists() or "a part is missing: parts/ioi-3-of-4.safetensors" in said
    assert moments > 2
    lost.unlink(missing_ok=True)
    part(3, folder)
    # Of those that were killed while they wrote, nothing is left beside the part.
    assert sorted(os.listdir(folder / "parts")) == [f"ioi-{number}-of-4.safetensors" for number in range(1, 5)]
    run("swiftlens", "run", "merge.swift", cwd=folder)
    check(folder, whole)


# A disk of half a megabyte, in a namespace that goes with the process, filled up; then what is to be done there.
ON_A_FULL_DISK = """
mount -t tmpfs -o size=512k full "$1" && cp -r "$2"/. "$1" && cd "$1" && sha256sum parts/* > sums
dd if=/dev/zero of=filler bs=4k 2> /dev/null || true
swiftlens run merge.swift; echo "merge ended with $?"
SWIFTLENS_SHARD=1/4 PARTS=parts/new swiftlens run sweep.swift; echo "sweep ended with $?"
sha256sum --check --quiet sums && echo "parts are whole"
ls parts . ; cat ioi.csv
rm filler && swiftlens run merge.swift > /dev/null && echo "with room, it is merged"
"""


def test_a_full_disk_loses_nothing(folder, whole, tmp_path_factory):
    if os.geteuid() != 0 or subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode:
        pytest.skip("a small disk is made by root alone, where it may mount")
    for number in range(1, PARTS + 1):
        part(number, folder)
    (folder / "ioi.csv").write_text("what was there before\n")
    disk = tmp_path_factory.mktemp("disk")
    said = run("unshare", "--mount", "sh", "-c", ON_A_FULL_DISK, "on-a-full-disk", disk, folder, cwd=folder)
    assert "ioi.csv: No space left on device" in said and "merge ended with 1" in said, said
    assert "parts/new-1-of-4.safetensors: No space left on device" in said and "sweep ended with 1" in said, said
    assert "parts are whole" in said and "what was there before" in said and "with room, it is merged" in said, said
    names = said.partition("parts are whole")[2].split()
    assert sorted(name for name in names if "safetensors" in name) == [f"ioi-{n}-of-4.safetensors" for n in range(1, 5)], said


def test_two_processes_with_the_same_part_do_no_harm(folder):
    both = [start("swiftlens", "run", "sweep.swift", cwd=folder, SWIFTLENS_SHARD=f"1/{PARTS}") for _ in range(2)]
    assert [process.communicate(timeout=300) and process.returncode for process in both] == [0, 0]
    assert [path.name for path in (folder / "parts").iterdir()] == ["ioi-1-of-4.safetensors"]


def test_a_part_of_another_model_is_refused(folder):
    part(1, folder)
    sweep = folder / "sweep.swift"
    sweep.write_text(sweep.read_text().replace("fromPretrained(", "fromPretrainedNoProcessing("))
    said = run("swiftlens", "run", "sweep.swift", cwd=folder, succeeds=False, SWIFTLENS_SHARD=f"1/{PARTS}")
    assert "is of another experiment: its weight processing" in said
    said = run("swiftlens", "run", "sweep.swift", cwd=folder, succeeds=False, SWIFTLENS_SHARD="5/4")
    assert "write it as 3/16" in said


def alone(folder):
    """The page's sweep with every run computed by itself and on one core, by one method that is enough."""
    sweep = folder / "sweep.swift"
    text = sweep.read_text()
    text = text.replace("toTokens(prompts))", "toTokens(prompts), recompute: .everythingOnOneCore)")
    text = text.replace('"parts/ioi", metric', '"parts/ioi", recompute: .everythingOnOneCore, metric')
    text = text.replace("(from: cache), .zero, .mean(over: cache)]", "(from: cache)]")
    assert text.count("everythingOnOneCore") == 2 and ".zero" not in text
    sweep.write_text(text)


# Haswell's products on one and on two threads have other last digits; AVX-512's from 448 components on.
@pytest.mark.parametrize("kind, instructions", [("Haswell", "avx2"), ("Nehalem", "sse4_2"), ("SkylakeX", "avx512bw")])
def test_on_one_core_each_the_bits_do_not_depend_on_threads_and_parts(folder, kind, instructions):
    if instructions not in Path("/proc/cpuinfo").read_text():
        pytest.skip(f"this processor has no {instructions}")
    alone(folder)

    def sweep(threads, name, **options):
        said = run("swiftlens", "run", "sweep.swift", cwd=folder, OPENBLAS_CORETYPE=kind, OPENBLAS_NUM_THREADS=str(threads),
                   OMP_NUM_THREADS=str(threads), PARTS=f"parts/{name}", **options)  # fmt: skip
        return int(said.split("heads of this process: ")[1].split()[0])

    assert (sweep(1, "one"), sweep(2, "two")) == (144, 144)
    parts = folder / "parts"
    assert (parts / "one-1-of-1.safetensors").read_bytes() == (parts / "two-1-of-1.safetensors").read_bytes()
    assert sum(sweep(1 + n % 2, "all", SWIFTLENS_SHARD=f"{n}/{PARTS}") for n in range(1, PARTS + 1)) == 144
    texts = []
    for name in ("one", "all"):
        run("swiftlens", "run", "merge.swift", cwd=folder, PARTS=f"parts/{name}")
        texts.append((folder / "ioi.csv").read_text())
    assert texts[0] == texts[1] and texts[0].count("\n") == 1 + 144


@pytest.mark.parametrize("kind, instructions", [("Haswell", "avx2"), ("SkylakeX", "avx512bw")])
def test_threads_move_numbers_by_no_more_than_the_page_says(folder, whole, kind, instructions):
    if instructions not in Path("/proc/cpuinfo").read_text():
        pytest.skip(f"this processor has no {instructions}")
    for threads in "12":
        options = {"OPENBLAS_CORETYPE": kind, "OPENBLAS_NUM_THREADS": threads, "PARTS": f"parts/{threads}"}
        run("swiftlens", "run", "sweep.swift", cwd=folder, **options)
        run("swiftlens", "run", "merge.swift", cwd=folder, **options)
        check(folder, whole)


def test_gnu_parallel(folder, whole):
    if shutil.which("parallel") is None:
        pytest.skip("GNU parallel is not installed")
    run("sh", "parallel.sh", PARTS, 2, cwd=folder)
    check(folder, whole)
    (folder / "parts" / "ioi-2-of-4.safetensors").unlink()
    assert "a part is missing" in run("swiftlens", "run", "merge.swift", cwd=folder, succeeds=False)


def test_mpi(folder, whole):
    if shutil.which("mpirun") is None:
        pytest.skip("no MPI is installed")
    run("sh", "mpi.sh", PARTS, cwd=folder, MPI_OPTIONS="--allow-run-as-root --oversubscribe")
    check(folder, whole)


def test_the_pods_that_kubernetes_would_start(folder, whole):
    """The job's container, as its file describes it, once for each index: no cluster, but its command and its variables."""
    documents = list(yaml.safe_load_all((folder / "kubernetes.yaml").read_text()))
    job = documents[-1]["spec"]
    pod = job["template"]["spec"]
    container = pod["containers"][0]
    mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
    assert container["workingDir"] == mounts["programs"] and mounts.keys() == {volume["name"] for volume in pod["volumes"]}
    assert documents[0]["metadata"]["name"] == pod["volumes"][1]["persistentVolumeClaim"]["claimName"]
    variables = {variable["name"]: variable["value"] for variable in container["env"]}
    assert variables["SWIFTLENS_SHARDS"] == str(job["completions"]) and variables["PARTS"].startswith(mounts["parts"] + "/")
    variables["PARTS"] = str(folder / variables["PARTS"].lstrip("/"))
    for index in range(job["completions"]):
        assert "heads of this process: 36" in run(
            *container["command"], cwd=folder, **variables, JOB_COMPLETION_INDEX=str(index))
    run("swiftlens", "run", "merge.swift", cwd=folder, **variables)
    check(folder, whole)


# The second task's first try stands still in its midst, so that there is something to be killed.
STANDS_STILL = """#!/bin/sh
if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ "${SLURM_RESTART_COUNT:-0}" = 0 ]; then (sleep 0.2; kill -STOP $$) & fi
exec "%s" "$@"
"""


def test_slurm_with_a_task_that_is_requeued(folder, whole):
    if reason := slurm.missing():
        pytest.skip(reason)
    # The keys' own user has to reach them, which pytest's folders do not allow.
    with tempfile.TemporaryDirectory(dir="/tmp", ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o755)
        with slurm.Slurm(place) as engine:
            (Path(place) / "swiftlens").write_text(STANDS_STILL % Path(SWIFTLENS).resolve())
            (Path(place) / "swiftlens").chmod(0o755)
            engine.environment["PATH"] = f"{place}:{os.environ['PATH']}"
            engine.environment["SWIFTLENS_WEIGHTS"] = str(ROOT / "weights")
            job = engine.run("sbatch", "slurm.sh", cwd=folder).split()[-1]
            engine.wait(lambda: state(engine, f"{job}_2") == "RUNNING", 120, "the task does not start")
            others = [folder / "parts" / f"ioi-{number}-of-4.safetensors" for number in (1, 2, 4)]
            engine.wait(lambda: all(part.exists() for part in others), 120, "the other tasks do not end")
            assert not (folder / "parts" / "ioi-3-of-4.safetensors").exists()
            engine.run("scontrol", "requeue", f"{job}_2")
            engine.wait(lambda: state(engine, f"{job}_2") == "PENDING", 60, "the task does not end")
            # Slurm itself would wait for two minutes. A start within the second of the end is refused: it counts as what was ended.
            engine.run("scontrol", "update", f"JobId={job}_2", "StartTime=now+5")
            engine.wait(engine.is_done, 240, "jobs do not end")
    said = "\n".join(path.read_text() for path in folder.glob("slurm-*.out"))
    assert (folder / "ioi.csv").exists(), said
    assert said.count("heads of this process: 36") == PARTS, said
    check(folder, whole)


def state(engine, task):
    """What Slurm says of a task that it still knows."""
    found = engine.run("squeue", "--noheader", "--array", f"--jobs={task}", "--format=%T").strip()
    return found.split("\n")[0] if found else "DONE"

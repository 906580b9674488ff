"""A Slurm of its own on this one machine: controller, node and keys in a folder, for as long as a test takes."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "sinfo")


def missing():
    """Why there is none; None where there can be one."""
    if not os.environ.get("SWIFTLENS_TEST_SLURM"):
        return "a Slurm of its own takes minutes to start: SWIFTLENS_TEST_SLURM=1 asks for it"
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if absent:
        return f"Slurm is not installed: {', '.join(absent)}"
    return None if os.geteuid() == 0 else "Slurm's controller is started by root alone"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Slurm:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.processes = []
        self.environment = {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def __enter__(self):
        try:
            self.start_munge()
            self.write_configuration()
            for program in ("slurmctld", "slurmd"):
                self.launch(program, "-D")
            self.wait(lambda: "idle" in self.run("sinfo", "--noheader", "--format=%T"), 60, "the node is not idle")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def launch(self, *command):
        log = open(self.folder / f"{Path(command[0]).name}.out", "w")
        self.processes.append(subprocess.Popen(command, stdout=log, stderr=log, env=self.environment))

    def start_munge(self):
        keys = self.folder / "munge"
        keys.mkdir(mode=0o755)
        key = keys / "key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        # Its own user where there is one; munged refuses files that others could write.
        for path in (keys, key):
            shutil.chown(path, "munge", "munge")
        options = [f"--{name}={keys / name}" for name in ("socket", "pid-file", "log-file", "seed-file")]
        self.launch("setpriv", "--reuid=munge", "--regid=munge", "--clear-groups",
                    "munged", "--foreground", "--force", f"--key-file={key}", *options)  # fmt: skip
        self.wait(lambda: (keys / "socket").exists(), 20, "munged does not come up")

    def write_configuration(self):
        host = socket.gethostname().split(".")[0]
        state = {name: self.folder / name for name in ("state", "spool")}
        for folder in state.values():
            folder.mkdir()
        settings = {
            "ClusterName": "test", "SlurmctldHost": f"{host}(127.0.0.1)", "SlurmUser": "root", "SlurmdUser": "root",
            "SlurmctldPort": free_port(), "SlurmdPort": free_port(), "AuthType": "auth/munge",
            "AuthInfo": f"socket={self.folder / 'munge' / 'socket'}", "StateSaveLocation": state["state"],
            "SlurmdSpoolDir": state["spool"], "SlurmctldPidFile": self.folder / "slurmctld.pid",
            "SlurmdPidFile": self.folder / "slurmd.pid", "SlurmctldLogFile": self.folder / "slurmctld.log",
            "SlurmdLogFile": self.folder / "slurmd.log", "ProctrackType": "proctrack/linuxproc",
            "TaskPlugin": "task/none", "SelectType": "select/cons_tres", "SelectTypeParameters": "CR_CPU",
            "JobAcctGatherType": "jobacct_gather/none", "ReturnToService": 2, "MpiDefault": "none",
            "SchedulerParameters": "batch_sched_delay=0,sched_interval=1",
        }  # fmt: skip
        lines = [f"{name}={value}" for name, value in settings.items()]
        lines.append(f"NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} State=UNKNOWN")
        lines.append(f"PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:4")
        (self.folder / "slurm.conf").write_text("\n".join(lines) + "\n")

    def run(self, *command, **options):
        result = subprocess.run(command, capture_output=True, text=True, env=self.environment, timeout=60, **options)
        return result.stdout + result.stderr

    def wait(self, condition, seconds, complaint):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                logs = "\n".join(f"{log.name}: {log.read_text()[-1500:]}" for log in self.folder.glob("*.[ol]*") if log.is_file())
                raise AssertionError(f"{complaint}\n{logs}")
            time.sleep(0.3)

    def is_done(self):
        return not self.run("squeue", "--noheader").strip()

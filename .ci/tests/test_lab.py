"""The command itself: what it finds, what it says, what it runs."""

import csv
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import lab
import notebook_files as files
import pytest


def fake_java(home, version="17.0.1", modules="java.base java.desktop jdk.compiler jdk.jshell"):
    command = home / "bin" / "java"
    command.parent.mkdir(parents=True)
    says = f"    java.home = {home}\n    java.version = {version}\n    java.vendor = Test\n"
    says += "\n".join(f"{module}@{version}" for module in modules.split())
    command.write_text(f"#!/bin/sh\necho '{says}'\n")
    command.chmod(0o755)
    return home


@pytest.fixture
def only(monkeypatch, tmp_path):
    """Lets find_java see nothing but what the test puts there."""

    def show(home=None, path=None):
        monkeypatch.setenv("PATH", str(path / "bin") if path else str(tmp_path / "nothing"))
        monkeypatch.delenv("JAVA_HOME", raising=False)
        if home:
            monkeypatch.setenv("JAVA_HOME", str(home))

    return show


def test_java_home_comes_before_the_path(only, tmp_path):
    only(fake_java(tmp_path / "a"), fake_java(tmp_path / "b", "21"))
    assert lab.find_java().version == "17.0.1"


def test_an_old_java_home_gives_way_to_a_good_java_on_the_path(only, tmp_path):
    only(fake_java(tmp_path / "a", "1.8.0_402"), fake_java(tmp_path / "b", "25-ea"))
    assert lab.find_java().feature == 25


@pytest.mark.parametrize(
    "version, modules, found",
    [
        ("11.0.2", "java.base java.desktop jdk.compiler jdk.jshell", "too old"),
        ("21.0.2", "java.base java.desktop", "without jdk.compiler, jdk.jshell"),
    ],
)
def test_an_unfit_java_is_named_with_what_is_needed_and_how_to_get_it(
    only, tmp_path, version, modules, found
):
    only(path=fake_java(tmp_path / "a", version, modules))
    with pytest.raises(lab.Problem) as problem:
        lab.find_java()
    assert f"Java {version} (Test)" in str(problem.value) and found in str(problem.value)
    assert "needed:  a JDK, 17 or later" in str(problem.value)
    assert "install: " in str(problem.value)


def test_no_java_at_all_is_said_so(only):
    only()
    with pytest.raises(lab.Problem, match="java on the path: none that starts"):
        lab.find_java()


def test_only_a_java_that_knows_them_gets_the_options_against_warnings(tmp_path):
    assert lab.probe(str(fake_java(tmp_path / "a", "17.0.1") / "bin" / "java")).quiet == []
    assert len(lab.probe(str(fake_java(tmp_path / "b", "25.0.3") / "bin" / "java")).quiet) == 2


@pytest.mark.parametrize("version, good", [("3.6.3", True), ("3.10.0", True), ("3.6.2", False)])
def test_maven_is_compared_by_number(monkeypatch, version, good):
    monkeypatch.setattr(lab, "maven", lambda *_: f"\x1b[1mApache Maven {version}\x1b[m (abc)\n")
    if good:
        assert lab.check_maven(None) == version
    else:
        with pytest.raises(lab.Problem, match="found:   Apache Maven 3.6.2"):
            lab.check_maven(None)


@pytest.mark.parametrize(
    "manager, line",
    [
        ("apt-get", "sudo apt-get install python3-venv"),
        ("dnf", "sudo dnf install venv"),
        ("brew", "brew install venv"),
        ("winget", "winget install Python.Python.3.12"),
    ],
)
def test_the_install_line_is_that_of_this_machine(monkeypatch, manager, line):
    monkeypatch.setattr(lab.shutil, "which", lambda name: name if name == manager else None)
    assert lab.install_line("venv") == line


def test_the_jar_is_stale_when_it_is_missing_or_older_than_a_source(monkeypatch, tmp_path):
    source = tmp_path / "lib" / "src" / "main" / "java" / "Heap.java"
    for path in (source, tmp_path / "pom.xml", tmp_path / "lib" / "pom.xml"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (100, 100))
    monkeypatch.setattr(lab, "HERE", tmp_path)
    monkeypatch.setattr(lab, "JAR", tmp_path / "heaplab.jar")
    assert lab.jar_is_stale()
    lab.JAR.touch()
    assert not lab.jar_is_stale()
    os.utime(lab.JAR, (99, 99))
    assert lab.jar_is_stale()


def test_a_taken_port_is_named(tmp_path):
    port = lab.free_port(None)
    with lab.socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert lab.free_port(None) != port
        with pytest.raises(lab.Problem, match=f"port {port}: taken"):
            lab.free_port(port)


def run_lab(*arguments):
    command = [sys.executable, str(lab.HERE / "lab.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=lab.HERE)


def test_help_names_every_command():
    said = run_lab("--help").stdout
    for command in "start run test release record bench doctor".split():
        assert f"    {command} " in said


@pytest.mark.parametrize("command", ["record", "bench"])
def test_what_follows_is_passed_on_as_it_is(command):
    words = ["-o", "x.rep.gz", "--", "git", "log", "--help", "--", "src"]
    assert lab.parser().parse_args([command, *words]).arguments == words


def test_a_part_that_is_not_there_lists_those_that_are():
    done = run_lab("test", "nonsense")
    assert done.returncode == 1
    assert done.stderr.startswith("lab: no part 'nonsense'") and "notebooks" in done.stderr


def test_run_writes_the_book_and_fails_on_errors_and_on_stderr(tmp_path, monkeypatch):
    good = files.exercise(tmp_path / "01-good.ipynb")
    bad = files.write(
        tmp_path / "02-bad.ipynb",
        files.text("title", "# Bad"),
        files.code("warns", 'System.err.println("careful");'),
        files.code("breaks", 'throw new IllegalStateException("broken");'),
        files.code("fine", "40 + 2"),
    )
    done = run_lab("run", good, bad)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "02-bad.ipynb, cell 2: on stderr: careful" in done.stdout
    assert "02-bad.ipynb, cell 3: " in done.stdout and "broken" in done.stdout
    assert "01-good.ipynb, " not in done.stdout
    book = lab.TARGET / "book"
    assert "42" in (book / "02-bad.html").read_text(encoding="utf-8")
    contents = (book / "index.html").read_text(encoding="utf-8")
    assert 'href="verdicts.html"' in contents and (book / "verdicts.csv").exists()
    assert 'href="01-good.html"' in contents and 'href="01-good.html#Exercises"' in contents
    assert 'id="Exercises"' in (book / "01-good.html").read_text(encoding="utf-8")
    assert run_lab("run", good).returncode == 0


def shown(*verdicts):
    """A notebook as executed: one cell with these lines of HTML as its outputs."""
    title = "# Splitting\n**Time** 9 minutes · **Claims** 2.23, 2.28 to\n2.30 · **You need** 2.31"
    cell = files.code("measure", "")
    cell["outputs"] = [
        {"output_type": "display_data", "data": {"text/html": line}, "metadata": {}}
        for line in verdicts
    ]
    return {"cells": [files.text("title", title), cell], "metadata": {}, "nbformat": 4,
            "nbformat_minor": 5}


def executed(*verdicts):
    import nbformat

    return nbformat.from_dict(shown(*verdicts))


def test_claims_are_announced_one_by_one_and_as_ranges():
    assert lab.announced_claims(executed()) == ["2.23", "2.28", "2.29", "2.30"]


def test_a_verdict_is_what_the_notebook_shows():
    line = "Claim 2.23 <b>holds when a &lt; b (so: rarely)</b>: 1 &amp; 2: three."
    found = lab.verdicts_in(executed(line, "Claim 2.9 holds: no."), "09-x")
    assert found == [
        lab.Verdict("2.23", "09-x", "measure", "holds when a < b (so: rarely)", "1 & 2: three")
    ]


def test_an_announced_claim_without_a_verdict_is_a_fault():
    two = executed("Claim 2.28 <b>holds</b>: x.", "Claim 2.30 <b>does not hold here</b>: y.")
    assert [fault[:11] for fault in lab.verdict_faults(two)] == ["claim 2.23:", "claim 2.29:"]


@pytest.mark.parametrize("verdict, far", [
    ("holds", "yes"), ("holds on 4 of 4 recordings", "yes"), ("holds on 3 of 4 recordings", "part"),
    ("holds when it rains", "part"), ("does not hold here: on none of 4 recordings", "no"),
])
def test_a_verdict_holds_or_not_or_in_part(verdict, far):
    assert lab.how_far(verdict) == far


def test_verdicts_are_written_by_number_with_words_and_links(tmp_path):
    first = executed("Claim 2.30 <b>does not hold here</b>: y.", "Claim 2.9 <b>holds</b>: x.")
    second = executed("Claim 2.30 <b>holds on 3 of 4 recordings</b>: z, too.")
    runs = {"09-a.ipynb": first, "10-b.ipynb": second}
    lab.write_verdicts(tmp_path, [(Path(n), lab.Run(run, 1, [])) for n, run in runs.items()])
    with (tmp_path / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["claim"], row["notebook"]) for row in rows] == [
        ("2.9", "09-a"), ("2.30", "09-a"), ("2.30", "10-b")
    ]
    assert rows[2]["verdict"] == "holds on 3 of 4 recordings" and rows[2]["figure"] == "z, too"
    assert all(row["wording"] for row in rows)
    page = (tmp_path / "verdicts.html").read_text(encoding="utf-8")
    assert 'href="10-b.html#cell-id=measure"' in page and "Splitting" in page
    assert page.index(">2.9<") < page.index(">2.30<")
    assert "2.22, 2.23" in page.split("Not measured")[1]


def test_run_names_a_cell_that_takes_too_long(tmp_path):
    slow = files.write(tmp_path / "01-slow.ipynb", files.code("sleep", "Thread.sleep(60_000);"))
    done = run_lab("run", "--patience", "8", slow)
    assert done.returncode == 1
    assert "01-slow.ipynb, CellTimeoutError" in done.stdout


def test_a_notebook_that_is_not_there_is_named():
    done = run_lab("run", "99-none.ipynb")
    assert done.returncode == 1 and "99-none.ipynb: no such notebook" in done.stderr


@pytest.mark.parametrize("kind", ["jjava", "ijava"])
@pytest.mark.parametrize("java", lab.find_jdks(), ids=lambda java: f"java{java.feature}")
def test_a_kernel_has_the_library_and_says_nothing_on_stderr(tmp_path, monkeypatch, kind, java):
    lab.write_kernelspec(tmp_path / "kernels" / "java", kind, java)
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    ask = (
        'System.out.print(Runtime.version().feature() + " " + Runtime.getRuntime().maxMemory() / '
        '(1 << 20) + " " + (ClassLoader.getSystemClassLoader() != null));'
    )
    jar = 'Class.forName("org.knowm.xchart.XYChart").getSimpleName()'
    path = files.write(tmp_path / "00-ask.ipynb", files.code("a", ask), files.code("b", jar))
    ran = lab.execute_file(path)
    assert ran.faults == []
    feature, megabytes, _ = ran.notebook.cells[0].outputs[0].text.split()
    assert int(feature) == java.feature
    assert int(megabytes) <= int(lab.MEMORY.rstrip("m"))
    assert ran.notebook.cells[1].outputs[0].data["text/plain"] == "XYChart"


def test_nbmake_runs_a_notebook_too(tmp_path):
    path = files.exercise(tmp_path / "01-good.ipynb")
    command = [sys.executable, "-m", "pytest", "-q", "--nbmake", "--nbmake-kernel=java", path]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(lab.WINDOWS, reason="signals differ")
def test_start_serves_this_machine_only_with_a_token_and_stops_when_told(tmp_path):
    port = lab.free_port(None)
    command = [str(lab.HERE / "lab"), "start", "--no-browser", "--port", str(port)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    env["HOME"] = str(tmp_path)
    lab_start = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
    try:
        lines = []
        for line in lab_start.stdout:
            lines.append(line)
            if "token=" in line:
                break
        url = lines[-1].strip()
        assert url.startswith(f"http://127.0.0.1:{port}/lab"), lines
        token = url.split("token=")[1]
        kernels = f"http://127.0.0.1:{port}/api/kernelspecs"
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(kernels)
        told = urllib.request.urlopen(f"{kernels}?token={token}").read().decode()
        assert '"display_name": "Java"' in told and "--add-opens" in told
    finally:
        lab_start.send_signal(signal.SIGTERM)
        assert lab_start.wait(20) is not None
    assert not lab.answers(f"http://127.0.0.1:{port}/api/status")
    touched = [path.name for path in Path(tmp_path).iterdir()]
    assert not {".jupyter", ".local", ".ipython"} & set(touched), touched

"""The steps of Binder, in its order, in a fresh clone that is also the home directory."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lab
import notebook_files as files
import pytest


def lines(name):
    text = (lab.BINDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_packages_of_apt_txt_exist_and_are_what_the_lab_needs():
    assert {"openjdk-17-jdk-headless", "maven", "fontconfig"} <= set(lines("apt.txt"))
    if not shutil.which("apt-cache"):
        pytest.skip("needs apt-cache")
    for package in lines("apt.txt"):
        shown = subprocess.run(["apt-cache", "show", package], capture_output=True, text=True)
        assert f"Package: {package}\n" in shown.stdout, package


def test_runtime_txt_names_a_python_that_every_requirement_is_pinned_for():
    (runtime,) = lines("runtime.txt")
    assert re.fullmatch(r"python-3\.\d+", runtime)
    assert int(runtime.split(".")[1]) >= 11  # nbgrader
    for line in lines("requirements.txt"):
        assert re.match(r"[\w-]+==[\w.]+(; python_version .*)?$", line), line


def test_scripts_can_be_run_and_start_hands_over():
    for name in ("postBuild", "start"):
        assert os.access(lab.BINDER / name, os.X_OK)
        assert b"\r" not in (lab.BINDER / name).read_bytes()
    assert lines("start")[-1] == 'exec "$@"'


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A user who has nothing but the clone, the packages of apt.txt and a Python environment."""
    home = tmp_path_factory.mktemp("binder") / "jovyan"
    subprocess.run(["git", "clone", "-q", "--no-local", lab.HERE, home], check=True)
    return home


@pytest.fixture(scope="module")
def user(home):
    """Binder's user: own home and environment. Only what was downloaded before is shared."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "JAVA_HOME") if name in os.environ}
    own = Path(sys.prefix).as_posix()
    path = [part for part in kept["PATH"].split(os.pathsep) if not part.startswith(own)]
    env = {**kept, "PATH": os.pathsep.join([str(home / "env" / "bin"), *path]), "HOME": str(home)}
    pip_cache = [sys.executable, "-m", "pip", "cache", "dir"]
    env["PIP_CACHE_DIR"] = subprocess.run(pip_cache, capture_output=True, text=True).stdout.strip()
    maven_cache = Path.home() / ".m2" / "repository"
    env["MAVEN_OPTS"] = f"-Dmaven.repo.local={maven_cache}"
    return env


@pytest.fixture(scope="module")
def built(home, user):
    def step(*command):
        done = subprocess.run(
            command, cwd=home, env=user, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    base = Path(sys.base_prefix) / ("python.exe" if lab.WINDOWS else "bin/python3")
    step(base, "-m", "venv", "env")
    step("pip", "install", "-q", "--disable-pip-version-check", "-r", "binder/requirements.txt")
    step("binder/postBuild")
    return step


def test_post_build_installs_a_kernel_with_binders_memory_into_binders_environment(home, built):
    told = json.loads(built("binder/start", "jupyter", "kernelspec", "list", "--json"))
    java = told["kernelspecs"]["java"]
    assert Path(java["resource_dir"]).is_relative_to(home / "env")
    assert {"-Xmx768m", "-XX:+UseSerialGC"} <= set(java["spec"]["argv"])
    assert str(home / "lib" / "target" / "heaplab.jar") in java["spec"]["env"].values()
    assert not (home / ".venv").exists()


def test_notebook_00_runs_without_error_or_stderr(home, built):
    first = home / lab.FIRST.relative_to(lab.HERE)
    if not first.exists():
        files.write(first, files.code("hello", "heaplab.view.Bundle.class.getSimpleName()"))
    built("binder/start", "jupyter", "nbconvert", "--execute", "--to", "notebook",
          "--output", "executed.ipynb", str(first))
    executed = json.loads((first.parent / "executed.ipynb").read_text(encoding="utf-8"))
    outputs = [o for cell in executed["cells"] for o in cell.get("outputs", [])]
    assert outputs
    assert [o for o in outputs if o.get("name") == "stderr"] == []
    assert [o for o in outputs if o["output_type"] == "error"] == []

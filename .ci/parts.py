"""The parts of `./lab test`. Each counts what it checked; the last line sums them up."""

import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree

import lab

REPORTS = lab.TARGET / "reports"
TESTS = lab.HERE / ".ci" / "tests"


class Tally:
    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []

    def add(self, name, fault=""):
        print(f"  {name}: {'FAILED ' + fault if fault else 'ok'}", flush=True)
        if fault:
            self.failed.append(name)
        else:
            self.passed += 1

    def add_reports(self, files, exit_code, name):
        """Counts JUnit reports; a runner that fails or says nothing has failed itself."""
        seen = 0
        for file in files:
            for case in xml.etree.ElementTree.parse(file).iter("testcase"):
                seen += 1
                label = f"{case.get('classname')}.{case.get('name')}"
                if case.find("failure") is not None or case.find("error") is not None:
                    self.failed.append(label)
                elif case.find("skipped") is not None:
                    self.skipped.append(label)
                else:
                    self.passed += 1
        if (exit_code and not self.failed) or not seen:
            self.failed.append(f"{name} (exit code {exit_code}, {seen} tests)")
        print(f"  {name}: {seen} tests, exit code {exit_code}", flush=True)


def lib(tally, options):
    """Compiles the library and runs its tests; those of the finished jar on every Java."""
    folders = [lab.HERE / "lib" / "target" / f"{name}-reports" for name in ("surefire", "failsafe")]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    own, *others = jdks(options)
    env = dict(os.environ, JAVA_HOME=str(own.home))
    env["HEAPLAB_JDKS"] = os.pathsep.join(str(java.home) for java in others)
    command = [shutil.which("mvn"), "-B", "-ntp", "verify"]
    code = subprocess.call(command, cwd=lab.HERE, env=env, stdin=subprocess.DEVNULL)
    reports = [file for folder in folders for file in sorted(folder.glob("TEST-*.xml"))]
    tally.add_reports(reports, code, "mvn verify")


def python(tally, options):
    """The tests of lab.py, of links between notebooks, and of what in datasets/ is Python."""
    places = [TESTS / f"test_{name}.py" for name in ("lab", "release", "notebooks")]
    run_pytest(tally, "python", *places, *sorted((lab.HERE / "datasets").rglob("test_*.py")))


def release(tally, options):
    """The students' notebooks are those that ./lab release makes."""
    count, drifted = lab.release(check=True)
    for name in drifted:
        tally.add(name, "differs from its solution notebook; ./lab release mends it")
    tally.add(f"{count} notebooks compared", "" if count else "there are none")


def notebooks(tally, options):
    """Every notebook on every kernel and Java, unanswered and solved in turn: no error, no stderr."""
    students, solved = lab.notebooks_in(lab.NOTEBOOKS), lab.notebooks_in(lab.SOLUTIONS)
    for number, java in enumerate(jdks(options)):
        for place, kind in enumerate([options.kernel] if options.fast else ["jjava", "ijava"]):
            # Both versions meet both kernels and every Java; --full runs all combinations.
            sources = [solved, students][(number + place) % 2]
            if options.fast or options.full:
                sources = students + solved
            kernels = lab.TARGET / "kernels" / f"{kind}-{java.feature}"
            lab.write_kernelspec(kernels / "kernels" / "java", kind, java)
            os.environ["JUPYTER_PATH"] = str(kernels)
            for source in sources:
                name = source.relative_to(lab.NOTEBOOKS).with_suffix("").as_posix()
                ran = lab.execute_file(source)
                if ran.seconds > lab.NOTEBOOK_SECONDS:
                    ran.faults.append(f"took more than {lab.NOTEBOOK_SECONDS} s")
                label = f"{name} on {kind}, Java {java.feature}, {ran.seconds:.1f} s"
                tally.add(label, "\n    ".join(ran.faults))
    os.environ.pop("JUPYTER_PATH", None)


def binder(tally, options):
    """The steps of Binder, in order, in a fresh directory and user environment."""
    run_pytest(tally, "binder", TESTS / "test_binder.py")


def browser(tally, options):
    """Every notebook in JupyterLab, in a real browser."""
    run_pytest(tally, "browser", TESTS / "test_browser.py")


def run_pytest(tally, name, *files):
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    env = dict(os.environ, PYTHONPATH=os.pathsep.join([str(lab.HERE), str(TESTS)]))
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider"]
    code = subprocess.call([*command, f"--junitxml={report}", *files], cwd=lab.HERE, env=env)
    tally.add_reports([report] if report.exists() else [], code, name)


def jdks(options):
    return lab.find_jdks()[: 1 if options.fast else None]


PARTS = [lib, python, release, notebooks, binder, browser]
SLOW = [binder, browser]


def run(options):
    known = {part.__name__: part for part in PARTS}
    for name in set(options.parts) - set(known):
        listing = "\n".join(f"  {part:<10} {known[part].__doc__}" for part in known)
        raise lab.Problem(f"no part {name!r}; the parts are\n{listing}")
    chosen = [known[name] for name in options.parts]
    chosen = chosen or [part for part in PARTS if not (options.fast and part in SLOW)]
    print("Testing on: " + "; ".join(map(str, jdks(options))), flush=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    total = Tally()
    for part in chosen:
        began, tally = time.monotonic(), Tally()
        print(f"== {part.__name__}: {part.__doc__}", flush=True)
        try:
            part(tally, options)
        except lab.Problem as problem:
            tally.add(part.__name__, str(problem))
        if not (tally.passed or tally.failed or tally.skipped):
            tally.add(part.__name__, "checked nothing")
        print(
            f"== {part.__name__}: {tally.passed} passed, {len(tally.failed)} failed, "
            f"{len(tally.skipped)} skipped, {time.monotonic() - began:.0f} s", flush=True,
        )
        total.passed += tally.passed
        total.failed += tally.failed
        total.skipped += tally.skipped
    for word, names in (("skipped", total.skipped), ("FAILED", total.failed)):
        for name in names:
            print(f"{word}: {name}")
    skipped = f", {len(total.skipped)} skipped" if total.skipped else ""
    print(f"lab: {total.passed} passed, {len(total.failed)} failed{skipped}")
    return 1 if total.failed or not total.passed else 0

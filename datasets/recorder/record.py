#!/usr/bin/env python3
"""Records the allocations of a program as a trace.

    python3 datasets/recorder/record.py [-o FILE.rep.gz] [--max-operations N] -- COMMAND...

The program runs as usual, with recorder.so before its C library (Linux only). Afterwards the
addresses it was given become ids 0, 1, 2, ...: a fresh one for every allocation.
"""

import argparse
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import traces  # noqa: E402

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parent.parent / "target" / "recorder" / "recorder.so"
EVENT = struct.Struct("=QQQ")  # as in recorder.c: old address, new address, bytes
INSTALL = {
    "apt-get": "sudo apt-get install gcc libc6-dev make",
    "dnf": "sudo dnf install gcc glibc-devel make",
    "pacman": "sudo pacman -S gcc make",
    "zypper": "sudo zypper install gcc glibc-devel make",
    "apk": "sudo apk add gcc musl-dev make",
}


class CannotRecord(Exception):
    """Why there is no recording, and what to do about it."""


class Recording:
    """A trace, and what could not go into it."""

    def __init__(self):
        self.trace = traces.Trace()
        self.name = ""  # of the program, with its process id if every process is recorded
        self.status = 0  # what the program exited with; negative: the signal that ended it
        self.unknown = 0  # frees and resizes of memory from before the recording began
        self.unseen = 0  # frees that were not seen, but the address was given out again
        self.oversized = 0  # requests of 2 GiB and more
        self.cut = False  # the program went on after the last operation


def record(command, program=None, maximum=None, each=False, **run_options):
    """Runs a command under the recorder and returns its recordings: one, or one per process.

    program: record the first process of this name instead of the command itself.
    maximum: keep this many operations. each: record all processes, not only the first.
    Further options go to subprocess.Popen.
    """
    if not sys.platform.startswith("linux"):
        raise CannotRecord(
            f"found {sys.platform}, recording needs Linux: it rests on LD_PRELOAD."
            " Traces that were recorded elsewhere replay on every system."
        )
    build()
    with tempfile.TemporaryDirectory(prefix="record-") as directory:
        library = Path(directory, "recorder.so")
        library.symlink_to(LIBRARY)  # LD_PRELOAD cannot name a path with a space in it
        environment = dict(run_options.pop("env", None) or os.environ)
        before = environment.get("LD_PRELOAD")
        environment["LD_PRELOAD"] = f"{library}:{before}" if before else str(library)
        environment["RECORDER_FILE"] = str(Path(directory, "events"))
        for name, value in {"PROGRAM": program, "EVENTS": maximum, "EACH": each or None}.items():
            if value is not None:
                environment["RECORDER_" + name] = str(value)
        status = _run(command, env=environment, **run_options)
        files = sorted(Path(directory).glob("events*"))
        if not files:
            raise CannotRecord(
                f"found no events of {program or command[0]}: it did not start, or it is linked"
                " statically or setuid; a dynamically linked program is needed."
            )
        recordings = [convert(file, maximum) for file in files]
        for file, recording in zip(files, recordings):
            recording.name = file.name[len("events.") :] or program or Path(command[0]).name
            recording.status = status
        return recordings


def build():
    """Makes recorder.so if it is missing or older than its source."""
    source = HERE / "recorder.c"
    if LIBRARY.exists() and LIBRARY.stat().st_mtime >= source.stat().st_mtime:
        return
    for tool in (os.environ.get("CC", "cc"), "make"):
        if not shutil.which(tool):
            lines = [line for manager, line in INSTALL.items() if shutil.which(manager)]
            raise CannotRecord(
                f"found no {tool} on the path, the recorder needs a C compiler and make."
                f" Install them: {lines[0] if lines else 'see your system'}"
            )
    made = subprocess.run(["make", "-s", "-C", HERE], capture_output=True, text=True)
    if made.returncode != 0:
        raise CannotRecord(f"recorder.c does not compile here:\n{made.stderr.strip()}")


def _run(command, **options):
    try:
        process = subprocess.Popen(command, **options)
    except OSError as error:
        raise CannotRecord(f"cannot run {command[0]}: {error.strerror}") from error
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            pass  # it went to the program too; what was recorded until then is kept


def convert(path, maximum=None):
    """Reads a file of events and makes a valid trace of it."""
    recording = Recording()
    trace = recording.trace
    id_at = {}  # address of a live block -> its id
    limit = traces.LARGEST if maximum is None else maximum
    for old, new, size in _events(path):
        id, lost = id_at.pop(old, None), id_at.pop(new, None)
        if len(trace) + (lost is not None) >= limit:
            recording.cut = True
            break
        recording.unknown += id is None and old != 0
        if lost is not None:
            recording.unseen += 1
            trace.add(traces.FREE, lost)
        if size > traces.LARGEST:
            recording.oversized += 1
            new = 0
        if id is not None and new != 0 and size != 0:
            trace.add(traces.RESIZE, id, size)
            id_at[new] = id
            continue
        if id is not None:
            trace.add(traces.FREE, id)
        if new != 0:
            id_at[new] = trace.allocate(size)
    return recording


def _events(path):
    with open(path, "rb") as file:
        while chunk := file.read(EVENT.size * 65536):
            for event in EVENT.iter_unpack(chunk):
                if event == (0, 0, 0):
                    return
                yield event


def summary(recording, path):
    trace = recording.trace
    count = {kind: trace.kinds.count(kind) for kind in b"arf"}
    lines = [
        f"{path}: {len(trace):,} operations of {recording.name}"
        f" ({count[traces.ALLOCATE]:,} allocate, {count[traces.RESIZE]:,} resize,"
        f" {count[traces.FREE]:,} free), peak payload {trace.peak_bytes():,} bytes,"
        f" {count[traces.ALLOCATE] - count[traces.FREE]:,} blocks live at the end"
    ]
    notes = {
        "frees or resizes of memory from before the recording began": recording.unknown,
        "frees that were not seen, put in where the address was given out again": recording.unseen,
        "requests of 2 GiB or more left out": recording.oversized,
    }
    lines += [f"  {number:,} {note}" for note, number in notes.items() if number]
    if recording.cut:
        lines.append("  cut here: the program went on")
    if recording.status != 0:
        lines.append(f"  the program ended with status {recording.status}")
    return "\n".join(lines)


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="record",
        usage="record [-h] [-o FILE] [--max-operations N] [--program NAME] [--each] -- COMMAND...",
        description="Record the allocations of a program as a trace (Linux).",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="PROGRAM.rep.gz by default")
    parser.add_argument("--max-operations", type=int, metavar="N", help="keep the first N")
    parser.add_argument(
        "--program", metavar="NAME", help="record the program of this name that COMMAND starts"
    )
    parser.add_argument(
        "--each", action="store_true", help="record every process, into FILE.PID.NAME.rep.gz"
    )
    parser.add_argument("command", nargs="+", metavar="COMMAND")
    options = parser.parse_args(arguments)
    try:
        recordings = record(options.command, options.program, options.max_operations, options.each)
    except CannotRecord as error:
        print(f"record: {error}", file=sys.stderr)
        return 1
    stem = options.output or f"{options.program or Path(options.command[0]).name}.rep.gz"
    for recording in recordings:
        path = stem
        if options.each:
            path = f"{stem.removesuffix('.gz').removesuffix('.rep')}.{recording.name}.rep.gz"
        recording.trace.write(path)
        print(summary(recording, path), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Tests of the recorder, and of the recordings beside it.

python3 -m unittest discover -s datasets/recorder
"""

import contextlib
import hashlib
import io
import json
import mmap
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import record  # noqa: E402
import traces  # noqa: E402

HERE_CAN_RECORD = sys.platform.startswith("linux") and all(map(shutil.which, ("cc", "make")))


def text(trace):
    """The operations as the lines of a trace file."""
    return [
        f"f {id}" if kind == traces.FREE else f"{chr(kind)} {id} {size}"
        for kind, id, size in trace.operations()
    ]


@unittest.skipUnless(
    HERE_CAN_RECORD, "recording needs Linux, cc and make: sudo apt-get install gcc libc6-dev make"
)
class RecordingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.program = str(Path(cls.directory.name, "test_program"))
        compile = ["cc", "-O0", "-fno-builtin", "-w", "-pthread", "-o", cls.program]
        subprocess.run(compile + [str(HERE / "test_program.c")], check=True, timeout=60)

    @classmethod
    def tearDownClass(cls):
        cls.directory.cleanup()

    def record(self, *arguments, **options):
        """Records one process, and reads the trace back through the strict reader."""
        [recording] = record.record([self.program, *arguments], **options)
        return self.reread(recording)

    def reread(self, recording):
        path = Path(self.directory.name, "trace.rep.gz")
        recording.trace.write(path)
        read = traces.read(path)
        self.assertEqual(text(read), text(recording.trace))
        return recording

    def test_every_call_becomes_the_operation_it_is(self):
        recording = self.record("calls")
        page = mmap.PAGESIZE
        self.assertEqual(
            text(recording.trace),
            ["a 0 24", "a 1 11", "r 0 48", "r 0 100000", "f 0", "f 1", "a 2 21"]
            + ["a 3 128", "f 3", "a 4 100", "r 4 101", "a 5 50", "a 6 10", f"a 7 {page}"]
            + ["a 8 20", "r 8 25", "a 9 6", "a 10 0", "f 10"],
        )
        self.assertEqual((recording.status, recording.unknown, recording.unseen), (0, 0, 0))

    def test_threads_that_pass_blocks_on_give_a_balanced_trace(self):
        recording = self.record("threads")
        count = Counter(recording.trace.kinds)
        # pthread_create allocates what a thread needs to know of itself: 4 blocks, kept for reuse
        self.assertLessEqual(count[traces.ALLOCATE] - count[traces.FREE], 4)
        self.assertGreaterEqual(count[traces.ALLOCATE] + count[traces.RESIZE], 4 * 40000)
        self.assertLessEqual(count[traces.ALLOCATE] + count[traces.RESIZE], 4 * 40000 + 8)
        self.assertEqual((recording.unknown, recording.unseen), (0, 0))

    def test_children_stay_out_of_their_parents_recording(self):
        sizes = Counter(self.record("forks").trace.requests())
        self.assertEqual((sizes[1111], sizes[2222], sizes[5555], sizes[3333]), (1, 0, 0, 1))
        self.assertGreater(sizes[4444], 0)

    def test_each_process_is_recorded_when_asked(self):
        recordings = record.record([self.program, "forks"], each=True)
        self.assertEqual(len(recordings), 101)
        sizes = [Counter(self.reread(one).trace.requests()) for one in recordings]
        self.assertEqual(sum(one[3333] for one in sizes), 1)
        for one, recording in zip(sizes, recordings):
            if one[3333] == 0:
                self.assertEqual((one[1111], one[2222], one[5555]), (0, 50, 50))
                self.assertGreaterEqual(recording.unknown, 1)  # the parent's block

    def test_what_replaces_the_program_is_not_recorded(self):
        self.assertEqual(text(self.record("exec").trace), ["a 0 6666"])

    def test_a_program_is_chosen_by_name(self):
        command = ["sh", "-c", f"ls / > /dev/null; '{self.program}' calls; true"]
        [recording] = record.record(command, program="test_program")
        self.assertEqual(text(recording.trace)[:2], ["a 0 24", "a 1 11"])
        self.assertEqual(len(recording.trace), 19)
        self.assertEqual(recording.name, "test_program")

    def test_nothing_is_lost_when_the_program_is_killed(self):
        recording = self.record("many")
        self.assertEqual((len(recording.trace), recording.status), (200000, -9))
        self.assertEqual(recording.trace.requests()[-3:], [998, 999, 1000])

    def test_a_limit_keeps_the_beginning(self):
        recording = self.record("many", maximum=70001)
        self.assertEqual((len(recording.trace), recording.trace.id_count), (70001, 35001))
        self.assertTrue(recording.cut)

    def test_a_statically_linked_program_is_refused(self):
        source, program = (Path(self.directory.name, name) for name in ("static.c", "static"))
        source.write_text("int main(void) { return 0; }")
        compile = ["cc", "-static", "-o", str(program), str(source)]
        if subprocess.run(compile, capture_output=True).returncode != 0:
            self.skipTest("no static C library here")
        with self.assertRaisesRegex(record.CannotRecord, "statically"):
            record.record([str(program)])

    def test_the_command_line_writes_a_trace_and_a_summary(self):
        path = Path(self.directory.name, "calls.rep.gz")
        command = [sys.executable, str(HERE / "record.py"), "-o", str(path), "--"]
        done = subprocess.run(command + [self.program, "calls"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("19 operations of test_program (11 allocate, 4 resize, 4 free)", done.stderr)
        self.assertEqual(len(traces.read(path)), 19)
        done = subprocess.run(command + ["./no-such-program"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot run ./no-such-program: No such file", done.stderr)

    def test_a_missing_compiler_is_named_with_its_remedy(self):
        missing = Path(self.directory.name, "missing.so")
        with mock.patch.object(record, "LIBRARY", missing):
            with mock.patch.object(record.shutil, "which", lambda tool: tool == "apt-get"):
                with self.assertRaisesRegex(record.CannotRecord, "no cc .*sudo apt-get install"):
                    record.build()


class OtherSystemsTest(unittest.TestCase):
    def test_they_are_told_why_there_is_no_recording(self):
        said = io.StringIO()
        with mock.patch.object(sys, "platform", "darwin"), contextlib.redirect_stderr(said):
            self.assertEqual(record.main(["--", "true"]), 1)
        self.assertIn("found darwin, recording needs Linux", said.getvalue())


class ConvertTest(unittest.TestCase):
    def convert(self, *events, maximum=None):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory, "events")
            path.write_bytes(b"".join(record.EVENT.pack(*event) for event in events))
            return record.convert(path, maximum)

    def test_an_address_given_out_again_is_a_new_id(self):
        recording = self.convert((0, 80, 5), (80, 0, 0), (0, 80, 6))
        self.assertEqual(text(recording.trace), ["a 0 5", "f 0", "a 1 6"])

    def test_frees_of_unknown_memory_are_dropped_and_counted(self):
        recording = self.convert((80, 0, 0), (0, 96, 1))
        self.assertEqual((text(recording.trace), recording.unknown), (["a 0 1"], 1))

    def test_unknown_memory_that_is_resized_is_known_from_then_on(self):
        recording = self.convert((80, 96, 7), (96, 0, 0))
        self.assertEqual((text(recording.trace), recording.unknown), (["a 0 7", "f 0"], 1))

    def test_a_free_that_was_not_seen_is_put_in(self):
        recording = self.convert((0, 80, 5), (0, 80, 6))
        self.assertEqual((text(recording.trace), recording.unseen), (["a 0 5", "f 0", "a 1 6"], 1))

    def test_sizes_of_more_than_31_bits_are_left_out_and_counted(self):
        recording = self.convert((0, 80, 2**31), (0, 96, 9), (96, 112, 2**33), (80, 0, 0))
        self.assertEqual((text(recording.trace), recording.oversized), (["a 0 9", "f 0"], 2))

    def test_a_limit_holds_even_where_one_event_makes_two_operations(self):
        recording = self.convert((0, 80, 5), (0, 80, 6), maximum=2)
        self.assertEqual((text(recording.trace), recording.cut), (["a 0 5"], True))

    def test_zeros_end_the_recording(self):
        recording = self.convert((0, 80, 5), (0, 0, 0), (0, 96, 5))
        self.assertEqual((text(recording.trace), recording.cut), (["a 0 5"], False))


class ReaderTest(unittest.TestCase):
    def read(self, lines):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory, "t.rep")
            path.write_text(lines)
            return traces.read(path)

    def test_a_good_trace(self):
        trace = self.read("100\n2\n4\n1\na 0 5\nr 0 9\na 1 0\nf 0\n")
        self.assertEqual((len(trace), trace.id_count, trace.peak_bytes()), (4, 2, 9))

    def test_bad_traces_are_refused_with_their_line(self):
        for lines, said in {
            "100\n1\n": "header of 4 integers",
            "99\n0\n0\n1\n": r"t\.rep:1: found heap size 99",
            "100\n1\n2\n1\na 0 5\n": "found 1 operations, the header says 2",
            "100\n1\n1\n1\nf 0\n": r"t\.rep:5: found 'f 0', but id 0 is not live",
            "100\n1\n2\n1\na 0 5\na 0 5\n": r"t\.rep:6: .* id 0 is live",
            "100\n1\n1\n1\na 1 5\n": r"t\.rep:5: found id 1, expected 0 to 0",
            "100\n2\n1\n1\na 0 5\n": "found 1 ids in use, the header says 2",
            "100\n1\n1\n1\na 0 -5\n": r"t\.rep:5: found '-5', expected an integer",
            "100\n1\n1\n1\na 0 2147483648\n": "found '2147483648'",
            "100\n1\n1\n1\na 0\n": r"t\.rep:5: found 'a 0', expected",
            "100\n1\n2\n1\na 0 1\nr 0 0\n": "expected a size above 0",
        }.items():
            with self.subTest(lines), self.assertRaisesRegex(traces.BadTrace, said):
                self.read(lines)


class DatasetsTest(unittest.TestCase):
    """index.json, the recordings and the README agree."""

    @classmethod
    def setUpClass(cls):
        cls.index = json.loads((HERE.parent / "index.json").read_text())

    def test_the_index_lists_every_recording(self):
        files = sorted(path.name for path in HERE.parent.glob("*.rep.gz"))
        self.assertEqual([f"{one['name']}.rep.gz" for one in self.index], files)
        self.assertGreaterEqual(len(files), 9)

    def test_every_recording_is_what_the_index_says(self):
        readme = (HERE.parent / "README.md").read_text()
        for one in self.index:
            with self.subTest(one["name"]):
                path = HERE.parent / f"{one['name']}.rep.gz"
                trace = traces.read(path)
                self.assertEqual(len(trace), one["operations"])
                self.assertEqual(trace.id_count, one["ids"])
                self.assertEqual(trace.peak_bytes(), one["peakBytes"])
                self.assertEqual(trace.kinds.count(traces.RESIZE), one["reallocs"])
                self.assertEqual(hashlib.sha256(path.read_bytes()).hexdigest(), one["sha256"])
                self.assertLess(path.stat().st_size, 1_000_000)
                self.assertIn(one["sha256"], readme)


if __name__ == "__main__":
    unittest.main()

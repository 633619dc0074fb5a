"""Allocation traces: three columns in memory, malloc-lab text on disk.

An operation is `a id bytes` (allocate), `r id bytes` (resize) or `f id` (free). Before them stand
four integers: a suggested heap size (at least 100), the number of ids, the number of operations,
and a weight.
"""

import gzip
import io
from array import array

LARGEST = 2**31 - 1  # sizes and ids are 32-bit signed integers
ALLOCATE, RESIZE, FREE = b"arf"


class BadTrace(Exception):
    """A file that is not a trace: where, what was found, what was expected."""


class Trace:
    """Operation i is kinds[i], ids[i] and, unless it frees, sizes[i]."""

    def __init__(self):
        self.kinds = bytearray()
        self.ids = array("i")
        self.sizes = array("i")
        self.id_count = 0

    def __len__(self):
        return len(self.kinds)

    def add(self, kind, id, size=0):
        self.kinds.append(kind)
        self.ids.append(id)
        self.sizes.append(size)

    def allocate(self, size):
        """Adds an allocation under an id never used before, and returns the id."""
        self.add(ALLOCATE, self.id_count, size)
        self.id_count += 1
        return self.id_count - 1

    def operations(self):
        return zip(self.kinds, self.ids, self.sizes)

    def peak_bytes(self):
        """The most bytes asked for and live at one time."""
        live, peak, size_of = 0, 0, array("i", bytes(4 * self.id_count))
        for _, id, size in self.operations():  # a free has size 0
            live += size - size_of[id]
            size_of[id] = size
            peak = max(peak, live)
        return peak

    def requests(self):
        """The sizes asked for, by allocations and resizes, in order."""
        return [size for kind, _, size in self.operations() if kind != FREE]

    def heap_bytes(self):
        """A suggested heap: twice the peak, in whole pages."""
        return min(max(4096, -(-2 * self.peak_bytes() // 4096) * 4096), LARGEST)

    def write(self, path):
        """Writes gzip if the name ends in .gz. Equal traces give equal files."""
        text = io.StringIO()
        text.write(f"{self.heap_bytes()}\n{self.id_count}\n{len(self)}\n1\n")
        for kind, id, size in self.operations():
            text.write(f"f {id}\n" if kind == FREE else f"{chr(kind)} {id} {size}\n")
        data = text.getvalue().encode("ascii")
        if str(path).endswith(".gz"):
            data = gzip.compress(data, compresslevel=9, mtime=0)
        with open(path, "wb") as file:
            file.write(data)


def read(path):
    """Reads a trace and checks all of it: the header's counts, every id, every size."""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="ascii") as file:
        lines = file.read().splitlines()
    header = [_number(path, line, field) for line, field in enumerate(lines[:4], 1)]
    if len(header) < 4:
        raise BadTrace(f"{path}: found {len(header)} lines, expected a header of 4 integers")
    heap, id_count, count, _ = header
    if heap < 100:
        raise BadTrace(f"{path}:1: found heap size {heap}, expected at least 100")
    if len(lines) - 4 != count:
        raise BadTrace(f"{path}: found {len(lines) - 4} operations, the header says {count}")
    trace = Trace()
    live, born = bytearray(id_count), bytearray(id_count)
    for line, text in enumerate(lines[4:], 5):
        kind, id, size = _operation(path, line, text)
        if not 0 <= id < id_count:
            raise BadTrace(f"{path}:{line}: found id {id}, expected 0 to {id_count - 1}")
        if live[id] == (kind == ALLOCATE):
            state = "live" if live[id] else "not live"
            raise BadTrace(f"{path}:{line}: found {text!r}, but id {id} is {state}")
        live[id] = kind != FREE
        born[id] = 1
        trace.add(kind, id, size)
    if sum(born) != id_count:
        raise BadTrace(f"{path}: found {sum(born)} ids in use, the header says {id_count}")
    trace.id_count = id_count
    return trace


def _operation(path, line, text):
    fields = text.split()
    if not fields or fields[0] not in ("a", "r", "f") or len(fields) != 3 - (fields[0] == "f"):
        raise BadTrace(
            f"{path}:{line}: found {text!r}, expected `a id bytes`, `r id bytes`, `f id`"
        )
    id, size = (_number(path, line, field) for field in (fields + ["0"])[1:3])
    if fields[0] == "r" and size == 0:
        raise BadTrace(f"{path}:{line}: found {text!r}, expected a size above 0: `f` frees")
    return ord(fields[0]), id, size


def _number(path, line, field):
    if not field.isdecimal() or int(field) > LARGEST:
        raise BadTrace(f"{path}:{line}: found {field!r}, expected an integer, 0 to {LARGEST}")
    return int(field)

"""./lab release: what students get, and that drift is found."""

import json

import lab
import notebook_files as files
import pytest


@pytest.fixture
def folder(tmp_path):
    files.exercise(tmp_path / "solutions" / "03-twice.ipynb")
    return tmp_path


def cells(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}


def released(folder):
    lab.release(folder / "solutions", folder)
    return folder / "03-twice.ipynb"


def test_a_solution_in_a_method_becomes_a_throw_so_that_the_method_still_compiles(folder):
    stub = "throw new NotAnswered(); // YOUR CODE HERE"
    assert cells(released(folder))["twice"] == "int twice(int n) {\n    " + stub + "\n}"


def test_a_solution_at_the_top_level_becomes_a_comment_after_its_default(folder):
    assert cells(released(folder))["predict"] == "int predicted = -1;\n// YOUR CODE HERE"


def test_hidden_tests_are_left_out(folder):
    assert "HIDDEN" not in cells(released(folder))["check"]
    assert "predicted" not in cells(released(folder))["check"]


def test_paths_are_those_of_the_students_folder(folder):
    assert "in ../datasets" in cells(released(folder))["setup"]


def test_graded_cells_are_locked_and_carry_the_checksum_of_what_students_see(folder):
    from nbgrader.utils import compute_checksum
    from nbformat import from_dict

    notebook = json.loads(released(folder).read_text(encoding="utf-8"))
    check = from_dict(next(cell for cell in notebook["cells"] if cell["id"] == "check"))
    assert check.metadata.deletable is False
    check.source = "".join(check.source)
    assert check.metadata.nbgrader.checksum == compute_checksum(check)


def test_a_second_release_writes_the_same_bytes(folder):
    first = released(folder).read_bytes()
    assert released(folder).read_bytes() == first
    assert lab.release(folder / "solutions", folder, check=True) == (1, [])


def test_outputs_and_versions_do_not_reach_the_release(folder):
    solution = folder / "solutions" / "03-twice.ipynb"
    clean = released(folder).read_bytes()
    notebook = json.loads(solution.read_text(encoding="utf-8"))
    notebook["metadata"]["language_info"] = {"name": "Java", "version": "25.0.3"}
    notebook["cells"][1]["execution_count"] = 7
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "hi"}]
    solution.write_text(json.dumps(notebook), encoding="utf-8")
    assert released(folder).read_bytes() == clean


def test_sources_may_be_lists_of_lines(folder):
    clean = released(folder).read_bytes()
    solution = folder / "solutions" / "03-twice.ipynb"
    notebook = json.loads(solution.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    solution.write_text(json.dumps(notebook), encoding="utf-8")
    assert released(folder).read_bytes() == clean


@pytest.mark.parametrize("change", ["edited", "missing", "left over"])
def test_drift_is_found_and_nothing_is_changed(folder, change):
    path = released(folder)
    if change == "edited":
        path.write_text(path.read_text(encoding="utf-8").replace("Twice", "Thrice"))
    elif change == "missing":
        path.unlink()
    else:
        path = path.rename(folder / "04-left-over.ipynb")
    before = path.read_bytes() if path.exists() else None
    count, drifted = lab.release(folder / "solutions", folder, check=True)
    assert path.name in drifted
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_solution_outside_of_a_solution_cell_is_refused(folder):
    source = "// BEGIN SOLUTION\nint x = 1;\n// END SOLUTION"
    files.write(folder / "solutions" / "04-lost.ipynb", files.code("lost", source))
    with pytest.raises(RuntimeError, match="non-solution cell"):
        lab.release(folder / "solutions", folder)


@pytest.mark.parametrize("kind", ["jjava", "ijava"])
def test_both_versions_run_without_error_or_stderr(folder, tmp_path, monkeypatch, kind):
    lab.write_kernelspec(tmp_path / "kernels" / "java", kind, lab.find_java())
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    unanswered = lab.execute_file(released(folder))
    assert unanswered.faults == []
    assert unanswered.notebook.cells[-1].outputs[0].text == "not answered yet\n"
    solved = lab.execute_file(folder / "solutions" / "03-twice.ipynb")
    assert solved.faults == []
    assert solved.notebook.cells[-1].outputs == []

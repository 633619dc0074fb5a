"""The notebooks as they lie in the repository: links lead somewhere, and the map knows them all."""

import json
import re

import lab
import pytest

WRITTEN = lab.notebooks_in(lab.NOTEBOOKS) + lab.notebooks_in(lab.SOLUTIONS)


def links(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(lab.NOTEBOOKS).as_posix())
def test_links_and_pictures_are_there(path):
    assert [link for link in links(path) if not (path.parent / link).exists()] == []


@pytest.mark.skipif(not lab.FIRST.exists(), reason="notebook 00 is not written yet")
def test_the_map_of_the_course_links_every_notebook():
    assert {path.name for path in lab.notebooks_in(lab.NOTEBOOKS)} <= set(links(lab.FIRST))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(lab.NOTEBOOKS).as_posix())
def test_a_notebook_announces_the_claims_that_are_listed_for_it(path):
    import nbformat

    number = path.name[:2]
    listed = [name for name, row in lab.read_claims().items() if number in row["notebooks"].split()]
    assert lab.announced_claims(nbformat.read(path, as_version=4)) == listed

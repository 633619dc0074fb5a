"""Small notebooks for the tests, written as the real ones are."""

import json

NOT_ANSWERED = "class NotAnswered extends RuntimeException {}"


def text(name, source):
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def code(name, source, **nbgrader):
    metadata = {}
    if nbgrader:
        basis = {"grade": False, "solution": False, "locked": False, "task": False}
        metadata["nbgrader"] = {**basis, "schema_version": 3, "grade_id": name, **nbgrader}
    return {
        "cell_type": "code", "execution_count": None, "id": name, "metadata": metadata,
        "outputs": [], "source": source,
    }


def write(path, *cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"display_name": "Java", "language": "java", "name": "java"}
    notebook = {
        "cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5,
    }
    path.write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    return path


def exercise(path):
    """A notebook with a solution in a method, one at the top level, and a hidden test."""
    return write(
        path,
        text("title", "# Twice\nWhat is twice a number?\n## Exercises"),
        code("setup", NOT_ANSWERED + "\n// data lie in ../../datasets"),
        code(
            "twice",
            "int twice(int n) {\n    // BEGIN SOLUTION\n    return 2 * n;\n    // END SOLUTION\n}",
            solution=True,
        ),
        code(
            "predict",
            "int predicted = -1;\n// BEGIN SOLUTION\npredicted = 42;\n// END SOLUTION",
            solution=True,
        ),
        code(
            "check",
            "try {\n    if (twice(21) != 42) throw new IllegalStateException(\"not twice\");\n"
            "} catch (NotAnswered e) {\n    System.out.println(\"not answered yet\");\n}\n"
            "// BEGIN HIDDEN TESTS\nif (predicted != 42) throw new IllegalStateException();\n"
            "// END HIDDEN TESTS",
            grade=True, locked=True, points=2,
        ),
    )

"""JupyterLab in a real browser: all cells run, charts are drawn, a slider changes its picture."""

import json
import os
import secrets
import shutil

import lab
import notebook_files as files
import pytest

SHOTS = lab.TARGET / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The page shows every cell, and nothing is saved into the notebooks of the project.
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},
    "docmanager-extension/plugin": {"autosave": False},
}
OUTPUT = ".jp-OutputArea-output"
DRAWN = f"{OUTPUT} .vega-embed :is(canvas, svg).marks"
PATIENCE = 90_000  # milliseconds


@pytest.fixture(scope="session")
def browser():
    found = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), None)
    if not found:
        word = f"no Chromium on the path; {lab.install_line('chromium')}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(word)
    from playwright.sync_api import sync_playwright

    arguments = ["--disable-gpu", "--disable-background-networking"]
    if not lab.WINDOWS and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """JupyterLab as ./lab start starts it; gives the address of a notebook."""
    settings = tmp_path_factory.mktemp("settings")
    for name, content in SETTINGS.items():
        path = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content))
    os.environ["JUPYTERLAB_SETTINGS_DIR"] = str(settings)
    os.environ["JUPYTERLAB_WORKSPACES_DIR"] = str(tmp_path_factory.mktemp("workspaces"))
    port, token = lab.free_port(None), secrets.token_hex(16)
    SHOTS.mkdir(parents=True, exist_ok=True)
    with open(lab.TARGET / "jupyterlab.log", "w", encoding="utf-8") as log:
        process = lab.start_server(port, token, log)
        yield lambda path: (
            f"http://127.0.0.1:{port}/lab/workspaces/{path.stem}/tree/"
            f"{path.relative_to(lab.HERE).as_posix()}?token={token}"
        )
        process.terminate()
        process.wait(30)


@pytest.fixture
def opened(browser, server):
    """Opens a notebook, runs all its cells through the menu, and waits for the last."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(PATIENCE)

    def run_all(path):
        page.goto(server(path))
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
        page.get_by_text("Java | Idle").wait_for()
        page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
        page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
        # Every code cell gets a number; until then it shows [ ] or [*].
        prompts = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]"
        page.wait_for_function(f"{prompts}.every(prompt => /[0-9]/.test(prompt.innerText))")
        page.wait_for_timeout(1500)  # charts draw themselves after their cells are done
        return page

    yield run_all
    shut_kernels_down(page, server(lab.FIRST))
    page.close()


def shut_kernels_down(page, address):
    """Else each notebook's JVM would live until the last one is through."""
    root, token = address.split("/lab/")[0], address.split("token=")[1]
    allowed = {"Authorization": f"token {token}"}
    for kernel in page.request.get(f"{root}/api/kernels", headers=allowed).json():
        page.request.delete(f"{root}/api/kernels/{kernel['id']}", headers=allowed)


def bad_outputs(page):
    kinds = ("stderr", "error")
    bad = ", ".join(f'{OUTPUT}[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in kinds)
    return page.locator(bad).all_inner_texts()


def shoot(element, name):
    element.scroll_into_view_if_needed()
    return element.screenshot(path=str(SHOTS / f"{name}.png"))


def move_first_slider(page, name):
    """Moves the first slider of the page to its end; gives its picture before and after."""
    output = page.locator(OUTPUT, has=page.locator("input[type=range]")).first
    slider = output.locator("input[type=range]").first
    drawing = output.locator(":is(canvas, svg).marks").first
    before = shoot(drawing, f"{name}-slider-before")
    was = slider.input_value()
    slider.focus()
    page.keyboard.press("Home" if was == slider.get_attribute("max") else "End")
    page.wait_for_timeout(1000)
    assert slider.input_value() != was
    return before, shoot(drawing, f"{name}-slider-after")


def assert_all_is_well(page, name):
    page.screenshot(path=str(SHOTS / f"{name}.png"))
    assert bad_outputs(page) == []
    assert page.get_by_text("Jupyter news").count() == 0
    images = "[...document.querySelectorAll('.jp-Notebook img')]"
    assert page.evaluate(f"{images}.filter(image => !image.naturalWidth).length") == 0
    wide = f"[...document.querySelectorAll('{OUTPUT}')].filter(o => o.scrollWidth > o.clientWidth + 1)"
    size = "o => `${o.dataset.mimeType}: ${o.scrollWidth} of ${o.clientWidth} pixels`"
    assert page.evaluate(f"{wide}.map({size})") == []  # nothing scrolls sideways


def shoot_whole(page, name):
    """The whole notebook, from its title to its end."""
    heights = "[...document.querySelectorAll('.jp-Notebook .jp-Cell')].map(c => c.offsetHeight)"
    size = page.viewport_size
    page.set_viewport_size({**size, "height": sum(page.evaluate(heights)) + 400})
    page.locator(".jp-Notebook .jp-Cell").first.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    page.locator(".jp-Notebook").first.screenshot(path=str(SHOTS / f"{name}-whole.png"))
    page.set_viewport_size(size)


SPEC = """
import java.util.*;
import heaplab.view.Bundle;
"""
CHART = """
var rows = List.of(Map.of("x", 1, "y", 3), Map.of("x", 2, "y", 1), Map.of("x", 3, "y", 2));
var slider = Map.of("input", "range", "min", 1, "max", 3, "step", 1);
Bundle.of("three bars").vega(Map.of(
    "data", Map.of("values", rows), "mark", "bar",
    "params", List.of(Map.of("name", "step", "value", 1, "bind", slider)),
    "transform", List.of(Map.of("filter", "datum.x <= step")),
    "encoding", Map.of("x", Map.of("field", "x", "type", "ordinal"),
        "y", Map.of("field", "y", "type", "quantitative", "scale", Map.of("domain", List.of(0, 3))))
))
"""


def test_a_chart_from_a_java_cell_is_drawn_and_redrawn_when_its_slider_moves(opened):
    path = lab.TARGET / "browser" / "01-slider.ipynb"
    page = opened(files.write(path, files.code("imports", SPEC), files.code("chart", CHART)))
    assert_all_is_well(page, "harness")
    assert page.locator(DRAWN).count() == 1
    before, after = move_first_slider(page, "harness")
    assert before != after


def test_what_goes_wrong_in_a_cell_is_seen(opened):
    path = lab.TARGET / "browser" / "02-wrong.ipynb"
    cells = ['System.err.println("careful");', 'throw new IllegalStateException("broken");']
    page = opened(files.write(path, files.code("warns", cells[0]), files.code("breaks", cells[1])))
    warned, broken = bad_outputs(page)
    assert warned.strip() == "careful" and "broken" in broken


@pytest.mark.skipif(not lab.FIRST.exists(), reason="notebook 00 is not written yet")
def test_notebook_00_runs_in_the_browser_and_its_movie_moves(opened):
    page = opened(lab.FIRST)
    shoot_whole(page, "00-start-here")
    assert_all_is_well(page, "00-start-here")
    assert page.locator(DRAWN).count() >= 1
    before, after = move_first_slider(page, "00-start-here")
    assert before != after
    for number, drawing in enumerate(page.locator(DRAWN).all(), 1):
        shoot(drawing, f"00-start-here-chart-{number}")


OTHERS = [path for path in lab.notebooks_in(lab.NOTEBOOKS) if path != lab.FIRST]


@pytest.mark.parametrize("path", OTHERS, ids=[path.stem for path in OTHERS])
def test_a_notebook_runs_in_the_browser_and_nothing_is_too_wide(opened, path):
    page = opened(path)
    shoot_whole(page, path.stem)
    assert_all_is_well(page, path.stem)

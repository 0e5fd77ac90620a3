"""Modules and functions stay short enough to be read at once."""

import ast
from functools import cache
from statistics import median

from tests.rules.tracked import relative, tracked_modules

MODULE_LINES = 300
FUNCTION_LINES = 50
MEDIAN_FUNCTION_LINES = 8
MODULES_IN_A_FOLDER = 10

PRODUCT = [path for path in tracked_modules() if relative(path).startswith("assessment/")]


@cache
def functions_with_length(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_a_module_has_at_most_300_lines():
    lengths = {
        relative(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked_modules()
    }
    assert {path: lines for path, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_a_function_has_at_most_50_lines():
    too_long = [
        f"{relative(path)}: {name} has {lines}"
        for path in tracked_modules()
        for name, lines in functions_with_length(path)
        if lines > FUNCTION_LINES
    ]
    assert too_long == []


def test_half_of_the_functions_have_at_most_8_lines():
    lengths = [lines for path in PRODUCT for _, lines in functions_with_length(path)]
    assert median(lengths) <= MEDIAN_FUNCTION_LINES


def test_a_folder_has_at_most_10_modules():
    folders = {
        path.parent for path in PRODUCT if path.parent.name not in {"assessment", "versions"}
    }
    crowded = {
        relative(folder): count
        for folder in sorted(folders)
        if (count := sum(p.parent == folder and p.name != "__init__.py" for p in PRODUCT))
        > MODULES_IN_A_FOLDER
    }
    assert crowded == {}


def test_no_module_is_a_catch_all():
    catch_alls = {"utils", "util", "helpers", "common", "managers", "misc"}
    assert [relative(p) for p in tracked_modules() if {p.stem, p.parent.name} & catch_alls] == []

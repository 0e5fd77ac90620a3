"""Every sentence that a person may read exists in German, and none is left over."""

import ast
import re
import tomllib
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.rules.tracked import ROOT

CATALOGUE = ROOT / "assessment" / "translations" / "de" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {"_", "N_", "gettext", "ngettext"}
PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[sdf]|\{(\w*)[^}]*\}")


@pytest.fixture(scope="module")
def extracted():
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    methods = [
        (mapping["pattern"], mapping["method"])
        for mapping in configuration["tool"]["babel"]["mappings"]
    ]
    catalogue = Catalog()
    for file, line, message, comments, context in extract_from_dir(ROOT, methods):
        catalogue.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return catalogue


@pytest.fixture(scope="module")
def german():
    return read_po(BytesIO(CATALOGUE.read_bytes()), locale="de")


def messages(catalogue):
    return {message.id: message for message in catalogue if message.id}


def test_every_message_is_translated(extracted, german):
    translated = messages(german)
    missing = [
        f"{message.locations[0][0]}: {key}"
        for key, message in messages(extracted).items()
        if key not in translated or not all(strings_of(translated[key]))
    ]
    assert missing == []


def test_no_message_hides_in_a_formatted_string_where_babel_does_not_find_it():
    hidden = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "assessment").rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in KEYWORDS
    ]
    assert hidden == []


def test_no_translation_is_left_over(extracted, german):
    assert sorted(map(str, messages(german).keys() - messages(extracted).keys())) == []
    assert list(german.obsolete) == []


def test_no_translation_is_a_guess(german):
    assert [message.id for message in german if message.id and message.fuzzy] == []


def test_a_translation_has_the_placeholders_of_its_message(german):
    differing = [
        message.id
        for message in messages(german).values()
        if any(
            placeholders(text) != placeholders(ids_of(message)[-1])
            for text in strings_of(message)[-1:]
        )
    ]
    assert differing == []


def ids_of(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def strings_of(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def placeholders(text):
    # A doubled brace is a brace of the text itself.
    text = text.replace("{{", "").replace("}}", "")
    return sorted(match.group(0) for match in PLACEHOLDER.finditer(text))

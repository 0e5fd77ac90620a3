"""How long the command takes to show its help, against an empty Python."""

import sys
from pathlib import Path

from tests.bench.measure import Figure, medians_of_commands


def figures():
    command = str(Path(sys.executable).with_name("assessment"))
    seconds = medians_of_commands(
        {"help": [command, "--help"], "floor": [sys.executable, "-c", "pass"]}
    )
    yield Figure(
        name="assessment --help, seconds more",
        floor="python -c pass",
        value=seconds["help"] - seconds["floor"],
        unit="s",
        hold=0.3,
        seconds=seconds,
    )

"""How firm the advice is: tried out in many draws, and change by change, against what is stated."""

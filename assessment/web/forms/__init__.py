"""The forms: WTForms checks what comes in; the templates' own field macros show it.

WTForms' widgets cost four fifths of the time of a form page, so they are never rendered.
"""

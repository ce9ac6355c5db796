"""The verbs of `build.py`, one module each, with `run(options) -> exit status`.

A verb's module is imported only when it is asked for, so that `check` answers at once.
"""

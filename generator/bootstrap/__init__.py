"""Makes a fresh machine ready and runs the program in `.venv`; standard library only, imports nothing else of ours.

`start` decides by the stamp in `.venv` and goes straight to the program where nothing is to be done. Only otherwise
does it load the rest: `machine` looks at the machine, `plan` decides (pure), `setting_up` carries the plan out with
`packages` (apt) and `environment` (venv and pip), and `messages` says in Korean what happens.

What the program is told, in environment variables: `REPORT_NATIVE_MISSING` lists the ids of `needs.NEEDS` that are
missing, with commas (`pango,fonts`), and `REPORT_NATIVE_REMEDY` is what the reader should type for them. Neither is
set where nothing is missing.
"""

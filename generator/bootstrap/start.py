"""The way in: straight to the program where the stamp says that all is ready, through the set-up otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.bootstrap import stamp as stamps
from generator.bootstrap.stamp import Stamp

ROOT = Path(__file__).resolve().parents[2]

# The environment knows the project by a .pth file, so neither the current folder nor PYTHONPATH has a say (-P).
PROGRAM = "import sys; from generator.cli import main; sys.exit(main(sys.argv[1:]))"

FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONSAFEPATH", "__PYVENV_LAUNCHER__")


def start(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Run the program with these arguments; does not come back where it takes this process's place.

    Gives 2 where the machine lacks something the set-up cannot mend; what to type has been said on stderr then.
    """
    for_tests = arguments[:1] == ["test"]
    environment = stamps.environment_of(root)
    stamp: Stamp = stamps.read_stamp(environment)
    facts = stamps.environment_facts(root, for_tests)
    if not (stamps.fits(stamp, environment, facts) and stamps.natives_unchanged(stamp, for_tests)):
        from generator.bootstrap.messages import Refusal
        from generator.bootstrap.setting_up import set_up

        try:
            stamp = set_up(root, for_tests)
        except Refusal as refusal:
            print(refusal, file=sys.stderr)
            return 2
    command = [str(stamps.python_of(environment)), "-P", "-c", PROGRAM, *arguments]
    return _replace_process(command, program_variables(os.environ, environment, stamp))


def program_variables(given: Mapping[str, str], environment: Path, stamp: Stamp) -> dict[str, str]:
    """Give the environment variables for the program: the caller's without what would lead to other packages."""
    variables = {key: value for key, value in given.items() if key not in FOREIGN and not key.startswith("REPORT_")}
    variables["PYTHONUTF8"] = "1"
    variables["VIRTUAL_ENV"] = str(environment)
    programs = str(stamps.python_of(environment).parent)
    variables["PATH"] = os.pathsep.join(filter(None, (programs, given.get("PATH", ""))))
    if missing := stamp.get("missing"):
        variables["REPORT_NATIVE_MISSING"] = missing
        variables["REPORT_NATIVE_REMEDY"] = stamp.get("remedy", "")
    if sys.platform == "darwin":
        # Homebrew's folder on Apple silicon is not on the loader's own list.
        variables.setdefault("DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib:/usr/lib")
    return variables


def _replace_process(command: list[str], variables: Mapping[str, str]) -> int:
    # On Windows execv would give the prompt back while the program runs on.
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], command, dict(variables))
    import subprocess

    return subprocess.run(command, env=dict(variables), check=False).returncode

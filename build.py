"""Sets up what the program needs on this machine, then runs it: `python3 build.py [verb]`.

This file alone is read by whatever Python the machine has, so it keeps to the syntax of Python 3.6 and imports the
rest only where the Python is new enough.
"""

import shutil
import sys

MINIMUM = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def answer_to_old_python(version, platform, which):
    """Say in Korean what to type where Python is too old; empty where it is new enough. `which` finds a program."""
    if tuple(version[:2]) >= MINIMUM:
        return ""
    found = next((name for name in NEWER if which(name)), "")
    lines = [
        "Python {}.{} 이상이 필요합니다. 지금 실행한 것은 Python {}.{}입니다.".format(*MINIMUM, *version[:2]),
        "다음을 입력하세요: " + (found + " build.py" if found else _installation(platform, which)),
    ]
    return "\n".join(lines)


def _installation(platform, which):
    if which("apt-get"):
        return "sudo apt-get install -y python3.11 python3.11-venv && python3.11 build.py"
    if which("dnf"):
        return "sudo dnf install -y python3.13 && python3.13 build.py"
    if platform == "darwin":
        return "brew install python@3.13 && python3.13 build.py"
    if platform == "win32":
        return "winget install Python.Python.3.13"
    return "https://www.python.org/downloads/ 에서 새 Python을 받아 설치한 뒤 다시 실행"


def main():
    """Run the verb on the command line and give the exit status; 2 where Python is too old."""
    answer = answer_to_old_python(sys.version_info, sys.platform, shutil.which)
    if answer:
        sys.stderr.write(answer + "\n")
        return 2
    from generator.bootstrap.start import start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

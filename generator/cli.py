"""The command line: `python3 build.py [verb]`.

Exit status: 0 done, 1 content has errors, 2 wrong usage or something is missing on this machine, 130 stopped with
Ctrl+C.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, its module in `generator.commands`, and what it does in one line."""

    name: str
    summary: str


VERBS = (
    Verb("build", "보고서를 검사하고 누리집과 PDF를 site/에 만듭니다. 아무것도 적지 않으면 이 일을 합니다."),
    Verb("check", "보고서를 검사해 틀린 곳을 알려 줍니다."),
    Verb("serve", "누리집을 미리 봅니다. 파일을 저장하면 화면이 바로 바뀝니다."),
    Verb("diff", "무엇이 바뀌었는지 보여 줍니다. 두 시점의 내용이나, 두 해의 보고서를 견줍니다."),
    Verb("new", "새 보고서를 만들거나, 지난해 보고서를 새해로 옮깁니다."),
    Verb("verify", "파일이 누리집에 펴낸 것인지, PDF를 어떤 내용으로 만들었는지 알려 줍니다."),
    Verb("hook", "커밋할 때마다 바뀐 보고서를 검사하도록 Git에 걸어 둡니다."),
    Verb("schema", "편집기가 쓰는 항목 목록(JSON Schema)을 content/schema/에 씁니다."),
    Verb("test", "프로그램을 시험합니다."),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb and give the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help"}):
        given.insert(0, "build")
    parser = _parser()
    options, rest = parser.parse_known_args(given)
    if options.verb != "test" and rest:
        parser.error(f"알 수 없는 말입니다: {' '.join(rest)}")
    options.rest = rest
    try:
        module = importlib.import_module(f"generator.commands.{options.verb}")
        status: int = module.run(options)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\n중간에 그만두었습니다. 만들던 것은 버렸고, 누리집은 이전 그대로입니다.", file=sys.stderr)
        return 130
    return status


class _Parser(argparse.ArgumentParser):
    """argparse with Korean sentences."""

    def format_help(self) -> str:
        return (
            super()
            .format_help()
            .replace("usage: ", "쓰는 법: ", 1)
            .replace("options:", "선택:")
            .replace("positional arguments:", "자리:")
        )

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{_spoken(message)}\n쓰는 법: python3 build.py --help\n")


def _spoken(message: str) -> str:
    """Say argparse's English message in Korean."""
    if choice := re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message):
        known = choice[2].replace("'", "")
        near = difflib.get_close_matches(choice[1], known.split(", "), n=1)
        meant = f" '{near[0]}'을 쓰려던 것입니까?" if near else ""
        return f"'{choice[1]}'은(는) 쓸 수 없는 말입니다.{meant} 쓸 수 있는 말: {known}"
    if missing := re.search(r"the following arguments are required: (.*)", message):
        return f"빠진 것이 있습니다: {missing[1]}"
    if value := re.search(r"argument (.*?): expected", message):
        return f"{value[1]} 뒤에 값을 적으세요."
    if value := re.search(r"argument (.*?): invalid int value: '(.*)'", message):
        return f"{value[1]} 뒤에는 숫자를 적으세요. 적힌 값: {value[2]}"
    return message if re.search("[가-힣]", message) else "명령을 알아들을 수 없습니다."


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python3 build.py",
        description="주요업무 보고를 누리집과 PDF로 만듭니다.",
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("-h", "--help", action="help", help="이 도움말을 보여 줍니다.")
    verbs = parser.add_subparsers(dest="verb", title="명령", metavar="명령", parser_class=_Parser)
    for verb in VERBS:
        own = verbs.add_parser(verb.name, help=verb.summary, description=verb.summary, add_help=False)
        own.add_argument("-h", "--help", action="help", help="이 도움말을 보여 줍니다.")
        own.set_defaults(verb=verb.name)
        if verb.name != "test":
            own.add_argument(
                "--content", type=Path, default=ROOT / "content", metavar="폴더", help="보고서가 있는 폴더"
            )
        _OPTIONS.get(verb.name, lambda own: None)(own)
    return parser


def _cache_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cache",
        type=Path,
        default=ROOT / ".cache",
        metavar="폴더",
        help="한 번 만든 것을 두는 폴더. 언제든 지워도 됩니다.",
    )


def _build_options(parser: argparse.ArgumentParser) -> None:
    _cache_option(parser)
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="폴더", help="누리집을 만들 폴더")
    parser.add_argument("--jobs", type=int, default=0, metavar="수", help="PDF를 한꺼번에 만들 프로세스의 수")
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="주소",
        help="PDF를 나누어 만들 Dask 스케줄러의 주소. 보기: tcp://10.0.0.5:8786",
    )
    parser.add_argument(
        "--review", metavar="시점", help="그 시점(커밋, 가지, A...B)에서 바뀐 것의 신구대조표도 review/에 만듭니다."
    )
    parser.add_argument(
        "--history",
        type=Path,
        metavar="폴더",
        help="--review에서 예전 내용을 찾을 content 폴더. --content가 Git 밖에 있을 때만 적습니다.",
    )


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="자리", help="검사할 보고서나 파일. 적지 않으면 모두 검사합니다.")
    parser.add_argument(
        "--fix", action="store_true", help="뜻이 바뀌지 않는 띄어쓰기와 부호, 날짜의 모양을 파일에서 바로 고칩니다."
    )
    parser.add_argument(
        "--staged", action="store_true", help="다음 커밋에 담기로 한 내용(git add) 가운데 바뀐 보고서만 검사합니다."
    )
    parser.add_argument(
        "--stats", action="store_true", help="보고서마다 숫자와 날짜를 몇 군데 견주었고 몇 군데가 맞는지 보여 줍니다."
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "gitlab"),
        default="text",
        metavar="모양",
        help="text, json, github, gitlab 가운데 하나",
    )


def _serve_options(parser: argparse.ArgumentParser) -> None:
    _cache_option(parser)
    parser.add_argument("--port", type=int, default=8000, metavar="번호", help="미리 보기 주소의 포트 번호")


def _new_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="연도/부서", help="만들 보고서. 보기: 2023/jobs-economy")
    parser.add_argument(
        "--from", dest="source", metavar="연도/부서", help="옮겨 올 지난해 보고서. 보기: 2022/jobs-economy"
    )


def _diff_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "base", metavar="기준", help="견줄 시점(커밋, 가지, A...B)이나 보고서. 보기: main, HEAD~1, 2021/jobs-policy"
    )
    parser.add_argument("head", nargs="?", default="", metavar="대상", help="적지 않으면 지금 폴더의 내용입니다.")
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        metavar="모양",
        help="text, markdown, json 가운데 하나",
    )
    parser.add_argument("--address", default="", metavar="주소", help="markdown에서 가리킬 신구대조표의 인터넷 주소")


def _hook_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="걸어 둔 검사를 거둡니다.")


def _verify_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="파일", help="확인할 PDF나 자료 파일")
    parser.add_argument(
        "--site",
        type=Path,
        default=ROOT / "site",
        metavar="자리",
        help="펴낸 누리집의 폴더나, 거기서 받은 SHA256SUMS 파일",
    )


_OPTIONS = {
    "build": _build_options,
    "check": _check_options,
    "diff": _diff_options,
    "hook": _hook_options,
    "new": _new_options,
    "serve": _serve_options,
    "verify": _verify_options,
}


if __name__ == "__main__":
    sys.exit(main())

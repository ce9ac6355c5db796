"""The command line as staff meet it: Korean sentences, exit status, no English and no traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from tests.trees import ORGANIZATION, REPORT

ROOT = Path(__file__).resolve().parents[1]


def call(*words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "generator.cli", *map(str, words)]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "내용" / "2030" / "sample"
    folder.mkdir(parents=True)
    (tmp_path / "내용" / "organization.yml").write_text(ORGANIZATION, encoding="utf-8")
    (folder / "보고서.yml").write_text(REPORT, encoding="utf-8")
    (folder / "일반현황.yml").write_text("제목: 일반현황\n본문:\n  조직: 보기과\n", encoding="utf-8")
    return tmp_path / "내용"


def break_section(content: Path, text: str) -> None:
    (content / "2030" / "sample" / "일반현황.yml").write_text(text, encoding="utf-8")


def test_sound_content_is_said_to_be_sound(content: Path) -> None:
    done = call("check", "--content", content)
    assert (done.returncode, done.stderr) == (0, "")
    assert "보고서 1건" in done.stdout and "틀린 곳이 없습니다" in done.stdout


def test_a_mistake_is_shown_with_place_line_and_hint(content: Path) -> None:
    break_section(content, "제목: 일반현황\n본뭄:\n  조직: 보기과\n")
    done = call("check", "--content", content)
    assert done.returncode == 1
    assert "2030/sample/일반현황.yml:2:1: 오류[unknown-key]" in done.stdout
    assert "    2 | 본뭄:\n      | ^^^^\n" in done.stdout
    assert "도움말: '본문'" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_paths_narrow_the_check(content: Path) -> None:
    break_section(content, "제묵: 가\n")
    assert call("check", "--content", content, "2030/sample").returncode == 1
    assert call("check", "--content", content, "2030/sample/보고서.yml").returncode == 0
    unknown = call("check", "--content", content, "2031/sample")
    assert unknown.returncode == 2 and "2031/sample" in unknown.stdout


def test_findings_as_data_and_as_annotations(content: Path) -> None:
    break_section(content, "제묵: 가\n")
    found = json.loads(call("check", "--content", content, "--format", "json").stdout)
    assert {item["code"] for item in found} == {"unknown-key", "missing-key"}
    assert all(item["at"]["line"] == 1 and item["hint"] for item in found)
    lines = call("check", "--content", content, "--format", "github").stdout.splitlines()
    assert len(lines) == 2 and all(re.match(r"::error file=.*일반현황\.yml,line=1,col=1", line) for line in lines)


@pytest.mark.parametrize("words", [("--wrong",), ("chekc",), ("check", "--format", "xml"), ("build", "--site")])
def test_wrong_usage_is_answered_in_korean(words: tuple[str, ...]) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert re.search("[가-힣]", done.stderr)
    assert not re.search(r"usage|invalid|error|expected|Traceback", done.stderr)


def test_help_is_korean_and_names_every_verb() -> None:
    done = call("--help")
    assert done.returncode == 0
    for verb in ("build", "check", "serve", "schema", "test"):
        assert verb in done.stdout
    assert not re.search(r"usage:|options:|positional|show this help", done.stdout)


def test_a_missing_content_folder_is_said(tmp_path: Path) -> None:
    for verb in ("check", "build", "serve"):
        done = call(verb, "--content", tmp_path / "없음")
        assert done.returncode == 2
        assert "폴더가 없습니다" in done.stdout + done.stderr


def test_check_imports_neither_weasyprint_nor_mkdocs() -> None:
    code = (
        "import sys; from generator.cli import main; main(['check'])\n"
        "heavy = {'weasyprint', 'mkdocs', 'jinja2', 'fontTools'} & set(sys.modules)\n"
        "sys.exit(3 if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_broken_report_leaves_the_old_site(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    break_section(content, "제목: [\n")
    done = call("build", "--content", content, "--site", site)
    assert done.returncode == 1
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert "이전 그대로" in done.stderr


def test_fix_corrects_the_files_and_says_so(content: Path) -> None:
    break_section(content, "제목: 일반현황\n본문:\n  조직: |\n    ○ 대상 : 총30명\n# 메모\n")
    done = call("check", "--fix", "--content", content)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2030/sample/일반현황.yml:4: 고침\n  전: ○ 대상 : 총30명" in done.stdout
    assert "파일 1개에서 1줄을 고쳤습니다" in done.stdout
    text = (content / "2030" / "sample" / "일반현황.yml").read_text(encoding="utf-8")
    assert text == "제목: 일반현황\n본문:\n  조직: |\n    ○ 대상: 총 30명\n# 메모\n"
    assert "고칠 곳이 없습니다" in call("check", "--fix", "--content", content).stdout


def test_fix_touches_only_the_given_report(content: Path) -> None:
    break_section(content, "제목: 일반현황\n본문:\n  조직: 총30명\n")
    assert "고칠 곳이 없습니다" in call("check", "--fix", "--content", content, "2030/sample/보고서.yml").stdout
    assert json.loads(call("check", "--fix", "--format", "json", "--content", content).stdout) == []


def test_ctrl_c_is_answered_in_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.commands.build.run", stop)
    assert cli.main(["build"]) == 130
    assert capsys.readouterr().err == "\n중간에 그만두었습니다. 만들던 것은 버렸고, 누리집은 이전 그대로입니다.\n"

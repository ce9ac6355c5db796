"""Content as Git keeps it: the files of any revision, or those that are staged, without touching the working tree.

Names and contents come from Git's object store (`git ls-tree`, `git ls-files`, `git cat-file --batch`). A file is known
by the id of its object, so that what did not change between two revisions need not be read.
"""

from __future__ import annotations

import hashlib
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol

from generator.diagnostics import Diagnostic, Severity, Span
from generator.fields import nearest
from generator.file_tree import MAX_FILES, FileTree, FolderTree

_LINK, _MODULE = "120000", "160000"


class GitTrouble(Exception):
    """Git cannot give what was asked for; the text says in Korean what is wrong, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class IdentifiedTree(FileTree, Protocol):
    """Files that are known by the id of their content."""

    def identity(self, path: str) -> str | None:
        """Give the id under which Git keeps (or would keep) a file's content; None where there is no such file."""
        ...


class GitTree:
    """The files of a revision's content folder, or of the index. `name` says which."""

    def __init__(self, name: str, entries: Mapping[str, str], findings: tuple[Diagnostic, ...], store: _Store) -> None:
        self.name = name
        self.findings = findings
        self._entries = entries
        self._paths = tuple(sorted(entries))
        self._store = store

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths, sorted."""
        return self._paths

    def identity(self, path: str) -> str | None:
        """Give the object id of a file's content; None where there is no such file."""
        return self._entries.get(path)

    def read(self, path: str) -> bytes | None:
        """Give a file's content, or None where there is no such file; raises GitTrouble where its object is not in
        this clone."""
        object_id = self._entries.get(path)
        return None if object_id is None else self._store.content(object_id)


class WorkingTree(FolderTree):
    """A folder on disk, its files known by the ids that Git would give them."""

    def __init__(self, root: Path, algorithm: str = "sha1") -> None:
        """Look at the folder's names; raises FileNotFoundError where it does not exist."""
        super().__init__(root)
        self._algorithm = algorithm

    def identity(self, path: str) -> str | None:
        """Give the id that Git would give a file's content as it stands; None where there is no such file."""
        data = self.read(path)
        if data is None:
            return None
        # https://git-scm.com/book/en/v2/Git-Internals-Git-Objects, "Object Storage"
        return hashlib.new(self._algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class Repository:
    """The repository that a content folder lies in. Use it in a `with` block: it keeps a Git process open."""

    def __init__(self, content: Path) -> None:
        """Find the repository; raises GitTrouble where Git is missing or the folder is not under version control."""
        self._content = content.resolve()
        self._prefix = self._asked("rev-parse", "--show-prefix").strip()
        self.algorithm = self._asked("rev-parse", "--show-object-format").strip()
        self._store = _Store(self._content)

    def __enter__(self) -> Repository:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.close()

    def commit(self, revision: str) -> str:
        """Give the commit that a revision names; raises GitTrouble where this clone has no such revision."""
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if done.returncode == 0:
            return done.stdout.decode().strip()
        message = f"'{revision}' 시점을 이 저장소에서 찾을 수 없습니다."
        if self._asked("rev-parse", "--is-shallow-repository").strip() == "true":
            hint = "최근 기록만 받은 저장소입니다. 'git fetch --unshallow'를 실행해 기록을 모두 받은 뒤 다시 하세요."
            raise GitTrouble(message, hint)
        names = self._asked("for-each-ref", "--format=%(refname:short)").split()
        near = nearest(revision, names)
        meant = f"'{near}'을(를) 쓰려던 것입니까? " if near else ""
        raise GitTrouble(message, f"{meant}'git log --oneline'에 나오는 번호나 가지(branch)의 이름을 적으세요.")

    def merge_base(self, one: str, other: str) -> str:
        """Give the commit at which two revisions parted; raises GitTrouble where they have none in common here."""
        done = self._run("merge-base", self.commit(one), self.commit(other))
        if done.returncode:
            message = f"'{one}'과 '{other}'이 갈라진 시점을 이 저장소에서 찾을 수 없습니다."
            raise GitTrouble(message, "'git fetch --unshallow'로 기록을 모두 받은 뒤 다시 하세요.")
        return done.stdout.decode().strip()

    def tree(self, revision: str) -> GitTree:
        """Give the content folder as it was at a revision; without files where it did not exist yet. Raises GitTrouble
        where this clone has no such revision."""
        listed = self._asked("ls-tree", "-r", "-z", "--full-tree", self.commit(revision), "--", self._prefix or ".")
        rows = (line.split("\t", 1) for line in listed.split("\0") if line)
        return self._made(revision, ((path, *about.split(" ")[::2]) for about, path in rows))

    def staged(self) -> GitTree:
        """Give the content folder as it is staged for the next commit; raises GitTrouble where files are in
        conflict."""
        self.refuse_conflicts()
        rows = (line.split("\t", 1) for line in self._asked("ls-files", "-s", "-z", "--full-name").split("\0") if line)
        return self._made("index", ((path, *about.split(" ")[:2]) for about, path in rows))

    def last(self) -> GitTree:
        """Give the content folder of the last commit; without files before the first."""
        born = self._run("rev-parse", "--verify", "--quiet", "HEAD").returncode == 0
        return self.tree("HEAD") if born else GitTree("HEAD", {}, (), self._store)

    def working(self) -> WorkingTree:
        """Give the content folder as it stands on disk; raises GitTrouble where files are in conflict."""
        self.refuse_conflicts()
        return WorkingTree(self._content, self.algorithm)

    @property
    def top(self) -> Path:
        """The folder that the repository's working tree lies in."""
        return self._content.joinpath(*(".." for part in self._prefix.split("/") if part)).resolve()

    @property
    def hooks(self) -> Path:
        """The folder in which Git looks for hooks."""
        return self._content / self._asked("rev-parse", "--git-path", "hooks").strip()

    def refuse_conflicts(self) -> None:
        """Raise GitTrouble where files of the content folder are in conflict."""
        listed = self._asked("ls-files", "-u", "-z").split("\0")
        names = sorted({unicodedata.normalize("NFC", line.split("\t", 1)[1]) for line in listed if line})
        if names:
            more = f" 외 {len(names) - 3}개" if len(names) > 3 else ""
            message = f"합치다가 서로 어긋난 파일이 있습니다: {', '.join(names[:3])}{more}"
            hint = "파일에서 '<<<<<<<'와 '>>>>>>>' 사이를 하나로 고쳐 저장하고 'git add'를 한 뒤 다시 하세요."
            raise GitTrouble(message, hint)

    def _made(self, name: str, rows: Iterator[tuple[str, ...]]) -> GitTree:
        entries: dict[str, str] = {}
        findings = []
        for path, mode, object_id in rows:
            own = unicodedata.normalize("NFC", path).removeprefix(unicodedata.normalize("NFC", self._prefix))
            if any(part.startswith(".") for part in own.split("/")) or mode == _MODULE:
                continue
            if mode == _LINK:
                hint = "바로 가기 대신 파일을 복사해 넣으세요."
                findings.append(Diagnostic("file-refused", Severity.ERROR, "바로 가기 파일입니다.", Span(own), hint))
            elif len(entries) < MAX_FILES:
                entries[own] = object_id
        return GitTree(name, entries, tuple(findings), self._store)

    def _asked(self, *words: str) -> str:
        done = self._run(*words)
        if done.returncode:
            raise _trouble(self._content, done.stderr.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8", "surrogateescape")

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return _git(self._content, *words)


class _Store:
    """Git's object store, asked through one process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def content(self, object_id: str) -> bytes:
        """Give an object's content; raises GitTrouble where this clone lacks it."""
        if self._process is None:
            self._process = subprocess.Popen(
                _command(self._folder, "cat-file", "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None and answered is not None
        asked.write(f"{object_id}\n".encode())
        asked.flush()
        head = answered.readline().split()
        if len(head) != 3:
            hint = "'git fetch --refetch'로 기록을 모두 받은 뒤 다시 하세요."
            raise GitTrouble("이 저장소에 예전 파일의 내용이 없습니다.", hint)
        data = answered.read(int(head[2]))
        answered.read(1)
        return data

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(_command(folder, *words), capture_output=True, check=False)
    except FileNotFoundError:
        hint = "Git을 설치한 뒤 다시 하세요. 데비안·우분투: sudo apt-get install git"
        raise GitTrouble("이 컴퓨터에 Git이 없습니다.", hint) from None


def _command(folder: Path, *words: str) -> list[str]:
    return ["git", "--no-optional-locks", "--no-replace-objects", "-C", str(folder), *words]


def _trouble(folder: Path, said: str) -> GitTrouble:
    if "dubious ownership" in said:
        message = f"'{folder}' 폴더의 주인이 지금 사용자와 달라 Git이 읽지 않습니다."
        return GitTrouble(message, f"'git config --global --add safe.directory {folder.parent}'를 실행하세요.")
    if "not a git repository" in said:
        message = f"'{folder}' 폴더는 Git으로 관리되지 않아 예전 내용이 없습니다."
        return GitTrouble(
            message, "git clone으로 받은 폴더에서 실행하거나, '2021/부서 2022/부서'처럼 두 보고서를 적으세요."
        )
    return GitTrouble("Git이 저장소를 읽지 못했습니다.", " ".join(said.split()) or "저장소가 온전한지 살펴보세요.")

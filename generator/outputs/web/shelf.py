"""What the archive knows beside the reports: its name, its departments and how they follow each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.outputs.web.licence import Licence, licence_of


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a department's office; what is not known is empty."""

    phone: str = ""
    email: str = ""
    address: str = ""

    @property
    def call(self) -> str:
        """The number to dial, as a link needs it (RFC 3966): the first of a range of extensions."""
        return "".join(c for c in self.phone.partition("~")[0] if c in "+0123456789")


@dataclass(frozen=True, slots=True)
class TeamRef:
    """A team of another department. `slug` is empty where the archive has no department with such a team."""

    slug: str
    department: str
    name: str


@dataclass(frozen=True, slots=True)
class ShelfTeam:
    """A team with those that did its work before. `inferred` tells that no document says so."""

    name: str
    predecessors: tuple[TeamRef, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class ShelfDepartment:
    """A department that reports. `predecessors` and `successors` are slugs where the archive has the department, and
    names where it has not. `period` says when it existed (`2019. 1. 1.~2022. 12.`), empty where nothing is known."""

    slug: str
    name: str
    institution: str
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    contact: Contact | None = None
    teams: tuple[ShelfTeam, ...] = ()
    period: str = ""

    @property
    def path(self) -> str:
        """The department's page, from the archive's root."""
        return f"departments/{self.slug}/index.html"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The archive's own texts. `heading` is the front page's heading and may hold one line break; `lead` is one or two
    sentences on what the archive is; `licence` says under which terms the reports may be used; `address` is where the
    archive stands on the web, empty or ending with a slash; `searches` are words to try."""

    name: str
    heading: str
    lead: str
    institution: str
    departments: tuple[ShelfDepartment, ...] = ()
    licence: Licence = field(default_factory=lambda: licence_of(None))
    address: str = ""
    searches: tuple[str, ...] = ()

    def department(self, slug: str) -> ShelfDepartment | None:
        """Find a department by its slug."""
        return next((department for department in self.departments if department.slug == slug), None)

"""What pages say to search engines: schema.org vocabulary as JSON-LD.

Addresses are absolute where the archive knows its own and relative to the page otherwise, which JSON-LD 1.1 (7.1)
resolves against the page. A search can be offered by its absolute address only.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.outputs.data.json_files import Json, Node, data_block, known
from generator.outputs.discovery.dates import iso_date
from generator.outputs.discovery.opensearch import results_template
from generator.outputs.discovery.published_files import DataFile, media_type
from generator.outputs.discovery.works import Work
from generator.outputs.pages.report_views import issuer
from generator.outputs.web.address import reference
from generator.outputs.web.licence import Licence
from generator.outputs.web.shelf import Shelf

LANGUAGE = "ko"
DATASET = "주요업무 보고 데이터"


def structured(*nodes: Node) -> str:
    """Give nodes as the text of a script element."""
    return data_block({"@context": "https://schema.org", "@graph": list(nodes)})


def archive_node(shelf: Shelf, root: str) -> Node:
    """Give the archive as a WebSite with its search; `root` leads from the page to the site's root."""
    search = known(
        {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": results_template(shelf.address, "{search_term_string}")},
            "query-input": "required name=search_term_string",
        }
    )
    return known(
        {
            "@type": "WebSite",
            "name": shelf.name,
            "description": shelf.lead,
            "url": _place(shelf, "index.html", root),
            "inLanguage": LANGUAGE,
            "publisher": _office(shelf.institution),
            "potentialAction": search if shelf.address else None,
        }
    )


def report_node(work: Work, shelf: Shelf, root: str) -> Node:
    """Give a report with its files."""
    document = work.document
    return known(
        {
            "@type": "Report",
            "name": document.title,
            "url": _place(shelf, work.page, root),
            "datePublished": iso_date(work.published),
            "temporalCoverage": str(document.year),
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
            "genre": document.kind,
            "author": _department(document.institution, issuer(document)),
            "publisher": _office(document.institution),
            "license": _terms(work.licence),
            "isPartOf": {"@type": "WebSite", "name": shelf.name, "url": _place(shelf, "index.html", root)},
            "encoding": [
                _file("MediaObject", f"{work.folder}/{name}", work.files[name], shelf, root) for name in work.downloads
            ],
        }
    )


def dataset_node(works: Sequence[Work], files: Sequence[DataFile], shelf: Shelf, page: str, root: str) -> Node:
    """Give the archive's data as a Dataset with each of its files; `page` is the place of the page about it."""
    return known(
        {
            "@type": "Dataset",
            "name": f"{shelf.name} 데이터",
            "description": dataset_description(works, shelf),
            "url": _place(shelf, page, root),
            "temporalCoverage": _covered(works),
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
            "creator": _office(shelf.institution),
            "publisher": _office(shelf.institution),
            "license": _terms(shelf.licence),
            "distribution": [
                _file("DataDownload", file.path, file.size, shelf, root) | {"name": file.title} for file in files
            ],
        }
    )


def breadcrumbs_node(steps: Sequence[tuple[str, str]], shelf: Shelf, root: str) -> Node:
    """Give the way to a page: titles with their places in the site, the page itself last."""
    items: list[Json] = [
        {"@type": "ListItem", "position": position, "name": title, "item": _place(shelf, path, root)}
        for position, (title, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def dataset_description(works: Sequence[Work], shelf: Shelf) -> str:
    """Say in two sentences what the data is; search engines want 50 letters or more. Expects a report at least."""
    years = sorted({work.document.year for work in works})
    when = f"{years[0]}년" if len(years) == 1 else f"{years[0]}년부터 {years[-1]}년까지"
    return (
        f"{shelf.institution} {shelf.name}에 실린 {when}의 주요업무 보고 {len(works)}건을 옮긴 데이터입니다. "
        "사업, 예산과 집행, 인력, 시설을 보고서에 적힌 값과 그 자리 그대로 담았습니다."
    ).strip()


def _place(shelf: Shelf, path: str, root: str) -> str:
    return reference(shelf.address, path, root)


def _file(kind: str, path: str, size: int, shelf: Shelf, root: str) -> Node:
    return known(
        {
            "@type": kind,
            "contentUrl": _place(shelf, path, root),
            "encodingFormat": media_type(path),
            "contentSize": f"{size} B",
            "inLanguage": LANGUAGE,
        }
    )


def _office(name: str) -> Node | None:
    return {"@type": "GovernmentOrganization", "name": name} if name else None


def _department(institution: str, name: str) -> Node:
    return known(
        {
            "@type": "GovernmentOrganization",
            "name": name,
            "parentOrganization": _office(institution) if institution != name else None,
        }
    )


def _terms(licence: Licence) -> Json:
    terms = {"@type": "CreativeWork", "name": licence.name, "text": licence.conditions, "url": licence.href}
    return known(terms)


def _covered(works: Sequence[Work]) -> str:
    years = sorted({work.document.year for work in works})
    return "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}/{years[-1]}"

"""What a CSV file means, for programs: its description as W3C "Metadata Vocabulary for Tabular Data" has it.

Section numbers are those of the recommendation of 17 December 2015. The file stands beside the table under the name
that a program looks for by itself (`budgets.csv-metadata.json`, "Model for Tabular Data and Metadata on the Web", 5.3).
"""

from __future__ import annotations

import json
from urllib.parse import quote

from generator.outputs.data.tables import FALSE, TRUE, Column, DataTable, Datatype
from generator.outputs.web.licence import Licence


def render_metadata(table: DataTable, licence: Licence) -> str:
    """Describe a table's CSV file as a JSON text."""
    made: dict[str, object] = {
        # 5.2: the namespace alone, or with the language of the texts that name none.
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "ko"}],
        "url": f"{table.name}.csv",
        # 5.8: common properties, here those of Dublin Core.
        "dc:title": table.title,
        "dc:description": table.description,
        "dc:language": "ko",
        "dc:rights": licence.sentence,
    }
    if licence.href:
        made["dc:license"] = {"@id": licence.href}
    # 5.9: only what differs from the defaults. A line break inside a cell is no end of a row.
    made["dialect"] = {"lineTerminators": ["\r\n"]}
    made["tableSchema"] = {"columns": [_column(column) for column in table.columns]}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _column(column: Column) -> dict[str, object]:
    """Describe a column (5.6): its name, which has to be a variable of a URI template, and its heading."""
    made: dict[str, object] = {
        "name": quote(column.key, safe="_"),
        "titles": column.name,
        "datatype": _datatype(column),
        "dc:description": column.description,
    }
    if column.unit:
        made["schema:unitText"] = column.unit
    if column.required:
        made["required"] = True
    return made


def _datatype(column: Column) -> object:
    if column.datatype is Datatype.TRUTH:
        # Tabular Data Model, 6.4.3: the two words for true and false.
        return {"base": column.datatype.value, "format": f"{TRUE}|{FALSE}"}
    return column.datatype.value

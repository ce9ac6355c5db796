"""XML files as the archive writes them: UTF-8, indented, the same bytes each time."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.outputs.artifacts import Asset


def xml_asset(path: str, root: ET.Element) -> Asset:
    """Give an element tree as a file."""
    ET.indent(root, " ")
    return Asset(path, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element with its text and attributes, and give it."""
    made = ET.SubElement(parent, name, attributes)
    made.text = text or None
    return made

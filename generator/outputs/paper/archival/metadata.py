"""What the file says about itself: XMP (ISO 16684-1) with both identifiers, and the old information in step with it.

Everything comes from the report; there is no date of a build, which would make each one another file.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, String

_LANGUAGE = "ko-KR"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_IDENTIFIERS = """<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>"""

# PDF/A knows no PDF/UA; ISO 19005-3 6.6.2.3 wants what it does not know to be explained in the file.
_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a file. `name` is the report's place in the archive (`2022/jobs-economy`), `producer` the program
    that drew the pages; `dated`, `revision`, `address`, `licence` and `terms` are as in `Provenance`."""

    title: str
    author: str
    publisher: str
    description: str
    keywords: tuple[str, ...]
    name: str
    producer: str
    dated: str = ""
    revision: str = ""
    address: str = ""
    licence: str = ""
    terms: str = ""


def write_metadata(pdf: pikepdf.Pdf, about: About) -> None:
    """Write the XMP packet, the information dictionary, the language and the wish to show the title."""
    packet = pdf.make_stream(xmp_packet(about).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    pdf.Root.Lang = String(_LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    said = {
        "/Title": about.title,
        "/Author": about.author,
        "/Subject": about.description,
        "/Keywords": ", ".join(about.keywords),
        "/Producer": about.producer,
    }
    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: String(text) for key, text in said.items() if text}))


def xmp_packet(about: About) -> str:
    """Give the XMP packet. Properties without a value are left out."""
    default = '<rdf:li xml:lang="x-default">'
    lines = [
        _IDENTIFIERS,
        _EXTENSION,
        "<dc:format>application/pdf</dc:format>",
        _property("dc:identifier", about.name),
        _property("dc:source", about.address),
        *(_array(name, "Alt", (text,), default) for name, text in _localized(about)),
        _array("dc:creator", "Seq", (about.author,)),
        _array("dc:publisher", "Bag", (about.publisher,)),
        _array("dc:date", "Seq", (about.dated,)),
        _array("dc:subject", "Bag", about.keywords),
        _array("dc:language", "Bag", (_LANGUAGE,)),
        _property("pdf:Keywords", ", ".join(about.keywords)),
        _property("pdf:Producer", about.producer),
        _property("xmpMM:VersionID", about.revision),
        _property("xmpRights:WebStatement", about.terms),
    ]
    return _PACKET.format(properties="\n".join(line for line in lines if line))


def _localized(about: About) -> tuple[tuple[str, str], ...]:
    return (("dc:title", about.title), ("dc:description", about.description), ("dc:rights", about.licence))


def _property(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _array(name: str, kind: str, texts: tuple[str, ...], start: str = "<rdf:li>") -> str:
    items = "".join(f"{start}{escape(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""

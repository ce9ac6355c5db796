"""What may stand where in HTML, as tables: the HTML Living Standard's content models (section 4), attributes (index
"Attributes") and obsolete features (section 16.2).

Only conforming elements are in the tables, so that an element or attribute that is not here is a fault. Elements of
other vocabularies (SVG) are not described.
"""

from __future__ import annotations


def names(text: str) -> frozenset[str]:
    """The names in a line of them."""
    return frozenset(text.split())


HEADINGS = names("h1 h2 h3 h4 h5 h6")
SECTIONING = names("article aside nav section")
SCRIPT_SUPPORTING = names("script template")
METADATA = names("base link meta noscript script style template title")

PHRASING = names(
    "a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins kbd"
    " label link map mark math meta meter noscript object output picture progress q ruby s samp script select slot"
    " small span strong sub sup svg template textarea time u var video wbr"
)
"""3.2.5.2.5. `link` and `meta` only where the body allows them, which no page of ours asks for."""

FLOW = (
    PHRASING
    | HEADINGS
    | SECTIONING
    | names(
        "address blockquote details dialog div dl fieldset figure footer form header hgroup hr main menu ol p pre"
        " search table ul"
    )
)
"""3.2.5.2.2."""

INTERACTIVE = names("a button details embed iframe label select textarea input summary")
"""3.2.5.2.7; a hidden input and an `a` without `href` are none, which the rule that reads this looks at."""

LABELABLE = names("button input meter output progress select textarea")
"""4.10.2."""

TRANSPARENT = names("a ins del map noscript object video audio canvas slot")
"""3.2.5.3: they may hold what the element around them may hold."""

_PHRASING_ONLY = (
    "p h1 h2 h3 h4 h5 h6 pre em strong small s cite q dfn abbr ruby data time code var samp kbd sub sup i b u mark bdi"
    " bdo span label button meter progress output"
)
_FLOW = (
    "body article section nav aside header footer main search div blockquote li dd dt figcaption figure form fieldset"
    " details dialog td th caption address"
)
CHILDREN: dict[str, frozenset[str]] = {
    **dict.fromkeys(names(_PHRASING_ONLY), PHRASING),
    **dict.fromkeys(names(_FLOW), FLOW),
    "html": frozenset({"head", "body"}),
    "head": METADATA,
    "ul": frozenset({"li"}) | SCRIPT_SUPPORTING,
    "ol": frozenset({"li"}) | SCRIPT_SUPPORTING,
    "menu": frozenset({"li"}) | SCRIPT_SUPPORTING,
    "dl": frozenset({"dt", "dd", "div"}) | SCRIPT_SUPPORTING,
    "figure": FLOW | {"figcaption"},
    "fieldset": FLOW | {"legend"},
    "details": FLOW | {"summary"},
    "legend": PHRASING | HEADINGS,
    "summary": PHRASING | HEADINGS,
    "hgroup": HEADINGS | {"p"} | SCRIPT_SUPPORTING,
    "table": names("caption colgroup thead tbody tfoot tr") | SCRIPT_SUPPORTING,
    "colgroup": frozenset({"col", "template"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"tr"}) | SCRIPT_SUPPORTING),
    "tr": frozenset({"td", "th"}) | SCRIPT_SUPPORTING,
    "select": frozenset({"option", "optgroup", "hr"}) | SCRIPT_SUPPORTING,
    "optgroup": frozenset({"option"}) | SCRIPT_SUPPORTING,
    "datalist": PHRASING | {"option"},
    "picture": frozenset({"source", "img"}) | SCRIPT_SUPPORTING,
    **dict.fromkeys(("title", "style", "script", "textarea", "option"), frozenset()),
    **dict.fromkeys(names("area base br col embed hr img input link meta source track wbr"), frozenset()),
}
"""The elements that may stand right inside one; an empty set: text alone, or nothing."""

FORBIDDEN_INSIDE: dict[str, frozenset[str]] = {
    "a": INTERACTIVE,
    "button": INTERACTIVE,
    "summary": frozenset({"summary"}),
    "label": frozenset({"label"}),
    "form": frozenset({"form"}),
    "caption": frozenset({"table"}),
    "dfn": frozenset({"dfn"}),
    "header": frozenset({"header", "footer", "main"}),
    "footer": frozenset({"header", "footer", "main"}),
    **dict.fromkeys(("article", "aside", "nav"), frozenset({"main"})),
    **dict.fromkeys(("dt", "th"), SECTIONING | HEADINGS | {"header", "footer"}),
    "address": SECTIONING | HEADINGS | {"header", "footer", "address"},
}
"""What may stand at no depth inside an element. A `header` of a section inside a `header` is allowed; see the rule."""

FIRST_CHILD = {"caption": "table", "summary": "details", "legend": "fieldset"}
"""Elements that are the first child of their parent and stand there once."""

REQUIRED: dict[str, tuple[str, ...]] = {
    "html": ("lang",),
    "img": ("src", "alt"),
    "area": ("alt",),
    "optgroup": ("label",),
    "track": ("src",),
    "iframe": ("title",),
    "bdo": ("dir",),
    "button": ("type",),
    "data": ("value",),
}
"""Attributes an element must have: by the standard; by our own rule `type` of a button, which would send a form,
`title` of an iframe (WCAG 4.1.2) and `lang` (WCAG 3.1.1)."""

GLOBAL_ATTRIBUTES = names(
    "accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint hidden id inert"
    " inputmode is itemid itemprop itemref itemscope itemtype lang nonce popover role slot spellcheck style tabindex"
    " title translate writingsuggestions"
)
"""3.2.6; `data-` and `aria-` attributes are allowed everywhere."""

_MEDIA_CELL = names("colspan rowspan headers")
_SUBMITTING = names("formaction formenctype formmethod formnovalidate formtarget")
_POPOVER = names("popovertarget popovertargetaction command commandfor")
ATTRIBUTES: dict[str, frozenset[str]] = {
    "html": frozenset(),
    "base": names("href target"),
    "link": names(
        "as blocking color crossorigin disabled fetchpriority href hreflang imagesizes imagesrcset integrity media"
        " referrerpolicy rel sizes type"
    ),
    "meta": names("charset content http-equiv media name property"),
    "style": names("blocking media"),
    "script": names("async blocking crossorigin defer fetchpriority integrity referrerpolicy src type"),
    "a": names("download href hreflang ping referrerpolicy rel target type"),
    "area": names("alt coords download href ping referrerpolicy rel shape target"),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "ins": names("cite datetime"),
    "del": names("cite datetime"),
    "ol": names("reversed start type"),
    "li": frozenset({"value"}),
    "data": frozenset({"value"}),
    "time": frozenset({"datetime"}),
    "img": names(
        "alt crossorigin decoding fetchpriority height ismap loading referrerpolicy sizes src srcset usemap width"
    ),
    "source": names("height media sizes src srcset type width"),
    "iframe": names("allow allowfullscreen height loading name referrerpolicy sandbox src srcdoc width"),
    "object": names("data form height name type width"),
    "map": frozenset({"name"}),
    "colgroup": frozenset({"span"}),
    "col": frozenset({"span"}),
    "td": _MEDIA_CELL,
    "th": _MEDIA_CELL | {"abbr", "scope"},
    "form": names("accept-charset action autocomplete enctype method name novalidate rel target"),
    "label": frozenset({"for"}),
    "input": _SUBMITTING
    | _POPOVER
    | names(
        "accept alpha alt autocomplete checked colorspace dirname disabled form height list max maxlength min minlength"
        " multiple name pattern placeholder readonly required size src step type value width"
    ),
    "button": _SUBMITTING | _POPOVER | names("disabled form name type value"),
    "select": names("autocomplete disabled form multiple name required size"),
    "optgroup": names("disabled label"),
    "option": names("disabled label selected value"),
    "textarea": names(
        "autocomplete cols dirname disabled form maxlength minlength name placeholder readonly required rows wrap"
    ),
    "output": names("for form name"),
    "progress": names("max value"),
    "meter": names("high low max min optimum value"),
    "fieldset": names("disabled form name"),
    "details": names("name open"),
    "dialog": names("closedby open"),
    "canvas": names("height width"),
}
"""Attributes beside the global ones; an element that is not here has none."""

VALUES: dict[tuple[str, str], frozenset[str]] = {
    ("button", "type"): names("button reset submit"),
    ("th", "scope"): names("col colgroup row rowgroup"),
    ("img", "loading"): names("eager lazy"),
    ("input", "type"): names(
        "button checkbox color date datetime-local email file hidden image month number password radio range reset"
        " search submit tel text time url week"
    ),
}
"""Attributes with a closed list of values."""

ID_REFERENCES = names(
    "aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby"
    " aria-owns commandfor for form headers list popovertarget"
)
"""Attributes that name elements of the page by their ids."""

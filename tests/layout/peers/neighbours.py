"""What keeps, breaks, wrappers and markers do to the objects around them: one mechanism a family, each at several page heights."""
from cases import EXPLAINED, case
from others import n, pages


def of(name, *sequences, **page):
    case("n-" + name, pages(*sequences, **{"margin": "0pt", "root": "widows='1' orphans='1'", **page}))


NEXT, BEFORE, HOLD = "keep-with-next='always'", "keep-with-previous='always'", "keep-together='always'"


def cell(count, word, attributes="", first="", last=""):
    return f"<td {attributes}>" + "".join(f"<b {first if i == 1 else ''} {last if i == count else ''}>{word}{i}</b>" for i in range(1, count + 1)) + "</td>"


def table(*rows, parts=""):
    return f"<t table-layout='fixed' width='100%'>{parts}<tb>" + "".join(f"<tr {a}>{cells}</tr>" for a, cells in rows) + "</tb></t>"


def item(body, attributes="", label=""):
    return f"<li {attributes}><ll end-indent='label-end()'><b {label}>L</b></ll><lb start-indent='body-start()'>{body}</lb></li>"


TWO = ("", cell(2, "a") + cell(1, "b"))
LAST = cell(1, "c") + cell(1, "d")
HEADER = "<th><tr><td><b>H</b></td><td><b>H</b></td></tr></th>"
KEEPS = {
    "row-next-last": table(TWO, (NEXT, LAST)),
    "row-next-header": table(TWO, (NEXT, LAST), parts=HEADER),
    "row-previous-first": table((BEFORE, TWO[1]), ("", LAST)),
    "row-previous-in-block": "<b>" + table((BEFORE, TWO[1]), ("", LAST)) + "</b>",
    "rows-next-all-but-last": table(TWO, (NEXT, TWO[1]), (NEXT, LAST), ("", cell(1, "e") + cell(1, "f"))),
    "cell-previous-first": table(("", cell(2, "a", first=BEFORE) + cell(1, "b")), ("", LAST)),
    "cell-previous-second": table(TWO, ("", cell(1, "c", first=BEFORE) + cell(1, "d"))),
    "cell-next-last": table(TWO, ("", cell(1, "c") + cell(2, "d", last=NEXT))),
    "cell-next-within-row": table(("", cell(3, "a") + cell(1, "b", last=NEXT)), ("", LAST)),
    "span-next": table(("", cell(1, "a", "number-rows-spanned='2'", last=NEXT) + cell(2, "b")), ("", cell(1, "d")), ("", LAST)),
    "cell-together": table(TWO, ("", cell(2, "x", HOLD) + cell(1, "d"))),
    "body-together": f"<t table-layout='fixed' width='100%'><tb {HOLD}>" + "<tr>" + TWO[1] + "</tr><tr>" + TWO[1] + "</tr></tb></t>",
    "item-next-body": "<l>" + item("<b>x</b><b>y</b>") + item(f"<b>x</b><b {NEXT}>y</b>") + "</l>",
    "item-previous-body": "<l>" + item(f"<b {BEFORE}>x</b><b>y</b>") + item("<b>z</b>") + "</l>",
    "item-next-label": "<l>" + item("<b>x</b><b>y</b><b>z</b>", label=NEXT) + item("<b>z</b>") + "</l>",
    "container-previous": f"<bc><b {BEFORE}>x</b><b>y</b></bc>",
    "container-fixed-previous": f"<bc height='28.8pt'><b {BEFORE}>x</b><b>y</b></bc>",
    "wrapper-previous": f"<w {BEFORE}><b {BEFORE}>x</b><b>y</b></w>",
}
for name, content in KEEPS.items():
    for lines in (3.5, 4.5, 5.5):
        of(f"keep-{name}-{lines}", n(3, "in front") + content + n(3, "behind"), size=f"3in {lines * 14.4}pt")
for name in ("cell-next-within-row", "span-next", "item-next-label"):
    EXPLAINED[f"n-keep-{name}-3.5"] = "what is kept and higher than the page FOP cuts off"

BOX = "border='4pt solid black' padding='3pt'"
for name, content in {
    "first": f"<b {BOX}><b break-before='page'>x</b></b>",
    "deep": f"<b {BOX}><b {BOX}><bc {BOX}><b break-before='odd-page'>x</b></bc></b></b>",
    "item": f"<l {BOX}><li break-before='page'><ll><b>L</b></ll><lb start-indent='20pt'><b>x</b></lb></li></l>",
    "table": f"<b {BOX}><t break-before='page' table-layout='fixed' width='100%' border-collapse='collapse'><tb><tr><td><b>x</b></td></tr></tb></t></b>",
    "placed": f"<b {BOX}><bc position='absolute' top='10pt' height='20pt' break-before='page'><b>x</b></bc><b>y</b></b>",
}.items():
    of("break-" + name, n(2) + content + n(2), size="3in 3in")

for name, content in {
    "wrapper-first": "<b><w id='a'/><b>x</b></b>",
    "wrapper-only": "<b><w/></b>",
    "wrapper-around": "<b><w><b>x</b><b>y</b></w><w><b>z</b></w></b>",
    "wrapper-nested": "<b><w><w><b>x</b></w><b>y</b></w></b>",
    "wrapper-among-lines": "<b>text <w><b>x</b></w> behind</b>",
    "wrapper-then-lines": "<b><w><b>x</b>text</w><w><b>y</b></w></b>",
    "wrapper-of-flow": "<w><b>x</b></w><w id='a'/>",
    "wrapper-of-cell": "<t table-layout='fixed' width='100%'><tb><tr><td><w><b>x</b></w></td></tr></tb></t>",
    "wrapper-larger": "<b><w font-size='20pt' line-height='30pt'><b>x</b></w></b>",
    "wrapper-and-space": "<b><w/> text</b><b>\n <w/>\n text</b>",
    "inline-id-only": "<b><i id='a'/></b>",
    "inline-id-first": "<b><i id='a'/><b>x</b></b>",
    "inline-only": "<b><i/></b><b><i/><b>x</b></b>",
    "inline-id-and-space": "<b><i id='a'/> text</b>",
    "switch": "<b><fo:multi-switch><fo:multi-case starting-state='show'><b>x</b></fo:multi-case></fo:multi-switch></b>",
}.items():
    of("line-" + name, n(1) + content + n(1), size="3in 3in")
for align in ("end", "center", "justify"):
    of("space-before-nothing-" + align, f"<b text-align='{align}'>text <w/></b><b text-align='{align}'>text <i/>\n </b><b text-align='{align}'>text<i> </i></b>", size="3in 3in")


def retrieved(name, marker, place, flow=""):
    head = "<sc flow-name='xsl-region-before'>" + "".join(f"<b text-align='{a}'>{place}</b>" for a in ("start", "end")) + "</sc>"
    of("marker-" + name, (flow or f"<b><m marker-class-name='m'>{marker}</m>body</b>", head), size="3in 3in", body="margin-top='90pt'", regions="<fo:region-before extent='90pt'/>")


M = "<rm retrieve-class-name='m'/>"
retrieved("blocks", "\n <b>x</b>\n <b>y</b>\n", f"\n {M}\n ")
retrieved("blocks-behind-text", "<b>x</b>", f"title{M}")
retrieved("blocks-before-text", "<b>x</b>", f"{M}title")
retrieved("spaces", " x ", f"a {M} b")
retrieved("spaces-of-inlines", " <i> x </i> ", f"a {M} b")
retrieved("spaces-at-end", " x ", f"a {M}\n ")
retrieved("none", "x", "a <rm retrieve-class-name='other'/>\n ")
BLAH = "<b>blah</b>"
retrieved("of-tables", "", f"{M}, <rm retrieve-class-name='m' retrieve-position='first-including-carryover'/>, <rm retrieve-class-name='m' retrieve-position='last-ending-within-page'/>",
          "".join(f"<t table-layout='fixed' width='100%'><m marker-class-name='m'>table {i}</m><tb><tr><td>{BLAH * a}</td><td>{BLAH * b}</td></tr></tb></t>" for i, (a, b) in enumerate(((4, 1), (6, 8), (3, 9), (12, 1), (1, 1)))))

SLIP = "FOP loses the border and padding of a table that begins with a break"
for name, attributes in (("own", "break-before='page'"), ("in-block", "")):
    inner = f"<t {attributes} table-layout='fixed' width='100%' border-collapse='separate' {BOX}><tb><tr {'' if attributes else 'break-before=' + chr(39) + 'page' + chr(39)}><td><b>x</b></td></tr></tb></t>"
    of("break-separate-" + name, n(2) + inner + n(2), size="3in 3in")
    EXPLAINED["n-break-separate-" + name] = SLIP

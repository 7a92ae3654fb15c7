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

# --- which marker a page has, from the cells of broken rows and from repeated headers and footers ---------------------------
POSITIONS = ("first-starting-within-page", "first-including-carryover", "last-starting-within-page", "last-ending-within-page")
ALL = ", ".join(f"<rm retrieve-class-name='m' retrieve-position='{p}'/>" for p in POSITIONS)


def marked(count, word, marker=""):
    return "<td>" + (f"<m marker-class-name='m'>{marker}</m>" if marker else "") + "".join(f"<b>{word}{i}</b>" for i in range(count)) + "</td>"


HEIGHTS = ((1, 4), (4, 1), (3, 3), (1, 1), (2, 7), (7, 2))
for name, content in {
    "cells": table(*(("", marked(a, "a", f"c{i}") + marked(b, "b")) for i, (a, b) in enumerate(HEIGHTS))),
    "span": table(("", "<td number-rows-spanned='2'><m marker-class-name='m'>s</m><b>s</b></td>" + marked(4, "b", "b1")), ("", marked(4, "c", "c1")), ("", marked(2, "d", "d1") + marked(1, "e"))),
    "header": table(*(("", marked(2, "a") + marked(1, "b")) for i in range(8)), parts=f"<th><tr>{marked(1, 'H', 'header')}<td><b>H</b></td></tr></th>") + n(10),
    "footer": table(*(("", marked(2, "a") + marked(1, "b")) for i in range(8)), parts=f"<tf><m marker-class-name='m'>footer</m><tr>{marked(1, 'F')}<td><b>F</b></td></tr></tf>") + n(10),
    "labels": "<l>" + "".join(f"<li><ll end-indent='label-end()'><m marker-class-name='m'>l{i}</m><b>L</b><b>L</b></ll><lb start-indent='body-start()'>{n(k)}</lb></li>" for i, k in enumerate((3, 4, 1, 7))) + "</l>",
}.items():
    retrieved("all-of-" + name, "", ALL, content)

# --- page masters for an only page, which hold more or less than those for the first ------------------------------------------
for only in (5, 10, 15):
    for first in (5, 10, 15):
        for count in () if only == first else (3, 7, 12, 17):
            masters = "".join(f"<fo:simple-page-master master-name='{m}' page-width='3in' page-height='{(lines + 1) * 14.4 + 0.1:.1f}pt'><fo:region-body margin-top='14.4pt'/><fo:region-before region-name='{m}' extent='14.4pt'/></fo:simple-page-master>"
                              for m, lines in (("only", only), ("first", first), ("rest", 10)))
            alternatives = "".join(f"<fo:conditional-page-master-reference master-reference='{m}' page-position='{p}'/>" for m, p in (("only", "only"), ("first", "first"), ("rest", "last"), ("rest", "any")))
            heads = "".join(f"<sc flow-name='{m}'><b>{m}</b></sc>" for m in ("only", "first", "rest"))
            of(f"only-{only}-first-{first}-{count}", (n(count), heads, "master-reference='m'"),
               masters=f"{masters}<fo:page-sequence-master master-name='m'><fo:repeatable-page-master-alternatives>{alternatives}</fo:repeatable-page-master-alternatives></fo:page-sequence-master>")

for name, attributes in (("nothing", "height='0pt'"), ("less-than-nothing", "height='-5pt'"), ("per-cent-of-nothing", "height='50%'")):
    of("height-" + name, n(1) + f"<bc {attributes}><b>x</b><b>y</b></bc>" + n(1), size="3in 3in")

# --- columns that no fo:table-column tells of, and widths that cells of a part's first row tell ------------------------------
def rows(*lines, columns="", parts=""):
    """Rows of cells: a word, or a word and attributes."""
    cells = lambda line: "".join(f"<td {c[1] if isinstance(c, tuple) else ''}><b>{c[0] if isinstance(c, tuple) else c}</b></td>" for c in line)
    return n(1) + f"<t table-layout='fixed' width='100%'>{columns}{parts}<tb>" + "".join(f"<tr>{cells(line)}</tr>" for line in lines) + "</tb></t>" + n(1)


THIRTY = "width='30pt'"
for name, content in {
    "more-below": rows("a", "bc", "def"),
    "more-than-header": rows("bc", parts="<th><tr><td><b>H</b></td></tr></th>"),
    "more-beside-span": rows([("a", "number-columns-spanned='2'")], "bcd", [("e", "number-columns-spanned='4'")]),
    "more-beside-rows": rows([("a", "number-rows-spanned='3'")], "bc", "d", "efg"),
    "more-by-number": rows("a", [("b", "column-number='3'")]),
    "loose": n(1) + "<t table-layout='fixed' width='100%'><tb><td ends-row='true'><b>a</b></td><td><b>b</b></td><td ends-row='true'><b>c</b></td><td starts-row='true'><b>d</b></td></tb></t>",
    "width": rows([("a", THIRTY), "b", "c"], "def"),
    "width-below": rows("ab", [("c", THIRTY), "d"]),
    "width-of-header": rows("abc", parts=f"<th><tr><td {THIRTY}><b>H</b></td><td><b>I</b></td></tr></th>"),
    "width-of-span": rows([("a", "width='90pt' number-columns-spanned='2'"), ("b", THIRTY)], "cde"),
    "width-per-cent": rows([("a", "width='40%'"), "b"]),
    "width-dimension": rows([("a", "inline-progression-dimension='30pt'"), "b"]),
    "width-over-column": rows([("a", THIRTY), "b"], columns="<fo:table-column column-width='50pt'/><fo:table-column column-width='60pt'/>"),
    "width-over-shares": rows([("a", THIRTY), "b"], columns="<fo:table-column column-width='proportional-column-width(1)'/><fo:table-column column-width='proportional-column-width(3)'/>"),
    "width-over-repeated": rows(["a", ("b", THIRTY), "c"], columns="<fo:table-column number-columns-repeated='3' column-width='40pt'/>"),
}.items():
    of("columns-" + name, content, size="3in 3in")

# --- leaders: what they repeat, how far apart, and what their lines are as high as ------------------------------------------
for name, leader in {
    "share-of-line": "<ld leader-pattern='dots' leader-length='50%' leader-pattern-width='5%'/>",
    "content-share-of-line": "<ld leader-pattern='use-content' leader-length='50%' leader-pattern-width='10%'>ab</ld>",
    "larger": "<ld leader-pattern='dots' leader-length='36pt' font-size='24pt'/>",
    "larger-content": "<ld leader-pattern='use-content' leader-length='36pt' font-size='24pt'>x</ld>",
    "raised": "<ld leader-pattern='use-content' leader-length='60pt' baseline-shift='super'>x</ld>",
    "boxed": "<ld leader-pattern='use-content' leader-length='90pt' border='solid 2pt red' padding='3pt'>x</ld>",
    "boxed-too-short": "<ld leader-pattern='use-content' leader-length='36pt' border='solid 5pt red' padding='5pt'>x</ld>",
    "spaces": "<ld leader-pattern='use-content' leader-length='60pt'> x </ld>",
    "inline-larger": "<ld leader-pattern='use-content' leader-length='60pt'><i font-size='18pt' color='red'>ab</i></ld>",
    "inline-boxed": "<ld leader-pattern='use-content' leader-length='36pt' leader-pattern-width='12pt'><i border='solid 1pt red' padding-left='1pt' font-size='6pt'>++</i></ld>",
    "inline": "<ld leader-pattern='use-content' leader-length='60pt'><i color='red'>a</i>b </ld>",
}.items():
    of("leader-" + name, n(1) + f"<b>before {leader} behind</b><b>{leader}behind</b><b>before{leader}</b>" + n(1), size="3in 3in")

# --- elements of other formatters --------------------------------------------------------------------------------------------
OTHERS = "xmlns:rx='http://www.renderx.com/XSL/Extensions' xmlns:axf='http://www.antennahouse.com/names/XSL/Extensions'"
of("foreign-root", n(2), root=OTHERS, before="<axf:document-info name='title' value='t'/><rx:meta-info><rx:meta-field name='author' value='a'/></rx:meta-info><rx:outline><rx:bookmark internal-destination='a'><rx:bookmark-label>a</rx:bookmark-label></rx:bookmark></rx:outline>", size="3in 3in")
of("foreign-flow", "<b>x <rx:pinpoint value='a'/>y</b><rx:change-bar/><t table-layout='fixed' width='100%'><rx:mark/><tb><rx:mark/><tr><rx:mark/><td><rx:mark/><b>z</b></td></tr></tb></t>", root=OTHERS, size="3in 3in")

# --- what is wider than its place ---------------------------------------------------------------------------------------------
for align in ("start", "center", "end", "justify"):
    of("wide-word-" + align, f"<b text-align='{align}' text-align-last='{align}' start-indent='60pt' end-indent='60pt'>Antidisestablishmentarianism</b>" + n(1), size="3in 3in")
for name, columns in (("per-cent", "<tc column-width='60%'/><tc column-width='70%'/>"), ("lengths", "<tc column-width='150pt'/><tc column-width='40%'/>")):
    for width in ("width='100%'", "width='150pt'", ""):
        of(f"wide-columns-{name}-{len(width)}", f"<t table-layout='fixed' {width}>{columns}<tb><tr><td><b>a</b></td><td><b>b</b></td></tr></tb></t>" + n(1), size="3in 3in")

# --- shifts of what stands on no line ------------------------------------------------------------------------------------------
for shift in ("vertical-align='super'", "vertical-align='middle'", "vertical-align='bottom'", "baseline-shift='5pt'"):
    name = "".join(c if c.isalnum() else "-" for c in shift)
    of("shift-" + name, f"<b {shift}>text <i>inline <i {shift}>raised</i></i></b><t table-layout='fixed' width='100%'><tb><tr {shift}><td {shift}><b>cell</b></td><td><b {shift}>block</b></td></tr></tb></t>", size="3in 3in")
of("character-transformed", "<b text-transform='uppercase'>text <ch character='c'/></b>", size="3in 3in")

"""More documents for compare.py: objects and properties combined by loops, as other people's files combine them."""
from cases import (B, BC, CASES, alternatives, block, case, cell, column, conditional, footnote, item, items, lines, master, one, root, row,
                   sequence, static, table, text)


def many(prefix, values, make):
    """A case for each value."""
    for value in values:
        name = prefix + "-" + "".join(c if c.isalnum() else "-" for c in str(value)).strip("-")[:60]
        while name in CASES:
            name += "-"
        case(name, make(value))


A4 = {"size": "595pt 842pt", "margin": "50pt"}
HEAD = '<fo:region-before extent="15pt"/>'
FOOT = '<fo:region-after extent="15pt"/>'

# --- spaces, in every place --------------------------------------------------------------------------------------------
for a in ("0pt", "6pt", "12pt"):
    for b in ("4pt", "12pt"):
        for extra in ("", ' space-before.precedence="2"', ' space-before.conditionality="retain"'):
            case(f"mix-space-{a}-{b}-{extra.count('precedence') + 2 * extra.count('retain')}",
                 one(block("head", f'space-after="{a}"') + block("x", f'space-before="{b}"{extra}') + lines(12) + block("y " + text(20), f'space-before="{b}"{extra} space-after="{a}"') + lines(3)))
many("mix-space-in", ("block", "border", "padding", "container", "cell", "list"), lambda w: one(
    block("before", 'space-after="8pt"')
    + {"block": block(block("in", 'space-before="10pt" space-after="10pt"')),
       "border": block(block("in", 'space-before="10pt" space-after="10pt"'), B),
       "padding": block(block("in", 'space-before="10pt" space-after="10pt"'), 'padding-top="2pt" padding-bottom="2pt"'),
       "container": "<fo:block-container>" + block("in", 'space-before="10pt" space-after="10pt"') + "</fo:block-container>",
       "cell": table(row(cell(block("in", 'space-before="10pt" space-after="10pt"'), B), cell("b"))),
       "list": "<fo:list-block>" + item("1.", block("in", 'space-before="10pt" space-after="10pt"')) + "</fo:list-block>"}[w]
    + block("after", 'space-before="6pt"')))
many("mix-space-object", ("block", "block-container", "list-block", "table"), lambda w: one(
    block("before") + "".join({"block": block("in " + text(9), a), "block-container": f"<fo:block-container {a}>{block(text(9))}</fo:block-container>",
                               "list-block": f"<fo:list-block {a}>{items(2)}</fo:list-block>",
                               "table": table(row(cell("a", BC), cell("b", BC)), attributes=f'table-layout="fixed" width="100%" {a}')}[w]
                              for a in ('space-before="10pt"', 'space-after="14pt" space-before="4pt"', 'margin-top="7pt"', 'margin-bottom="9pt" margin-left="12pt"')) + block("after")))
many("mix-first-on-page", ('space-before="20pt"', 'space-before="20pt" space-before.conditionality="retain"', 'margin-top="20pt"', f'{B} space-before="20pt"', 'padding-top="9pt"'),
     lambda a: one(block("first", a) + lines(13) + block("page two", a + ' break-before="page"') + lines(14) + block("flows over", a) + lines(2)))
many("mix-space-range", ("2pt,6pt,10pt", "0pt,12pt,20pt", "5pt,5pt,8pt"), lambda v: one("".join(
    block(text(13, i), 'space-before.minimum="%s" space-before.optimum="%s" space-before.maximum="%s"' % tuple(v.split(","))) for i in range(14))))

# --- indents, margins, borders and padding together ----------------------------------------------------------------------
for outer in ('start-indent="15pt"', 'margin-left="15pt"', 'margin-left="15pt" padding="4pt"', f'margin-left="15pt" {B}', f'{B} padding="5pt"', 'padding-left="10pt"'):
    number = len([n for n in CASES if n.startswith("mix-indent")])
    inner = ('', 'start-indent="5pt"', 'margin-left="5pt"', f'margin-left="5pt" {B}', 'margin="0pt"', 'start-indent="0pt" end-indent="10pt"')
    case(f"mix-indent-{number}", one(block("".join(block(text(11), i) for i in inner) + "own lines " + text(8), outer)))
many("mix-indent-object", ("table", "list", "container", "nested-container"), lambda w: one(block(
    {"table": table(row(cell(text(4), BC), cell(block(text(5), 'start-indent="4pt"'), BC))),
     "list": f"<fo:list-block>{items(2, 10)}</fo:list-block>",
     "container": f'<fo:block-container {B}>{block(text(9))}{block(text(9), "start-indent=" + chr(34) + "5pt" + chr(34))}</fo:block-container>',
     "nested-container": f'<fo:block-container margin-left="8pt"><fo:block-container margin-left="6pt" {B}>{block(text(9))}</fo:block-container></fo:block-container>'}[w]
    + block(text(9)), 'start-indent="20pt" end-indent="14pt"')))
many("mix-padding", ("3pt", "3pt 9pt", "1pt 4pt 8pt", "1pt 4pt 8pt 16pt"), lambda v: one(block("a") + block(text(15), f'padding="{v}" {B}') + block(text(8), f'margin="{v}"') + block("b")))
many("mix-border", ("solid", "dashed", "dotted", "double"), lambda v: one("".join(
    block(text(9), f'border-{e}="2pt {v} blue" padding-{e}="3pt" space-after="3pt"') for e in ("top", "bottom", "left", "right", "before", "after", "start", "end"))))
many("mix-border-parts", ("style", "width", "color"), lambda v: one(
    block(text(9), {"style": 'border-style="solid none dashed double"', "width": 'border-style="solid" border-width="1pt 2pt 3pt 4pt"',
                    "color": 'border="2pt solid" border-color="red green blue black"'}[v]) + block("x")))
many("mix-border-flow", ("6", "30", "70", "200"), lambda n: one(lines(6) + block(text(int(n)), f'{B} padding="6pt" space-before="5pt"') + lines(2)))

# --- lines ---------------------------------------------------------------------------------------------------------------
for align in ("start", "center", "end", "justify"):
    for last in ("start", "center", "end", "justify", "relative"):
        case(f"mix-align-{align}-{last}", one(block(text(27), f'text-align="{align}" text-align-last="{last}" text-indent="12pt"') + block(text(4), f'text-align="{align}" text-align-last="{last}"')))
many("mix-font", ("serif", "sans-serif", "monospace", "Times", "Helvetica", "Courier", "Arial"), lambda f: one(
    "".join(block(text(16), f'font-family="{f}" font-size="{s}pt" {w}') for s, w in ((8, ""), (11, 'font-weight="bold"'), (13, 'font-style="italic"')))))
many("mix-line-height", ("10pt", "1", "1.4", "2", "normal", "140%", "1.5em"), lambda h: one(block(text(25) + ' <fo:inline font-size="14pt">larger</fo:inline> ' + text(9), f'line-height="{h}"') + block(block(text(12), 'font-size="7pt"'), f'line-height="{h}"') + block("end")))
many("mix-line-stacking", ("line-height", "font-height", "max-height"), lambda s: one(block(text(12) + ' <fo:inline font-size="16pt">larger</fo:inline> ' + text(12), f'line-stacking-strategy="{s}"') + block("end")))
many("mix-wrap", ("wrap", "no-wrap"), lambda w: one(block(text(7), f'wrap-option="{w}"') + block(text(4) + "\n" + text(3), f'wrap-option="{w}" linefeed-treatment="preserve"')))
many("mix-linefeed", ("ignore", "preserve", "treat-as-space", "treat-as-zero-width-space"), lambda v: one(
    block("one\ntwo  three \n four\n\nfive", f'linefeed-treatment="{v}"') + block("<fo:inline>a\nb</fo:inline>\nc", f'linefeed-treatment="{v}"')))
for collapse in ("true", "false"):
    for treatment in ("ignore", "preserve", "ignore-if-before-linefeed", "ignore-if-after-linefeed", "ignore-if-surrounding-linefeed"):
        case(f"mix-white-{collapse}-{treatment}", one(block("  one   two \n  three  \n\n four ", f'white-space-collapse="{collapse}" white-space-treatment="{treatment}" linefeed-treatment="preserve"') + block(" a  b ", f'white-space-collapse="{collapse}" white-space-treatment="{treatment}"')))
many("mix-white-space", ("normal", "pre", "nowrap"), lambda v: one(block("  int main() {\n    return 0;\n  }\n", f'white-space="{v}" font-family="monospace"') + block("after")))
many("white-inline", ('a <fo:inline>b</fo:inline> c', 'a<fo:inline> b </fo:inline>c', 'a <fo:inline> b </fo:inline> c', '<fo:inline> a</fo:inline> b', ' <fo:inline> a </fo:inline> ', 'a <fo:inline/> b',
                      'a <fo:inline> <fo:inline> b</fo:inline></fo:inline>', 'a<fo:inline> </fo:inline>b', 'a <fo:page-number/> b', 'a  <fo:character character="x"/>  b', 'a <fo:leader leader-length="10pt"/> b'),
     lambda c: one(block(c) + block("|" + c + "|") + block("x\n   " + c + "\n   y")))
many("mix-decoration", ("underline", "overline", "line-through", "underline overline", "blink", "none"), lambda d: one(block(f'a <fo:inline text-decoration="{d}">decorated words</fo:inline> b')))
many("mix-transform", ("uppercase", "lowercase", "capitalize", "none"), lambda d: one(block(f'A <fo:inline text-transform="{d}">mixed Case wORDS o\'neil x-ray</fo:inline> b') + block("the whole block", f'text-transform="{d}"')))
many("mix-spacing", ("0.5pt", "2pt", "-0.3pt", "0.1em"), lambda v: one(block(text(20), f'letter-spacing="{v}"') + block(text(20), f'word-spacing="{v}"') + block(text(20), f'word-spacing="{v}" text-align="justify"')))
many("mix-shift", ("super", "sub", "4pt", "-3pt", "30%", "baseline"), lambda v: one(block(f'x<fo:inline baseline-shift="{v}" font-size="7pt">shift</fo:inline> y {text(9)}') + block(f'x<fo:inline baseline-shift="{v}">shift</fo:inline> y') + block("z")))
many("mix-vertical", ("baseline", "middle", "top", "bottom", "text-top", "text-bottom", "sub", "super"), lambda v: one(
    block(f'x<fo:inline vertical-align="{v}" font-size="7pt">small</fo:inline> y') + block(f'x<fo:external-graphic src="picture.png" content-height="14pt" vertical-align="{v}"/>y') + block("z")))
many("mix-alignment", ("middle", "central", "before-edge", "after-edge", "text-before-edge", "text-after-edge", "hanging", "mathematical"), lambda v: one(
    block(f'x<fo:external-graphic src="picture.png" content-height="14pt" alignment-baseline="{v}"/>y') + block("z")))
many("mix-leader", ("space", "rule", "dots"), lambda p: one("".join(
    block(f'{w}<fo:leader leader-pattern="{p}" {a}/>{i}', b) for i, (w, a, b) in enumerate((("one", "", 'text-align-last="justify"'), ("two", 'leader-length="40pt"', ""), ("three", 'leader-length="30%"', ""),
        ("four", 'leader-length.minimum="20pt" leader-length.optimum="40pt" leader-length.maximum="100%"', 'text-align-last="justify"'), ("five", 'leader-length="100%"', ""), ("", "", 'text-align="center"'))))))
many("mix-leader-style", ("solid", "dashed", "dotted", "double", "none"), lambda s: one(block(f'a<fo:leader leader-pattern="rule" rule-style="{s}" rule-thickness="1.5pt" leader-length="60pt" color="red"/>b') + block("c")))
many("mix-inline-box", (f'{B}', 'padding="3pt"', f'{B} padding="2pt 5pt"', 'background-color="yellow"', 'padding-left="12pt"', 'margin-left="9pt"', 'space-start="6pt" space-end="9pt"'),
     lambda a: one(block(f'{text(5)} <fo:inline {a}>boxed {text(11)} end</fo:inline> {text(7)}') + block(f'<fo:inline {a}>whole</fo:inline>', 'text-align="center"') + block("z")))
many("mix-line-chars", ("a/b/c-d", "10%-20%", "(x)(y)", "foo...bar", "a\u2014b\u2014c", "1,000.50", "e.g.,i.e.", "C++/C#", "mail@example.org", "x\u00a0y\u00a0z"), lambda c: one(block(" ".join([c] * 24)) + block(" ".join([c] * 9), 'text-align="justify"')))

# --- keeps, breaks, widows -------------------------------------------------------------------------------------------------
for kind in ("keep-together", "keep-with-next", "keep-with-previous"):
    for strength in ("always", "1", "auto"):
        for where in (".within-page", ".within-column"):
            a = f'{kind}{where}="{strength}"'
            case(f"mix-{kind}-{strength}{where.replace('.', '-')}", one(lines(12) + block(block("k1") + block("k2 " + text(18)) + block("k3"), a) + block("next " + text(14)) + lines(2)))
many("mix-keep-n", (9, 10, 11, 12, 13, 14), lambda n: one(lines(n) + block("Heading", 'font-size="14pt" font-weight="bold" space-before="8pt" space-after="4pt" keep-with-next.within-page="always"') + block(text(40)) + lines(3)))
many("mix-keep-table", (6, 9, 11), lambda n: one(lines(n) + block("Caption", 'keep-with-next.within-page="always"') + table("".join(row(cell(f"a{i}", BC), cell(text(6, i), BC)) for i in range(5)), header=row(cell("h1", BC), cell("h2", BC)))))
many("mix-keep-list", (8, 10, 12), lambda n: one(lines(n) + block("Items:", 'keep-with-next.within-column="always"') + f"<fo:list-block>{items(5, 9)}</fo:list-block>"))
many("mix-break", ("page", "even-page", "odd-page", "column", "auto"), lambda b: one("".join(block(f"b{i} <fo:page-number/>", f'break-before="{b}"') for i in range(3)) + "".join(block(f"a{i} <fo:page-number/>", f'break-after="{b}"') for i in range(3)) + block("end")))
many("mix-break-object", ("list-block", "list-item", "table", "table-row", "block-container"), lambda o: one(block("before") + {
    "list-block": f'<fo:list-block break-before="page">{items(2)}</fo:list-block>', "list-item": "<fo:list-block>" + item("1.", "x") + item("2.", "y", 'break-before="page"') + item("3.", "z", 'break-after="page"') + "</fo:list-block>",
    "table": table(row(cell("a")), attributes='table-layout="fixed" width="100%" break-before="page" break-after="page"'),
    "table-row": table(row(cell("a")) + row(cell("b"), attributes='break-before="page"') + row(cell("c"), attributes='break-after="page"') + row(cell("d"))),
    "block-container": f'<fo:block-container break-before="page">{block("c")}</fo:block-container>'}[o] + block("after")))
for orphans in (1, 2, 3):
    for widows in (1, 2, 4):
        case(f"mix-widows-{orphans}-{widows}", one(lines(12) + "".join(block(text(38, i), f'orphans="{orphans}" widows="{widows}"') for i in range(5))))
many("mix-text-flow", range(150, 420, 45), lambda n: one(block(text(n)) + block(text(n // 2, 5), 'space-before="6pt" text-align="justify"')))
many("mix-page-fill", range(13, 18), lambda n: one(lines(n) + block(text(24), 'space-before="4pt"') + lines(n)))

# --- lists -----------------------------------------------------------------------------------------------------------------
for distance in ("12pt", "30pt", "4em"):
    for gap in ("3pt", "0pt"):
        case(f"mix-list-{distance}-{gap}", one(f'<fo:list-block provisional-distance-between-starts="{distance}" provisional-label-separation="{gap}" space-before="4pt">{items(5, 13)}</fo:list-block>'))
many("mix-list-label", ("start", "center", "end"), lambda a: one("<fo:list-block>" + "".join(
    f'<fo:list-item space-after="3pt"><fo:list-item-label end-indent="label-end()" text-align="{a}">{block(str(i) + ".")}</fo:list-item-label><fo:list-item-body start-indent="body-start()">{block(text(11, i))}</fo:list-item-body></fo:list-item>' for i in range(4)) + "</fo:list-block>"))
many("mix-list-nest", (1, 2, 3), lambda depth: one("<fo:list-block>" + item("a", block("outer " + text(9)) + "".join("<fo:list-block>" + item("b", block(text(12)) + (f"<fo:list-block>{items(2, 9)}</fo:list-block>" if depth > 2 else "")) + "</fo:list-block>" for _ in range(depth))) + "</fo:list-block>"))
many("mix-list-block-attributes", ('margin-left="20pt"', 'start-indent="20pt"', f'{B} padding="4pt"', 'end-indent="30pt"', 'font-size="8pt"', 'space-after="10pt"', 'keep-together.within-page="always"'),
     lambda a: one(lines(9) + f"<fo:list-block {a}>{items(3, 14)}</fo:list-block>" + block("after " + text(8))))
many("mix-item-attributes", ('space-before="6pt"', 'keep-together.within-column="always"', 'keep-with-next.within-page="always"', f'{B} padding="2pt"', 'start-indent="10pt"'),
     lambda a: one(lines(8) + "<fo:list-block>" + "".join(item(f"{i}.", text(16, i), a) for i in range(5)) + "</fo:list-block>"))
case("mix-list-two-blocks", one("<fo:list-block>" + "".join(item("\u2022", block(text(12, i)) + block(text(9, i), 'space-before="3pt"')) for i in range(7)) + "</fo:list-block>"))

# --- tables ----------------------------------------------------------------------------------------------------------------
rows = "".join(row(cell(f"a{i}", BC), cell(text(3 + i, i), BC), cell(f"c{i}", BC)) for i in range(5))
for columns in ("40pt 80pt 40pt", "20% 60% 20%", "1* 2* 1*", "30pt 1* 30pt", "30pt 1* 2*"):
    made = "".join(column(f"proportional-column-width({c[:-1]})" if c.endswith("*") else c) for c in columns.split())
    for attributes in ('table-layout="fixed" width="100%"', 'table-layout="fixed" width="180pt"', 'width="100%"', ""):
        case("mix-columns-" + "".join(c if c.isalnum() else "-" for c in columns + "-" + attributes.replace("table-layout", "").replace("width", "")).strip("-").replace("--", "-").replace("--", "-"), one(table(rows, made, attributes)))
for model in ("collapse", "separate"):
    for what in ("cell", "row", "body", "table", "column"):
        a = {w: (' border="2pt solid black"' if w == what else "") for w in ("cell", "row", "body", "table", "column")}
        case(f"mix-table-border-{model}-{what}", one(block("x") + table("".join(row(cell(f"a{i}", a["cell"] + ' padding="2pt"'), cell(text(5, i), a["cell"]), attributes=a["row"]) for i in range(3)),
             column("70pt", a["column"]) + column("90pt"), f'table-layout="fixed" width="160pt" border-collapse="{model}"' + a["table"], body=a["body"]) + block("y")))
many("mix-table-align", ("before", "center", "after", "auto"), lambda v: one(table("".join(row(cell(text(14, i), BC), cell("one", BC + f' display-align="{v}"'), cell(block("two") + block("three"), BC + f' display-align="{v}"')) for i in range(3)))))
many("mix-row-height", ("20pt", "40pt", "1cm"), lambda h: one(table(row(cell("a", BC), cell(text(12), BC), attributes=f'height="{h}"') + row(cell("c"), cell("d"), attributes=f'block-progression-dimension.minimum="{h}"') + row(cell("e", BC + f' height="{h}"'), cell("f", BC))) + block("after")))
many("mix-span", ("2x1", "1x2", "2x2", "3x1"), lambda v: one(table(
    row(cell("span " + text(5), BC + f' number-columns-spanned="{v[0]}" number-rows-spanned="{v[2]}"'), *[cell(f"x{i}", BC) for i in range(3 - int(v[0]))])
    + row(*[cell(f"y{i}", BC) for i in range(3 if v[2] == "1" else 3 - int(v[0]))]) + row(*[cell(f"z{i}", BC) for i in range(3)]), column("60pt", 'number-columns-repeated="3"'))))
for omit in ("", 'table-omit-header-at-break="true"', 'table-omit-footer-at-break="true"'):
    for n in (8, 25):
        case(f"mix-table-long-{n}-{omit[11:17] or 'none'}", one(block("intro " + text(9)) + table("".join(row(cell(f"r{i}", BC), cell(text(2 + i % 7, i), BC)) for i in range(n)), column("40pt") + column("proportional-column-width(1)"),
             f'table-layout="fixed" width="100%" {omit}', row(cell("head", BC), cell("what", BC)), row(cell("foot", BC), cell("sum", BC))) + block("outro")))
many("mix-cell", ('padding="4pt"', 'padding-left="8pt" padding-right="8pt"', 'text-align="center"', 'text-align="right" padding="2pt"', 'start-indent="6pt"', 'margin-left="6pt"', 'font-weight="bold"', 'background-color="#ddd"', 'line-height="16pt"', 'border-bottom="2pt solid red"'),
     lambda a: one(table("".join(row(cell("a" + str(i), a), cell(text(6, i), a), cell(block("b") + block("c"), a)) for i in range(3))) + block("after")))
many("mix-table-place", ('margin-left="20pt"', 'margin-left="20pt" margin-right="20pt"', 'start-indent="20pt"', 'space-before="9pt" space-after="9pt"', 'margin-top="5pt" margin-bottom="5pt"', f'{B}', 'background-color="#eee"', 'border-collapse="separate" border-separation="4pt"', 'text-align="center"'),
     lambda a: one(block("before") + table(rows, attributes=f'table-layout="fixed" width="180pt" {a}', columns=column("60pt", 'number-columns-repeated="3"')) + block("after")))
many("mix-table-row-flow", (6, 9, 11, 13), lambda n: one(lines(n) + table("".join(row(cell(text(7 + 5 * i, i), BC), cell(text(12, i), BC)) for i in range(4)))))
many("mix-table-keep", ("always", "5"), lambda k: one(lines(7) + table("".join(row(cell(text(9, i), BC), cell(text(12, i), BC), attributes=f'keep-together.within-page="{k}"') for i in range(6)))))
many("mix-row-keep-next", (1, 2, 3), lambda m: one(lines(8) + table("".join(row(cell(f"g{i}", BC), cell(text(4, i), BC), attributes='keep-with-next.within-page="always"' if i % (m + 1) < m else "") for i in range(14)))))
many("mix-table-nested", (1, 2), lambda d: one(table(row(cell("a", BC), cell(table(row(cell("x", BC), cell(table(row(cell("y", BC))) if d > 1 else "z", BC)) + row(cell("u", BC), cell("v", BC))), BC)) + row(cell("c", BC), cell("d", BC))) + block("end")))
many("mix-rowspan-flow", (7, 9, 10), lambda n: one(lines(n) + table("".join(row(cell(f"group {g} " + text(10, g), BC + ' number-rows-spanned="3"'), cell("one", BC)) + row(cell("two " + text(4), BC)) + row(cell("three", BC)) for g in range(4)))))
case("mix-table-body-rows", one("<fo:table table-layout='fixed' width='100%'>" + column("50%") + column("50%") + "".join(f"<fo:table-body>{row(cell(f'b{i}'), cell(text(4, i)))}</fo:table-body>" for i in range(6)) + "</fo:table>"))
case("mix-table-a4", one(block("Report", 'font-size="16pt" space-after="12pt"') + table("".join(row(cell(str(i), BC), cell(text(4 + i % 19, i), BC), cell(f"{i * 13 % 97}.50", BC + ' text-align="end"')) for i in range(90)),
     column("30pt") + column("proportional-column-width(1)") + column("70pt"), header=row(cell("No", BC), cell("Text", BC), cell("Sum", BC), attributes='font-weight="bold" background-color="#eeeeee"')), **A4))

# --- pages -----------------------------------------------------------------------------------------------------------------
many("mix-page-body", ("margin='5pt'", "margin-top='20pt' margin-bottom='15pt'", "margin='10pt 20pt 30pt 40pt'", "border='1pt solid black'", "padding='6pt'", "background-color='#eee'", "border='2pt solid red' padding='4pt' margin='6pt'"),
     lambda b: one(block(text(90)), static(block("head")) + static(block("foot"), "after"), body=b, regions=HEAD + FOOT))
many("mix-head", ('text-align="center"', 'border-bottom="1pt solid black"', 'font-size="8pt" text-align="end"', 'space-before="3pt"', 'margin-left="10pt"'),
     lambda a: one("".join(block(text(40, i), 'space-after="5pt"') for i in range(8)), static(block("Title of the document <fo:page-number/>", a)) + static(block('page <fo:page-number/> of <fo:page-number-citation-last ref-id="end"/>', a), "after") , body='margin="20pt 0pt"', regions=HEAD + FOOT).replace("</fo:flow>", '<fo:block id="end"/></fo:flow>'))
many("mix-head-table", (1, 2), lambda n: one(block(text(150)), static(table("".join(row(cell("left", BC), cell("centre", BC + ' text-align="center"'), cell("right", BC + ' text-align="end"')) for _ in range(n)))), body=f'margin-top="{20 * n}pt"', regions=f'<fo:region-before extent="{18 * n}pt"/>'))
many("mix-page-align", ("before", "center", "after"), lambda v: one(block(text(30)) + block("x"), static(block("h")), body=f'margin-top="30pt" display-align="{v}"', regions=f'<fo:region-before extent="25pt" display-align="{v}"/>'))
for first in ("first", "any"):
    for parity in ("", 'odd-or-even="odd"', 'odd-or-even="even"'):
        choices = [conditional("one", f'page-position="{first}" {parity}'), conditional("two", "")]
        case(f"mix-masters-{first}-{parity[13:-1] or 'both'}", root(master("one", body='margin-left="40pt"') + master("two", body='margin-top="30pt"') .replace('margin-left="40pt"', "") + alternatives(*choices), sequence(lines(50), reference="book")) if first == "first" and not parity else
             root(master("one", body='margin-top="40pt"') + master("two", body='margin-top="10pt"') + alternatives(*choices), sequence(lines(50), reference="book")))
many("mix-format", ("1", "01", "001", "i", "I", "a", "A"), lambda f: root(master(regions=FOOT), "".join(sequence(lines(17), static(block("- <fo:page-number/> -"), "after"), f'format="{f}" initial-page-number="{n}"') for n in (3, 27))))
many("mix-columns", (2, 3, 4), lambda n: one(block("Heading", 'font-weight="bold" space-after="4pt"') + block(text(140)) + block(text(50), 'space-before="6pt" text-align="justify"'), body=f'column-count="{n}" column-gap="9pt"', size="360pt 200pt"))
many("mix-columns-span", (30, 60, 140), lambda n: one(block("Spanning heading", 'span="all" font-size="14pt" space-after="6pt"') + block(text(n)) + block("Second heading", 'span="all" space-before="8pt"') + block(text(n, 4)), body='column-count="2"', size="360pt 260pt"))
many("mix-sequences", ("no-force", "end-on-even", "end-on-odd", "even", "odd", "auto"), lambda f: root(master(), "".join(sequence(lines(n) + block("<fo:page-number/>"), attributes=f'force-page-count="{f}"') for n in (3, 20, 40, 5))))
many("mix-orientation", ("0", "90", "180", "270"), lambda o: root(f'<fo:simple-page-master master-name="page" page-width="240pt" page-height="200pt" margin="10pt"><fo:region-body reference-orientation="{o}"/></fo:simple-page-master>', sequence(block(text(60)) + lines(14))))

# --- markers, footnotes, references ------------------------------------------------------------------------------------------
chapters = "".join(block(f'<fo:marker marker-class-name="c">Chapter {i}</fo:marker>Chapter {i}', 'font-weight="bold" keep-with-next.within-page="always"') + block(text(35 + 11 * i, i)) for i in range(8))
for position in ("first-starting-within-page", "first-including-carryover", "last-starting-within-page", "last-ending-within-page"):
    for boundary in ("page", "page-sequence", "document"):
        case(f"mix-marker-{position}-{boundary}", one(chapters, static(block(f'<fo:retrieve-marker retrieve-class-name="c" retrieve-position="{position}" retrieve-boundary="{boundary}"/> | <fo:page-number/>')), body='margin-top="18pt"', regions=HEAD))
        wrapped = "".join(block(f'<fo:marker marker-class-name="c">Part {i}</fo:marker>' + block(text(30 + 21 * i, i))) for i in range(6))
        case(f"mix-marker-around-{position}-{boundary}", one(wrapped, static(block(f'<fo:retrieve-marker retrieve-class-name="c" retrieve-position="{position}" retrieve-boundary="{boundary}"/> | <fo:page-number/>')), body='margin-top="18pt"', regions=HEAD))
many("mix-footnotes", (1, 3, 6, 9), lambda n: one("".join(block(f"p{i} " + text(9, i) + footnote(str(i), text(5 + i, i)) + " " + text(6)) for i in range(n))))
many("mix-footnote-late", (10, 11, 12, 13), lambda n: one(lines(n) + block(text(9) + footnote("1", text(14)) + " " + text(14)) + lines(4)))
many("mix-toc", (5, 14), lambda n: one("".join(block(f'<fo:basic-link internal-destination="s{i}">Section {i}</fo:basic-link> <fo:leader leader-pattern="dots"/> <fo:page-number-citation ref-id="s{i}"/>', 'text-align-last="justify"') for i in range(n)) + "".join(block(f"Section {i} " + text(60, i), f'id="s{i}" break-before="page"') for i in range(n))))

# --- containers, graphics ------------------------------------------------------------------------------------------------------
for place in ("absolute", "fixed"):
    for a in ('top="20pt" left="30pt" width="90pt" height="40pt"', 'bottom="15pt" right="20pt" width="90pt" height="40pt"', 'top="20pt" left="30pt" right="50pt"', 'top="10%" left="20%" width="50%" height="20%"', f'top="20pt" left="30pt" width="90pt" height="40pt" {B} padding="3pt"'):
        number = len([n for n in CASES if n.startswith(f"mix-place-{place}")])
        case(f"mix-place-{place}-{number}", one(block("flow " + text(14)) + f'<fo:block-container absolute-position="{place}" {a}>{block("placed " + text(3))}</fo:block-container>' + block("more " + text(9))))
many("mix-container", ('height="50pt"', 'width="100pt"', 'height="50pt" display-align="center"', 'height="50pt" display-align="after"', f'{B} padding="5pt"', 'margin-left="20pt"', 'start-indent="20pt"', 'background-color="#eee"', 'space-before="10pt" space-after="10pt"', 'keep-together.within-page="always"', 'block-progression-dimension="40pt"', 'inline-progression-dimension="90pt"', 'height="50pt" overflow="hidden"', 'width="50%"'),
     lambda a: one(lines(8) + f"<fo:block-container {a}>{block(text(9))}{block('in')}</fo:block-container>" + block("after")))
many("mix-graphic", ('', 'content-width="60pt"', 'content-height="30pt"', 'content-width="200%"', 'width="80pt"', 'height="40pt"', 'width="80pt" content-width="scale-to-fit"', 'width="60pt" height="60pt" content-width="scale-to-fit" content-height="scale-to-fit"', 'content-width="60pt" content-height="60pt" scaling="non-uniform"', 'width="30pt" content-width="scale-down-to-fit"', 'width="100pt" content-width="scale-up-to-fit"', f'{B} padding="2pt"', 'width="100pt" text-align="center"', 'height="50pt" display-align="after"'),
     lambda a: one(block("above") + block(f'x<fo:external-graphic src="url(picture.png)" {a}/>y') + block(f'<fo:external-graphic src="picture.png" {a}/>', 'text-align="center"') + block("below")))
many("mix-svg", ('', 'content-width="60pt"', 'width="80pt" height="40pt"', 'content-height="200%"'), lambda a: one(block("x<fo:instream-foreign-object " + a + '><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="10" cy="10" r="8" fill="red"/></svg></fo:instream-foreign-object>y') + block("z")))
many("mix-rotated", ("90", "180", "270", "-90"), lambda o: one(block("a") + f'<fo:block-container reference-orientation="{o}" width="70pt" height="60pt" {B}>{block(text(6))}</fo:block-container>' + block("b")
     + table(row(cell(f'<fo:block-container reference-orientation="{o}" width="20pt" height="50pt">{block("turned")}</fo:block-container>', BC), cell("c", BC)), column("30pt") + column("60pt"))))

# --- whole documents ---------------------------------------------------------------------------------------------------------
case("mix-article", one("".join(block(f"{i}. Section", 'font-size="13pt" font-weight="bold" space-before="12pt" space-after="4pt" keep-with-next.within-page="always" font-family="sans-serif"')
     + "".join(block(text(50 + 17 * j, i + 3 * j), 'text-align="justify" space-after="5pt" text-indent="12pt"') for j in range(4)) + f'<fo:list-block space-after="6pt">{items(4, 14)}</fo:list-block>' for i in range(6)),
     static(block("Article <fo:leader/> <fo:page-number/>", 'text-align-last="justify" border-bottom="0.5pt solid black"')), body='margin-top="25pt"', regions='<fo:region-before extent="20pt"/>', **A4))
case("mix-letter", one(block("Sender Ltd", 'text-align="end"') + block("Street 12", 'text-align="end" space-after="40pt"') + block("To whom it may concern", 'space-after="14pt"') + block("Subject: " + text(5), 'font-weight="bold" space-after="12pt"')
     + "".join(block(text(70, i), 'space-after="8pt"') for i in range(5)) + block("Yours sincerely", 'space-before="20pt" space-after="36pt"') + block('<fo:leader leader-pattern="rule" leader-length="6cm"/>') + block("Name"), size="21cm 29.7cm", margin="2cm"))

# --- as stylesheets for books and office papers write them -----------------------------------------------------------------
BOOK = ('font-selection-strategy="character-by-character" line-height-shift-adjustment="disregard-shifts" language="en" hyphenate="false" text-align="justify" '
        'line-height="normal" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"')


def book(flow, statics="", **page):
    return one(flow, statics, BOOK, **page)


PARA = 'space-before.optimum="1em" space-before.minimum="0.8em" space-before.maximum="1.2em"'
TITLE = ('font-family="sans-serif" font-weight="bold" font-size="14pt" keep-with-next.within-column="always" space-before.minimum="0.8em" space-before.optimum="1.0em" '
         'space-before.maximum="1.2em" hyphenate="false" text-align="start"')
many("book-section", (1, 3, 7), lambda n: book("".join(f'<fo:block id="s{i}">{block("Section " + str(i), TITLE)}' + "".join(block(text(20 + 9 * j, i), PARA) for j in range(4)) + "</fo:block>" for i in range(n)), **A4 if n > 3 else {}))
many("book-toc", (4, 12), lambda n: book("".join(block(f'<fo:inline keep-with-next.within-line="always"><fo:basic-link internal-destination="c{i}">Chapter {i}. {text(2 + i % 5, i)}</fo:basic-link></fo:inline>'
     f'<fo:inline keep-together.within-line="always"> <fo:leader leader-pattern="dots" leader-pattern-width="3pt" leader-alignment="reference-area" keep-with-next.within-line="always"/> <fo:page-number-citation ref-id="c{i}"/></fo:inline>',
     'text-align-last="justify" text-align="start" end-indent="24pt" last-line-end-indent="-24pt"') for i in range(n)) + "".join(block(f"Chapter {i}", f'id="c{i}" break-before="page" {TITLE}') + block(text(40, i), PARA) for i in range(n))))
many("book-list", ("itemized", "ordered"), lambda k: book(block("Before the list " + text(9), PARA) + '<fo:list-block provisional-distance-between-starts="1.5em" provisional-label-separation="0.2em" space-before.optimum="1em" space-before.minimum="0.8em" space-before.maximum="1.2em" space-after.optimum="1em" space-after.minimum="0.8em" space-after.maximum="1.2em">'
     + "".join(f'<fo:list-item space-before.optimum="1em" space-before.minimum="0.8em" space-before.maximum="1.2em"><fo:list-item-label end-indent="label-end()" text-align="start">{block(chr(8226) if k == "itemized" else str(i) + ".")}</fo:list-item-label><fo:list-item-body start-indent="body-start()">{block(text(12 + 5 * i, i))}</fo:list-item-body></fo:list-item>' for i in range(6)) + "</fo:list-block>" + block("After " + text(9), PARA)))
case("book-variablelist", book("".join(block(f"term {i}", 'space-before.optimum="1em" space-before.minimum="0.8em" space-before.maximum="1.2em" keep-together.within-column="always" keep-with-next.within-column="always"') + block(block(text(14, i), PARA), 'margin-left="0.25in"') for i in range(7))))
case("book-note", book(block(text(20)) + block(block("Note", 'font-weight="bold" keep-with-next.within-column="always"') + block(text(25), PARA), 'space-before.minimum="0.8em" space-before.optimum="1em" space-before.maximum="1.2em" margin-left="0.25in" margin-right="0.25in" padding="4pt" border="0.5pt solid black"') + block(text(30), PARA)))
case("book-listing", book(block(text(12)) + block("#include &lt;stdio.h&gt;\n\nint main() {\n    return 0;  // nothing\n}", 'wrap-option="no-wrap" white-space-collapse="false" white-space-treatment="preserve" text-align="start" linefeed-treatment="preserve" font-family="monospace" ' + PARA) + block(text(12), PARA)))
case("book-listing-long", book(block("\n".join(f"line {i}    of the listing" for i in range(40)), 'wrap-option="no-wrap" white-space-collapse="false" white-space-treatment="preserve" text-align="start" linefeed-treatment="preserve" font-family="monospace" font-size="8pt" background-color="#eee" padding="3pt"')))
case("book-table", book(block(text(20)) + block(block("Table 1. A table", 'font-weight="bold" keep-with-next.within-column="always" space-after="0.4em"') + table("".join(row(*[cell(block(text(2 + (i + j) % 4, i)), 'padding="2pt" border-bottom="0.5pt solid black" text-align="start"') for j in range(3)]) for i in range(12)), column("proportional-column-width(1)") * 3,
     'table-layout="fixed" width="100%" border-top="0.5pt solid black" border-bottom="0.5pt solid black" border-collapse="collapse"', header=row(*[cell(block(f"H{j}"), 'padding="2pt" font-weight="bold"') for j in range(3)])), 'space-before.optimum="1em"')))
case("book-figure", book(block(text(30)) + block(block('<fo:external-graphic src="url(picture.png)" width="auto" height="auto" content-width="auto" content-height="auto" text-align="center"/>', 'text-align="center"') + block("Figure 1. A picture", 'font-weight="bold" keep-with-previous.within-column="always"'), 'keep-together.within-column="always" space-before="1em"') + block(text(20), PARA)))
case("book-footnotes", book("".join(block(text(25, i) + f'<fo:footnote><fo:inline font-size="75%" baseline-shift="super">{i}</fo:inline><fo:footnote-body font-size="8pt" text-align="start" start-indent="0pt" text-indent="0pt">{block("<fo:inline font-size=" + chr(34) + "75%" + chr(34) + " baseline-shift=" + chr(34) + "super" + chr(34) + f">{i}</fo:inline>" + text(9, i))}</fo:footnote-body></fo:footnote>', PARA) for i in range(8)),
     '<fo:static-content flow-name="xsl-footnote-separator">' + block('<fo:leader leader-pattern="rule" leader-length="1in" rule-thickness="0.5pt"/>') + "</fo:static-content>"))
front = "".join(master(n, body='margin-top="24pt" margin-bottom="24pt"', regions=f'<fo:region-before region-name="head-{n}" extent="18pt" display-align="before"/><fo:region-after region-name="foot-{n}" extent="18pt" display-align="after"/>') for n in ("first", "odd", "even", "blank"))
choice = alternatives(conditional("blank", 'blank-or-not-blank="blank"'), conditional("first", 'page-position="first"'), conditional("odd", 'odd-or-even="odd"'), conditional("even", 'odd-or-even="even"'))
running = "".join(f'<fo:static-content flow-name="head-{n}">{block(n + " <fo:retrieve-marker retrieve-class-name=" + chr(34) + "t" + chr(34) + " retrieve-position=" + chr(34) + "first-including-carryover" + chr(34) + " retrieve-boundary=" + chr(34) + "page-sequence" + chr(34) + "/>")}</fo:static-content><fo:static-content flow-name="foot-{n}">{block("<fo:page-number/>", "text-align=" + chr(34) + "center" + chr(34))}</fo:static-content>' for n in ("first", "odd", "even"))
case("book-whole", root(front + choice, sequence(block("Contents") + lines(20), running, 'format="i" initial-page-number="1" force-page-count="end-on-even"', "book")
     + "".join(sequence(block(f'<fo:marker marker-class-name="t">Chapter {i}</fo:marker>Chapter {i}', TITLE) + "".join(block(text(30 + j, i + j), PARA) for j in range(7)), running, ('initial-page-number="1" ' if i == 0 else 'initial-page-number="auto-odd" ') + 'force-page-count="end-on-even"', "book") for i in range(3)), BOOK))
case("office-invoice", one(table(row(cell(block("Company Ltd", 'font-size="14pt" font-weight="bold"') + block("Street 1") + block("12345 Town")), cell(block("Invoice 2021-17", 'text-align="end" font-size="12pt"') + block("1 May 2021", 'text-align="end"'))), column("60%") + column("40%")) + block("", 'space-after="20pt"')
     + table("".join(row(cell(str(i), BC), cell(text(2 + i % 3, i), BC), cell(str(i % 7 + 1), BC + ' text-align="end"'), cell(f"{i * 3}.00", BC + ' text-align="end"')) for i in range(1, 25)), column("30pt") + column("proportional-column-width(1)") + column("50pt") + column("60pt"),
             header=row(*[cell(h, BC + ' font-weight="bold" background-color="#cccccc"') for h in ("No", "Item", "Qty", "Price")]), footer=row(cell("Total", BC + ' number-columns-spanned="3" text-align="end"'), cell("900.00", BC + ' text-align="end"')), attributes='table-layout="fixed" width="100%" table-omit-footer-at-break="true"')
     + block("Thank you", 'space-before="20pt"'), static(block("Company Ltd", 'font-size="8pt"')) + static(block('Page <fo:page-number/> of <fo:page-number-citation ref-id="last"/>', 'font-size="8pt" text-align="center"'), "after"), size="210mm 297mm", margin="15mm 20mm", body='margin="12mm 0mm"', regions='<fo:region-before extent="10mm"/><fo:region-after extent="10mm"/>').replace("Thank you", '<fo:inline id="last">Thank you</fo:inline>'))
case("office-form", one("".join(table(row(cell(f"Field {i}:", 'padding="3pt"'), cell('<fo:block><fo:leader leader-pattern="rule" leader-length="100%"/></fo:block>', 'padding="3pt"')), column("80pt") + column("proportional-column-width(1)")) for i in range(6)) + f'<fo:block-container height="60pt" {B} space-before="10pt">{block("Stamp", "text-align=" + chr(34) + "center" + chr(34))}</fo:block-container>' + block('Date: <fo:leader leader-pattern="dots" leader-length="80pt"/> Signature: <fo:leader leader-pattern="dots" leader-length="120pt"/>', 'space-before="20pt"'), size="400pt 400pt"))
case("office-certificate", one(f'<fo:block-container absolute-position="fixed" top="5pt" left="5pt" width="390pt" height="290pt" border="3pt double blue"><fo:block/></fo:block-container>' + block("Certificate", 'font-size="28pt" text-align="center" space-before="50pt" space-before.conditionality="retain"') + block("awarded to", 'text-align="center" space-before="20pt"') + block("A. N. Other", 'font-size="20pt" font-style="italic" text-align="center" space-before="10pt"')
     + table(row(*[cell(block('<fo:leader leader-pattern="rule" leader-length="100pt"/>') + block("Director"), 'text-align="center"') for _ in range(2)]), attributes='table-layout="fixed" width="100%" space-before="60pt"'), size="400pt 300pt"))
case("office-minutes", one(block("Minutes", 'font-size="16pt" text-align="center" font-weight="bold" space-after="12pt"') + table("".join(row(cell(k, 'font-weight="bold" padding="2pt"'), cell(text(5 + 6 * i, i), 'padding="2pt"')) for i, k in enumerate(("Date", "Place", "Present", "Excused", "Agenda"))), column("70pt") + column("proportional-column-width(1)"))
     + "".join(f'<fo:list-block provisional-distance-between-starts="20pt" provisional-label-separation="4pt" space-before="8pt">{item(str(i) + ".", block(text(9, i), "font-weight=" + chr(34) + "bold" + chr(34)) + block(text(50, i + 4), "space-before=" + chr(34) + "3pt" + chr(34)))}</fo:list-block>' for i in range(1, 9)), size="420pt 595pt", margin="40pt"))
many("office-columns", (2, 3), lambda n: one(block("Newsletter", 'span="all" font-size="20pt" text-align="center" space-after="8pt" border-bottom="1pt solid black"') + "".join(block(f"Story {i}", 'font-weight="bold" space-before="6pt" keep-with-next.within-column="always"') + block(text(60, i), 'text-align="justify"') for i in range(5)), body=f'column-count="{n}" column-gap="12pt"', size="420pt 300pt"))
many("office-labels", (3, 4), lambda n: one(table("".join(row(*[cell(block(f"Name {r}.{c}") + block("Street 12") + block("Town"), f'height="50pt" {B} padding="4pt"') for c in range(n)]) for r in range(9)), column(f"{100 // n}%") * n), size="400pt 300pt"))
many("office-index", (2,), lambda n: one("".join(block(f'{text(1 + i % 3, i)}, <fo:page-number-citation ref-id="x{i % 3}"/>', 'start-indent="10pt" text-indent="-10pt"') for i in range(50)) + "".join(block("x", f'id="x{i}"') for i in range(3)), body=f'column-count="{n}"', size="300pt 200pt"))

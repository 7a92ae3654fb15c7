"""Small XSL-FO documents for compare.py: one idea each, in the subset of src/layout/README.md."""
import struct
import zlib

WORDS = ("lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna "
         "aliqua ut enim ad minim veniam quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat "
         "duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur").split()


def text(count, start=0):
    """That many words, different where they start elsewhere."""
    return " ".join(WORDS[(start + i) % len(WORDS)] for i in range(count))


def picture(width=40, height=20):
    """A grey PNG of that many pixels."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\xa0" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def master(name="page", size="240pt 200pt", margin="10pt", body="", regions=""):
    width, height = size.split()
    return (f'<fo:simple-page-master master-name="{name}" page-width="{width}" page-height="{height}" margin="{margin}">'
            f'<fo:region-body {body}/>{regions}</fo:simple-page-master>')


def sequence(flow, statics="", attributes="", reference="page"):
    return (f'<fo:page-sequence master-reference="{reference}" {attributes}>{statics}'
            f'<fo:flow flow-name="xsl-region-body">{flow}</fo:flow></fo:page-sequence>')


def root(masters, sequences, attributes="", between=""):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif" font-size="10pt" {attributes}>'
            f'<fo:layout-master-set>{masters}</fo:layout-master-set>{between}{sequences}</fo:root>\n')


def one(flow, statics="", attributes="", **page):
    """A document of one page master and one sequence."""
    return root(master(**page), sequence(flow, statics), attributes)


def block(content, attributes=""):
    return f"<fo:block {attributes}>{content}</fo:block>"


def lines(count, prefix="line", attributes=""):
    return "".join(block(f"{prefix} {i}", attributes) for i in range(1, count + 1))


def static(content, where="before"):
    return f'<fo:static-content flow-name="xsl-region-{where}">{content}</fo:static-content>'


def table(rows, columns="", attributes='table-layout="fixed" width="100%"', header="", footer="", body=""):
    head = f"<fo:table-header>{header}</fo:table-header>" if header else ""
    foot = f"<fo:table-footer>{footer}</fo:table-footer>" if footer else ""
    return f"<fo:table {attributes}>{columns}{head}{foot}<fo:table-body {body}>{rows}</fo:table-body></fo:table>"


def row(*cells, attributes=""):
    return f"<fo:table-row {attributes}>" + "".join(cells) + "</fo:table-row>"


def cell(content, attributes=""):
    content = content if content.startswith("<fo:") else block(content)
    return f"<fo:table-cell {attributes}>{content}</fo:table-cell>"


def column(width, attributes=""):
    return f'<fo:table-column column-width="{width}" {attributes}/>'


def item(label, body, attributes="", label_end="label-end()", body_start="body-start()"):
    return (f'<fo:list-item {attributes}><fo:list-item-label end-indent="{label_end}">{block(label)}</fo:list-item-label>'
            f'<fo:list-item-body start-indent="{body_start}">{body if body.startswith("<fo:") else block(body)}'
            '</fo:list-item-body></fo:list-item>')


def items(count, words=6):
    return "".join(item(f"{i}.", text(words, i)) for i in range(1, count + 1))


def footnote(mark, body):
    return (f'<fo:footnote><fo:inline font-size="7pt" baseline-shift="super">{mark}</fo:inline><fo:footnote-body>'
            f'{block(mark + " " + body, "font-size=&quot;8pt&quot;".replace("&quot;", chr(34)))}</fo:footnote-body></fo:footnote>')


def conditional(name, conditions):
    return f'<fo:conditional-page-master-reference master-reference="{name}" {conditions}/>'


def alternatives(*choices, name="book"):
    return (f'<fo:page-sequence-master master-name="{name}"><fo:repeatable-page-master-alternatives>{"".join(choices)}'
            '</fo:repeatable-page-master-alternatives></fo:page-sequence-master>')


B = 'border="1pt solid black"'
CASES = {}


def case(name, document):
    assert name not in CASES, name
    CASES[name] = document


# --- blocks, spaces ------------------------------------------------------------------------------------------------
case("plain", one(block(text(120)) + block(text(60, 7), 'text-align="justify"')))
case("space-before-after", one(block("a", 'space-after="10pt"') + block("b", 'space-before="6pt"') + block("c", 'space-before="6pt" space-after="20pt"') + block("d")))
case("space-precedence", one(block("a", 'space-after="10pt" space-after.precedence="1"') + block("b", 'space-before="20pt"') + block("c", 'space-before="6pt" space-before.precedence="force"') + block("d")))
case("space-force", one(block("a", 'space-after="10pt" space-after.precedence="force"') + block("b", 'space-before="8pt" space-before.precedence="force"') + block("c")))
case("space-conditionality", one(block("a", 'space-before="30pt" space-before.conditionality="retain"') + block("b", 'break-before="page" space-before="30pt"') + block("c", 'break-before="page" space-before="15pt" space-before.conditionality="retain"')))
case("space-nested", one(block(block("a", 'space-before="10pt"') + block("b", 'space-after="10pt"'), 'space-before="5pt" space-after="15pt"') + block("c", 'space-before="12pt"')))
case("space-nested-border", one(block("z") + block(block("a", 'space-before="10pt"') + block("b", 'space-after="10pt"'), f'space-before="5pt" space-after="15pt" {B}') + block("c", 'space-before="12pt"')))
case("space-nested-padding", one(block("z") + block(block("a", 'space-before="10pt"') + block("b", 'space-after="10pt"'), 'space-before="5pt" space-after="15pt" padding="3pt"') + block("c")))
case("space-empty-block", one(block("a", 'space-after="10pt"') + block("", 'space-before="4pt" space-after="6pt"') + block("b", 'space-before="10pt"')))
case("space-empty-border", one(block("a") + block("", f'{B} space-before="4pt"') + block("", 'border-top="2pt solid red" padding-top="5pt"') + block("b")))
case("space-minimum-maximum", one(lines(11, attributes='space-after.minimum="2pt" space-after.optimum="6pt" space-after.maximum="8pt"')))
case("space-flexible-pages", one("".join(block(text(14, i), 'space-after.minimum="1pt" space-after.optimum="5pt" space-after.maximum="9pt"') for i in range(16))))
case("margins", one(block(text(20), 'margin="10pt"') + block(text(20), 'margin-left="30pt" margin-right="20pt" margin-top="8pt"') + block(text(10))))
case("margin-nested", one(block(block(text(20), 'margin-left="15pt"') + block(text(10), 'start-indent="5pt"') + block(text(10)), 'margin-left="20pt" margin-right="10pt"')))
case("margin-border", one(block(text(20), f'margin="12pt" {B} padding="4pt"') + block(text(20), f'{B} padding="4pt"')))
case("indents", one(block(text(25), 'start-indent="20pt" end-indent="30pt"') + block(block(text(12)) + block(text(12), 'start-indent="0pt"'), 'start-indent="25pt"')))
case("indent-border", one(block(block(text(12), B), f'start-indent="25pt" {B} padding="3pt"')))
case("indent-inherited-functions", one(block(block(text(20), 'start-indent="inherited-property-value(start-indent) + 10pt"') + block(text(20), 'start-indent="from-parent(start-indent) + 20pt"'), 'start-indent="15pt"')))
case("indent-negative", one(block(text(20), 'margin-left="20pt" text-indent="-12pt"') + block(text(12), 'margin-left="-5pt"')))
case("text-indent", one(block(text(40), 'text-indent="20pt"') + block(block(text(15)) + block(text(15)), 'text-indent="1cm"')))
case("text-indent-percent", one(block(text(40), 'text-indent="10%"')))
case("last-line-end-indent", one(block(text(40), 'last-line-end-indent="60pt" text-align="justify"')))
case("text-align", one("".join(block(text(22), f'text-align="{a}" space-after="3pt"') for a in ("start", "end", "center", "justify", "left", "right"))))
case("text-align-inside", one(block(text(22), 'text-align="inside"') + block(text(22), 'text-align="outside" break-after="page"') + block(text(22), 'text-align="inside"') + block(text(22), 'text-align="outside"')))
case("text-align-last", one("".join(block(text(22), f'text-align="justify" text-align-last="{a}" space-after="3pt"') for a in ("start", "end", "center", "justify")) + block(text(3), 'text-align-last="justify"')))
case("borders-padding", one(block(text(20), 'border="2pt solid black" padding="5pt"') + block(text(20), 'border-top="3pt double black" border-bottom="1pt dashed red" padding="2pt 8pt"') + block("x")))
case("border-styles", one("".join(block(s, f'border="2pt {s} black" space-after="4pt"') for s in ("solid", "dotted", "dashed", "double", "groove", "ridge", "inset", "outset", "none"))))
case("border-width-names", one("".join(block(w, f'border-style="solid" border-width="{w}" space-after="4pt"') for w in ("thin", "medium", "thick", "3pt")) + block("no", 'border-width="3pt"')))
case("border-break", one(lines(10) + block(text(60), 'border="3pt solid black" padding="4pt"')))
case("border-break-retain", one(lines(10) + block(text(60), 'border="3pt solid black" padding="4pt" border-before-width.conditionality="retain" border-after-width.conditionality="retain" padding-before.conditionality="retain" padding-after.conditionality="retain"')))
case("border-nested-break", one(lines(9) + block(block(text(40), 'border="2pt solid red" padding="2pt"') + block(text(40), 'space-before="6pt"'), 'border="3pt solid black" padding="4pt"')))
case("background", one(block(text(20), 'background-color="#ddeeff" padding="4pt"') + block(block("inner", 'background-color="yellow"'), 'background-color="silver"')))
case("line-height", one(block(text(20), 'line-height="20pt"') + block(text(20), 'line-height="1.5"') + block(text(20), 'line-height="150%"') + block(text(20), 'line-height="normal"')))
case("line-height-inherited", one(block(block(text(12), 'font-size="16pt"'), 'line-height="1.5"') + block(block(text(12), 'font-size="16pt"'), 'line-height="150%"') + block(block(text(12), 'font-size="16pt"'), 'line-height="15pt"')))
case("line-height-mixed", one(block("small " + '<fo:inline font-size="18pt">big</fo:inline> ' + text(20)) + block(text(10), 'font-size="18pt"')))
case("line-height-mixed-fixed", one(block("small " + '<fo:inline font-size="18pt">big</fo:inline> ' + text(20), 'line-height="12pt"') + block("x")))
case("line-stacking-font-height", one(block("small " + '<fo:inline font-size="18pt">big</fo:inline> ' + text(20), 'line-stacking-strategy="font-height"') + block("x")))
case("line-height-shift", one(block("x" + '<fo:inline baseline-shift="8pt" font-size="7pt">up</fo:inline> ' + text(20)) + block("x" + '<fo:inline baseline-shift="8pt">up</fo:inline> ' + text(20), 'line-height-shift-adjustment="disregard-shifts"')))
case("keep-together", one(lines(11) + block(lines(4, "kept"), 'keep-together.within-page="always"') + lines(3)))
case("keep-together-column", one(lines(11) + block(lines(4, "kept"), 'keep-together.within-column="always"') + lines(3)))
case("keep-together-lines", one(lines(11) + block(text(40), 'keep-together.within-column="always"')))
case("keep-integer", one(lines(11) + block(lines(4, "kept"), 'keep-together.within-page="5"') + lines(3)))
case("keep-with-next", one(lines(12) + block("head", 'keep-with-next.within-page="always"') + block("head2", 'keep-with-next="always"') + block(text(30))))
case("keep-with-previous", one(lines(13) + block(text(20)) + block("tail", 'keep-with-previous.within-page="always"')))
case("keep-chain", one(lines(9) + "".join(block(f"k {i}", 'keep-with-next.within-column="always"') for i in range(6)) + block("end")))
case("keep-nested-next", one(lines(13) + block(block("a") + block("inner", 'keep-with-next.within-page="always"')) + block(block("next") + block("more"))))
case("keep-too-long", one(lines(3) + block(lines(30, "kept"), 'keep-together.within-page="always"') + block("after")))
case("page-break-css", one(block("a", 'page-break-after="always"') + block("b") + block("c", 'page-break-before="always"') + block(lines(3), 'page-break-inside="avoid"')))
case("page-break-avoid-after", one(lines(13) + block("head", 'page-break-after="avoid"') + block(text(30))))
case("breaks", one(block("a") + block("b", 'break-before="page"') + block("c", 'break-after="page"') + block("d") + block("e", 'break-before="page" break-after="page"') + block("f")))
case("break-nested", one(block(block(block("first", 'break-before="page"') + block("second"))) + block(block("x", 'break-after="page"')) + block("y")))
case("break-odd-even", one(block("a") + block("b", 'break-before="even-page"') + block("c", 'break-before="even-page"') + block("d", 'break-before="odd-page"') + block("e", 'break-before="odd-page"')))
case("break-double", one(block("a", 'break-after="page"') + block("b", 'break-before="page"') + block("c", 'break-after="odd-page"') + block("d", 'break-before="page"')))
case("break-in-border", one(block(block("a") + block("b", 'break-before="page"') + block("c"), f'{B} padding="5pt"')))
case("break-first-last", one(block("a", 'break-before="page"') + block("b", 'break-after="page"')))
case("widows", one(lines(12) + block(text(30)) + block(text(34, 3))))
case("orphans", one(lines(14) + block(text(30))))
case("widows-four", one(lines(10) + block(text(44), 'widows="4" orphans="4"')))
case("orphans-one", one(lines(14) + block(text(30), 'widows="1" orphans="1"')))
case("page-overflow-exact", one(lines(15) + block("last", 'space-before="0pt"') + lines(20)))
case("anonymous-blocks", one(block("before " + block("inside") + " behind <fo:inline>inline</fo:inline> text" + block("second") + "end")))
case("block-in-inline", one(block("a <fo:inline>b " + block("c") + " d</fo:inline> e")))
case("wrapper", one('<fo:wrapper color="red" font-weight="bold">' + block("a") + block("b") + "</fo:wrapper>" + block('<fo:wrapper font-style="italic">c</fo:wrapper> d')))
case("display-align-body", one(block(text(20)), body='display-align="center"'))
case("display-align-after", one(block(text(20)) + block("b"), body='display-align="after"'))
case("visibility", one(block("seen") + block("hidden", 'visibility="hidden"') + block("seen again")))
case("white-space-default", one(block("  a   b\n  c \n\n d  ") + block("e\u00a0\u00a0f\u2003g")))
case("white-space-pre", one(block("  a   b\n  c \n\n d  ", 'white-space="pre"') + block(text(40), 'white-space="nowrap"') + block("  a   b\n  c \n\n d  " + text(30), 'white-space="pre-wrap"')))
case("linefeed-preserve", one(block("a b\nc d\n\ne f", 'linefeed-treatment="preserve"') + block("\nx\n", 'linefeed-treatment="preserve"') + block("a b\nc d\n\ne f", 'linefeed-treatment="ignore"')))
case("white-space-collapse-false", one(block("a    b     c\n   d", 'white-space-collapse="false"') + block("  a    b  ", 'white-space-collapse="false" white-space-treatment="preserve" linefeed-treatment="preserve"')))
case("white-space-treatment", one("".join(block("  a  b  \n  c  d  \n e", f'white-space-treatment="{t}" linefeed-treatment="preserve" white-space-collapse="false"') for t in ("ignore", "preserve", "ignore-if-before-linefeed", "ignore-if-after-linefeed", "ignore-if-surrounding-linefeed"))))
case("white-space-inline-edges", one(block("a <fo:inline> b </fo:inline> c<fo:inline>d</fo:inline> <fo:inline>e</fo:inline>")))
case("linefeed-inline", one(block("a<fo:inline>b\nc</fo:inline>\nd", 'linefeed-treatment="preserve"')))
case("no-wrap", one(block(text(8), 'wrap-option="no-wrap"') + block(text(30))))
case("zero-width-space", one(block("abcdefghijklmn\u200bopqrstuvwxyz" * 4) + block("soft\u00adhyphen " * 20)))
case("long-words", one(block("x" * 30 + " " + "y" * 20 + " " + text(5))))
case("line-break-characters", one(block("one/two/three-four-five (six) [seven] 10% $12.50 3,000.00 a-b-c-d e\u2013f g\u2014h " * 3)))
case("line-break-url", one(block("see http://www.example.org/some/long/path/name.html?query=one&amp;other=two for the rest " * 2)))
case("numbers-units", one(block("weighs 12 kg and 13 m and costs 1 000 000 or more " * 4)))

# --- inline ----------------------------------------------------------------------------------------------------------
case("inline-fonts", one(block('a <fo:inline font-weight="bold">bold</fo:inline> <fo:inline font-style="italic">italic</fo:inline> <fo:inline font-family="monospace">mono</fo:inline> <fo:inline font-family="sans-serif" font-size="14pt">sans</fo:inline> ' + text(20))))
case("font-shorthand", one(block(text(12), 'font="italic bold 12pt/18pt sans-serif"') + block(text(12), 'font="14pt Courier"')))
case("font-sizes", one("".join(block(s, f'font-size="{s}"') for s in ("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "larger", "smaller", "120%", "1.5em"))))
case("font-weights", one("".join(block(w, f'font-weight="{w}"') for w in ("normal", "bold", "bolder", "lighter", "400", "700", "800"))))
case("font-family-list", one(block(text(12), "font-family=\"Nowhere, 'Times New Roman', serif\"") + block(text(12), 'font-family="Arial"') + block(text(12), 'font-family="Courier"')))
case("letter-spacing", one(block(text(20), 'letter-spacing="1pt"') + block('a <fo:inline letter-spacing="3pt">spaced words here</fo:inline> b') + block(text(20), 'letter-spacing="-0.3pt" text-align="justify"')))
case("word-spacing", one(block(text(20), 'word-spacing="5pt"') + block(text(20), 'word-spacing="2pt" text-align="justify"')))
case("text-decoration", one(block('<fo:inline text-decoration="underline">under</fo:inline> <fo:inline text-decoration="overline">over</fo:inline> <fo:inline text-decoration="line-through">through</fo:inline>')))
case("baseline-shift", one(block('x<fo:inline baseline-shift="super" font-size="7pt">2</fo:inline> y<fo:inline baseline-shift="sub" font-size="7pt">3</fo:inline> z<fo:inline baseline-shift="4pt">4</fo:inline> w<fo:inline baseline-shift="-20%">5</fo:inline> ' + text(20))))
case("vertical-align", one(block('x<fo:inline vertical-align="super">2</fo:inline> y<fo:inline vertical-align="sub">3</fo:inline> ' + text(20))))
case("baseline-nested", one(block('x<fo:inline baseline-shift="super" font-size="8pt">2<fo:inline baseline-shift="super" font-size="6pt">3</fo:inline></fo:inline> ' + text(20))))
case("inline-box", one(block(text(6) + f' <fo:inline {B} padding="2pt">boxed words go on {text(12)}</fo:inline> ' + text(6))))
case("inline-space", one(block('a<fo:inline space-start="10pt" space-end="20pt">b</fo:inline>c <fo:inline padding-left="8pt" border-right="2pt solid red">d</fo:inline> e')))
case("inline-nested", one(block('a <fo:inline color="red">b <fo:inline font-weight="bold">c <fo:inline font-size="14pt">d</fo:inline> e</fo:inline> f</fo:inline> g')))
case("character", one(block('a<fo:character character="b"/>c <fo:character character="X" font-weight="bold"/>')))
case("text-transform", one(block("Mixed Case words", 'text-transform="uppercase"') + block("Mixed Case words", 'text-transform="lowercase"') + block("mixed case words", 'text-transform="capitalize"')))
case("leader-rule", one(block('a <fo:leader leader-pattern="rule" leader-length="50pt"/> b') + block('a<fo:leader leader-pattern="rule" leader-length="100%" rule-thickness="2pt"/>') + block('<fo:leader leader-pattern="rule" leader-length="50%" rule-style="dotted"/>') + block("x")))
case("leader-dots", one("".join(block(f'{t}<fo:leader leader-pattern="dots"/>{i}', 'text-align-last="justify"') for i, t in enumerate(("alpha", "beta gamma", "d")))))
case("leader-dots-width", one("".join(block(f'{t}<fo:leader leader-pattern="dots" leader-pattern-width="6pt" leader-alignment="reference-area"/>{i}', 'text-align-last="justify"') for i, t in enumerate(("alpha", "beta gamma", "d")))))
case("leader-space", one(block('a<fo:leader leader-length="40pt"/>b<fo:leader/>c') + block('left<fo:leader leader-pattern="space"/>right', 'text-align-last="justify"')))
case("leader-lengths", one(block('a<fo:leader leader-length.minimum="10pt" leader-length.optimum="30pt" leader-length.maximum="100pt" leader-pattern="rule"/>b') + block('a<fo:leader leader-length.minimum="10pt" leader-length.optimum="30pt" leader-length.maximum="100pt" leader-pattern="rule"/>b', 'text-align-last="justify"')))
case("leader-use-content", one(block('a<fo:leader leader-pattern="use-content" leader-length="60pt">*-</fo:leader>b')))
case("leader-two", one(block('a<fo:leader leader-pattern="dots"/>middle<fo:leader leader-pattern="dots"/>z', 'text-align="justify" text-align-last="justify"')))
case("leader-in-long-line", one(block(text(14) + '<fo:leader leader-pattern="dots"/>12', 'text-align-last="justify"')))
case("leader-signature", one(block('Name <fo:leader leader-pattern="rule" leader-length="5cm"/> (signature)') + block('<fo:leader leader-pattern="rule" leader-length.optimum="100%"/>') + block('<fo:leader leader-pattern="dots" leader-length="10cm"/>')))

# --- expressions -----------------------------------------------------------------------------------------------------
case("expressions", one(block(text(12), 'start-indent="2em + 3pt"') + block(text(12), 'start-indent="(10pt + 5pt) * 2"') + block(text(12), 'start-indent="60pt div 3"') + block(text(12), 'start-indent="10mm - 5pt"') + block(text(12), 'font-size="10pt * 1.2"')))
case("expression-functions", one(block(text(12), 'start-indent="max(10pt, 20pt)"') + block(text(12), 'start-indent="min(10pt, 20pt)"') + block(text(12), 'start-indent="abs(-15pt)"') + block(text(12), 'font-size="round(11.6) * 1pt"') + block(text(12), 'font-size="floor(11.6) * 1pt"')))
case("units", one("".join(block(u, f'start-indent="{u}"') for u in ("10pt", "10mm", "1cm", "0.5in", "2pc", "20px", "2em", "10%"))))
case("em-inherited", one(block(block(text(6), 'margin-left="2em"') + block(text(6), 'font-size="0.8em" margin-left="2em"'), 'font-size="15pt"')))
case("from-parent", one(block(block(text(6), 'font-size="from-parent(font-size) * 0.8" color="from-parent(color)"') + block(text(5), 'font-size="from-parent()"'), 'font-size="15pt" color="red"')))
case("inherited-property-value", one(block(block(text(6), 'margin-left="inherited-property-value(margin-left) + 10pt" font-size="inherited-property-value(font-size) + 2pt"'), 'font-size="12pt" margin-left="10pt"')))
case("from-nearest-specified", one(block(block(block(text(6), 'space-before="from-nearest-specified-value(space-before)"')), 'space-before="12pt"')))
case("inherit-keyword", one(block(block(text(6), 'padding="inherit" border="inherit" background-color="inherit" margin-left="inherit"'), f'padding="4pt" {B} background-color="#eeeeee" margin-left="10pt"')))
case("rgb", one(block("a", 'color="rgb(255, 0, 0)"') + block("b", 'color="#0f0"') + block("c", 'color="#0000ff"') + block("d", 'color="navy" background-color="transparent"')))

# --- lists -----------------------------------------------------------------------------------------------------------
case("list", one(f"<fo:list-block>{items(4, 14)}</fo:list-block>"))
case("list-distances", one(f'<fo:list-block provisional-distance-between-starts="40pt" provisional-label-separation="10pt">{items(4, 14)}</fo:list-block>'))
case("list-em", one(f'<fo:list-block provisional-distance-between-starts="2em" provisional-label-separation="0.5em">{items(3, 14)}</fo:list-block>'))
case("list-indented", one(f'<fo:list-block start-indent="20pt" end-indent="15pt">{items(4, 14)}</fo:list-block>' + f'<fo:list-block margin-left="20pt">{items(2, 14)}</fo:list-block>'))
case("list-nested", one('<fo:list-block>' + item("1.", block("outer") + f"<fo:list-block>{items(3, 12)}</fo:list-block>") + items(2) + "</fo:list-block>"))
case("list-own-indents", one('<fo:list-block>' + item("long label text", text(14), label_end="160pt", body_start="70pt") + "</fo:list-block>"))
case("list-spaces", one('<fo:list-block space-before="10pt" space-after="6pt">' + "".join(item("*", text(10, i), 'space-after="5pt" space-before="3pt"') for i in range(4)) + "</fo:list-block>" + block("end")))
case("list-pages", one(f"<fo:list-block>{items(20, 12)}</fo:list-block>"))
case("list-item-break", one(lines(12) + "<fo:list-block>" + item("1.", text(60)) + item("2.", text(60)) + "</fo:list-block>"))
case("list-item-keep", one(lines(12) + "<fo:list-block>" + item("1.", text(30), 'keep-together.within-page="always"') + item("2.", text(10), 'keep-with-previous.within-page="always"') + "</fo:list-block>"))
case("list-keep-next", one(lines(13) + "<fo:list-block>" + item("1.", "one", 'keep-with-next="always"') + item("2.", text(30)) + "</fo:list-block>"))
case("list-tall-label", one('<fo:list-block provisional-distance-between-starts="50pt">' + item(text(8), "short") + item("b", text(12)) + "</fo:list-block>"))
case("list-border", one(f'<fo:list-block {B} padding="4pt">' + item("a", text(12), B) + "</fo:list-block>"))
case("list-margin-left", one(f'<fo:list-block margin-left="10pt" margin-right="30pt" provisional-distance-between-starts="18pt">{items(3, 14)}</fo:list-block>'))
case("list-break", one("<fo:list-block>" + item("1.", "a") + item("2.", "b", 'break-before="page"') + item("3.", block("c") + block("d", 'break-before="page"')) + "</fo:list-block>"))

# --- tables ----------------------------------------------------------------------------------------------------------
BC = 'border="0.5pt solid black" padding="2pt"'
simple = "".join(row(cell(f"a{i}"), cell(f"b{i}"), cell(f"c{i}")) for i in range(3))
bordered = "".join(row(cell(f"a{i}", BC), cell(f"b{i} " + text(5, i), BC), cell(f"c{i}", BC)) for i in range(3))
case("table-no-columns", one(table(simple)))
case("table-fixed-widths", one(table(simple, column("40pt") + column("60pt") + column("30pt"))))
case("table-percent", one(table(simple, column("20%") + column("50%") + column("30%"))))
case("table-proportional", one(table(simple, column("proportional-column-width(1)") + column("proportional-column-width(3)") + column("proportional-column-width(2)"))))
case("table-mixed-widths", one(table(simple, column("40pt") + column("proportional-column-width(1)") + column("25%"))))
case("table-proportional-and-fixed", one(table(simple, column("proportional-column-width(1)") + column("proportional-column-width(2) + 10pt") + column("30pt"))))
case("table-auto", one(table(bordered, attributes='table-layout="auto" width="100%"')))
case("table-auto-columns", one(table(bordered, column("30pt") + "<fo:table-column/>" + column("50pt"), attributes='width="100%"')))
case("table-auto-no-width", one(table(bordered, column("30pt") + column("80pt") + column("50pt"), attributes="")))
case("table-width", one(table(bordered, attributes='table-layout="fixed" width="150pt"')))
case("table-width-percent", one(table(bordered, attributes='table-layout="fixed" width="60%"')))
case("table-narrow-columns", one(table(simple, column("30pt") + column("30pt") + column("30pt"))))
case("table-columns-repeated", one(table(simple, column("40pt", 'number-columns-repeated="3"'))))
case("table-column-number", one(table(simple, column("30pt", 'column-number="2"') + column("50pt", 'column-number="1"') + column("70pt", 'column-number="3"'))))
case("table-borders-collapse", one(table(bordered)))
case("table-borders-separate", one(table(bordered, attributes='table-layout="fixed" width="100%" border-collapse="separate"')))
case("table-border-separation", one(table(bordered, attributes=f'table-layout="fixed" width="100%" border-collapse="separate" border-separation="6pt" {B}')))
case("table-border-spacing", one(table(bordered, attributes='table-layout="fixed" width="100%" border-collapse="separate" border-spacing="4pt 8pt"')))
case("table-outer-border", one(table(simple, attributes='table-layout="fixed" width="100%" border="2pt solid black"')))
case("table-outer-border-separate", one(block("x") + table(simple, attributes='table-layout="fixed" width="100%" border="2pt solid black" padding="3pt" border-collapse="separate"') + block("y")))
case("table-thick-collapse", one(table("".join(row(cell("a", 'border="4pt solid black"'), cell("b", 'border="1pt solid red"'), cell("c")) for _ in range(3))) + block("y")))
case("table-row-borders", one(table("".join(row(cell("a"), cell("b"), cell("c"), attributes='border-bottom="2pt solid black"') for _ in range(3)))))
case("table-column-borders", one(table(simple, column("40pt", 'border="2pt solid black"') + column("60pt") + column("30pt", 'border-left="1pt dashed red"'))))
case("table-colspan", one(table(row(cell("wide " + text(8), BC + ' number-columns-spanned="2"'), cell("c", BC)) + row(cell("a", BC), cell("b", BC), cell("c", BC)) + row(cell("all", BC + ' number-columns-spanned="3"')))))
case("table-rowspan", one(table(row(cell("tall " + text(12), BC + ' number-rows-spanned="2"'), cell("b", BC), cell("c", BC)) + row(cell("b", BC), cell("c", BC)) + row(cell("a", BC), cell("b", BC), cell("c", BC)))))
case("table-rowspan-colspan", one(table(row(cell("A", BC + ' number-rows-spanned="2" number-columns-spanned="2"'), cell("b", BC)) + row(cell("c", BC)) + row(cell("d", BC), cell("e", BC), cell("f", BC)))))
case("table-rowspan-tall", one(table(row(cell(text(40), BC + ' number-rows-spanned="3"'), cell("b", BC)) + row(cell("b", BC)) + row(cell("c", BC)) + row(cell("d", BC), cell("e", BC)))))
case("table-rowspan-break", one(lines(10) + table(row(cell(text(30), BC + ' number-rows-spanned="3"'), cell(text(12), BC)) + row(cell(text(12), BC)) + row(cell(text(12), BC)) + row(cell("d", BC), cell("e", BC)))))
case("table-cell-column-number", one(table(row(cell("b", 'column-number="2"'), cell("c", 'column-number="3"')) + row(cell("a", 'column-number="1"'), cell("c", 'column-number="3"')), column("50pt", 'number-columns-repeated="3"'))))
case("table-empty-cells", one(table(row(cell("a", BC), cell("", BC), cell("c", BC)) + row(cell("d", BC), f'<fo:table-cell {BC}><fo:block/></fo:table-cell>') + row(cell("e", BC)), column("50pt", 'number-columns-repeated="3"'))))
case("table-starts-row", one(table(cell("a", 'starts-row="true"') + cell("b") + cell("c", 'ends-row="true"') + cell("d") + cell("e") + cell("f", 'ends-row="true"'), column("50pt", 'number-columns-repeated="3"'))))
case("table-header-footer", one(table("".join(row(cell(f"r{i}"), cell(f"s{i}")) for i in range(40)), header=row(cell("head 1"), cell("head 2")), footer=row(cell("foot 1"), cell("foot 2")))))
case("table-header-borders", one(table("".join(row(cell(f"r{i}", BC), cell(f"s{i}", BC)) for i in range(40)), header=row(cell("head 1", 'border="2pt solid black"'), cell("head 2", BC)), footer=row(cell("foot 1", BC), cell("foot 2", BC)))))
case("table-omit-header", one(table("".join(row(cell(f"r{i}")) for i in range(40)), header=row(cell("head")), footer=row(cell("foot")), attributes='table-layout="fixed" width="100%" table-omit-header-at-break="true" table-omit-footer-at-break="true"')))
case("table-header-two-rows", one(table("".join(row(cell(f"r{i}"), cell(f"s{i}")) for i in range(30)), header=row(cell("head", 'number-columns-spanned="2"')) + row(cell("h1"), cell("h2")))))
case("table-two-bodies", one('<fo:table table-layout="fixed" width="100%"><fo:table-body>' + simple + "</fo:table-body><fo:table-body>" + simple + "</fo:table-body></fo:table>"))
case("table-row-breaks", one(lines(9) + table("".join(row(cell(text(20, i), BC), cell(text(9, i), BC)) for i in range(6)))))
case("table-row-keep", one(lines(9) + table("".join(row(cell(text(20, i), BC), cell(text(9, i), BC), attributes='keep-together.within-page="always"') for i in range(6)))))
case("table-row-keep-next", one(lines(12) + table(row(cell("a"), attributes='keep-with-next="always"') + row(cell("b"), attributes='keep-with-next="always"') + row(cell("c")) + row(cell("d"), attributes='keep-with-previous="always"') + row(cell("e")))))
case("table-keep-together", one(lines(11) + table("".join(row(cell(f"r{i}")) for i in range(5)), attributes='table-layout="fixed" width="100%" keep-together.within-page="always"') + block("end")))
case("table-keep-next", one(lines(11) + table(row(cell("a")) + row(cell("b")), attributes='table-layout="fixed" width="100%" keep-with-next="always"') + block(text(30))))
case("table-row-height", one(table(row(cell("a", BC), cell("b", BC), attributes='height="40pt"') + row(cell("a", BC), cell("b", BC), attributes='block-progression-dimension.minimum="30pt"') + row(cell("c", BC + ' height="25pt"'), cell("d", BC)))))
case("table-display-align", one(table(row(cell(text(20), BC), cell("b", BC + ' display-align="center"'), cell("c", BC + ' display-align="after"')) + row(cell("a", BC + ' display-align="after"'), cell(text(12), BC), cell("c", BC), attributes='display-align="center"'))))
case("table-cell-padding", one(table(row(cell("a", 'padding="6pt"'), cell("b", 'padding-left="10pt" padding-top="4pt"'), cell("c")))))
case("table-cell-margin", one(table(row(cell(block(text(8), 'margin="5pt"'), BC), cell(block("b", 'space-before="10pt" space-after="10pt"'), BC)))))
case("table-cell-retain-space", one(table(row(cell(block("a", 'space-before="10pt" space-before.conditionality="retain"'), BC), cell("b", BC)))))
case("table-text-align", one(table(row(cell("a", BC + ' text-align="center"'), cell("b", BC + ' text-align="end"'), cell(block("c", 'text-align="right"'), BC)))))
case("table-indent-inherited", one(block(table(bordered), 'start-indent="20pt"') + table(bordered, attributes='table-layout="fixed" width="150pt" start-indent="30pt"')))
case("table-margin-left", one(table(bordered, attributes='table-layout="fixed" width="150pt" margin-left="30pt"') + block(table(bordered, attributes='table-layout="fixed" width="100%"'), 'margin-left="20pt"')))
case("table-indent-cells", one(table(row(cell("a", BC), cell("b", BC)), attributes='table-layout="fixed" width="150pt" margin-left="30pt" start-indent="10pt"')))
case("table-nested", one(table(row(cell("a", BC), cell(table(row(cell("x", BC), cell("y", BC))), BC)) + row(cell("c", BC), cell("d", BC)))))
case("table-list-in-cell", one(table(row(cell("a", BC), cell(f"<fo:list-block>{items(2, 5)}</fo:list-block>", BC)))))
case("table-in-list", one("<fo:list-block>" + item("1.", table(bordered)) + "</fo:list-block>"))
case("table-spaces", one(block("a", 'space-after="5pt"') + table(simple, attributes='table-layout="fixed" width="100%" space-before="12pt" space-after="9pt"') + block("b", 'space-before="4pt"')))
case("table-break", one(table(simple, attributes='table-layout="fixed" width="100%" break-before="page"') + table(row(cell("x")) + row(cell("y"), attributes='break-before="page"') + row(cell("z"), attributes='break-after="page"') + row(cell("w")))))
case("table-break-in-cell", one(table(row(cell(block("a") + block("b", 'break-before="page"')), cell("c")))))
case("table-background", one(table("".join(row(cell(f"a{i}"), cell(f"b{i}"), attributes='background-color="#eeeeee"' if i % 2 else "") for i in range(4)))))
case("table-widows-in-cell", one(lines(12) + table(row(cell(text(30), BC), cell(text(18), BC)))))
case("table-big-row", one(table(row(cell(text(200), BC), cell(text(20), BC)) + row(cell("x", BC), cell("y", BC)))))
case("table-row-longer-than-page", one(lines(2) + table(row(cell(text(300), BC), cell("y", BC), attributes='keep-together.within-page="always"'))))
case("table-from-table-column", one(table(row(cell("a", 'text-align="from-table-column(text-align)"'), cell("b", 'text-align="from-table-column()"')), column("60pt", 'text-align="end"') + column("60pt", 'text-align="center"'))))
case("table-span-columns-width", one(table(row(cell("wide " + text(10), BC + ' number-columns-spanned="2"'), cell("c", BC)), column("30pt") + column("70pt") + column("50pt"))))
case("table-header-rowspan", one(table(simple, header=row(cell("h", BC + ' number-rows-spanned="2"'), cell("g", BC + ' number-columns-spanned="2"')) + row(cell("x", BC), cell("y", BC)))))
case("table-keep-header", one(lines(14) + table("".join(row(cell(f"r{i}")) for i in range(5)), header=row(cell("head")))))
case("table-footnote", one(table(row(cell(block("a" + footnote("1", "note one"))), cell("b")) + row(cell("c"), cell(block("d" + footnote("2", "note two")))))))
case("table-border-break", one(lines(11) + table(row(cell(text(40), 'border="2pt solid black" padding="4pt"'), cell("b", 'border="2pt solid black" padding="4pt"')))))
case("table-border-break-separate", one(lines(11) + table(row(cell(text(40), 'border="2pt solid black" padding="4pt"'), cell("b", 'border="2pt solid black" padding="4pt"')), attributes='table-layout="fixed" width="100%" border-collapse="separate"')))

# --- footnotes, markers, links ----------------------------------------------------------------------------------------
SEPARATOR = '<fo:static-content flow-name="xsl-footnote-separator">' + block('<fo:leader leader-pattern="rule" leader-length="50pt" rule-thickness="0.5pt"/>') + "</fo:static-content>"
case("footnote", one(block(text(20) + footnote("1", "the first note") + " " + text(20) + footnote("2", text(14)) + " end")))
case("footnote-separator", one(block(text(20) + footnote("1", "the first note") + " " + text(20)), SEPARATOR))
case("footnote-pages", one("".join(block(text(16, i) + footnote(str(i), text(9, i))) for i in range(12)), SEPARATOR))
case("footnote-at-foot", one(lines(13) + block(text(20) + footnote("1", text(20)) + " " + text(20))))
case("footnote-in-list", one("<fo:list-block>" + item("1.", block("one" + footnote("*", "starred"))) + "</fo:list-block>", SEPARATOR))
case("footnote-split", one(lines(11) + block("a" + footnote("1", text(150)) + " " + text(10)) + lines(5), SEPARATOR))
case("marker-first", one("".join(block(f'<fo:marker marker-class-name="m">chapter {i}</fo:marker>' + text(40, i)) for i in range(8)), static(block('<fo:retrieve-marker retrieve-class-name="m" retrieve-position="first-starting-within-page"/>')), body='margin-top="20pt"', regions='<fo:region-before extent="15pt"/>'))
for position in ("first-including-carryover", "last-starting-within-page", "last-ending-within-page"):
    case("marker-" + position, one("".join(block(f'<fo:marker marker-class-name="m">chapter {i}</fo:marker>' + text(70, i)) for i in range(8)), static(block(f'<fo:retrieve-marker retrieve-class-name="m" retrieve-position="{position}"/>')), body='margin-top="20pt"', regions='<fo:region-before extent="15pt"/>'))
for boundary in ("page", "page-sequence", "document"):
    document = root(master(body='margin-top="20pt"', regions='<fo:region-before extent="15pt"/>'),
                    "".join(sequence(block((f'<fo:marker marker-class-name="m">part {i}</fo:marker>' if i < 2 else "") + text(130, i)), static(block(f'head <fo:retrieve-marker retrieve-class-name="m" retrieve-boundary="{boundary}"/>'))) for i in range(4)))
    case("marker-boundary-" + boundary, document)
case("marker-nested", one(block('<fo:marker marker-class-name="m">outer</fo:marker>' + block('<fo:marker marker-class-name="m">inner</fo:marker>' + text(20)) + block(text(150))), static(block('<fo:retrieve-marker retrieve-class-name="m" retrieve-position="last-ending-within-page"/>')), body='margin-top="20pt"', regions='<fo:region-before extent="15pt"/>'))
case("links", one(block('go to <fo:basic-link internal-destination="there" color="blue">the target</fo:basic-link> or <fo:basic-link external-destination="url(http://example.org)">outside</fo:basic-link>') + block("target", 'id="there" break-before="page"')))
case("bookmarks", root(master(), sequence(block("one", 'id="a"') + block("two", 'id="b" break-before="page"')), between='<fo:bookmark-tree><fo:bookmark internal-destination="a"><fo:bookmark-title>A</fo:bookmark-title><fo:bookmark internal-destination="b"><fo:bookmark-title>B</fo:bookmark-title></fo:bookmark></fo:bookmark></fo:bookmark-tree>'))

# --- pages -----------------------------------------------------------------------------------------------------------
REGIONS = '<fo:region-before extent="20pt"/><fo:region-after extent="15pt"/><fo:region-start extent="25pt"/><fo:region-end extent="30pt"/>'
STATICS = static(block("before " + text(4))) + static(block("after")) .replace("region-before", "region-after") + static(block("start"), "start") + static(block("end"), "end")
case("regions", one(block(text(60)), STATICS, body='margin="22pt 32pt 18pt 27pt"', regions=REGIONS))
case("regions-precedence", one(block(text(60)), STATICS, body='margin="22pt 32pt 18pt 27pt"', regions=REGIONS.replace('extent="20pt"', 'extent="20pt" precedence="true"').replace('extent="15pt"', 'extent="15pt" precedence="true"')))
case("region-display-align", one(block(text(20)), STATICS, body='margin="22pt 32pt 28pt 27pt"', regions=REGIONS.replace('extent="15pt"', 'extent="25pt" display-align="after"').replace('extent="25pt"/><fo:region-end', 'extent="25pt" display-align="center"/><fo:region-end')))
case("region-padding-border", one(block(text(60)), STATICS, body='margin="30pt" padding="0pt"', regions='<fo:region-before extent="25pt" border-bottom="1pt solid black" padding="3pt"/><fo:region-after extent="15pt" background-color="#eeeeee"/>').replace('flow-name="xsl-region-start"', 'flow-name="xsl-region-start"'))
case("region-names", one(block("x"), '<fo:static-content flow-name="head">' + block("named head") + "</fo:static-content>", body='margin-top="20pt"', regions='<fo:region-before region-name="head" extent="15pt"/>'))
case("region-percent", one(block(text(30)), static(block("head")), body='margin-top="15%" margin-left="10%"', regions='<fo:region-before extent="10%"/>'))
case("page-margins", one(block(text(60)), margin="10pt 20pt 30pt 40pt"))
case("page-units", one(block(text(60)), size="8cm 3in", margin="5mm"))
case("page-default-size", root('<fo:simple-page-master master-name="page"><fo:region-body/></fo:simple-page-master>', sequence(block(text(500)) + lines(60))))
case("page-numbers", one("".join(block(f"{i} page <fo:page-number/>", 'break-before="page"') for i in range(12)), static(block('page <fo:page-number/> of <fo:page-number-citation ref-id="end"/>', 'text-align="end"')), body='margin-top="20pt"', regions='<fo:region-before extent="15pt"/>').replace("11 page", '<fo:inline id="end"/>11 page'))
case("page-number-last", root(master(body='margin-bottom="20pt"', regions='<fo:region-after extent="15pt"/>'), sequence(lines(40), static(block('<fo:page-number/> / <fo:page-number-citation-last ref-id="all"/>', 'text-align="center"'), "after"), 'id="all"')))
case("page-number-justified", one("".join(block(f'chapter {i}<fo:leader leader-pattern="dots"/><fo:page-number-citation ref-id="c{i}"/>', 'text-align-last="justify"') for i in range(4)) + "".join(block(f"chapter {i}", f'id="c{i}" break-before="page"') for i in range(4))))
case("page-number-centered", one(block('see page <fo:page-number-citation ref-id="x"/> for more', 'text-align="center"') + block('page <fo:page-number/>', 'text-align="end"') + block("x", 'id="x" break-before="page"')))
for style in ("1", "i", "I", "a", "A", "01"):
    case("page-format-" + ("lower-" if style in "ia" else "upper-" if style in "IA" else "") + style.lower(), root(master(), sequence("".join(block("<fo:page-number/>", 'break-before="page"') for _ in range(5)), attributes=f'format="{style}"')))
for initial in ("5", "auto-odd", "auto-even"):
    case("initial-" + initial, root(master(), sequence(block("a <fo:page-number/>") + block("b <fo:page-number/>", 'break-before="page"')) + sequence(block("c <fo:page-number/>"), attributes=f'initial-page-number="{initial}"')))
for force in ("even", "odd", "end-on-even", "end-on-odd", "no-force"):
    case("force-" + force, root(master(), sequence(block("a <fo:page-number/>"), attributes=f'force-page-count="{force}"') + sequence(block("c <fo:page-number/>") + block("d <fo:page-number/>", 'break-before="page"'), attributes=f'force-page-count="{force}"')))
three = "".join(master(n, body='margin-top="20pt"', regions=f'<fo:region-before region-name="{n}" extent="15pt"/>') for n in ("first", "odd", "even", "last", "blank", "rest"))
heads = "".join(f'<fo:static-content flow-name="{n}">{block(n + " head")}</fo:static-content>' for n in ("first", "odd", "even", "last", "blank", "rest"))
case("masters-odd-even", root(three + alternatives(conditional("first", 'page-position="first"'), conditional("odd", 'odd-or-even="odd"'), conditional("even", 'odd-or-even="even"')), sequence(lines(60), heads, reference="book")))
case("masters-last", root(three + alternatives(conditional("first", 'page-position="first"'), conditional("last", 'page-position="last"'), conditional("rest", 'page-position="rest"')), sequence(lines(60), heads, reference="book")))
case("masters-only", root(three + alternatives(conditional("blank", 'page-position="only"'), conditional("first", 'page-position="first"'), conditional("last", 'page-position="last"'), conditional("rest", 'page-position="any"')), sequence(lines(3), heads, reference="book") + sequence(lines(40), heads, reference="book")))
case("masters-blank", root(three + alternatives(conditional("blank", 'blank-or-not-blank="blank"'), conditional("odd", 'odd-or-even="odd"'), conditional("even", 'odd-or-even="even"')), sequence(block("a") + block("b", 'break-before="odd-page"') + block("c", 'break-before="odd-page"'), heads, reference="book")))
case("masters-blank-end", root(three + alternatives(conditional("blank", 'blank-or-not-blank="blank"'), conditional("last", 'page-position="last"'), conditional("odd", "")), sequence(lines(3), heads, 'force-page-count="end-on-even"', reference="book")))
case("masters-single-repeatable", root(three + '<fo:page-sequence-master master-name="book"><fo:single-page-master-reference master-reference="first"/><fo:repeatable-page-master-reference master-reference="odd" maximum-repeats="2"/><fo:repeatable-page-master-reference master-reference="rest"/></fo:page-sequence-master>', sequence(lines(80), heads, reference="book")))
small_last = master("first") + master("rest", body='margin-bottom="40pt"')
case("masters-heights", root(small_last + alternatives(conditional("first", 'page-position="first"'), conditional("rest", 'page-position="any"')), sequence(lines(50), reference="book")))
case("masters-widths", root(master("first", size="240pt 120pt") + master("rest", size="160pt 120pt") + alternatives(conditional("first", 'page-position="first"'), conditional("rest", 'page-position="any"')), sequence(block(text(90)) + block(text(60, 3)), reference="book")))
case("masters-last-smaller", root(master("last", body='margin-bottom="100pt"') + master("rest") + alternatives(conditional("last", 'page-position="last"'), conditional("rest", 'page-position="any"')), sequence(lines(40), reference="book")))
case("sequences", root(master(), sequence(block("a <fo:page-number/>")) + sequence(block("b <fo:page-number/>")) + sequence(lines(20) + block("c <fo:page-number/>"))))
case("empty-flow", root(master(), sequence(block("")) + sequence(block("x"))))
case("title", root(master(), '<fo:page-sequence master-reference="page"><fo:title>Title</fo:title><fo:flow flow-name="xsl-region-body">' + block("x") + "</fo:flow></fo:page-sequence>"))
case("columns", one(block(text(150)) + block(text(60), 'space-before="5pt"'), body='column-count="2" column-gap="12pt"'))
case("columns-three", one(block(text(200)), body='column-count="3" column-gap="3mm"'))
case("columns-break", one(block("a") + block("b", 'break-before="column"') + block("c", 'break-before="column"') + block("d", 'break-before="page"'), body='column-count="2" column-gap="12pt"'))
case("columns-span", one(block("a heading over all columns " + text(8), 'span="all"') + block(text(60)) + block("another heading", 'span="all"') + block(text(90)), body='column-count="2" column-gap="12pt"'))
case("columns-span-pages", one(block(text(130)) + block("spanning " + text(20), 'span="all"') + block(text(160)), body='column-count="2" column-gap="12pt"'))
case("columns-footnote", one(block(text(40) + footnote("1", "note") + " " + text(60)), body='column-count="2" column-gap="12pt"'))
case("columns-keep", one(lines(14) + block(lines(4, "kept"), 'keep-together.within-column="always"') + lines(20), body='column-count="2"'))
case("columns-table", one(table("".join(row(cell(f"r{i}", BC), cell(f"s{i}", BC)) for i in range(30)), header=row(cell("h", BC), cell("g", BC))), body='column-count="2" column-gap="12pt"'))

# --- block containers, graphics -----------------------------------------------------------------------------------------
case("container", one(block("a") + f'<fo:block-container {B} padding="4pt">' + block(text(20)) + "</fo:block-container>" + block("b")))
case("container-height", one(block("a") + f'<fo:block-container height="60pt" {B}>' + block(text(20)) + "</fo:block-container>" + block("b")))
case("container-width", one(block("a") + f'<fo:block-container width="100pt" {B}>' + block(text(20)) + "</fo:block-container>" + block("b")))
case("container-min-height", one(block("a") + f'<fo:block-container block-progression-dimension.minimum="60pt" {B}>' + block(text(10)) + "</fo:block-container>" + block("b")))
case("container-display-align", one('<fo:block-container height="50pt" display-align="center">' + block("centre") + '</fo:block-container><fo:block-container height="50pt" display-align="after">' + block("after") + "</fo:block-container>" + block("b")))
case("container-absolute", one('<fo:block-container absolute-position="absolute" top="50pt" left="40pt" width="80pt" height="30pt">' + block("placed " + text(5)) + "</fo:block-container>" + block(text(20))))
case("container-absolute-right", one('<fo:block-container absolute-position="absolute" top="50pt" right="20pt" width="80pt" height="30pt">' + block("placed " + text(3)) + "</fo:block-container>" + block(text(20))))
case("container-absolute-bottom", one('<fo:block-container absolute-position="absolute" bottom="10pt" left="20pt" width="80pt" height="30pt">' + block("placed") + "</fo:block-container>" + block(text(20))))
case("container-fixed", one('<fo:block-container absolute-position="fixed" top="120pt" left="60pt" width="80pt" height="30pt">' + block("fixed " + text(3)) + "</fo:block-container>" + block(text(20))))
case("container-fixed-edges", one('<fo:block-container absolute-position="fixed" top="100pt" left="60pt" right="30pt" bottom="40pt">' + block("fixed " + text(12)) + "</fo:block-container>" + block(text(20))))
case("container-absolute-nested", one(block("x") + f'<fo:block-container height="100pt" {B}><fo:block-container absolute-position="absolute" top="20pt" left="30pt" width="60pt" height="20pt">' + block("in") + "</fo:block-container>" + block("flow") + "</fo:block-container>"))
case("container-absolute-in-flow", one(lines(4) + '<fo:block-container absolute-position="absolute" top="50pt" left="100pt">' + block("placed") + "</fo:block-container>" + lines(3)))
case("container-static", one(block("x"), static('<fo:block-container absolute-position="absolute" top="5pt" left="100pt" width="60pt">' + block("in head") + "</fo:block-container>"), body='margin-top="30pt"', regions='<fo:region-before extent="25pt"/>'))
case("container-indents", one('<fo:block-container start-indent="20pt" end-indent="10pt">' + block(text(14)) + block(text(8), 'start-indent="5pt"') + "</fo:block-container>" + '<fo:block-container margin-left="20pt">' + block(text(14)) + "</fo:block-container>"))
case("container-in-indented-block", one(block('<fo:block-container>' + block(text(14)) + '</fo:block-container>', 'start-indent="20pt" end-indent="10pt"')))
case("container-margin", one(block("a") + f'<fo:block-container margin="10pt" {B} padding="3pt">' + block(text(14)) + "</fo:block-container>" + block("b")))
case("container-spaces", one(block("a") + '<fo:block-container space-before="12pt" space-after="7pt">' + block(text(14), 'space-before="9pt" space-after="8pt"') + "</fo:block-container>" + block("b", 'space-before="5pt"')))
case("container-break", one(lines(10) + f'<fo:block-container {B}>' + block(text(90)) + "</fo:block-container>" + block("b")))
case("container-keep", one(lines(12) + '<fo:block-container keep-together.within-page="always">' + block(text(30)) + "</fo:block-container>" + block("b")))
case("container-height-pages", one(lines(12) + '<fo:block-container height="80pt">' + block(text(12)) + "</fo:block-container>" + block("b")))
for turn in ("90", "180", "270", "-90"):
    case("container-rotated" + turn, one(block("a") + f'<fo:block-container reference-orientation="{turn}" width="60pt" height="90pt" {B}>' + block(text(10)) + "</fo:block-container>" + block("b")))
case("container-rotated-auto", one(block("a") + '<fo:block-container reference-orientation="90" inline-progression-dimension="70pt">' + block(text(10)) + "</fo:block-container>" + block("b")))
case("container-rotated-cell", one(table(row(cell('<fo:block-container reference-orientation="90" width="50pt" height="20pt">' + block("turned") + "</fo:block-container>", BC), cell("b", BC)), column("40pt") + column("60pt"))))
case("container-overflow-hidden", one(f'<fo:block-container height="30pt" overflow="hidden" {B}>' + block(text(10)) + "</fo:block-container>" + block("b")))
case("graphic", one(block('a <fo:external-graphic src="url(picture.png)"/> b') + block("c")))
case("graphic-content-width", one(block('<fo:external-graphic src="url(\'picture.png\')" content-width="80pt"/>b') + block('<fo:external-graphic src="picture.png" content-height="50%"/>b') + block('<fo:external-graphic src="url(picture.png)" content-width="60pt" content-height="10pt" scaling="non-uniform"/>b')))
case("graphic-scale-to-fit", one(block('<fo:external-graphic src="url(picture.png)" width="100pt" height="30pt" content-width="scale-to-fit" content-height="scale-to-fit"/>b') + block('<fo:external-graphic src="url(picture.png)" width="20pt" content-width="scale-down-to-fit"/>b') + block('<fo:external-graphic src="url(picture.png)" width="100%" content-width="scale-to-fit"/>')))
case("graphic-box", one(block(f'x<fo:external-graphic src="url(picture.png)" width="100pt" height="40pt" {B} padding="3pt" text-align="center" display-align="center"/>y') + block("z")))
case("graphic-baseline", one(block('x<fo:external-graphic src="url(picture.png)" vertical-align="middle"/>y <fo:external-graphic src="url(picture.png)" baseline-shift="-5pt"/>z') + block("b")))
case("graphic-line-height", one(block('x<fo:external-graphic src="url(picture.png)"/>y', 'line-height="8pt"') + block("b")))
case("instream-svg", one(block('a <fo:instream-foreign-object><svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="20pt" viewBox="0 0 30 20"><path d="M0 0 L30 0 L15 20 Z" fill="#336699"/></svg></fo:instream-foreign-object> b') + block("c")))
case("instream-svg-scaled", one(block('a <fo:instream-foreign-object content-width="60pt"><svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20"><rect x="2" y="2" width="26" height="16" fill="red"/></svg></fo:instream-foreign-object> b') + block("c")))

# --- everything together ---------------------------------------------------------------------------------------------
case("letter", one(block("Company Ltd", 'font-size="14pt" font-weight="bold"') + block("Street 1", 'space-after="20pt"') + block("Dear Sir,", 'space-after="6pt"') + "".join(block(text(40, i), 'text-align="justify" space-after="6pt" text-indent="15pt"') for i in range(5)) + block("Yours", 'space-before="20pt" keep-with-previous="always"'), size="400pt 300pt", margin="30pt"))
invoice_rows = "".join(row(cell(str(i), BC), cell(text(3 + i % 5, i), BC), cell(f"{i * 7}.00", BC + ' text-align="right"')) for i in range(1, 40))
case("invoice", one(block("Invoice", 'font-size="16pt" space-after="10pt"') + table(invoice_rows, column("25pt") + column("proportional-column-width(1)") + column("60pt"), header=row(cell("No", BC), cell("What", BC), cell("Sum", BC), attributes='font-weight="bold"')) + block("Total", 'space-before="10pt" text-align="end"'), static(block('page <fo:page-number/>', 'text-align="center"'), "after"), body='margin-bottom="20pt"', regions='<fo:region-after extent="15pt"/>', size="300pt 250pt"))
case("report", one("".join(block(f"Chapter {i}", 'font-size="14pt" font-weight="bold" space-before="14pt" space-after="6pt" keep-with-next.within-page="always"') + "".join(block(text(30 + 7 * j, i + j), 'space-after="4pt" text-align="justify"') for j in range(3)) + f"<fo:list-block>{items(3, 9)}</fo:list-block>" for i in range(1, 6)), size="300pt 250pt"))

# Where we differ from FOP on purpose: the name of the case, and why.
EXPLAINED = {
    "book-toc-12": "dots on a grid; FOP begins them at the text",
    "book-toc-4": "dots on a grid; FOP begins them at the text",
    "border-break-retain": "FOP: a component resets what the shorthand set",
    "container-break": "FOP keeps a container's border at a break",
    "font-shorthand": "FOP passes the font shorthand over when it has a line height",
    "inherited-property-value": "FOP takes margin-left for inherited here",
    "keep-too-long": "what is kept together and longer than a page is broken; FOP cuts it off",
    "leader-dots-width": "dots on a grid; FOP begins them at the text",
    "letter-spacing": "FOP paints letter-spaced words' spaces wider than it measured them",
    "mix-border-dashed": "border-before is no shorthand to FOP",
    "mix-border-dotted": "border-before is no shorthand to FOP",
    "mix-border-double": "border-before is no shorthand to FOP",
    "mix-border-solid": "border-before is no shorthand to FOP",
    "mix-break-column": "FOP leaves a page before a first break-before=column",
    "mix-inline-box-space-start--6pt--space-end--9pt": "FOP drops space-start beside a word space",
    "mix-leader-dots": "the dots' last rest stands behind them, FOP's before: two words or one",
    "mix-line-chars-C---C": "another edition of UAX #14",
    "mix-linefeed-treat-as-zero-width-space": "a space after a linefeed that is no space",
    "mix-place-fixed-1": "fixed places are measured from the page's edges",
    "mix-place-fixed-3": "fixed places are measured from the page's edges",
    "mix-spacing-0-1em": "FOP paints letter-spaced words' spaces wider than it measured them",
    "mix-spacing-0-3pt": "FOP measures letters that stand closer as if they didn't",
    "mix-spacing-0-5pt": "FOP paints letter-spaced words' spaces wider than it measured them",
    "mix-spacing-2pt": "FOP paints letter-spaced words' spaces wider than it measured them",
    "mix-transform-capitalize": "FOP passes over the first word of an inline",
    "region-padding-border": "FOP refuses padding of regions",
    "table-row-longer-than-page": "what is kept together and longer than a page is broken; FOP cuts it off",
    "white-space-pre": "FOP knows no pre-wrap, which XSL-FO doesn't have either",
    "zero-width-space": "a hyphen that a line end makes stands for U+00AD",
}


def documents(names=()):
    """(name, text) of all cases, or of those whose names begin so."""
    for name, document in CASES.items():
        if not names or any(name.startswith(n) for n in names):
            yield name, document

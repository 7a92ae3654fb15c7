"""What FOP's own way with documents showed to be done otherwise: one case for each mechanism."""
import base64
import struct
import zlib

from cases import case
from others import BLIND, S, pages, tc


def of(name, *sequences, **page):
    case("nc-" + name, pages(*sequences, **{"size": "200pt 200pt", **page}))


def png(width, height, metre):
    """A grey PNG of that many pixels, so many of them a metre across and down."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"pHYs", struct.pack(">IIB", *metre, 1))
            + chunk(b"IDAT", zlib.compress((b"\0" + b"\xa0" * width) * height, 9)) + chunk(b"IEND", b""))
    return "data:image/png;base64," + base64.b64encode(data).decode()


# --- what FOP reads where no more is stated ----------------------------------------------------------------------------------
of("no-units", f"<b font-size='14' space-after='10' start-indent='20'>{BLIND}</b><t table-layout='fixed' width='150'>{tc('50', '100')}<tb><tr height='30'><td padding='4' border='1 solid black'><b>a</b></td><td><b>b</b></td></tr></tb></t><b line-height='20'>x</b>", size="200 300")
of("image-resolution", "".join(f"<b><fo:external-graphic src='{png(60, 30, m)}'/>x</b>" for m in ((11811, 11811), (3780, 3780), (11811, 5906))))
of("absent-family", f"<b font-family='Papyrus, Gladiator'>{BLIND}</b><b font-family='Papyrus, serif'>{BLIND}</b>")
of("loose-text", f"<b>a</b>loose<b>b</b><t table-layout='fixed' width='100%'>x<tb>y<tr>z<td {S}>w<b>cell</b></td></tr></tb></t>")

# --- what is placed, and what stands alone on a page ---------------------------------------------------------------------------
for at, margin in enumerate(("", "margin='0pt'", "margin='8pt'", "start-indent='0pt' end-indent='0pt'")):
    of(f"placed-width-{at}", f"<bc absolute-position='absolute' left='20pt' top='30pt' width='100pt' height='60pt' border='5pt solid red' padding='5pt' {margin}><b margin='0pt'>{BLIND}</b></bc><b>x</b>")
for at, place in enumerate(("", "left='50pt'", "right='20pt'", "right='20pt' width='60pt'", "bottom='30pt'", "bottom='30pt' height='40pt'", "top='20pt' bottom='30pt'", "bottom='10pt' right='20pt'")):
    of(f"placed-from-{at}", f"<b>x</b><bc absolute-position='absolute' {place} border='3pt solid red' padding='4pt'><b>{BLIND}</b></bc>")
of("placed-alone-on-pages", "".join(f"<bc break-after='page'><bc absolute-position='absolute' left='10pt' top='{10 * i}pt' width='100pt' height='20pt'><b>placed {i}</b></bc></bc>" for i in range(1, 4)) + "<b>end</b>")

# --- characters, spaces and edges of inlines ------------------------------------------------------------------------------------
of("characters", f"<b text-align='justify' text-align-last='justify'>aa<fo:character character=' '/>bb cc<fo:character character='&#xa0;'/>dd&#xa0;ee</b>"
   "<b>wo<fo:character character='r'/>d and <fo:character character='-'/>x</b>"
   "<bc width='40pt'><b>aaaa<fo:character character=' '/>bbbb<fo:character character='-'/>cccc<fo:character character='/'/>dd ee ff</b></bc>")
for collapse in ("true", "false"):
    for around in ("background-color='yellow'", ""):
        i = f"<i {around}>"
        of(f"edges-at-line-start-{collapse}-{''.join(c for c in around if c.isalpha())}", f"<bc width='60pt'><b white-space-collapse='{collapse}'>alpha {i} beta </i>  gamma   {i}  delta{i} more </i> </i>  ep</b></bc>")
of("spaced-letters-of-spaces", "<b letter-spacing='2pt' white-space-collapse='false'>i    x   y  z</b><b letter-spacing='2pt'>i&#xa0;&#xa0;x</b>")
of("image-height-of-nothing", f"<b><fo:external-graphic src='{png(60, 30, (2835, 2835))}' height='50%' content-height='scale-to-fit'/>x</b>"
   f"<bc height='80pt'><b><fo:external-graphic src='{png(60, 30, (2835, 2835))}' height='50%'/>x</b></bc>")

# --- masters of other widths ----------------------------------------------------------------------------------------------------
NARROW_LAST = ("<fo:simple-page-master master-name='{0}' page-width='{1}' page-height='{2}' margin='10pt'><fo:region-body/></fo:simple-page-master>")
for even, words in (("260pt", 9), ("220pt", 9), ("200pt", 9), ("200pt", 7)):
    of(f"last-too-small-{even}-{words}", (f"<b font-size='30pt'>{'hello ' * words}end</b>", "", "master-reference='m' force-page-count='end-on-odd'"),
       masters=NARROW_LAST.format("last", "220pt", "100pt") + NARROW_LAST.format("odd", "220pt", "200pt") + NARROW_LAST.format("even", even, "200pt")
       + "<fo:page-sequence-master master-name='m'><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference page-position='last' master-reference='last'/>"
       "<fo:conditional-page-master-reference odd-or-even='odd' master-reference='odd'/><fo:conditional-page-master-reference odd-or-even='even' master-reference='even'/>"
       "</fo:repeatable-page-master-alternatives></fo:page-sequence-master>")
of("nothing-left-of-other-width", ("<b><i>test<b break-before='page'/></i></b>", "", "master-reference='m'"),
   masters=NARROW_LAST.format("a", "220pt", "200pt") + NARROW_LAST.format("z", "300pt", "200pt")
   + "<fo:page-sequence-master master-name='m'><fo:single-page-master-reference master-reference='a'/><fo:repeatable-page-master-reference master-reference='z'/></fo:page-sequence-master>")

# Tables keep the width in which they began, lists and text go on in the page's.
ITEM = "<li space-before='3pt'><ll end-indent='label-end()'><b>{0}</b></ll><lb start-indent='body-start()'><b>{1}</b></lb></li>"
CELLS = "<tr>" + f"<td {S} padding='2pt'><b>{{0}}</b></td><td {S} padding='2pt'><b>{{1}}</b></td></tr>"
HEAD = "<th>" + CELLS.format("head", "er") + "</th>"
TABLE = "<t table-layout='fixed' width='100%'>" + tc("30%", "70%") + "{0}<tb>{1}</tb></t>"
for kind, content in (("rows", TABLE.format("", "".join(CELLS.format(i, f"row {i}") for i in range(22)))),
                      ("header", TABLE.format(HEAD, "".join(CELLS.format(i, f"row {i}") for i in range(22)))),
                      ("within-rows", "<b margin-left='10pt' border-left='1pt solid red'>" + TABLE.format("", "".join(CELLS.format(i, BLIND) for i in range(9))) + "</b>"),
                      ("items", "<l>" + "".join(ITEM.format(i, BLIND) for i in range(14)) + "</l>")):
    for other in ("300pt", "260pt"):
        of(f"widths-{kind}-{other}", (f"<b>{BLIND}</b>{content}<b>{BLIND}</b>", "", "master-reference='m'"),
           masters=NARROW_LAST.format("a", "220pt", "200pt") + NARROW_LAST.format("z", other, "200pt")
           + "<fo:page-sequence-master master-name='m'><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference odd-or-even='odd' master-reference='a'/>"
           "<fo:conditional-page-master-reference odd-or-even='even' master-reference='z'/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>")
of("inline-of-nothing", "<b>a<i border='2pt solid red' padding='5pt'/>b<i padding='9pt'><i border='1pt solid blue'/></i>c</b>")

# --- columns that are balanced -----------------------------------------------------------------------------------------------------
BOTH = "<th>" + CELLS.format("head", "er") + "</th><tf>" + CELLS.format("foot", "er") + "</tf>"
for columns in (2, 3, 4):
    for parts in (1, 3, 5, 8, 13):
        for kind, content in (("lines", "".join(f"<b>{i}</b>" for i in range(parts))), ("text", f"<b>{BLIND * parts}</b>"),
                              ("table", TABLE.format(BOTH, "".join(CELLS.format(i, "x" * (i % 3 + 1)) for i in range(parts)))),
                              ("sizes", "".join(f"<b font-size='{8 + i * 7 % 17}pt' space-after='{i * 5 % 9}pt'>{i}</b>" for i in range(parts))),
                              ("kept", "".join(f"<b keep-with-next.within-column='always' space-before='6pt'>head {i}</b><b>{BLIND[:30 * (i % 3 + 1)]}</b>" for i in range(parts)))):
            of(f"balanced-{columns}-{kind}-{parts}", content + f"<b span='all'>over all</b><b>{BLIND}</b>", size="400pt 500pt", body=f"column-count='{columns}'")

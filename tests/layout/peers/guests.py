"""A fifth set: what a fresh look at other people's files taught, each written anew and small."""
from cases import case
from others import BLIND, li, pages, tc, td

T = 'table-layout="fixed" width="100%"'
SVG = '<ifo{}><svg:svg width="20" height="{}"><svg:rect x="0" y="0" width="20" height="{}"/></svg:svg></ifo>'


def of(name, *sequences, **page):
    case("g-" + name, pages(*sequences, **page))


def picture(height, attributes=""):
    return SVG.format(attributes and " " + attributes, height, height)


# --- padding ---------------------------------------------------------------------------------------------------------------
ITEM = li("1", f"<b>{BLIND}</b>")
of("padding-of-items", "<l provisional-distance-between-starts='60pt'>" + ITEM.replace("<li", "<li padding='5%' margin='0pt'", 1) + ITEM + "</l><b>end</b>")
of("padding-of-indented-items", "<l provisional-distance-between-starts='60pt' start-indent='30pt'>" + ITEM.replace("<li", "<li padding='5%'", 1) + ITEM + "</l><b>end</b>")
for model in ("separate", "collapse"):
    of(f"padding-of-cells-{model}", f"<t {T} border-collapse='{model}'>" + tc("50pt", "100pt", "proportional-column-width(1)")
       + f"<tb><tr padding='10%'>{td('plain')}{td(BLIND, a='padding=@2%@'.replace('@', chr(39)))}{td('two', a='padding-left=@4%@ padding-top=@1%@ border=@1pt solid black@'.replace('@', chr(39)))}</tr></tb></t><b>end</b>")
of("padding-less-than-nothing", "<b>one</b><b padding='-3pt'>two</b><b>three</b>" + f"<t {T}><tb><tr padding-after='-5pt'>{td('cell', a='padding=@-2pt@'.replace('@', chr(39)))}{td('cell')}</tr></tb></t><b padding-left='-5pt' border-left='1pt solid black'>{BLIND}</b><b>end</b>")
of("padding-expressions", f"<b padding='3mm + 1mm 3mm'>{BLIND}</b><b border-top='rgb(90,90,90) 1pt + 1pt dashed' padding='2pt * 2'>{BLIND}</b><b margin='1cm - 5mm 10pt div 2 3pt'>{BLIND}</b>")

# --- images among lines ----------------------------------------------------------------------------------------------------
for up, down in ((30, 40), (50, 20), (10, 10), (60, 60)):
    of(f"line-edges-{up}-{down}", f"<b>top {picture(up, 'vertical-align=@top@'.replace('@', chr(34)))} bottom {picture(down, 'vertical-align=@bottom@'.replace('@', chr(34)))} {BLIND}</b><b>then</b>"
       f"<b>top {picture(up, 'vertical-align=@top@'.replace('@', chr(34)))} none {picture(25)} middle {picture(20, 'vertical-align=@middle@'.replace('@', chr(34)))} bottom {picture(down, 'alignment-baseline=@after-edge@'.replace('@', chr(34)))}</b><b>then</b>"
       f"<b font-size='8pt'>before {picture(up, 'alignment-baseline=@before-edge@'.replace('@', chr(34)))} {BLIND} text-top {picture(down, 'vertical-align=@text-top@'.replace('@', chr(34)))}</b><b>end</b>")

# --- wrappers that hold lines and blocks -----------------------------------------------------------------------------------
of("wrapper-of-line-and-block", "<b>some words <w color='red'>inside<b>a block of its own</b>behind it</w> and on.</b><b>then</b>")
of("wrapper-begins-block", "<b><w color='red'>first words<b>a block</b>last</w> and on.</b><b>one <w>two <i>three</i><b>four</b></w> five</b><b>then</b>")
of("wrapper-in-inline", "<b>one <i font-weight='bold'>two <w>three<b>four</b>five</w> six</i> seven</b><b>one <w>two <w>three<b>four</b>five</w> six</w> seven</b><b>then</b>")
of("wrapper-of-blocks", "<b>one <w><b>two</b><b>three</b></w> four</b><b><w><b>five</b>six</w> seven</b><b>then</b>")

# --- what relaxed validation takes -----------------------------------------------------------------------------------------
of("change-bar-properties", f"<b change-bar-style='solid' change-bar-color='red' change-bar-offset='2mm' change-bar-width='1pt'>{BLIND}</b><b>end</b>")
of("ids-twice", "<b id='a'>one <pc ref-id='a'/></b><b break-before='page' id='a'>two <pc ref-id='a'/></b><b>three</b>")
of("colours-of-parents", f"<b color='rgb(90,90,90)' background-color='black'>{BLIND}<i color='inherited-property-value(background-color)' background-color='inherited-property-value(color)'>turned</i> {BLIND}</b>")

# --- stated heights --------------------------------------------------------------------------------------------------------
LINES = "".join(f"<b>line {i}</b>" for i in range(1, 8))
for above in (40, 120, 180, 220, 260, 300):
    for n, (row, cell) in enumerate((("", "height='100pt'"), ("height='100pt'", ""), ("block-progression-dimension='60pt'", ""), ("", "display-align='center' height='140pt'"),
                                     ("block-progression-dimension.minimum='90pt'", "height='30pt' padding='5pt' border='2pt solid black'"))):
        of(f"stated-height-{above}-{n}", f"<bc height='{above}pt'><b>above</b></bc><t {T} orphans='1' widows='1'><tb><tr {row}><td {cell}>{LINES}</td><td><b>beside</b></td></tr><tr>{td('last', 'row')}</tr></tb></t><b>end</b>")
for above in (120, 220, 260):
    of(f"stated-height-spanned-{above}", f"<bc height='{above}pt'><b>above</b></bc><t {T} orphans='1' widows='1'><tb><tr height='50pt'><td number-rows-spanned='2'>{LINES}</td><td><b>beside</b></td></tr><tr height='70pt'>{td('second')}</tr><tr>{td('last', 'row')}</tr></tb></t><b>end</b>")

# --- columns behind a break ------------------------------------------------------------------------------------------------
for before in ("", "break-before='page'", "break-before='even-page'"):
    of(f"columns-balanced-{before[14:-1] or 'plainly'}", "<b>first</b>" + f"<b {before} space-after.optimum='15pt'>{BLIND * 3}</b><b space-after.optimum='15pt'>{BLIND * 5}</b><b span='all'>all across</b><b>{BLIND * 9}</b>", body="column-count='2'")

# --- what inlines say, and what ends them ----------------------------------------------------------------------------------
of("white-space-of-inlines", "".join(f"<b font-family='monospace' end-indent='{w}pt'>inline <i white-space-collapse='false'>   with   spaces   </i> inside, <i> leading and trailing </i> and <i linefeed-treatment='preserve'>a\nb</i> <i white-space='pre'>  c\n  d</i></b>"
                                     f"<b font-family='monospace' white-space-collapse='false' end-indent='{w}pt'>one   two <i white-space='normal'>  three    four   </i>   five</b>" for w in (0, 120, 180)))
of("space-before-leader", "".join(f"<b text-align-last='{align}'>{line}</b>" for align in ("justify", "center") for line in (
    "<i>Title </i><ld leader-pattern='dots'/><pn/>", "<i>1. </i><i font-weight='bold'>Title </i> <ld leader-pattern='rule'/> <pn/>", "<i>Title </i><ld leader-pattern='dots'/><i>3</i>",
    "<ld leader-pattern='rule' leader-length='20pt'/><i> Title </i><ld leader-pattern='rule' leader-length='20pt'/>", "<i>Title </i><ld leader-pattern='dots'/> 3")))
of("hidden-borders", "".join(f"<b border='3pt hidden red' {place}>{BLIND}</b>" for place in ("", "margin-left='10pt'", "margin='0pt 10pt'", "start-indent='10pt'")) + "<bc border='3pt hidden red' margin='12pt'><b>c</b></bc><b>end</b>")

# --- rows that are broken --------------------------------------------------------------------------------------------------
WORDS = [letter * 9 for letter in "abcdefghijklmnopqrst"]
HALVES = "<t table-layout='fixed' width='120pt'>" + tc("60pt", "60pt")
for align in ("center", "after"):
    for lines in (4, 7, 12):
        of(f"aligned-parts-{align}-{lines}", "".join(f"<b>above {i}</b>" for i in range(5)) + HALVES + f"<tb><tr><td display-align='{align}'><b space-before='9pt' space-before.conditionality='retain'>{' '.join(WORDS[:lines])}</b></td><td><b>{' '.join(WORDS)}</b></td></tr></tb></t>", size="200pt 200pt")
    of(f"aligned-rest-of-item-{align}", HALVES + f"<tb><tr><td display-align='{align}'><l><li><ll><b/></ll><lb>" + "".join(f"<b space-before='6pt'>{' '.join(WORDS[:n])}</b>" for n in (4, 4, 2))
       + f"</lb></li></l></td><td><b>{' '.join(WORDS[:14])}</b></td></tr></tb></t>", size="200pt 180pt")
for above in (0, 4, 5, 6, 7):
    for height in (30, 90):
        of(f"stated-height-kept-{above}-{height}", "".join(f"<b>above {i}</b>" for i in range(above)) + HALVES + f"<tb><tr height='{height}pt' keep-with-next='always'><td padding='3pt'><b>{' '.join(WORDS[:8])}</b></td><td padding='3pt'><b>one</b></td></tr><tr><td><b>{' '.join(WORDS[:3])}</b></td></tr></tb></t>", size="200pt 200pt")
for name, first in (("margin", "margin-bottom='10pt'"), ("space", "space-after='10pt'"), ("retained", "space-after='10pt' space-after.conditionality='retain'")):
    for second in ("", "space-before='6pt'", "padding='2pt'"):
        for height in (170, 174, 178, 182):
            of(f"item-goes-on-behind-{name}-{second.split('=')[0] or 'nothing'}-{height}", f"<bc height='{height - 30}pt'><b>above</b></bc><l><li><ll><b/></ll><lb><b {first}>first</b><b {second}>second</b></lb></li></l>"
               + "".join(f"<b>line {i}</b>" for i in range(30)), size=f"200pt {height + 40}pt")
for left, right, lines in ((12, 17, 38), (12, 17, 60), (14, 11, 60)):
    of(f"cells-wait-{left}-{right}-{lines}", HALVES + f"<tb><tr><td><b line-height='{left}pt'>{' '.join((WORDS * 3)[:lines])}</b></td><td padding='2pt'><b line-height='{right}pt'>{' '.join((WORDS * 3)[:lines * left // right])}</b></td></tr></tb></t><b>end</b>", size="200pt 220pt")

# --- lists in containers ---------------------------------------------------------------------------------------------------
for name, box in (("margin", "margin='0pt 20pt'"), ("indent", "start-indent='20pt'"), ("border", "border='1pt solid black' padding='3pt' margin-left='20pt'"), ("width", "width='120pt' margin-left='20pt'"), ("height", "height='150pt' margin-left='20pt'")):
    of(f"list-in-container-{name}", f"<bc {box}><b>{BLIND}</b><l provisional-distance-between-starts='20pt'>{li('1', '<b>' + BLIND + '</b>')}{li('2', '<l>' + li('a', '<b>nested</b>') + '</l>')}</l></bc><b>end</b>", size="300pt 400pt")

# --- keeps of a strength within rows ---------------------------------------------------------------------------------------
NOTE = "<fn><i>1</i><fb><b>note</b></fb></fn>"
for strength in ("2", "always"):
    for name, note in (("plainly", ""), ("with-note", NOTE)):
        for above in (1, 3, 4):
            of(f"row-broken-where-free-{strength}-{name}-{above}", "".join(f"<b>above {i}</b>" for i in range(above)) + HALVES + f"<tb><tr>{td('first')}{td('row')}</tr><tr><td><b>{' '.join(WORDS[:2])}</b><b keep-with-next.within-page='{strength}'>{' '.join(WORDS[2:4])}</b></td>"
               f"<td><b>{' '.join(WORDS[:4])}{note}</b></td></tr><tr><td><b keep-together.within-column='5'>{' '.join(WORDS[:5])}</b></td>{td('beside')}</tr></tb></t><b>end</b>", size="200pt 180pt")

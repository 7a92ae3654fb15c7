"""A third set in strangers' shapes: the issue's list of objects and properties gone through one by one and in twos and threes, by somebody who
has not seen the engine."""
from cases import EXPLAINED, case
from others import BLIND, LOREM, S, fn, li, n, pages, tc, td, tr
from strangers import KING


def of(name, *sequences, **page):
    case("v-" + name, pages(*sequences, **page))


def a5(name, *sequences, **page):
    of(name, *sequences, **{"size": "148mm 210mm", "margin": "12mm", **page})


T = 'table-layout="fixed" width="100%"'
HEAD = "<fo:region-before extent='12mm'/>"
FOOT = "<fo:region-after extent='12mm' display-align='after'/>"
BODY = "margin-top='15mm' margin-bottom='15mm'"


def head(content):
    return f"<sc flow-name='xsl-region-before'>{content}</sc>"


def foot(content):
    return f"<sc flow-name='xsl-region-after'>{content}</sc>"


def master(name, size="120mm 100mm", body="", regions="", margin="10mm"):
    w, h = size.split()
    return (f"<fo:simple-page-master master-name='{name}' page-width='{w}' page-height='{h}' margin='{margin}'><fo:region-body {body}/>{regions}</fo:simple-page-master>")


def alternatives(name, *conditions):
    return (f"<fo:page-sequence-master master-name='{name}'><fo:repeatable-page-master-alternatives>"
            + "".join(f"<fo:conditional-page-master-reference master-reference='{m}' {c}/>" for m, c in conditions)
            + "</fo:repeatable-page-master-alternatives></fo:page-sequence-master>")


# --- page masters ----------------------------------------------------------------------------------------------------------
FULL = (master("first", body="margin-top='30mm'", regions="<fo:region-before region-name='first-head' extent='25mm'/>")
        + master("odd", body="margin-top='12mm' margin-left='15mm'", regions="<fo:region-before region-name='odd-head' extent='8mm'/>")
        + master("even", body="margin-top='12mm' margin-right='15mm'", regions="<fo:region-before region-name='even-head' extent='8mm'/>")
        + master("blank", regions="<fo:region-before region-name='blank-head' extent='40mm' display-align='after'/>")
        + master("last", body="margin-top='12mm' margin-bottom='25mm' margin-right='15mm'", regions="<fo:region-before region-name='last-head' extent='8mm'/><fo:region-after region-name='last-foot' extent='20mm'/>"))
HEADS = "".join(f"<sc flow-name='{m}-head'><b>{m} page <pn/></b></sc>" for m in ("first", "odd", "even", "blank", "last")) + "<sc flow-name='last-foot'><b>the end</b></sc>"
for count in (5, 30, 60, 85):
    of(f"masters-full-{count}", (n(count), HEADS, "master-reference='m'"),
       masters=FULL + alternatives("m", ("blank", "blank-or-not-blank='blank'"), ("first", "page-position='first'"), ("odd", "odd-or-even='odd' page-position='rest'"), ("even", "odd-or-even='even' page-position='rest'"), ("odd", "")))
    of(f"masters-with-last-{count}", (n(count), HEADS, "master-reference='m'"),
       masters=FULL + alternatives("m", ("first", "page-position='first'"), ("last", "page-position='last'"), ("even", "page-position='rest'")))
for start, force in (("1", "even"), ("2", "odd"), ("auto-odd", "end-on-even"), ("auto-even", "end-on-odd"), ("7", "no-force"), ("auto", "auto")):
    of(f"sequences-{start}-{force}", (n(12), HEADS, f"master-reference='m' initial-page-number='{start}' force-page-count='{force}'"),
       (n(25, "second"), HEADS, f"master-reference='m' initial-page-number='auto-odd' format='i'"), (n(3, "third"), HEADS, f"master-reference='m' initial-page-number='auto' format='A' force-page-count='{force}'"),
       masters=FULL + alternatives("m", ("blank", "blank-or-not-blank='blank'"), ("odd", "odd-or-even='odd'"), ("even", "odd-or-even='even'")))
of("single-repeat-alternate", (n(90), HEADS, "master-reference='m'"), masters=FULL + "<fo:page-sequence-master master-name='m'><fo:single-page-master-reference master-reference='first'/>"
   "<fo:repeatable-page-master-reference master-reference='odd' maximum-repeats='2'/><fo:repeatable-page-master-alternatives maximum-repeats='2'>"
   "<fo:conditional-page-master-reference master-reference='even' odd-or-even='even'/><fo:conditional-page-master-reference master-reference='last' odd-or-even='odd'/></fo:repeatable-page-master-alternatives>"
   "<fo:single-page-master-reference master-reference='odd'/></fo:page-sequence-master>")
of("only", ("<b>one page alone</b>", HEADS, "master-reference='m'"), (n(40), HEADS, "master-reference='m'"),
   masters=FULL + alternatives("m", ("blank", "page-position='only'"), ("first", "page-position='first'"), ("last", "page-position='last'"), ("odd", "page-position='any'")))
for where in ("odd-page", "even-page", "page"):
    of(f"break-before-{where}", (n(5) + f"<b break-before='{where}'>one</b><b break-before='{where}'>two</b>" + n(3) + f"<b break-after='{where}'>three</b>" + n(2), HEADS, "master-reference='m'"),
       masters=FULL + alternatives("m", ("blank", "blank-or-not-blank='blank'"), ("odd", "odd-or-even='odd'"), ("even", "odd-or-even='even'")))
a5("five-regions", (f"<b>{KING}</b>" * 8, "".join(f"<sc flow-name='xsl-region-{r}'><b>{r} region text</b><b text-align='end'>right</b></sc>" for r in ("before", "after", "start", "end"))),
   body="margin='20mm 15mm' background-color='#eef'", regions="<fo:region-before extent='15mm' precedence='true' background-color='#fee'/><fo:region-after extent='15mm' border-top='1pt solid black' padding='0pt'/>"
   "<fo:region-start extent='12mm' reference-orientation='90'/><fo:region-end extent='12mm' reference-orientation='-90' display-align='center'/>")
a5("body-border", n(40), body="margin='10mm' border='1pt solid black' padding='5mm' background-color='#eee'")
a5("body-display-align", ("<b>centred</b>", ""), ("<b>again</b>", ""), body="margin='10mm' display-align='center'")
a5("body-display-after", (n(50), ""), body="margin='10mm' display-align='after'")
of("landscape", (n(30), head("<b>head</b>")), masters="<fo:simple-page-master master-name='normal' page-width='210mm' page-height='148mm' reference-orientation='90' margin='10mm'><fo:region-body margin-top='12mm'/><fo:region-before extent='10mm'/></fo:simple-page-master>")
of("body-orientation", (n(30), head("<b>head</b>")), masters="<fo:simple-page-master master-name='normal' page-width='210mm' page-height='148mm' margin='10mm'><fo:region-body margin-top='12mm' reference-orientation='90'/><fo:region-before extent='10mm'/></fo:simple-page-master>")

# --- numbers, citations, markers -------------------------------------------------------------------------------------------
for fmt in ("1", "01", "001", "i", "I", "a", "A"):
    of(f"format-{fmt}", (n(3) + "".join(f"<b break-before='page' id='x{i}'>page</b>" for i in range(12)) + "<b id='end'>last</b>", head("<b text-align='right'>Page <pn/> of <pc ref-id='end'/></b>"), f"format='{fmt}' initial-page-number='18'"),
       body="margin-top='20pt'", regions="<fo:region-before extent='15pt'/>")
of("page-n-of-m", (n(50) + "<b id='eod'/>", foot("<b text-align='center'>Page <pn/> of <pc ref-id='eod'/></b>")), body="margin-bottom='30pt'", regions="<fo:region-after extent='15pt'/>")
of("citation-last-sequence", (n(50), foot("<b text-align='center'>Page <pn/> of <fo:page-number-citation-last ref-id='s' page-citation-strategy='all'/></b>"), "id='s'"), (n(30), "", ""), body="margin-bottom='30pt'", regions="<fo:region-after extent='15pt'/>")
of("citations-forward", "".join(f"<b text-align-last='justify'>Chapter {i} <i>with words</i><ld leader-pattern='dots'/><pc ref-id='c{i}'/></b>" for i in range(1, 12))
   + "".join(f"<b id='c{i}' break-before='page'>{i}</b><b>{BLIND}</b>" for i in range(1, 12)))
of("citations-in-table", f"<t {T}>{tc('80%', '20%')}<tb>" + "".join(f"<tr><td {S}><b>Section {i}</b></td><td {S}><b text-align='end'><pc ref-id='c{i}'/></b></td></tr>" for i in range(1, 12)) + "</tb></t>"
   + "".join(f"<b id='c{i}' space-before='60pt'>{i}</b>" for i in range(1, 12)))
MARKED = "".join(f"<b><m marker-class-name='title'>Chapter {i}</m><m marker-class-name='word'><i font-weight='bold'>word {i}</i></m><b font-size='16pt' space-before='10pt'>Chapter {i}</b><b>{KING * (1 + i % 3)}</b></b>" for i in range(1, 9))
for pos in ("first-starting-within-page", "first-including-carryover", "last-starting-within-page", "last-ending-within-page"):
    for boundary in ("page", "page-sequence", "document"):
        of(f"marker-{pos}-{boundary}", (MARKED, head(f"<b text-align-last='justify'><rm retrieve-class-name='title' retrieve-position='{pos}' retrieve-boundary='{boundary}'/><ld/><rm retrieve-class-name='word' retrieve-position='{pos}' retrieve-boundary='{boundary}'/></b>")),
           (n(30), head(f"<b>then <rm retrieve-class-name='title' retrieve-position='{pos}' retrieve-boundary='{boundary}'/></b>")), body="margin-top='20pt'", regions="<fo:region-before extent='15pt'/>")
of("marker-table-rows", (f"<t {T}><tb>" + "".join(f"<tr><td {S}><m marker-class-name='r'>row {i}</m><b>cell {i}</b></td><td {S}><b>{BLIND if i % 4 == 0 else 'x'}</b></td></tr>" for i in range(1, 40)) + "</tb></t>",
   head("<b>From <rm retrieve-class-name='r' retrieve-position='first-including-carryover'/> to <rm retrieve-class-name='r' retrieve-position='last-starting-within-page'/></b>")), body="margin-top='20pt'", regions="<fo:region-before extent='15pt'/>")
of("marker-totals", (f"<t {T}><tb>" + "".join(f"<tr><td {S}><b><m marker-class-name='sum'>{i * 100}</m>amount {i}</b></td></tr>" for i in range(1, 45)) + "</tb></t>",
   foot("<b text-align='end'>carried over <rm retrieve-class-name='sum' retrieve-position='last-ending-within-page' retrieve-boundary='page-sequence'/></b>")), body="margin-bottom='20pt'", regions="<fo:region-after extent='15pt'/>")

# --- blocks: spaces, keeps, breaks -----------------------------------------------------------------------------------------
for value in ("always", "1", "5", "auto"):
    for height in (150, 180, 210):
        of(f"keep-next-{value}-{height}", n(4) + "".join(f"<b keep-with-next='{value}' space-before='12pt' font-size='14pt'>Heading {i}</b><b keep-together.within-page='{value}'>{BLIND * (1 + i % 3)}</b>" for i in range(1, 9)), size=f"300pt {height}pt", margin="15pt")
        of(f"keep-table-{value}-{height}", n(3) + f"<t {T}><tb>" + "".join(f"<tr keep-with-next='{value if i % 3 == 0 else 'auto'}' keep-together.within-column='{value}'><td {S} padding='2pt'><b>{i}</b></td><td {S} padding='2pt'><b>{BLIND * (i % 3)}end</b></td></tr>" for i in range(1, 12)) + "</tb></t>",
           size=f"300pt {height}pt", margin="15pt")
for ow in ("1 1", "2 2", "3 2", "2 4", "5 5"):
    o, w = ow.split()
    for height in (130, 145, 160):
        of(f"orphans-{o}-widows-{w}-{height}", f"<b orphans='{o}' widows='{w}' space-after='6pt'>{KING}</b>" * 5, size=f"260pt {height}pt", margin="15pt")
for prec in ("0", "3", "force"):
    for cond in ("discard", "retain"):
        of(f"space-{prec}-{cond}", "".join(f"<b space-before='{10 + 5 * (i % 4)}pt' space-before.precedence='{prec}' space-before.conditionality='{cond}' space-after='{18 - 4 * (i % 3)}pt' space-after.precedence='{i % 2}' space-after.conditionality='{cond}'>paragraph {i} {BLIND if i % 2 else ''}</b>" for i in range(20)),
           size="300pt 250pt")
of("space-nested-deep", n(2) + "<b space-before='10pt' space-after='20pt'><b space-before='15pt'><b space-before='5pt' space-after='5pt' space-before.precedence='2'>deep</b></b><bc space-before='12pt' space-after='12pt'><b space-before='8pt'>in container</b></bc></b>"
   f"<t {T} space-before='14pt' space-after='9pt'><tb><tr><td><b space-before='10pt' space-after='5pt'>cell</b></td></tr></tb></t><l space-before='5pt' space-after='25pt'>{li('a', 'item one', 'space-after=&quot;10pt&quot;'.replace('&quot;', chr(34)))}{li('b', 'item two', 'space-before=' + chr(34) + '15pt' + chr(34))}</l><b space-before='20pt'>end</b>")
of("space-flex", "".join(f"<b space-before.minimum='4pt' space-before.optimum='10pt' space-before.maximum='16pt'>{BLIND}</b>" for i in range(25)), size="300pt 300pt")
of("space-flex-heads", "".join((f"<b font-size='15pt' keep-with-next.within-page='always' space-before.minimum='10pt' space-before.optimum='16pt' space-before.maximum='24pt' space-after.optimum='6pt'>Title {i}</b>" if i % 4 == 0 else "")
   + f"<b space-after.minimum='3pt' space-after.optimum='6pt' space-after.maximum='9pt' text-align='justify'>{KING if i % 3 else BLIND}</b>" for i in range(20)), size="350pt 350pt")
for a in ("margin='10pt'", "margin='5pt 20pt'", "margin-left='30pt' margin-right='10%'", "margin-top='10pt' margin-bottom='20pt' padding='5pt' border='2pt solid green'", "start-indent='20pt' end-indent='1cm' text-indent='-10pt'",
          "start-indent='from-parent(start-indent) + 10pt'", "margin-left='inherited-property-value(margin-left) + 12pt'", "padding-left='2em' font-size='1.2em'", "border-left='5pt solid red' padding-left='6pt' margin-left='12pt' background-color='#ffe'"):
    of("box-" + "".join(c if c.isalnum() else "-" for c in a)[:60], f"<b {a}>{BLIND}<b {a}>{BLIND}<b>{BLIND}</b></b></b><b>{BLIND}</b><t {T}><tb><tr><td {S}><b {a}>{BLIND}</b></td></tr></tb></t>", size="300pt 400pt")
for side, cond in (("before", "retain"), ("after", "retain"), ("before", "discard"), ("after", "discard")):
    of(f"border-break-{side}-{cond}", n(3) + f"<b border='3pt solid blue' padding='4pt' border-{side}-width.conditionality='{cond}' padding-{side}.conditionality='{cond}'>" + n(30) + "</b><b>end</b>", size="300pt 200pt")

# --- lines -----------------------------------------------------------------------------------------------------------------
for align in ("start", "center", "end", "justify"):
    for last in ("relative", "start", "center", "end", "justify"):
        of(f"align-{align}-{last}", f"<b text-align='{align}' text-align-last='{last}'>{KING}</b><b text-align='{align}' text-align-last='{last}' text-indent='20pt' last-line-end-indent='40pt'>{BLIND}</b>", size="280pt 300pt")
for attributes in ("linefeed-treatment='preserve'", "linefeed-treatment='preserve' white-space-collapse='false'", "linefeed-treatment='preserve' white-space-treatment='preserve' white-space-collapse='false'", "white-space-treatment='ignore'",
                   "white-space-treatment='preserve'", "white-space-treatment='ignore-if-before-linefeed'", "white-space-treatment='ignore-if-after-linefeed'", "white-space-collapse='false'", "linefeed-treatment='treat-as-space'",
                   "linefeed-treatment='ignore'", "linefeed-treatment='treat-as-zero-width-space'", "wrap-option='no-wrap'", "white-space='pre'", "linefeed-treatment='preserve' wrap-option='no-wrap' white-space-collapse='false'"):
    of("white-" + attributes.replace("'", "").replace("=", "-").replace(" ", "-").replace("white-space", "ws").replace("linefeed-treatment", "lf"),
       f"<b {attributes}>  two  spaces \n   a line   \n\n  after an empty one <i> in  line </i>  <i> next </i>\n<i>\n</i>end  </b><b {attributes}>\n{BLIND[:60]}\n   {BLIND}\n</b>", size="280pt 300pt")
for attributes in ("line-height='1'", "line-height='2'", "line-height='15pt'", "line-height='200%'", "line-height='8pt'", "line-stacking-strategy='font-height'", "line-stacking-strategy='max-height'", "line-stacking-strategy='line-height'", "line-height-shift-adjustment='disregard-shifts'"):
    of("line-" + attributes.replace("'", "").replace("=", "-"), f"<b {attributes}>{BLIND} <i font-size='20pt'>big</i> {BLIND} <i baseline-shift='super' font-size='8pt'>sup</i> <i baseline-shift='sub'>sub</i> <i line-height='30pt'>tall</i> <eg src='picture.png'/> {BLIND}</b><b {attributes}>x</b>" * 2, size="280pt 400pt")
for shift in ("super", "sub", "baseline", "5pt", "-3pt", "30%", "-20%", "0.5em"):
    of(f"shift-{shift}", f"<b>E=mc<i baseline-shift='{shift}' font-size='70%'>2</i> and <i baseline-shift='{shift}'>whole words<i baseline-shift='{shift}' font-size='8pt'>nested</i></i> {BLIND}</b><b>after</b>", size="280pt 200pt")
for space in ("2pt", "-0.5pt", "0.2em", "normal"):
    of(f"letters-{space}", f"<b letter-spacing='{space}'>{KING}</b><b letter-spacing='{space}' text-align='justify'>{KING}</b><b word-spacing='{space}'>{BLIND}</b><b>{BLIND}<i letter-spacing='{space}'>some spaced words</i> {BLIND}</b>", size="280pt 400pt")
for pattern in ("space", "dots", "rule", "use-content"):
    for align in ("none", "reference-area", "page"):
        of(f"leader-{pattern}-{align}", "".join(f"<b text-align-last='justify' start-indent='{10 * i}pt'>{'Word ' * i}<ld leader-pattern='{pattern}' leader-alignment='{align}'>{'+ ' if pattern == 'use-content' else ''}</ld>{i}</b>" for i in range(1, 5))
           + f"<b>a<ld leader-pattern='{pattern}' leader-length='2in' leader-alignment='{align}' rule-thickness='2pt' rule-style='dashed'>{'-=' if pattern == 'use-content' else ''}</ld>b</b>"
           f"<b>a<ld leader-pattern='{pattern}' leader-length.minimum='10pt' leader-length.optimum='50pt' leader-length.maximum='100%' leader-pattern-width='8pt'>{'x' if pattern == 'use-content' else ''}</ld>b</b>", size="300pt 250pt")
for style in ("solid", "dashed", "dotted", "double", "groove", "ridge", "none"):
    of(f"rule-{style}", f"<b><ld leader-pattern='rule' leader-length='100%' rule-style='{style}' rule-thickness='3pt' color='red'/></b><b>text</b><b text-align='center'><ld leader-pattern='rule' leader-length='50%' rule-style='{style}'/></b><b>end</b>")
for deco in ("underline", "overline", "line-through", "underline overline", "no-underline", "none"):
    of("decoration-" + deco.replace(" ", "-"), f"<b text-decoration='{deco}'>{BLIND}<i text-decoration='none'>off</i> <i font-size='20pt' text-decoration='{deco}'>big</i></b><b>plain <i text-decoration='{deco}' baseline-shift='super'>up</i></b>")
for en in ("hyphenation-push-character-count='4' hyphenation-remain-character-count='4'", "hyphenation-character='='", "hyphenation-ladder-count='1'", "text-align='justify'", "text-align='justify' hyphenation-ladder-count='2'"):
    for width in (120, 180, 240):
        of("hyphenate-" + "".join(c if c.isalnum() else "-" for c in en)[:50] + f"-{width}", f"<b language='en' hyphenate='true' {en}>Internationalization of representative documentation requires extraordinary consideration of typographical responsibilities, hyphenation notwithstanding. {KING}</b>", size=f"{width}pt 500pt", margin="10pt")

# --- inlines ---------------------------------------------------------------------------------------------------------------
for va in ("baseline", "middle", "super", "sub", "top", "bottom", "text-top", "text-bottom", "before-edge", "after-edge", "central", "mathematical"):
    prop = "vertical-align" if va in ("baseline", "middle", "super", "sub", "top", "bottom", "text-top", "text-bottom") else "alignment-baseline"
    of(f"valign-{va}", f"<b>text <eg src='picture.png' {prop}='{va}'/> text <i {prop}='{va}' font-size='8pt'>small</i> <i {prop}='{va}' font-size='20pt'>large</i> {BLIND}</b><b>after</b>", size="300pt 200pt")
of("initial-property-set", f"<b><fo:initial-property-set font-variant='normal' letter-spacing='0pt'/>{KING}</b>")
of("characters", "<b>" + "".join(f"<ch character='{c}' font-size='{8 + 2 * i}pt'/>" for i, c in enumerate("abcdefgh")) + " <ch character='x' border='1pt solid red'/><ch character=' '/><ch character='y' baseline-shift='super'/></b>")
of("wrappers", f"<w font-family='serif'><b>a <w color='red'>b <w font-size='150%'>c</w></w></b><t {T}><tb><tr><td><w font-weight='bold'><b>in cell</b></w></td></tr></tb></t></w><b><w id='nothing'/>x</b><w id='alone'/>")
of("inline-boxes", f"<b>{BLIND}<i border='1pt solid red' padding='2pt' background-color='yellow'>{BLIND}</i> {BLIND}<i border-left='3pt solid blue' padding-left='4pt' space-start='10pt' space-end='10pt'>x</i> y</b>", size="250pt 300pt")
of("nested-links", f"<b>{BLIND}<a internal-destination='t' color='blue' text-decoration='underline'>a link with <i font-weight='bold'>bold words</i> that goes on over the line's end into the next</a> and <a external-destination='url(http://example.org/)'>another one</a>.</b><b break-before='page' id='t'>target</b>", size="250pt 200pt")
of("bookmark-deep", n(30) + "<b id='k'>k</b>", before="<fo:bookmark-tree>" + "".join(f"<fo:bookmark internal-destination='k' starting-state='{s}'><fo:bookmark-title>Title {s}</fo:bookmark-title><fo:bookmark external-destination='url(http://example.org)'><fo:bookmark-title>Out</fo:bookmark-title></fo:bookmark></fo:bookmark>" for s in ("show", "hide")) + "</fo:bookmark-tree>")
for a in ("content-width='80pt'", "content-height='50pt'", "content-width='scale-to-fit' width='100pt'", "content-width='200%'", "width='100pt' height='60pt' text-align='center' display-align='center'", "width='100%' content-width='scale-to-fit'", "content-height='scale-down-to-fit' height='10pt'",
          "content-width='scale-up-to-fit' width='90pt'", "width='50pt' content-width='30pt' content-height='60pt' scaling='non-uniform'", "inline-progression-dimension='60pt' block-progression-dimension='40pt'", "border='2pt solid red' padding='3pt'", "max-width='20pt' content-width='scale-to-fit'"):
    of("image-" + "".join(c if c.isalnum() else "-" for c in a)[:60], f"<b>before <eg src='picture.png' {a}/> after {BLIND}</b><b text-align='end'><eg src='url(picture.png)' {a}/></b><b>end</b>", size="300pt 300pt")
    of("svg-" + "".join(c if c.isalnum() else "-" for c in a)[:60], f"<b>before <ifo {a}><svg:svg width='40pt' height='30pt' viewBox='0 0 80 60'><svg:path d='M0,0 L80,60 M80,0 L0,60' stroke='black' fill='none'/></svg:svg></ifo> after {BLIND}</b><b>end</b>", size="300pt 300pt")

# --- containers ------------------------------------------------------------------------------------------------------------
for orientation in ("0", "90", "180", "270", "-90"):
    of(f"orientation-{orientation}", f"<b>before</b><bc reference-orientation='{orientation}' width='120pt' height='80pt' border='1pt solid black'><b>turned {BLIND}</b></bc><bc reference-orientation='{orientation}'><b>no size</b></bc><b>after</b>", size="350pt 400pt")
    of(f"orientation-cell-{orientation}", f"<t {T}><tc column-width='30pt'/><tc/><tb><tr><td {S}><bc reference-orientation='{orientation}' inline-progression-dimension='60pt' block-progression-dimension='20pt'><b>side</b></bc></td><td {S}><b>{BLIND}</b></td></tr></tb></t><b>after</b>", size="350pt 400pt")
of("absolute-letter", f"<bc absolute-position='fixed' top='20mm' left='20mm' width='60mm' height='30mm'><b>Sender</b><b>Street 1</b></bc><bc absolute-position='absolute' top='40mm' left='0mm' width='70mm' height='40mm' border='0.5pt solid grey'><b>To</b></bc><bc absolute-position='absolute' top='40mm' right='0mm' width='40mm'><b text-align='right'>1 May</b></bc>"
   f"<b space-before='90mm' space-before.conditionality='retain'>Dear Sir,</b><b space-before='6pt'>{LOREM}</b><b>{LOREM}</b>", size="210mm 297mm", margin="20mm")
of("absolute-nested", f"<b>x</b><bc height='100pt' border='1pt solid black' padding='5pt'><bc absolute-position='absolute' top='10pt' left='20pt' width='50pt' height='20pt'><b>inner</b></bc><bc absolute-position='absolute' bottom='5pt' right='5pt' width='50pt' height='20pt'><b>low</b></bc><b>normal</b></bc><b>y</b>")
for overflow in ("visible", "hidden", "scroll", "auto"):
    of(f"overflow-{overflow}", f"<bc width='100pt' height='40pt' overflow='{overflow}' border='1pt solid black'><b>{BLIND}</b></bc><b>after</b>")
for da in ("before", "center", "after", "auto"):
    of(f"display-{da}", f"<bc height='100pt' display-align='{da}' border='1pt solid black'><b>{BLIND}</b></bc><t {T}><tb><tr height='60pt'><td display-align='{da}' {S}><b>cell</b></td><td {S}><b>{BLIND * 2}</b></td></tr></tb></t>")
of("container-columns", f"<bc width='50%' margin-left='25%' background-color='#eee'><b>{KING}</b></bc><bc inline-progression-dimension='80%' start-indent='20pt' end-indent='0pt'><b>{KING}</b></bc><bc keep-together='always' space-before='10pt'><b>{KING * 3}</b></bc><b>end</b>")

# --- lists -----------------------------------------------------------------------------------------------------------------
for a in ("provisional-distance-between-starts='20pt' provisional-label-separation='4pt'", "provisional-distance-between-starts='30%'", "start-indent='30pt' end-indent='10pt'", "margin-left='20pt' space-before='10pt' space-after='10pt'", "border='1pt solid black' padding='5pt'", "keep-together.within-page='always'"):
    of("list-" + "".join(c if c.isalnum() else "-" for c in a)[:60], n(8) + f"<l {a}>" + "".join(li(f"{i}.", BLIND * (i % 3 + 1), "space-after='4pt'") for i in range(1, 8)) + li("x", f"<l {a}>" + "".join(li("-", f"inner {i}") for i in range(5)) + "</l>") + "</l><b>end</b>")
of("list-in-cell-in-list", "<l>" + li("1", f"<t {T}><tb><tr><td {S}><l>{li('a', BLIND)}{li('b', BLIND)}</l></td><td {S}><b>{BLIND}</b></td></tr></tb></t>") + li("2", f"<b>{BLIND}</b>") + "</l>")
of("list-keep-label", n(17) + "<l>" + "".join(f"<li keep-together.within-column='{'always' if i % 2 else 'auto'}' keep-with-next.within-column='{'always' if i % 3 == 0 else 'auto'}'><ll end-indent='label-end()'><b>{i}</b></ll><lb start-indent='body-start()'><b>{BLIND * 2}</b></lb></li>" for i in range(1, 10)) + "</l>", size="300pt 300pt")
of("list-relative-align", "<l>" + "".join(f"<li relative-align='{r}'><ll end-indent='label-end()'><b font-size='20pt'>{i}</b></ll><lb start-indent='body-start()'><b>{BLIND}</b></lb></li>" for i, r in enumerate(("before", "baseline"))) + "</l>")

# --- tables ----------------------------------------------------------------------------------------------------------------
ROWS = "".join(f"<tr>{td(f'r{i}', BLIND if i % 4 == 0 else 'middle cell', str(i * 13), a=S)}</tr>" for i in range(1, 25))
THF = f"<th><tr>{td('One', 'Two', 'Three', a=S)}</tr></th><tf><tr>{td('foot', 'foot two', 'sum', a=S)}</tr></tf>"
for collapse in ("separate", "collapse"):
    for omit in ("table-omit-header-at-break='true'", "table-omit-footer-at-break='true'", "table-omit-header-at-break='true' table-omit-footer-at-break='true'", ""):
        of(f"table-{collapse}-{omit.replace(chr(39), '').replace('=', '-').replace(' ', '-')}", n(4) + f"<t {T} border-collapse='{collapse}' {omit} border='2pt solid blue'>{tc('20%', '50%', '30%')}{THF}<tb>{ROWS}</tb></t><b>after</b>")
    for widths in (("1in", "2in", "1in"), ("proportional-column-width(1)", "proportional-column-width(3)", "proportional-column-width(2)"), ("50pt", "proportional-column-width(1)", "50pt"), ("20%", "proportional-column-width(1)", "proportional-column-width(1) + 10pt")):
        of(f"table-{collapse}-w-{''.join(c for c in ''.join(widths) if c.isalnum())[:40]}", f"<t {T} border-collapse='{collapse}'>{tc(*widths)}{THF}<tb>{ROWS}</tb></t>")
    of(f"table-{collapse}-spans", f"<t {T} border-collapse='{collapse}'>{tc('25%', '25%', '25%', '25%')}<tb><tr><td {S} number-columns-spanned='2'><b>wide</b></td><td {S} number-rows-spanned='3'><b>{BLIND}</b></td><td {S}><b>x</b></td></tr><tr>{td('a', 'b', 'c', a=S)}</tr><tr><td {S} number-rows-spanned='2'><b>tall</b></td>{td('d', 'e', a=S)}</tr>"
       f"<tr><td {S} number-columns-spanned='3'><b>{BLIND}</b></td></tr><tr><td {S} number-columns-spanned='4' text-align='center'><b>all</b></td></tr></tb></t>")
    of(f"table-{collapse}-borders", f"<t {T} border-collapse='{collapse}' border='3pt solid red' border-separation='4pt'>{tc('50%', '50%')}<tb><tr><td border='1pt solid black' padding='2pt'><b>a</b></td><td border='4pt double green'><b>b</b></td></tr><tr border-bottom='2pt dashed blue'><td border-right='5pt solid grey'><b>c</b></td><td><b>d</b></td></tr></tb></t><b>after</b>")
    of(f"table-{collapse}-breaking", n(10) + f"<t {T} border-collapse='{collapse}'>{tc('40%', '60%')}<tb>" + "".join(f"<tr><td {S} padding='3pt'><b>{KING if i % 2 else 'short'}</b></td><td {S} padding='3pt'><b>{KING * (i % 3)}x</b><b space-before='5pt'>{BLIND}</b></td></tr>" for i in range(6)) + "</tb></t>", size="350pt 250pt")
# Rows that go on below a repeated header and above a repeated footer, whose borders collapse with theirs.
for at, cell in enumerate(("border='4pt solid black'", "border='4pt solid black' padding='2pt'", "border-bottom='4pt solid black'", "border-top='4pt solid black' padding='3pt'")):
    for kind in ("", "border-collapse='separate'", "border='6pt solid red'"):
        for parts in ("<th>{0}</th>", "<tf>{0}</tf>", "<th>{0}</th><tf>{0}</tf>"):
            of(f"table-goes-on-{at}-{''.join(c for c in kind if c.isalpha())}-{parts.count('<th>')}{parts.count('<tf>')}", f"<t {T} {kind}>{tc('30%', '70%')}{parts.format('<tr>' + td('H', 'F', a=cell) + '</tr>')}<tb>"
               + "".join(f"<tr>{td(c, KING * 4, a=cell)}</tr>" for c in "abc") + "</tb></t>", size="300pt 200pt")
of("table-rowspan-break", n(10) + f"<t {T}>{tc('30%', '30%', '40%')}<tb>" + "".join(f"<tr><td {S} number-rows-spanned='3'><b>group {i}</b><b>{BLIND}</b></td>{td('a', BLIND, a=S)}</tr><tr>{td('b', 'c', a=S)}</tr><tr>{td('d', 'e', a=S)}</tr>" for i in range(6)) + "</tb></t>", size="350pt 250pt")
of("table-auto-widths", f"<t>{tc('1in', '2in')}<tb>{tr('a', 'b')}{tr(BLIND, BLIND)}</tb></t><t width='3in'>{tc('1in', '2in')}<tb>{tr('a', 'b')}</tb></t>")
of("table-heights", f"<t {T}><tb><tr height='40pt'>{td('a', 'b', a=S)}</tr><tr block-progression-dimension.minimum='30pt'>{td('c', BLIND * 3, a=S)}</tr><tr><td {S} height='50pt'><b>d</b></td><td {S}><b>e</b></td></tr><tr height='2em'>{td('f', 'g', a=S)}</tr></tb></t>")
of("table-breaks", f"<t {T}><tb>" + "".join(f"<tr {'break-before=' + chr(34) + 'page' + chr(34) if i == 3 else 'break-after=' + chr(34) + 'page' + chr(34) if i == 6 else ''}>{td(str(i), 'x', a=S)}</tr>" for i in range(9)) + "</tb></t>")
of("table-cells-no-rows", f"<t {T}>{tc('50%', '50%')}<tb><td {S} starts-row='true'><b>a</b></td><td {S} ends-row='true'><b>b</b></td><td {S}><b>c</b></td><td {S} ends-row='true'><b>d</b></td></tb></t>")
of("table-columns-inherit", f"<t {T}><tc column-width='50%' text-align='center' background-color='#eee' border='1pt solid red'/><tc column-width='50%' font-weight='bold'/><tb><tr><td text-align='from-table-column()'><b>a</b></td><td font-weight='from-table-column()'><b>b</b></td></tr></tb></t>")
of("table-margins", f"<t {T} margin-left='20pt' start-indent='30pt'><tb>{tr('a', 'b')}</tb></t><b start-indent='40pt'>x<t width='200pt' table-layout='fixed'><tb>{tr('a', 'b')}</tb></t></b><t width='50%' table-layout='fixed' margin-left='auto' margin-right='auto'><tb>{tr('c', 'd')}</tb></t>")
of("table-many-bodies", f"<t {T}>{THF}" + f"<tb>{ROWS[:600].rsplit('<tr>', 1)[0]}</tb>" * 4 + "</t>")
of("table-footnotes", f"<t {T}><tb>" + "".join(f"<tr><td {S}><b>cell {i}{fn(str(i), BLIND) if i % 3 == 0 else ''}</b></td></tr>" for i in range(1, 25)) + "</tb></t>")

# --- footnotes, columns ----------------------------------------------------------------------------------------------------
for every in (2, 3, 5):
    for height in (200, 260):
        of(f"notes-{every}-{height}", ("".join(f"<b space-after='4pt'>{BLIND}{fn(str(i), BLIND * (i % 2 + 1)) if i % every == 0 else ''}</b>" for i in range(20)), "<sc flow-name='xsl-footnote-separator'><b><ld leader-pattern='rule' leader-length='30%'/></b></sc>"), size=f"300pt {height}pt")
for columns in (2, 3):
    for parts in (3, 6, 9):
        of(f"columns-{columns}-{parts}", f"<b span='all' font-size='16pt' text-align='center'>Title over all</b><b>{KING * parts}</b><b span='all' space-before='10pt'>Second title</b>" + n(parts * 3) + f"<b span='all'>end</b><b>{KING}</b>", body=f"column-count='{columns}' column-gap='15pt'")
        of(f"columns-blocks-{columns}-{parts}", f"<b span='all'>Title</b>" + "".join(f"<b space-after='6pt' keep-together.within-column='always'>{BLIND * (i % 3 + 1)}</b>" for i in range(parts)) + "<b span='all'>Middle</b>" + n(parts, "x", "break-after='column'") , body=f"column-count='{columns}' column-gap='15pt'")
        of(f"columns-table-{columns}-{parts}", f"<t {T}><th><tr>{td('head', 'er', a=S)}</tr></th><tb>" + "".join(f"<tr>{td(str(i), 'x ' * (i % 4) + 'y', a=S)}</tr>" for i in range(parts * 8)) + "</tb></t><b span='all'>after the table</b>", body=f"column-count='{columns}' column-gap='15pt'")
of("columns-list", "<l>" + "".join(li(str(i), BLIND) for i in range(30)) + "</l>", body="column-count='2'")
of("columns-span-none", f"<b span='none'>{KING}</b><b span='all'>{KING}</b><bc span='all'><b>container over all</b></bc><t span='all' {T}><tb>{tr('a', 'b')}</tb></t><b>{KING}</b>", body="column-count='2'")

# --- expressions and inheritance -------------------------------------------------------------------------------------------
for e in ("10pt + 5pt", "2 * 8pt", "(20pt + 4pt) div 2", "max(8pt, 11pt)", "min(1em, 20pt)", "abs(-14pt)", "1.5 * from-parent(font-size)", "inherited-property-value(font-size) + 2pt", "from-nearest-specified-value(font-size)", "120%", "larger", "smaller", "x-large", "xx-small", "medium", "0.9em", "14px", "4mm", "1pc"):
    of("size-" + "".join(c if c.isalnum() else "-" for c in e), f"<b font-size='11pt'>{BLIND}<b font-size='{e}'>{BLIND}<i font-size='{e}'>inline</i></b></b><b space-before='{e if '%' not in e and 'larg' not in e and 'small' not in e and 'medium' not in e else '1em'}'>x</b>", size="300pt 250pt")
of("inherit-properties", f"<b color='red' font-weight='bold' space-before='10pt' border='1pt solid black' padding='3pt'><b space-before='inherit' border='inherit' padding='inherit' color='blue'>{BLIND}</b><b font-weight='normal'>{BLIND}</b></b>")
of("colors", "".join(f"<b color='{c}' background-color='{b}'>text</b>" for c, b in (("red", "#fff"), ("#00ff00", "rgb(200,200,255)"), ("rgb(10%,20%,30%)", "transparent"), ("lightgoldenrodyellow", "black"), ("#f00", "inherit"))))
of("font-kinds", "".join(f"<b font-family='{f}' font-weight='{w}' font-style='{s}'>{BLIND}</b>" for f in ("serif", "sans-serif", "monospace", "Times", "Helvetica, Arial", "'Courier New', Courier".replace("'", "&quot;")) for w in ("normal", "bold", "700") for s in ("normal", "italic", "oblique")[:2]), size="400pt 600pt")
of("visibility", f"<b visibility='hidden'>{BLIND}</b><b>{BLIND}</b><bc visibility='hidden' height='30pt'><b>x</b></bc><b>y</b>")
of("writing-mode", f"<b>{BLIND}</b><bc writing-mode='lr-tb'><b>{BLIND}</b></bc>", root="writing-mode='lr-tb'")

EXPLAINED.update({
    "v-keep-table-always-150": "what is kept and longer than a page FOP cuts off",
    "v-list-keep-together-within-page--always-": "what is kept and longer than a page FOP cuts off",
    "v-box-margin-left--30pt--margin-right--10--": "per cent of a margin are of the area around, at FOP of the block around",
    "v-box-margin-left--inherited-property-value-margin-left----12pt-": "margins aren't inherited; we give the parent's, FOP nothing",
    "v-border-break-before-retain": "FOP: a component resets what the shorthand set",
    "v-border-break-after-retain": "FOP: a component resets what the shorthand set",
    "v-border-break-before-discard": "FOP: a component resets what the shorthand set",
    "v-border-break-after-discard": "FOP: a component resets what the shorthand set",
    "v-letters-2pt": "FOP measures words without what is between their letters",
    "v-letters--0.5pt": "FOP measures words without what is between their letters",
    "v-letters-0.2em": "FOP measures words without what is between their letters",
    "v-wrappers": "larger text of a wrapper makes its line higher",
    "v-bookmark-deep": "FOP refuses a bookmark that leads out",
    "v-visibility": "what a container has within it is as visible as the container",
})

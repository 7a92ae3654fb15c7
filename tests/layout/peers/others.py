"""Documents in the shapes that other people's test suites, samples and stylesheets have: FOP's layout-engine tests (5 in pages, 12 pt
sans-serif), formatter vendors' samples, DocBook's and DITA's output. Written afresh for compare.py; one idea each."""
import re

from cases import EXPLAINED, case, text

LOREM = ("Lorem ipsum dolor sit amet, consectetuer adipiscing elit. Cras tincidunt congue purus. Suspendisse potenti. Sed pretium. "
         "Donec nulla nibh, malesuada at, sollicitudin ut, dictum quis, magna. Ut laoreet lacus id ligula. Nulla facilisi. ")
BLIND = ("The quick brown fox jumps over the lazy dog, and the lazy dog sleeps on while the fox goes home to its den. ")


def short(flow):
    """Two-letter names for the objects, so that a case fits few lines: <b> block, <i> inline, <bc> block-container, <t> table …"""
    names = {"b": "block", "i": "inline", "bc": "block-container", "t": "table", "tc": "table-column", "th": "table-header",
             "tf": "table-footer", "tb": "table-body", "tr": "table-row", "td": "table-cell", "l": "list-block", "li": "list-item",
             "ll": "list-item-label", "lb": "list-item-body", "fn": "footnote", "fb": "footnote-body", "eg": "external-graphic",
             "a": "basic-link", "m": "marker", "pn": "page-number", "pc": "page-number-citation", "ld": "leader", "w": "wrapper",
             "rm": "retrieve-marker", "ifo": "instream-foreign-object", "sc": "static-content", "ch": "character"}
    return re.sub(r"<(/?)(\w+)(?=[\s/>])", lambda m: f"<{m[1]}fo:{names[m[2]]}" if m[2] in names else m[0], flow)


def pages(*sequences, masters=None, size="5in 5in", margin="20pt", body="", regions="", root="", before=""):
    width, height = size.split()
    masters = masters or (f'<fo:simple-page-master master-name="normal" page-width="{width}" page-height="{height}" margin="{margin}">'
                          f'<fo:region-body {body}/>{regions}</fo:simple-page-master>')
    parts = []
    for s in sequences:
        flow, statics, attributes = (s + ("", ""))[:3] if isinstance(s, tuple) else (s, "", "")
        if "master-reference" not in attributes:
            attributes += ' master-reference="normal"'
        parts.append(f'<fo:page-sequence {attributes}>{short(statics)}<fo:flow flow-name="xsl-region-body">{short(flow)}</fo:flow></fo:page-sequence>')
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:svg="http://www.w3.org/2000/svg" {root}>'
            f'<fo:layout-master-set>{masters}</fo:layout-master-set>{before}{"".join(parts)}</fo:root>\n')


def of(name, *sequences, **page):
    case("o-" + name, pages(*sequences, **page))


def n(count, what="line", attributes=""):
    return "".join(f"<b {attributes}>{what} {i}</b>" for i in range(1, count + 1))


def td(*contents, a=""):
    return "".join(f"<td {a}><b>{c}</b></td>" for c in contents)


S = 'border="0.5pt solid black"'

# --- block: spaces, indents, borders -------------------------------------------------------------------------------------
of("block-basic", f"<b>{LOREM}</b><b>{LOREM}</b><b/><b> </b><b>end</b>")
of("block-nested-text", f"<b>text before<b>inner block</b>text after <b/><b>  </b>more text</b>")
of("space-2", "<b>block1</b><b space-before='10pt' space-after='10pt'>block2</b><b space-before='5pt' space-after='20pt' background-color='yellow'>block3</b>"
   "<b space-before='20pt' space-before.precedence='5'>block4</b><b space-before='10pt' space-before.precedence='force' space-after='1in'>block5</b><b>block6</b>")
of("space-range", "<b>a</b><b space-before.minimum='8pt' space-before.optimum='10pt' space-before.maximum='12pt'>b</b><b space-before.optimum='10pt' space-before.precedence='1' space-after.optimum='30pt' space-after.precedence='0'>c</b><b>d</b>")
of("space-break-bound", n(20) + "<b space-before='30pt'>at the top?</b>" + n(5) + "<b space-after='400pt'>big space after</b><b>next page</b><b>end</b>")
of("space-retain-break", "<b space-after='20pt' space-after.conditionality='retain'>a</b><b break-before='page' space-before='20pt' space-before.conditionality='retain'>b</b>" + n(20) + "<b space-before='1in' space-before.conditionality='retain'>x</b>" + n(20))
of("space-nested", "<b space-before='10pt' space-after='10pt'><b space-before='20pt'>a</b><b space-after='5pt'><b space-after='30pt'>b</b></b></b><b space-before='15pt'>c</b>")
of("space-padding-fence", "<b space-before='10pt' padding-top='0.1pt'><b space-before='20pt'>a</b></b><b border-bottom='1pt solid red'><b space-after='20pt'>b</b></b><b>c</b>")
of("space-in-inline-block", "<b>text <i><b space-before='10pt' space-after='10pt'>inner</b></i> text</b>")
of("space-negative", "<b space-after='-5pt'>a</b><b>b</b><b space-before='-3pt' space-after='10pt'>c</b><b margin-top='-2pt'>d</b>")
of("space-percent", "<b margin='10%'>ten per cent</b><b space-before='5%' start-indent='10%' end-indent='5%'>" + LOREM + "</b>")
of("margin-inherit", "<b margin-left='1in'>a<b>b<b margin-left='0.5in'>c</b></b><b margin-left='0pt'>d</b><b start-indent='0pt'>e</b></b>")
of("margin-percent", f"<b margin='5%' {S}>{LOREM}</b><b margin-left='20%' margin-right='20%' padding='3%'>{LOREM}</b>")
of("margin-auto", "<b margin='auto'>a</b><bc width='2in' margin-left='auto' margin-right='auto' border='1pt solid black'><b>centred?</b></bc><b>b</b>")
of("margin-corner", "<b margin='10pt 20pt'><b margin='0pt' border='1pt solid black'>x " + LOREM + "</b></b>")
of("indent-border-nested", f"<b border='solid 5pt red' padding='5pt' margin-left='20pt'>outer<b border='solid 2pt blue' padding='2pt' margin-left='10pt' margin-right='10pt'>inner {LOREM}</b><b border='solid 2pt blue' padding='2pt'>{BLIND}</b></b>")
of("indent-end-negative", f"<b start-indent='-10pt' end-indent='-10pt' background-color='yellow'>{LOREM}</b><b text-indent='-10pt' start-indent='20pt'>{LOREM}</b>")
of("overconstrained", f"<b margin-left='3in' margin-right='3in'>over</b><b start-indent='4.7in'>a b c</b>")
of("padding-before-break", n(20) + "<b padding='20pt' border='2pt solid black'>" + LOREM * 2 + "</b>")
of("padding-cond", n(18) + "<b padding='10pt' border='2pt solid black' padding-before.conditionality='retain' padding-after.conditionality='retain' border-before-width.conditionality='retain' border-after-width.conditionality='retain'>" + LOREM * 2 + "</b>")
of("border-cond-shorthand", n(18) + "<b padding-before.length='10pt' padding-after.length='10pt' padding-before.conditionality='retain' padding-after.conditionality='retain' border-before-style='solid' border-after-style='solid' border-before-width.length='3pt' border-after-width.length='3pt' border-before-width.conditionality='retain' border-after-width.conditionality='retain'>" + LOREM * 2 + "</b>")
of("border-styles", "".join(f"<b border='4pt {s} red' margin='4pt'>{s}</b>" for s in ("none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset")))
of("border-specifics", "<b border-start-style='solid' border-start-width='5pt' border-start-color='green' padding-start='3pt'>start</b><b border-left='thick solid' border-top-style='dashed'>x</b><b border-width='1pt' border-style='solid' border-color='#f00 #0f0 #00f #000'>y</b>")
of("background", "<b background-color='rgb(255,240,200)'>rgb</b><b background='silver'>shorthand</b><b background-color='transparent'>t</b><b background-color='rgb(10%,80%,90%)'>percent</b><b color='rgb-icc(255,0,0,#CMYK,0,1,1,0)'>icc</b><b color='cmyk(0,1,1,0)'>cmyk</b>")
of("hidden", "<b>a</b><b visibility='hidden'>b</b><b visibility='collapse'>c</b><b>d <i visibility='hidden'>e</i> f</b>")

# --- lines -----------------------------------------------------------------------------------------------------------------
of("align-all", "".join(f"<b text-align='{a}' space-after='4pt'>{LOREM}</b>" for a in ("start", "end", "center", "justify")))
of("align-last-all", "".join(f"<b text-align='{a}' text-align-last='{c}' space-after='4pt'>{BLIND}</b>" for a in ("start", "justify") for c in ("relative", "start", "end", "center", "justify")), size="5in 8in")
of("align-last-inherited", f"<b text-align='justify'><b text-align-last='justify'>{BLIND}</b><b>{BLIND}</b></b><b text-align-last='end'><b>{BLIND}</b></b>")
of("justify-forced-break", "<b text-align='justify' linefeed-treatment='preserve'>one two three\nfour five " + LOREM + "\nsix seven</b>")
of("line-height", "<b line-height='2'>a b c</b><b line-height='24pt'>d</b><b line-height='150%'>e<b font-size='20pt'>f</b></b><b line-height='1.5em'>g</b><b line-height='normal'>h</b><b line-height.minimum='10pt' line-height.optimum='14pt' line-height.maximum='18pt'>i</b>")
of("line-height-inline", f"<b>{BLIND}<i line-height='30pt'>tall</i> {BLIND}<i font-size='24pt'>big</i> {BLIND}</b><b line-height='10pt'>{BLIND}<i font-size='24pt'>big</i> {BLIND}</b>")
of("stacking-font-height", f"<b line-stacking-strategy='font-height'>{BLIND}<i font-size='24pt'>big</i> {BLIND}<i baseline-shift='10pt'>up</i> {BLIND}</b><b>next</b>")
of("stacking-max-height", f"<b line-stacking-strategy='max-height'>{BLIND}<i font-size='24pt'>big</i> {BLIND}<i baseline-shift='super'>up</i> {BLIND}</b><b>next</b>")
of("stacking-line-height", f"<b line-stacking-strategy='line-height' line-height='14pt'>{BLIND}<i font-size='24pt'>big</i> {BLIND}<i baseline-shift='super'>up</i> {BLIND}</b><b>next</b>")
of("last-line-end-indent", f"<b last-line-end-indent='1in'>{LOREM}</b><b last-line-end-indent='-10pt' end-indent='10pt' text-align-last='justify'>{BLIND}</b><b last-line-end-indent='20%' text-align='end'>{BLIND}</b>")
of("text-indent-nested", f"<b text-indent='1em'>{LOREM}<b>{BLIND}</b>{BLIND}<b text-indent='0'>{BLIND}</b></b>")
for f in ("ignore", "preserve", "treat-as-space", "treat-as-zero-width-space"):
    of("linefeed-" + f, f"<b linefeed-treatment='{f}'>first line\nsecond line\n\nfourth line\n</b><b linefeed-treatment='{f}'>a <i>b\nc</i>\nd</b><b linefeed-treatment='{f}'>\n</b><b>end</b>")
for t in ("ignore", "preserve", "ignore-if-before-linefeed", "ignore-if-after-linefeed", "ignore-if-surrounding-linefeed"):
    of("white-" + t, f"<b white-space-treatment='{t}'>   a  b\n   c   \n d  </b><b white-space-treatment='{t}' linefeed-treatment='preserve'>   a  b\n   c   \n d  </b>"
       f"<b white-space-treatment='{t}' white-space-collapse='false'>   a  b\n   c   \n d  </b><b white-space-treatment='{t}' white-space-collapse='false' linefeed-treatment='preserve'>  <i> a </i>  b\n   c   \n d  </b>")
of("pre-program", "<b white-space='pre' font-family='monospace' font-size='8pt'>int main()\n{\n    return 0;\n\n    // end  of\n}\n</b><b>after</b>")
of("pre-three", "<b white-space-collapse='false' linefeed-treatment='preserve' white-space-treatment='preserve' wrap-option='no-wrap' font-family='monospace'>a  b\n   c\n\n d" + " long" * 8 + "</b><b>after</b>")
of("pre-align", "".join(f"<b white-space='pre' text-align='{a}'>  one\n    two  \n</b>" for a in ("center", "end")))
of("pre-wrap-long", "<b white-space-collapse='false' linefeed-treatment='preserve' white-space-treatment='preserve' font-family='monospace'>" + "word  word   " * 12 + "\n   indented</b>")
of("nbsp", "<b>a&#xA0;b&#xA0;&#xA0;c " + "x&#xA0;y " * 30 + "</b><b>&#xA0;</b><b>&#xA0;&#xA0;lead</b><b text-align='justify'>" + "some&#xA0;word other " * 12 + "</b>")
of("fixed-spaces", "<b>a&#x2003;b&#x2002;c&#x2009;d&#x200A;e&#x202F;f&#x3000;g&#x200B;h&#x2060;i</b>")
of("uax14", "<b>" + "aaa-bbb/ccc ddd_eee (fff) [ggg] {hhh} 'iii' &quot;jjj&quot; k,l.m;n:o!p?q 12,345.67 50% $100 a@b.org " * 4 + "</b>")
of("uax14-breaks", "<b>line one&#x2028;line two&#x2029;line three&#xA;line four&#x85;five</b>")
of("shy", "<b>" + "super&#xAD;cali&#xAD;fragi&#xAD;listic " * 12 + "</b><b text-align='justify'>" + "Donau&#xAD;dampf&#xAD;schiff&#xAD;fahrt " * 12 + "</b>")
of("no-wrap", f"<b wrap-option='no-wrap'>{BLIND}</b><b><i wrap-option='no-wrap'>{text(5)}</i> {BLIND}</b>")
of("hyphenate", f"<b hyphenate='true' language='en' xml:lang='en'>{LOREM * 2}</b>", size="3in 5in")
of("hyphenate-narrow", f"<b hyphenate='true' language='en' country='US' hyphenation-push-character-count='3' hyphenation-remain-character-count='3'>{LOREM}</b>", size="2in 5in")
of("widow-3", n(17) + f"<b widows='3' orphans='3'>{LOREM}</b><b>{LOREM}</b>")
of("orphan-widow-cases", "".join(f"<b orphans='{o}' widows='{w}' space-after='6pt'>{LOREM}</b>" for o in (1, 2, 4) for w in (1, 3)))
of("unequal-ranges", "<b letter-spacing='2pt'>spaced letters</b><b letter-spacing='-0.5pt'>narrow letters here</b><b word-spacing='6pt'>wide words are here</b>")
of("letter-spacing-justify", f"<b letter-spacing='0.2em' text-align='justify'>{LOREM}</b>")
of("word-spacing", f"<b word-spacing='5pt'>{LOREM}</b><b word-spacing.minimum='0pt' word-spacing.optimum='2pt' word-spacing.maximum='4pt' text-align='justify'>{LOREM}</b>")
of("decoration", "<b text-decoration='underline'>under <i text-decoration='no-underline'>none</i> <i text-decoration='overline line-through'>two</i></b><b><i text-decoration='underline'>a <i font-size='20pt'>b</i></i> c</b>")
of("transform", "<b text-transform='uppercase'>straße abc</b><b text-transform='capitalize'>some words <i>here too</i> (and) it's</b><b text-transform='lowercase'>ABC DEF</b>")
of("long-word-page", "<b>short " + "w" * 70 + " end</b>", size="4in 3in")
of("long-word-cell", f"<t table-layout='fixed' width='100%'><tc column-width='40pt'/><tc column-width='60pt'/><tb><tr>{td('incomprehensibilities', 'next', a=S)}</tr><tr>{td('a counterrevolutionary b', 'c', a=S)}</tr></tb></t>")
of("long-word-label", "<l provisional-distance-between-starts='30pt'><li><ll end-indent='label-end()'><b>Wednesday</b></ll><lb start-indent='body-start()'><b>" + BLIND + "</b></lb></li></l>")
of("long-word-narrow-container", "<bc width='30pt'><b>word longer words</b></bc><b>end</b>")

# --- fonts and inlines --------------------------------------------------------------------------------------------------------
of("font-size-relative", "<b font-size='10pt'>a<b font-size='larger'>b<b font-size='smaller'>c</b></b><b font-size='200%'>d<b font-size='50%'>e</b></b><b font-size='1.5em'>f</b><b font-size='x-large'>g</b><b font-size='from-parent(font-size) * 2'>h</b></b>")
of("font-shorthand", "<b font='bold 14pt serif'>a</b><b font='italic small-caps bold 14pt/20pt Helvetica'>b</b><b font='10pt/1.5 \"Times New Roman\", serif'>c</b><b font='italic 12pt monospace'>d</b>")
of("font-families", "".join(f"<b font-family='{f}'>{BLIND}</b>" for f in ("serif", "sans-serif", "monospace", "Times", "Helvetica", "Courier", "Times Roman", "Arial, Helvetica, sans-serif", "any")))
of("font-weights", "".join(f"<b font-weight='{w}'>weight {w} {BLIND}</b>" for w in ("100", "400", "500", "600", "700", "bold", "bolder", "lighter")))
of("inline-border-break", f"<b>{BLIND}<i border='1pt solid red' padding='2pt'>{LOREM}</i> {BLIND}</b>")
of("inline-space-start", "<b>a<i space-start='1em' space-end='1em'>b</i>c <i padding-start='10pt' padding-end='10pt' background-color='yellow'>d</i> e</b>")
of("inline-block-nested", f"<b>{BLIND}<i border='1pt solid red' padding='2pt'>before <b>block in inline {BLIND}</b> after</i> {BLIND}</b>")
of("inline-keep", f"<b>{BLIND}<i keep-together.within-line='always'>these words stay together</i> {BLIND}<i keep-together.within-line='always'>and these ones too please</i> {BLIND}</b>")
of("inline-keep-next-line", f"<b>{BLIND}<i keep-with-next.within-line='always'>Mr.</i> Smith {BLIND}</b>")
of("inline-shift", "<b>" + " ".join(f"x<i baseline-shift='{v}'>{v}</i>" for v in ("super", "sub", "5pt", "-5pt", "50%", "baseline")) + "</b><b>next</b>")
of("inline-valign", "<b>" + " ".join(f"x<i font-size='8pt' vertical-align='{v}'>{v}</i>" for v in ("super", "sub", "baseline", "5pt", "-20%")) + "</b><b>next</b>")
of("inline-valign-line", "<b font-size='20pt'>" + " ".join(f"x<i font-size='8pt' vertical-align='{v}'>{v}</i>" for v in ("top", "bottom", "middle", "text-top", "text-bottom")) + "</b><b>next</b>")
of("inline-alignment-baseline", "<b font-size='20pt'>" + " ".join(f"x<i font-size='8pt' alignment-baseline='{v}'>{v}</i>" for v in ("before-edge", "after-edge", "middle", "central", "text-before-edge", "alphabetic")) + "</b><b>next</b>")
of("inline-dominant", "<b>a <i baseline-shift='super' font-size='70%'>1<i baseline-shift='super' font-size='70%'>2</i></i> b</b><b>c</b>")
of("character", "<b><ch character='H'/><ch character='e' color='red'/><ch character='l' font-weight='bold'/><ch character='&#x20;'/><ch character='o'/> w<ch character='o'/>rld</b>")
of("wrapper-text", "<b>a <w color='red'>b <w font-weight='bold'>c</w></w> d</b><w font-size='18pt'><b>e</b></w><w id='x'/><b>f</b>")
of("wrapper-in-cells", f"<t table-layout='fixed' width='100%'><tb><tr><td {S}><w color='red'><b>a</b><b>b</b></w></td></tr></tb></t>")
of("initial-property-set", "<b><fo:initial-property-set font-weight='bold' color='red'/>" + LOREM + "</b>")
of("inline-container", "<b>a <fo:inline-container width='1in'><b>in container</b></fo:inline-container> b</b>")
of("color-inline", "<b>a <i background-color='yellow'>b c d</i> e <i color='#00f'>f</i></b>")

# --- leaders --------------------------------------------------------------------------------------------------------------------
of("leader-toc", "".join(f"<b text-align-last='justify'>Chapter {i} {text(i)}<ld leader-pattern='dots'/>{i * 7}</b>" for i in range(1, 8)))
of("leader-toc-use", "".join(f"<b text-align-last='justify' end-indent='30pt' last-line-end-indent='-30pt'>Chapter {i} {text(i * 4)}<ld leader-pattern='dots' leader-pattern-width='5pt' leader-alignment='reference-area'/>{i * 7}</b>" for i in range(1, 6)))
of("leader-docbook-toc", "".join(f"<b end-indent='24pt' last-line-end-indent='-24pt' text-align='start'><i keep-with-next.within-line='always'><a internal-destination='s{i}'>{i}. {text(3 + i)}</a></i><i keep-together.within-line='always'> <ld leader-pattern='dots' leader-pattern-width='3pt' leader-alignment='reference-area' keep-with-next.within-line='always'/> <a internal-destination='s{i}'><pc ref-id='s{i}'/></a></i></b>" for i in range(1, 7)) + "".join(f"<b id='s{i}' break-before='page'>Section {i}</b>" for i in range(1, 7)))
of("leader-rule", "<b>a<ld leader-pattern='rule' leader-length='2in' rule-thickness='2pt' color='red'/>b</b><b><ld leader-pattern='rule' leader-length='100%' rule-style='double'/></b><b><ld leader-pattern='rule' leader-length.optimum='50%'/>x</b>")
of("leader-align", "".join(f"<b text-align='{a}'>left<ld leader-pattern='dots' leader-length='1in'/>right</b>" for a in ("start", "center", "end", "justify")))
of("leader-expand", "<b text-align-last='justify'><ld leader-pattern='dots'/></b><b text-align='justify'>a<ld leader-length.minimum='0pt' leader-length.optimum='12pt' leader-length.maximum='100%'/>b</b><b text-align-last='justify'><ld/>c<ld/></b>")
of("leader-content", "<b>a<ld leader-pattern='use-content' leader-length='2in'>. </ld>b</b><b>a<ld leader-pattern='use-content' leader-length='2in' leader-pattern-width='10pt'>x</ld>b</b>")
of("leader-in-empty", "<b>a</b><b><ld/></b><b><ld leader-length='0pt'/></b><b>b</b>")
of("leader-wrap", f"<b>{text(9)} <ld leader-length='3in' leader-pattern='rule'/> {text(9)}</b><b>Name: <ld leader-pattern='rule' leader-length='3in'/> Date: <ld leader-pattern='rule' leader-length='2in'/></b>")

# --- keeps and breaks --------------------------------------------------------------------------------------------------------------
KEEP = "keep-together.within-column='always'"
of("keep-page", n(15) + f"<b {KEEP}>{n(10, 'kept')}</b>" + n(15) + "<b keep-together.within-page='always'>" + LOREM * 2 + "</b>")
of("keep-integers", "<b keep-together.within-column='1'><b keep-together.within-column='2'><b keep-together.within-column='3'>" + n(2) + "</b><b keep-together.within-column='always'>" + n(2) + "</b></b><b keep-together.within-column='always'>" + n(2) + "</b><b keep-together.within-column='3'>" + n(6) + "</b></b>", size="5in 120pt", margin="0pt", root='widows="0" orphans="0"')
for strength in ("auto", "1", "5", "always"):
    of("keep-strength-" + strength, n(17) + f"<b keep-together.within-column='{strength}'>{n(5, 'kept')}</b>" + n(3))
    of("keep-next-" + strength, n(20) + f"<b keep-with-next.within-column='{strength}'>head</b>{n(4, 'tail')}")
    of("keep-previous-" + strength, n(21) + f"<b keep-with-previous.within-column='{strength}'>bound</b>{n(4, 'tail')}")
of("keep-next-chain", n(18) + "<b keep-with-next='always'>a</b><b keep-with-next.within-page='always'>b</b><b keep-with-next.within-column='always'>c</b><b>d " + LOREM + "</b>")
of("keep-next-nested", n(19) + "<b><b>x</b><b keep-with-next.within-column='always'>inner last</b></b><b><b>first of next</b><b>second</b></b>" + n(3))
of("keep-next-break", "<b keep-with-next.within-page='always'>kept</b><b break-before='page'>but broken</b>")
of("keep-heading-table", n(20) + "<b keep-with-next.within-column='always' font-weight='bold'>Heading</b><t table-layout='fixed' width='100%'><tb>" + "".join(f"<tr>{td(i, 'x', a=S)}</tr>" for i in range(6)) + "</tb></t>")
of("keep-heading-list", n(20) + "<b keep-with-next.within-column='always' font-weight='bold'>Heading</b><l>" + "".join(f"<li><ll end-indent='label-end()'><b>{i}</b></ll><lb start-indent='body-start()'><b>{BLIND}</b></lb></li>" for i in range(3)) + "</l>")
of("keep-inherited", n(18) + "<b keep-together.within-page='always'><b>a " + BLIND + "</b><b>b " + BLIND + "</b></b>")
of("break-kinds", "".join(f"<b break-{w}='{k}'>{w} {k}</b><b>plain</b>" for w in ("before", "after") for k in ("page", "odd-page", "even-page", "column", "auto")))
of("break-nested-bug", "<b><b break-after='page'>a</b></b><b><b break-before='page'>b</b></b><b border='1pt solid black'><b>x</b><b break-before='page'>c</b></b>")
of("break-inline", "<b>some text <i><b break-before='page'>block inside</b></i> rest</b>")
of("break-empty", "<b break-after='page'>a</b><b break-before='page'/><b>b</b><b break-after='page'/><b break-after='page'/><b>c</b>")
of("break-list", "<l><li><ll end-indent='label-end()'><b>1</b></ll><lb start-indent='body-start()'><b>a</b><b break-before='page'>b</b></lb></li><li break-before='page'><ll end-indent='label-end()'><b>2</b></ll><lb start-indent='body-start()'><b>c</b></lb></li><li break-after='page'><ll end-indent='label-end()'><b>3</b></ll><lb start-indent='body-start()'><b>d</b></lb></li></l><b>end</b>")
of("break-table", f"<t break-before='page' table-layout='fixed' width='100%'><tb><tr>{td('a', 'b')}</tr><tr break-before='page'>{td('c', 'd')}</tr><tr break-after='page'>{td('e', 'f')}</tr><tr>{td('g', 'h')}</tr></tb></t><b>x</b>")
of("break-container", "<bc><b>a</b><b break-before='page'>b</b></bc><bc break-before='page'><b>c</b></bc><bc break-after='page'><b>d</b></bc><b>e</b>")

# --- lists -----------------------------------------------------------------------------------------------------------------------------
LB = "start-indent='body-start()'"
LL = "end-indent='label-end()'"


def li(label, body, a="", ll=LL, lb=LB):
    body = body if body.startswith("<") else f"<b>{body}</b>"
    return f"<li {a}><ll {ll}><b>{label}</b></ll><lb {lb}>{body}</lb></li>"


of("list-default", "<l>" + "".join(li(f"{i})", BLIND) for i in range(1, 6)) + "</l>")
of("list-distances", "<l provisional-distance-between-starts='1in' provisional-label-separation='0.25in' space-before='10pt'>" + "".join(li("label " + str(i), LOREM) for i in range(1, 4)) + "</l>")
of("list-bullets", "<l provisional-distance-between-starts='15pt'>" + "".join(li("&#x2022;", BLIND, "space-after='5pt'") for i in range(9)) + "</l>")
of("list-nested", "<l>" + "".join(li(f"{i}.", f"<b>{BLIND}</b><l space-before='4pt' provisional-distance-between-starts='20pt'>" + "".join(li(f"{i}.{j}", text(9, j)) for j in range(1, 4)) + "</l>") for i in range(1, 5)) + "</l>")
of("list-indented", "<b start-indent='30pt'><l>" + li("1", BLIND) + "</l></b><l margin-left='20pt' margin-right='40pt'>" + li("2", BLIND) + li("3", LOREM) + "</l><l start-indent='1in' end-indent='0.5in'>" + li("4", LOREM) + "</l>")
of("list-fixed-indents", "<l>" + li("a", BLIND, ll="start-indent='0pt' end-indent='4in'", lb="start-indent='1in'") + li("b", LOREM, ll="end-indent='10cm'", lb="start-indent='3cm' end-indent='1cm'") + "</l>")
of("list-border", f"<l {S} padding='5pt'>" + li("1", BLIND, S) + li("2", BLIND, S + " space-before='6pt' padding='2pt'") + "</l><b>end</b>")
of("list-body-first-taller", "<l>" + li("1<fo:block>second label line</fo:block><fo:block>third</fo:block>", "short") + li("2", LOREM) + "</l>")
of("list-pages", n(12) + "<l>" + "".join(li(str(i), LOREM, "space-before='6pt'") for i in range(6)) + "</l>" + n(3))
of("list-keeps", n(14) + "<l>" + "".join(li(str(i), n(4, f"item {i}"), "keep-together.within-page='always'") for i in range(5)) + "</l>")
of("list-keep-next", n(18) + "<l>" + "".join(li(str(i), n(2, f"item {i}"), "keep-with-next.within-page='always'" if i % 2 else "") for i in range(6)) + "</l>")
of("list-keep-previous", n(18) + "<l>" + "".join(li(str(i), n(2, f"item {i}"), "keep-with-previous.within-page='always'" if i % 2 else "") for i in range(6)) + "</l>")
of("list-spaces", "<b>x</b><l space-before='10pt' space-after='10pt'>" + li("1", "<b space-before='5pt' space-after='7pt'>a</b>", "space-before='3pt' space-after='12pt'") + li("2", "<b>b</b>", "space-before='8pt'") + "</l><b>y</b>")
of("list-with-table", "<l>" + li("1", f"<t table-layout='fixed' width='100%'><tb><tr>{td('a', 'b', a=S)}</tr></tb></t>") + li("2", "<bc " + S + "><b>in container " + BLIND + "</b></bc>") + "</l>")
of("list-docbook", "<l provisional-distance-between-starts='2em' provisional-label-separation='0.2em' space-before.optimum='1em' space-before.minimum='0.8em' space-before.maximum='1.2em'>" + "".join(f"<li space-before.optimum='1em' space-before.minimum='0.8em' space-before.maximum='1.2em' relative-align='baseline'><ll end-indent='label-end()' text-align='start'><b>{i}.</b></ll><lb start-indent='body-start()'><b>{LOREM}</b></lb></li>" for i in range(1, 7)) + "</l>")
of("list-align", "<l>" + li("1", "<b text-align='end'>right</b>") + "</l><l text-align='center'>" + li("22", BLIND) + "</l>")

# --- tables --------------------------------------------------------------------------------------------------------------------------------
TF = "table-layout='fixed' width='100%'"


def tr(*contents, a=S, r=""):
    return f"<tr {r}>{td(*contents, a=a)}</tr>"


def tc(*widths):
    return "".join(f"<tc column-width='{w}'/>" for w in widths)


many_rows = "".join(tr(f"row {i}", f"b {i}", f"c {i}") for i in range(1, 41))
of("table-simple", f"<t {TF}>{tc('1in', '2in', '1in')}<tb>{tr('a', 'b', 'c')}{tr(BLIND, BLIND, 'x')}</tb></t>")
of("table-no-columns", f"<t {TF}><tb>{tr('a', BLIND, 'c')}{tr('d', 'e', 'f')}</tb></t>")
of("table-auto", f"<t><tb>{tr('a', BLIND, 'c')}{tr('d', 'e', 'f')}</tb></t>")
of("table-auto-width", f"<t table-layout='auto' width='3in'><tb>{tr('a', BLIND, 'c')}</tb></t><t table-layout='auto'>{tc('1in', '2in')}<tb>{tr('a', BLIND)}</tb></t>")
of("table-auto-proportional", f"<t table-layout='auto' width='100%'>{tc('proportional-column-width(1)', 'proportional-column-width(3)')}<tb>{tr('a', BLIND)}</tb></t>")
of("table-proportional", f"<t {TF}>{tc('proportional-column-width(1)', 'proportional-column-width(2)', '1in')}<tb>{tr('a', BLIND, 'c')}</tb></t>")
of("table-proportional-sum", f"<t {TF}>{tc('proportional-column-width(1) + 10pt', 'proportional-column-width(2)', '20pt + proportional-column-width(1)')}<tb>{tr('a', BLIND, 'c')}</tb></t>")
of("table-percent", f"<t {TF}>{tc('20%', '50%', '30%')}<tb>{tr('a', BLIND, 'c')}</tb></t><t table-layout='fixed' width='60%'>{tc('50%', '50%')}<tb>{tr('a', BLIND)}</tb></t>")
of("table-overwide", f"<t {TF}>{tc('3in', '3in')}<tb>{tr('a', 'bb')}</tb></t><t table-layout='fixed'>{tc('1in', '1in')}<tb>{tr('a', 'b')}</tb></t>")
of("table-repeat-column", f"<t {TF}><tc column-width='0.5in' number-columns-repeated='3'/><tc column-width='1in'/><tb>{tr('a', 'b', 'c', 'd')}</tb></t>")
of("table-column-number", f"<t {TF}><tc column-number='2' column-width='1in'/><tc column-number='1' column-width='2in'/><tb><tr><td column-number='2' {S}><b>two</b></td><td column-number='1' {S}><b>one</b></td></tr><tr><td column-number='2'><b>only two</b></td></tr></tb></t>")
of("table-column-inherit", f"<t {TF}><tc column-width='1in' text-align='end' font-weight='bold'/><tc column-width='2in' text-align='center'/><tb><tr><td text-align='from-table-column()' font-weight='from-table-column()'><b>a</b></td><td text-align='from-table-column(text-align)'><b>b</b></td></tr></tb></t>")
of("table-span", f"<t {TF}><tb><tr><td number-columns-spanned='2' {S}><b>two wide</b></td><td number-rows-spanned='2' {S}><b>two high</b></td></tr><tr>{td('a', 'b', a=S)}</tr><tr><td number-columns-spanned='3' {S}><b>all {BLIND}</b></td></tr></tb></t>")
of("table-span-rows", f"<t {TF}><tb><tr><td number-rows-spanned='3' {S}><b>{LOREM}</b></td><td {S}><b>a</b></td></tr><tr>{td('b', a=S)}</tr><tr>{td('c', a=S)}</tr><tr>{td('d', 'e', a=S)}</tr></tb></t>")
of("table-span-pages", n(18) + f"<t {TF}><tb>" + "".join(f"<tr><td number-rows-spanned='3' {S}><b>g{i}</b></td>{td(f'a{i}', a=S)}</tr><tr>{td(f'b{i}', a=S)}</tr><tr>{td(f'c{i} ' + BLIND, a=S)}</tr>" for i in range(6)) + "</tb></t>")
of("table-starts-row", f"<t {TF}>{tc('1in', '1in', '1in')}<tb><td starts-row='true' {S}><b>a</b></td><td {S}><b>b</b></td><td ends-row='true' {S}><b>c</b></td><td {S}><b>d</b></td><td ends-row='true'><b>e</b></td></tb></t>")
of("table-headers", f"<t {TF}><th>{tr('H1', 'H2', 'H3')}</th><tf>{tr('F1', 'F2', 'F3')}</tf><tb>{many_rows}</tb></t>")
for o in ("table-omit-header-at-break", "table-omit-footer-at-break"):
    of(o[6:], f"<t {TF} {o}='true'><th>{tr('H1', 'H2', 'H3')}</th><tf>{tr('F1', 'F2', 'F3')}</tf><tb>{many_rows}</tb></t>")
of("table-two-bodies", f"<t {TF}><th>{tr('H', 'I', 'J')}</th><tb>{tr('a', 'b', 'c')}</tb><tb>{many_rows}</tb></t>")
of("table-header-only-short", n(20) + f"<t {TF}><th>{tr('H', 'I', 'J')}</th><tf>{tr('F', 'G', 'K')}</tf><tb>{tr('a', 'b', 'c')}{tr('a', 'b', 'c')}</tb></t>")
for model in ("collapse", "separate"):
    of("table-border-" + model, f"<t {TF} border='2pt solid black' border-collapse='{model}' border-separation='4pt'><th>{tr('H', 'I', a='border=' + chr(39) + '3pt solid red' + chr(39))}</th><tb>{tr('a', 'b', a='border=' + chr(39) + '1pt solid blue' + chr(39))}{tr(BLIND, 'b', a='border=' + chr(39) + '1pt dashed blue' + chr(39) + ' padding=' + chr(39) + '3pt' + chr(39))}</tb></t><b>x</b>")
    of("table-border-pages-" + model, f"<t {TF} border='2pt solid black' border-collapse='{model}'><th>{tr('H', 'I', 'J')}</th><tf>{tr('F', 'G', 'K')}</tf><tb>{many_rows}</tb></t><b>x</b>")
of("table-border-separate-spacing", f"<t {TF} border-collapse='separate' border-spacing='6pt 3pt' {S}><tb>{tr('a', 'b')}{tr('c', 'd')}</tb></t>")
of("table-border-row-collapse", f"<t {TF} border-collapse='collapse'><tb border='1pt solid red'><tr border-bottom='2pt solid black'>{td('a', 'b', a='')}</tr><tr border='4pt double blue'>{td('c', 'd', a='')}</tr></tb></t><b>x</b>")
of("table-border-precedence", f"<t {TF} border-collapse='collapse' border='1pt solid black'><tc border='3pt solid green'/><tc/><tb><tr><td border='hidden'><b>a</b></td><td border='none'><b>b</b></td></tr></tb></t><b>x</b>")
of("table-cell-padding", f"<t {TF}><tb>{tr('a', BLIND, a=S + ' padding=' + chr(39) + '6pt' + chr(39))}<tr><td padding-left='20pt' {S}><b>c</b></td><td padding='2pt 8pt' {S}><b start-indent='5pt'>d</b></td></tr></tb></t>")
of("table-cell-height", f"<t {TF}><tb><tr height='50pt'>{td('row fifty', 'b', a=S)}</tr><tr><td height='40pt' {S}><b>cell forty</b></td>{td('x', a=S)}</tr><tr block-progression-dimension.minimum='30pt'>{td('min', BLIND * 2, a=S)}</tr></tb></t>")
of("table-row-height-max", f"<t {TF}><tb><tr height='20pt'>{td(BLIND * 2, 'taller than the row', a=S)}</tr><tr line-height='20pt'>{td('a', a=S)}</tr></tb></t><b>x</b>")
of("table-display-align", f"<t {TF}><tb><tr height='60pt'>" + "".join(f"<td display-align='{d}' {S}><b>{d}</b></td>" for d in ("before", "center", "after", "auto")) + "</tr></tb></t>")
of("table-relative-align", f"<t {TF}><tb><tr><td relative-align='baseline' {S}><b font-size='20pt'>big</b></td><td relative-align='before'><b>small</b></td></tr></tb></t>")
of("table-keep-rows", n(16) + f"<t {TF}><tb>" + "".join(f"<tr keep-together.within-column='always'>{td(BLIND, f'b{i}', a=S)}</tr>" for i in range(6)) + "</tb></t>")
of("table-keep-rows-next", n(18) + f"<t {TF}><tb>" + "".join(f"<tr keep-with-next.within-column='{k}'>{td(f'a{i}', f'b{i}', a=S)}</tr>" for i, k in enumerate(("always", "always", "auto", "always", "auto", "auto"))) + "</tb></t>")
of("table-keep-rows-previous", n(19) + f"<t {TF}><tb>" + "".join(f"<tr keep-with-previous.within-column='{k}'>{td(f'a{i}', f'b{i}', a=S)}</tr>" for i, k in enumerate(("auto", "auto", "always", "always", "auto"))) + "</tb></t>")
of("table-keep-whole", n(15) + f"<t {TF} keep-together.within-column='always'><tb>" + "".join(tr(i, i) for i in range(10)) + "</tb></t>" + n(2))
of("table-keep-next-table", n(17) + f"<t {TF} keep-with-next.within-column='always'><tb>{tr(1, 2)}{tr(3, 4)}</tb></t><b>must follow</b>")
of("table-keep-in-cells", n(16) + f"<t {TF}><tb><tr><td {S}><b keep-together.within-column='always'>{LOREM}</b></td><td {S}>{n(9)}</td></tr></tb></t>")
of("table-rows-break", n(10) + f"<t {TF}><tb>" + "".join(tr(LOREM * 2, BLIND, str(i)) for i in range(3)) + "</tb></t>")
of("table-rows-break-widows", n(15) + f"<t {TF} widows='3' orphans='3'><tb>{tr(LOREM * 2, LOREM)}</tb></t>")
of("table-empty-cells", f"<t {TF}><tb><tr><td {S}><b/></td><td {S}><b>b</b></td></tr><tr><td {S}><b/></td><td {S}><b/></td></tr><tr><td><b>&#xA0;</b></td></tr></tb></t><b>end</b>")
of("table-missing-cells", f"<t {TF}>{tc('1in', '1in', '1in')}<tb>{tr('a', 'b', 'c')}{tr('a')}<tr><td column-number='3' {S}><b>3</b></td></tr></tb></t>")
of("table-missing-cells-collapse", f"<t {TF} border-collapse='collapse'>{tc('1in', '1in', '1in')}<tb><tr><td {S}><b>a</b></td><td column-number='3' {S}><b>x</b></td></tr><tr><td {S}><b>c</b></td><td border='2pt solid blue'><b>d</b></td></tr><tr><td column-number='2' number-columns-spanned='2' border='3pt solid red'><b>w</b></td></tr></tb></t>")
of("table-nested", f"<t {TF}><tb><tr><td {S} padding='4pt'><t {TF}><tb>{tr('in a', 'in b')}{tr(BLIND, 'x')}</tb></t></td><td {S}><b>out</b></td></tr></tb></t>")
of("table-nested-indents", f"<b start-indent='20pt'><t {TF} {S}><tb><tr><td {S} start-indent='0pt'><b>a</b></td><td {S}><b>inherits the indent {BLIND}</b></td></tr></tb></t></b>")
of("table-indent-reset", f"<t {TF} start-indent='30pt'><tb start-indent='0pt'>{tr('a', BLIND)}</tb></t><t table-layout='fixed' width='3in' margin-left='1in'><tb>{tr('a', 'b')}</tb></t>")
of("table-caption", f"<fo:table-and-caption><fo:table-caption><b>Table 1. Caption</b></fo:table-caption><t {TF}><tb>{tr('a', 'b')}</tb></t></fo:table-and-caption>")
of("table-text-align", f"<t {TF} text-align='center'><tb>{tr('a', 'b')}<tr text-align='end'>{td('c', 'd')}</tr></tb></t>")
of("table-spaces", f"<b>a</b><t {TF} space-before='10pt' space-after='15pt'><tb><tr><td><b space-before='5pt'>x</b></td><td><b space-after='9pt'>y</b></td></tr></tb></t><b space-before='5pt'>b</b>")
of("table-background", f"<t {TF} background-color='#eee'><tc background-color='#fdd'/><tc/><th background-color='silver'>{tr('h', 'i')}</th><tb><tr background-color='yellow'>{td('a', 'b', a='')}</tr></tb></t>")
of("table-cell-many-blocks", f"<t {TF}><tb><tr><td {S}>{n(4)}<l>{li('1', 'in a list in a cell')}</l></td><td {S}><bc height='30pt' {S}><b>c</b></bc></td></tr></tb></t>")
of("table-cell-overflow-page", f"<t {TF}><tb><tr><td {S}>{n(40, 'left')}</td><td {S}>{n(30, 'right')}</td></tr></tb></t><b>end</b>")
of("table-omit-initial", "<t><tc column-width='50mm'/><tc column-width='40mm'/><tb>" + "".join(tr(f"omitted layout {i}", i) for i in range(3)) + "</tb></t>")
of("table-retrieve-marker", f"<t {TF}><th>{tr('H', '<fo:retrieve-table-marker retrieve-class-name=' + chr(39) + 'c' + chr(39) + ' retrieve-position-within-table=' + chr(39) + 'first-starting' + chr(39) + '/>')}</th><tf>{tr('continued', '<fo:retrieve-table-marker retrieve-class-name=' + chr(39) + 'c' + chr(39) + ' retrieve-position-within-table=' + chr(39) + 'last-ending' + chr(39) + ' retrieve-boundary-within-table=' + chr(39) + 'page' + chr(39) + '/>')}</tf><tb>" + "".join(f"<tr><td {S}><m marker-class-name='c'>sum {i}</m><b>{i}</b></td>{td('x', a=S)}</tr>" for i in range(1, 45)) + "</tb></t>")

# --- block-containers --------------------------------------------------------------------------------------------------------------------
def bc(content, a):
    content = content if content.startswith("<") else f"<b>{content}</b>"
    return f"<bc {a}>{content}</bc>"


of("container-basic", n(2) + bc(LOREM, S) + bc(BLIND, "width='2in' height='1in' background-color='yellow'") + bc(BLIND, "inline-progression-dimension='50%' " + S) + n(2))
of("container-absolute", n(2) + bc("absolute " + BLIND, "absolute-position='absolute' top='1in' left='1in' width='2in' height='1in' " + S) + bc("right", "absolute-position='absolute' bottom='0pt' right='0pt' width='1in' height='20pt' " + S) + n(4))
of("container-absolute-tblr", bc("tblr " + BLIND, "absolute-position='absolute' top='1in' bottom='1in' left='0.5in' right='0.5in' " + S) + n(2) + bc("lr " + BLIND, "absolute-position='absolute' left='2in' right='10pt' top='3in'"))
of("container-absolute-in-container", n(1) + bc(bc("inside", "absolute-position='absolute' top='10pt' left='20pt' width='1in' height='20pt' " + S) + "<b>flow of outer</b>", "height='1in' " + S) + n(2))
of("container-absolute-no-height", bc("a " + BLIND, "absolute-position='absolute' top='50pt' left='0pt' width='2in' " + S) + n(3))
of("container-absolute-display-align", "".join(bc(d, f"absolute-position='absolute' top='1in' left='{i}in' width='1in' height='1in' display-align='{d}' {S}") for i, d in enumerate(("before", "center", "after"))) + n(1))
of("container-absolute-break", n(3) + bc("<b>a</b><b break-before='page'>b</b>", "absolute-position='absolute' top='1in' left='1in' width='2in' height='1in'") + n(3))
of("container-absolute-pages", n(30) + bc("placed on page two", "absolute-position='absolute' top='3in' left='1in' width='2in' height='20pt'") + n(4))
of("container-fixed", n(2) + bc("fixed", "absolute-position='fixed' top='1in' left='1in' width='2in' height='1in' " + S) + n(2))
of("container-fixed-static", (n(2), f"<sc flow-name='xsl-region-before'>{bc('fixed in static', 'absolute-position=' + chr(39) + 'fixed' + chr(39) + ' top=' + chr(39) + '4in' + chr(39) + ' left=' + chr(39) + '1in' + chr(39) + ' width=' + chr(39) + '2in' + chr(39) + ' height=' + chr(39) + '1in' + chr(39))}</sc>"), body="margin-top='0.5in'", regions="<fo:region-before extent='0.5in'/>")
of("container-address-window", bc("<b>Mr Example</b><b>Street 1</b><b>12345 Town</b>", "absolute-position='fixed' top='45mm' left='20mm' width='85mm' height='40mm'") + bc("<b>Date: 1 May</b>", "absolute-position='absolute' top='50mm' left='110mm' width='50mm' height='10mm'") + "<b space-before='100mm'>Dear Mr Example,</b>" + "<b>" + LOREM * 3 + "</b>", size="210mm 297mm", margin="20mm")
for angle in ("0", "90", "180", "270", "-90"):
    of("container-rotated-" + angle, n(1) + bc("<b>turned text</b><b>two</b>", f"reference-orientation='{angle}' inline-progression-dimension='1.5in' block-progression-dimension='1in' {S}") + n(1))
    of("container-rotated-auto-" + angle, n(1) + bc(BLIND, f"reference-orientation='{angle}' {'height' if angle in ('90', '270', '-90') else 'width'}='2in' {S}") + n(1))
of("container-rotated-cell", f"<t {TF}>{tc('20pt', '1in', '1in')}<tb><tr height='80pt'><td {S}>{bc('side', 'reference-orientation=' + chr(39) + '90' + chr(39) + ' width=' + chr(39) + '75pt' + chr(39) + ' height=' + chr(39) + '18pt' + chr(39))}</td>{td('a', 'b', a=S)}</tr></tb></t>")
for d in ("before", "center", "after"):
    of("container-align-" + d, bc("<b>" + BLIND + "</b><b space-before='10pt'>second</b>", f"height='2in' display-align='{d}' {S}") + n(1))
of("container-overflow", bc(LOREM * 2, "height='50pt' overflow='visible' " + S) + n(2))
of("container-overflow-hidden", bc(LOREM * 2, "height='50pt' overflow='hidden' " + S) + n(2))
of("container-overflow-auto", bc(LOREM * 2, "height='50pt' overflow='auto' " + S) + n(2))
of("container-pages", n(15) + bc(LOREM * 4, S + " padding='6pt'") + n(2))
of("container-fixed-height-next-page", n(16) + bc(BLIND, "height='2in' " + S) + n(2))
of("container-keep", n(16) + bc(n(8), "keep-together.within-column='always'") + bc(n(2), "keep-with-next.within-column='always'") + n(3))
of("container-space", n(1) + bc("<b space-before='10pt'>a</b>", "space-before='20pt' space-after='10pt'") + bc("<b space-after='10pt'>b</b>", "space-before='5pt' " + S) + n(1))
of("container-indent", "<b start-indent='1in'>" + bc("a " + BLIND, S) + "</b>" + bc("b " + BLIND, "start-indent='0.5in' end-indent='0.5in' " + S) + bc("c " + BLIND, "margin-left='0.5in' padding-left='10pt' " + S))
of("container-width-overflow", bc(BLIND, "width='6in' " + S) + bc(BLIND, "width='120%'"))
of("container-percent", bc(bc("half of half", "width='50%' height='50%' " + S), "width='50%' height='1in' " + S) + n(1))
of("container-min-max", bc("a", "block-progression-dimension.minimum='1in' " + S) + bc(LOREM * 3, "block-progression-dimension.maximum='1in' " + S) + bc("c", "height.minimum='20pt' height.optimum='30pt' height.maximum='40pt' " + S) + n(1))

# --- page masters, regions, sequences ------------------------------------------------------------------------------------------------------------
STATIC = "".join(f"<sc flow-name='xsl-region-{r}'><b>{r}</b></sc>" for r in ("before", "after", "start", "end"))
REGIONS = "".join(f"<fo:region-{r} extent='0.5in' {{}}/>" for r in ("before", "after", "start", "end"))
of("regions-all", (n(4), STATIC), body="margin='0.6in'", regions=REGIONS.format(*[""] * 4))
of("regions-precedence", (n(4), STATIC), body="margin='0.6in'", regions=REGIONS.format("precedence='true'", "precedence='false'", "", ""))
of("regions-display-align", (n(4), STATIC), body="margin='0.6in'", regions=REGIONS.format("display-align='after'", "display-align='center'", "display-align='center'", "display-align='after'"))
of("regions-names", (n(4), "<sc flow-name='head'><b text-align='center'>named head</b></sc><sc flow-name='foot'><b>page <pn/> of <pc ref-id='last'/></b></sc>"), "<b id='last'>end</b>", body="margin-top='0.6in' margin-bottom='0.5in'", regions="<fo:region-before region-name='head' extent='0.5in'/><fo:region-after region-name='foot' extent='0.4in'/>")
of("regions-extent-percent", (n(4), STATIC), body="margin='10%'", regions=REGIONS.format(*[""] * 4).replace("0.5in", "10%"))
of("regions-overfull", (n(4), "<sc flow-name='xsl-region-before'>" + n(4, "head") + "</sc>"), body="margin-top='0.6in'", regions="<fo:region-before extent='0.4in'/>")
of("regions-orientation", (n(3), "<sc flow-name='xsl-region-start'><b>sideways text</b></sc>"), body="margin-left='0.6in'", regions="<fo:region-start extent='0.5in' reference-orientation='90'/>")
of("page-orientation", LOREM * 0 + f"<b>{LOREM * 4}</b>", masters="<fo:simple-page-master master-name='normal' page-width='5in' page-height='3in' margin='20pt' reference-orientation='90'><fo:region-body/></fo:simple-page-master>")
of("body-orientation", f"<b>{LOREM * 4}</b>", body="reference-orientation='90'")
of("body-padding-free", f"<b>{LOREM}</b>", body="background-color='#eee' display-align='center'")


def spm(name, size="5in 3in", extra="", body=""):
    w, h = size.split()
    return f"<fo:simple-page-master master-name='{name}' page-width='{w}' page-height='{h}' margin='20pt'><fo:region-body margin-top='20pt' {body}/><fo:region-before region-name='{name}-head' extent='15pt'/>{extra}</fo:simple-page-master>"


def psm(*conditions, name="normal"):
    return f"<fo:page-sequence-master master-name='{name}'><fo:repeatable-page-master-alternatives>" + "".join(f"<fo:conditional-page-master-reference master-reference='{m}' {c}/>" for m, c in conditions) + "</fo:repeatable-page-master-alternatives></fo:page-sequence-master>"


HEADS = "".join(f"<sc flow-name='{m}-head'><b>{m} head <pn/></b></sc>" for m in ("first", "odd", "even", "last", "blank", "only", "rest"))
ALL = "".join(spm(m) for m in ("first", "odd", "even", "last", "blank", "only", "rest"))
POSITION = [("blank", "blank-or-not-blank='blank'"), ("only", "page-position='only'"), ("first", "page-position='first'"), ("last", "page-position='last'"), ("odd", "odd-or-even='odd'"), ("even", "odd-or-even='even'")]
for count in (3, 13, 25, 40, 60):
    of(f"masters-all-{count}", (n(count), HEADS), masters=ALL + psm(*POSITION))
for force in ("auto", "even", "odd", "end-on-even", "end-on-odd", "no-force"):
    of("force-" + force, (n(13), HEADS, f"force-page-count='{force}'"), (n(3), HEADS, "initial-page-number='auto-odd'"), (n(3), HEADS, f"initial-page-number='1' force-page-count='{force}'"), (n(3), HEADS), masters=ALL + psm(*POSITION))
for initial in ("1", "2", "5", "0", "auto", "auto-odd", "auto-even"):
    of("initial-" + initial, (n(13), HEADS), (n(3), HEADS, f"initial-page-number='{initial}'"), masters=ALL + psm(*POSITION))
of("masters-first-rest", (n(40), HEADS), masters=ALL + psm(("first", "page-position='first'"), ("rest", "page-position='rest'")))
of("masters-last-higher", (n(40), HEADS), masters=spm("rest") + spm("last", body="margin-bottom='1in'") + psm(("last", "page-position='last'"), ("rest", "page-position='any'")))
of("masters-breaks-blank", (f"<b>a</b><b break-before='odd-page'>b</b><b break-before='even-page'>c</b><b break-before='even-page'>d</b>", HEADS), masters=ALL + psm(*POSITION))
of("masters-single-repeat", (n(60), HEADS), masters=ALL + "<fo:page-sequence-master master-name='normal'><fo:single-page-master-reference master-reference='first'/><fo:repeatable-page-master-reference master-reference='odd' maximum-repeats='2'/><fo:repeatable-page-master-reference master-reference='rest'/></fo:page-sequence-master>")
of("masters-alternatives-max", (n(60), HEADS), masters=ALL + "<fo:page-sequence-master master-name='normal'><fo:repeatable-page-master-alternatives maximum-repeats='2'><fo:conditional-page-master-reference master-reference='odd' odd-or-even='odd'/><fo:conditional-page-master-reference master-reference='even' odd-or-even='even'/></fo:repeatable-page-master-alternatives><fo:single-page-master-reference master-reference='last'/><fo:repeatable-page-master-reference master-reference='rest'/></fo:page-sequence-master>")
of("masters-docbook", (n(40), "".join(f"<sc flow-name='xsl-region-{w}-{p}'><b>{w} {p} <pn/></b></sc>" for w in ("before", "after") for p in ("first", "odd", "even", "blank")), "initial-page-number='1' format='1' language='en' force-page-count='end-on-even' hyphenation-character='-' hyphenation-push-character-count='2' hyphenation-remain-character-count='2' hyphenate='false'"), (n(3), "", "format='i' initial-page-number='auto-odd' force-page-count='no-force'"),
   masters="".join(f"<fo:simple-page-master master-name='body-{p}' page-width='5in' page-height='4in' margin-top='0.3in' margin-bottom='0.3in' margin-left='0.5in' margin-right='0.5in'><fo:region-body margin-bottom='0.4in' margin-top='0.4in' column-gap='12pt' column-count='1'/><fo:region-before region-name='xsl-region-before-{p}' extent='0.3in' display-align='before'/><fo:region-after region-name='xsl-region-after-{p}' extent='0.3in' display-align='after'/></fo:simple-page-master>" for p in ("blank", "first", "odd", "even"))
   + psm(("body-blank", "blank-or-not-blank='blank'"), ("body-first", "page-position='first'"), ("body-odd", "odd-or-even='odd'"), ("body-even", "odd-or-even='even'")))
of("formats", *[(f"<b><pn/></b>" + "<b break-before='page'><pn/></b>" * 3, "", f"format='{f}' initial-page-number='{p}'") for f, p in (("1", "1"), ("01", "8"), ("001", "98"), ("i", "3"), ("I", "48"), ("a", "25"), ("A", "51"))])
of("columns-2", f"<b>{LOREM * 12}</b>", body="column-count='2'")
of("columns-3", f"<b text-align='justify'>{LOREM * 12}</b>", body="column-count='3' column-gap='0.25in'")
of("columns-span", f"<b span='all' font-size='18pt'>Heading</b><b>{LOREM * 3}</b><b span='all'>Second {BLIND}</b><b>{LOREM * 5}</b><b span='all'>Third</b>", body="column-count='2' column-gap='12pt'")
of("columns-balance", "<b span='all'>top</b>" + n(11) + "<b span='all'>bottom</b>", body="column-count='3'")
of("columns-break", n(3) + "<b break-before='column'>second</b>" + n(30) + "<b break-after='column'>x</b><b break-before='page'>y</b>", body="column-count='2'")
of("columns-keep", n(20) + f"<b {KEEP}>{n(5, 'kept')}</b>" + n(16) + f"<b keep-with-next.within-column='always'>head</b>" + n(9), body="column-count='2'")
of("columns-footnotes", f"<b>{BLIND}<fn><i>1</i><fb><b>1 note {BLIND}</b></fb></fn> {LOREM * 5}<fn><i>2</i><fb><b>2 note</b></fb></fn> {LOREM}</b>", body="column-count='2'")
of("sequence-empty", "<b/>", "<b></b><b/>", n(2))
of("sequence-many", *[n(3) for _ in range(5)])

# --- static content, markers ---------------------------------------------------------------------------------------------------------------------------
HEADED = {"body": "margin-top='40pt' margin-bottom='20pt'", "regions": "<fo:region-before extent='38pt'/><fo:region-after extent='15pt'/>"}
SECTIONS = "".join(f"<b><m marker-class-name='s'>section {i}</m><b font-weight='bold'>{i}</b>{n(7 + 5 * (i % 3))}</b>" for i in range(1, 8))
for p in ("first-starting-within-page", "first-including-carryover", "last-starting-within-page", "last-ending-within-page"):
    for bound in ("page", "page-sequence", "document"):
        of(f"marker-{p}-{bound}", (SECTIONS, f"<sc flow-name='xsl-region-before'><b>[<rm retrieve-class-name='s' retrieve-position='{p}' retrieve-boundary='{bound}'/>]</b></sc>"), (n(3), f"<sc flow-name='xsl-region-before'><b>[<rm retrieve-class-name='s' retrieve-position='{p}' retrieve-boundary='{bound}'/>]</b></sc>"), **HEADED)
of("marker-default", (SECTIONS, "<sc flow-name='xsl-region-before'><b><rm retrieve-class-name='s'/></b></sc>"), **HEADED)
of("marker-block-content", ("<b><m marker-class-name='t'><b font-weight='bold'>block</b><b>two</b></m>text</b>" + n(4), "<sc flow-name='xsl-region-before'><rm retrieve-class-name='t'/></sc>"), **HEADED)
of("marker-missing", (n(4), "<sc flow-name='xsl-region-before'><b>a<rm retrieve-class-name='nothing'/>b</b></sc>"), **HEADED)
of("marker-many-classes", ("".join(f"<b><m marker-class-name='a'>A{i}</m><m marker-class-name='b'>B{i}</m>{n(6)}</b>" for i in range(6)), "<sc flow-name='xsl-region-before'><b><rm retrieve-class-name='a'/> / <rm retrieve-class-name='b' retrieve-position='last-starting-within-page'/></b></sc>"), **HEADED)
of("marker-inline", ("".join(f"<b>text <i><m marker-class-name='i'>in {i}</m>inline</i> {LOREM}</b>" for i in range(8)), "<sc flow-name='xsl-region-before'><b>first <rm retrieve-class-name='i'/> last <rm retrieve-class-name='i' retrieve-position='last-starting-within-page'/></b></sc>"), **HEADED)
of("marker-list-table", ("<l>" + "".join(f"<li><m marker-class-name='x'>item {i}</m><ll end-indent='label-end()'><b>{i}</b></ll><lb start-indent='body-start()'><b>{BLIND}</b></lb></li>" for i in range(12)) + f"</l><t {TF}><tb>" + "".join(f"<tr><td><m marker-class-name='x'>cell {i}</m><b>{BLIND}</b></td><td><b>b</b></td></tr>" for i in range(12)) + "</tb></t>", "<sc flow-name='xsl-region-before'><b><rm retrieve-class-name='x'/> – <rm retrieve-class-name='x' retrieve-position='last-ending-within-page'/></b></sc>"), **HEADED)
of("marker-dictionary", ("".join(f"<b><m marker-class-name='w'>{w}</m><i font-weight='bold'>{w}</i> {BLIND}</b>" for w in text(40).split()), "<sc flow-name='xsl-region-before'><b text-align-last='justify'><rm retrieve-class-name='w' retrieve-position='first-starting-within-page'/><ld/><rm retrieve-class-name='w' retrieve-position='last-starting-within-page'/></b></sc>"), **HEADED)
of("marker-continued", ("".join(f"<b><m marker-class-name='c'>(chapter {i})</m>{n(18)}<m marker-class-name='none'/></b>".replace("<m marker-class-name='none'/>", "") for i in range(4)), "<sc flow-name='xsl-region-after'><b>continued <rm retrieve-class-name='c' retrieve-position='first-including-carryover'/></b></sc>"), **HEADED)
of("marker-styles", ("<b color='red' font-size='20pt'><m marker-class-name='k'><i font-style='italic'>inherits from where it is retrieved</i></m>x</b>", "<sc flow-name='xsl-region-before'><b font-size='8pt'><rm retrieve-class-name='k'/></b></sc>"), **HEADED)
of("static-page-numbers", (n(60), "<sc flow-name='xsl-region-before'><b text-align='end'>Page <pn/> of <fo:page-number-citation-last ref-id='seq'/></b></sc><sc flow-name='xsl-region-after'><b text-align='center' border-top='1pt solid black'>– <pn font-weight='bold'/> –</b></sc>", "id='seq'"), **HEADED)
of("static-table", (n(30), f"<sc flow-name='xsl-region-before'><t {TF}>{tc('50%', '50%')}<tb><tr><td><b>left</b></td><td text-align='end'><b>Page <pn/></b></td></tr></tb></t></sc>"), **HEADED)
of("static-leader", (n(30), "<sc flow-name='xsl-region-before'><b text-align-last='justify'>left<ld/>centre<ld leader-pattern='rule'/>right</b></sc>"), **HEADED)
of("static-link", (n(30) + "<b id='end'>x</b>", "<sc flow-name='xsl-region-before'><b>see <a external-destination='http://example.org/' color='blue'>site</a> or <a internal-destination='end'>end</a></b></sc>"), **HEADED)

# --- footnotes --------------------------------------------------------------------------------------------------------------------------------------
def fn(mark, body, a=""):
    body = body if body.startswith("<") else f"<b font-size='8pt'>{body}</b>"
    return f"<fn {a}><i font-size='8pt' baseline-shift='super'>{mark}</i><fb>{body}</fb></fn>"


of("footnote-basic", f"<b>{BLIND}{fn(1, '1 first note')} {LOREM}{fn(2, '2 second note ' + BLIND)}</b>")
of("footnote-many", "".join(f"<b>{BLIND}{fn(i, f'{i} note {BLIND}')}</b>" for i in range(1, 25)))
of("footnote-separator", (f"<b>{BLIND}{fn(1, '1 note')}</b>", "<sc flow-name='xsl-footnote-separator'><b><ld leader-pattern='rule' leader-length='50%' rule-thickness='0.5pt'/></b></sc>"))
of("footnote-split-long", n(16) + f"<b>{BLIND}{fn(1, '1 ' + LOREM * 8)}</b>" + n(30))
of("footnote-longer-than-page", n(2) + f"<b>{BLIND}{fn(1, '1 ' + LOREM * 25)}</b>" + n(30))
of("footnote-two-long", n(12) + f"<b>{BLIND}{fn(1, '1 ' + LOREM * 5)} {BLIND}{fn(2, '2 ' + LOREM * 5)}</b>" + n(20))
of("footnote-last-line", n(21) + f"<b>call{fn(1, '1 note on the last line')}</b>" + n(5))
of("footnote-keep", n(18) + f"<b {KEEP}>kept{fn(1, '1 note')} {BLIND}{fn(2, '2 note ' + BLIND)}</b>" + n(5))
of("footnote-list-body", n(5) + f"<b>x{fn('*', '<l provisional-distance-between-starts=' + chr(39) + '15pt' + chr(39) + '>' + li('*', BLIND) + '</l>')}</b>" + n(3))
of("footnote-in-list", "<l>" + "".join(li(i, BLIND + fn(i, f"{i} from a list")) for i in range(1, 5)) + "</l>")
of("footnote-in-table", f"<t {TF}><tb>" + "".join(f"<tr>{td(f'{i} ' + fn(i, f'{i} from a cell'), 'b', a=S)}</tr>" for i in range(1, 30)) + "</tb></t>")
of("footnote-in-table-header", f"<t {TF}><th>{tr('head', 'x')}</th><tb>" + "".join(f"<tr>{td(f'{i} ' + (fn(i, f'{i} from a cell') if i % 9 == 0 else ''), 'b', a=S)}</tr>" for i in range(1, 60)) + "</tb></t>")
of("footnote-two-blocks", f"<b>x{fn(1, '<b>1 first</b><b space-before=' + chr(39) + '5pt' + chr(39) + '>second ' + BLIND + '</b>')}</b>" + n(2))
of("footnote-empty-inline", f"<b>x<fn><i/><fb><b>note without mark</b></fb></fn> y</b>")
of("footnote-container", f"{bc('<b>in container' + fn(1, '1 note') + '</b>', S)}" + n(3))

# --- graphics -----------------------------------------------------------------------------------------------------------------------------------------
def eg(a):
    return f"<eg src='url(picture.png)' {a}/>"


for a in ("", "width='100pt'", "height='60pt'", "content-width='100pt'", "content-height='60pt'", "content-width='200%'", "content-height='50%' content-width='300%'", "width='50%' content-width='scale-to-fit'",
          "width='100pt' height='30pt' content-width='scale-to-fit' content-height='scale-to-fit' scaling='non-uniform'", "content-width='scale-down-to-fit' width='20pt'", "content-width='scale-up-to-fit' width='120pt'",
          "inline-progression-dimension.maximum='20pt' content-width='scale-to-fit'", "block-progression-dimension.maximum='10pt' content-height='scale-down-to-fit'", "max-width='20pt' content-width='scale-to-fit'", "width='auto' height='auto' content-width='auto' content-height='auto'",
          "content-width='1in' content-height='1in' scaling='non-uniform'", "content-width='1in' content-height='1in' scaling='uniform'", "vertical-align='middle'", "alignment-baseline='before-edge'", "width='1in' height='1in' text-align='center' display-align='center' border='1pt solid red'", "padding='5pt' border='1pt solid red'"):
    of("graphic-" + "".join(c if c.isalnum() else "-" for c in a)[:60], f"<b>x{eg(a)}y</b><b>next</b><b text-align='center'>{eg(a)}</b><b>end</b>")
of("graphic-page", n(20) + f"<b>{eg('content-height=' + chr(39) + '1in' + chr(39))}</b>" + n(2) + f"<b keep-with-next.within-page='always'>{eg('content-width=' + chr(39) + '4in' + chr(39))}</b><b>caption</b>")
of("graphic-too-wide", f"<b>{eg('content-width=' + chr(39) + '6in' + chr(39))}</b><b>x</b>")
of("graphic-line", f"<b line-height='10pt'>{BLIND}{eg('')} {BLIND}</b><b line-stacking-strategy='font-height'>{BLIND}{eg('')} {BLIND}</b><b>x</b>")
of("graphic-float-like", f"<t {TF}>{tc('60pt', '2in')}<tb><tr><td>{'<b>' + eg('') + '</b>'}</td><td><b>{BLIND}</b></td></tr></tb></t>")
SVG = "<ifo {}><svg:svg width='40pt' height='30pt' viewBox='0 0 40 30'><svg:g fill='none' stroke='black' stroke-width='2'><svg:path d='M5,5 C10,0 30,0 35,5 L35,25 Q20,30 5,25 Z'/><svg:rect x='10' y='10' width='20' height='10' fill='#f80'/></svg:g><svg:circle cx='20' cy='15' r='4'/></svg:svg></ifo>"
for a in ("", "content-width='200%'", "width='2in' content-width='scale-to-fit'", "content-height='1in'"):
    of("svg-" + "".join(c if c.isalnum() else "-" for c in a), f"<b>x{SVG.format(a)}y</b><b>next</b>")

# --- links, ids, citations, bookmarks ------------------------------------------------------------------------------------------------------------------------
of("citations", "<b>see <pc ref-id='a'/>, <pc ref-id='b'/> and <fo:page-number-citation-last ref-id='b'/></b>" + n(20) + "<b id='a'>a</b>" + n(20) + f"<b id='b'>{LOREM * 5}</b>")
of("citations-inline", "<b>on <pc ref-id='i'/> and <pc ref-id='t'/> and <pc ref-id='r'/> and <pc ref-id='l'/></b>" + n(20) + "<b>x <i id='i'>i</i></b>" + n(24) + f"<t id='t' {TF}><tb><tr id='r'>{td('a', 'b')}</tr></tb></t>" + n(24) + "<l id='l'>" + li(1, "a") + "</l>")
of("citation-end-block", "<b>Page <pn/> of <pc ref-id='end'/></b>" + n(50) + "<b id='end'/>")
of("links", "<b id='top'>a <a external-destination='url(http://www.example.org/)' text-decoration='underline' color='blue'>external</a> b <a internal-destination='here'>internal " + BLIND + "</a> c <a internal-destination='top' show-destination='new'>up</a></b><b id='here'>here</b><b><a external-destination='http://example.org/a?b=c&amp;d=e'><i font-weight='bold'>bold</i> link</a></b>")
of("link-block", "<b><a external-destination='http://example.org/'><b>a block in a link</b></a></b><b>x</b>")
of("link-graphic", f"<b><a external-destination='http://example.org/'>{eg('')}</a></b><b>x</b>")
of("bookmarks", ("<b id='a'>A</b><b id='b' break-before='page'>B</b>",), before="<fo:bookmark-tree><fo:bookmark internal-destination='a'><fo:bookmark-title>A</fo:bookmark-title><fo:bookmark internal-destination='b' starting-state='hide'><fo:bookmark-title font-weight='bold' color='red'>B</fo:bookmark-title></fo:bookmark></fo:bookmark><fo:bookmark external-destination='http://example.org/'><fo:bookmark-title>Site</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>")

# --- expressions, inheritance ---------------------------------------------------------------------------------------------------------------------------------
for e in ("10pt + 5pt", "20pt - 5pt", "3 * 5pt", "30pt div 2", "31pt mod 16", "(1cm + 2mm) * 2", "1em + 2pt", "max(10pt, 20pt)", "min(10pt, 20pt)", "abs(-15pt)", "0.5in", "1pc + 1px", "10%", "5% + 3pt", "inherit", "from-parent(start-indent) + 6pt",
          "inherited-property-value(start-indent)", "from-nearest-specified-value(start-indent)", "from-parent()", "-(-10pt)", "12", "1.5em - .5em", "round(15.4) * 1pt", "floor(15.7) * 1pt", "ceiling(14.2) * 1pt", "+10pt"):
    of("expr-" + "".join(c if c.isalnum() else "-" for c in e), f"<b start-indent='12pt'><b start-indent='{e}'>{BLIND}</b></b>")
of("expr-colors", "<b color='rgb(255, 0, 0)'>a</b><b color='#00ff00'>b</b><b color='#00f'>c</b><b color='navy'>d</b><b background-color='rgb(50%, 50%, 50%)'>e</b><b color='inherit'>f</b><b border='1pt solid rgb(10,20,30)'>g</b><b color='system-color(WindowText)'>h</b>")
of("expr-font-size", "<b font-size='10pt'><b font-size='2em'>a</b><b font-size='inherited-property-value(font-size) + 4pt'>b</b><b font-size='from-parent(font-size) * 1.5'>c</b><b line-height='from-parent(font-size) * 2'>d</b></b>")
of("inherit-keyword", "<b border='1pt solid red' padding='4pt'><b border='inherit' padding='inherit'>a</b><b border-top-style='inherit'>b</b></b><b background-color='yellow'><b background-color='inherit'>c</b></b>")
of("root-properties", f"<b>{LOREM}</b>", root="font-family='serif' font-size='9pt' line-height='1.4' text-align='justify' color='#333' language='en' xml:lang='en'")
of("foreign-properties", f"<b role='H1' fox:alt-text='x' axf:outline-level='1' xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' xmlns:axf='http://www.antennahouse.com/names/XSL/Extensions'>{BLIND}</b>")
of("relative-position", "<b>a</b><b relative-position='relative' top='5pt' left='20pt'>shifted</b><b>b <i relative-position='relative' top='-3pt'>up</i></b>")
of("background-image", "<b background-image='url(picture.png)'>text over a picture " + BLIND + "</b><b background-image='url(picture.png)' background-repeat='no-repeat' background-position='center'>x</b>")
of("float", "<b><fo:float float='start'><b>floated</b></fo:float>" + LOREM + "</b>")
of("size-shorthand", n(3), masters="<fo:simple-page-master master-name='normal' size='A5' margin='20pt'><fo:region-body/></fo:simple-page-master>")
of("page-size-names", n(3), masters="<fo:simple-page-master master-name='normal' page-height='auto' page-width='auto' margin='1in'><fo:region-body/></fo:simple-page-master>")
of("page-break-css", "<b page-break-after='always'>a</b><b page-break-before='left'>b</b><b page-break-before='right'>c</b><b page-break-inside='avoid'>" + n(3) + "</b><b page-break-after='avoid'>d</b><b>e</b>")
of("writing-mode", f"<b writing-mode='lr-tb'>{BLIND}</b>", masters="<fo:simple-page-master master-name='normal' page-width='5in' page-height='5in' margin='20pt' writing-mode='lr-tb'><fo:region-body writing-mode='lr-tb'/></fo:simple-page-master>")
of("bidi-override", "<b>a <fo:bidi-override direction='ltr' unicode-bidi='embed'>b</fo:bidi-override> c</b>")
of("multi-switch", "<fo:multi-switch><fo:multi-case starting-state='show'><b>case</b></fo:multi-case></fo:multi-switch><b>x</b>")
of("change-bars", f"<b>a</b><fo:change-bar-begin change-bar-class='1' change-bar-style='solid'/><b>{BLIND}</b><fo:change-bar-end change-bar-class='1'/><b>c</b>")

# Where we differ from FOP on purpose, or not yet.
EXPLAINED.update({
    "o-break-inline": "a break of a block within an inline holds; FOP passes it over",
    "o-citations-inline": "FOP knows no page of a table's row",
    "o-columns-footnotes": "FOP paints a column's footnotes over the next column",
    "o-container-min-max": "a height between minimum and maximum; FOP takes the optimum alone",
    "o-container-pages": "FOP keeps a container's padding at a break",
    "o-container-rotated-auto-270": "a turned container begins at its own edge on the next page",
    "o-container-rotated-auto--90": "a turned container begins at its own edge on the next page",
    "o-border-styles": "border-style hidden takes no room outside of collapsing tables",
    "o-expr-31pt-mod-16": "mod of a length by a number is no expression (5.9.6)",
    "o-expr-12": "a bare number is no length",
    "o-expr--10pt": "FOP passes -(-10pt) over",
    "o-fixed-spaces": "a hair space is as wide as the font has it",
    "o-font-shorthand": "FOP passes the font shorthand over when it has a line height",
    "o-font-weights": "bolder is bold; FOP looks for weight 500",
    "o-hidden": "visibility collapse and hidden inlines are hidden; FOP shows them",
    "o-inline-block-nested": "FOP adds the inline's padding to lines that it doesn't surround",
    "o-keep-integers": "of keeps with different integers the weaker is broken first",
    "o-leader-content": "leader-pattern-width holds for use-content too",
    "o-leader-docbook-toc": "dots on a grid; FOP begins them at the text",
    "o-leader-toc-use": "dots on a grid; FOP begins them at the text",
    "o-letter-spacing-justify": "FOP paints letter-spaced words' spaces wider than it measured them",
    "o-long-word-page": "a word wider than all that the page has is broken",
    "o-margin-auto": "a border stands within the margins",
    "o-masters-last-higher": "FOP refuses it",
    "o-bookmarks": "FOP refuses a bookmark with an external-destination",
    "o-padding-cond": "FOP: a component resets what the shorthand set",
    "o-pre-wrap-long": "spaces at a line's end stay there",
    "o-relative-position": "what is moved is moved; FOP leaves it where it is",
    "o-table-caption": "FOP shows no captions",
    "o-transform": "FOP passes over the first word of an inline",
    "o-unequal-ranges": "FOP paints letter-spaced words' spaces wider than it measured them",
    "o-expr-colors": "system colours are refused",
    **{f"o-{name}": "not in the subset: an error that names object, property and line" for name in (
        "float", "font-families", "inline-container",
        "size-shorthand", "table-retrieve-marker")},
})

"""A fourth set: what documents of other people's stylesheets and converters taught, each written anew and small."""
from cases import EXPLAINED, case
from others import BLIND, li, pages, tc, td, tr
from strangers import KING


def of(name, *sequences, **page):
    case("w-" + name, pages(*sequences, **page))


EN = "language='en' hyphenate='true'"
T = 'table-layout="fixed" width="100%"'

# --- lines -----------------------------------------------------------------------------------------------------------------
# A word that hyphenation parts loses its kerning and ligatures, whether a line ends in it or not.
WORDS = "Table of Contents, Tomato Avatars, Yesterday's Waterfalls, efficient afflictions, Toyota VATICAN documents"
for align in ("start", "justify", "center", "end"):
    of(f"plain-{align}", f"<b {EN} text-align='{align}'>{WORDS}</b><b {EN} text-align='{align}' font-size='15pt' font-weight='bold'>{WORDS} {WORDS}</b><b text-align='{align}'>{WORDS}</b>", size="300pt 300pt")
of("plain-contents", "".join(f"<b {EN} text-align-last='justify' end-indent='{i % 2 * 24}pt' last-line-end-indent='-{i % 2 * 24}pt'><i>{title}</i> <i keep-together.within-line='always'><ld leader-pattern='dots' leader-pattern-width='3pt' padding-left='3pt' padding-right='3pt'/><pc ref-id='z'/></i></b>"
                             for i, title in enumerate(("Table of Tests", "Yesterday", "The First Section", "A Sub-section with Anchor", "Avatars of Water", "Tomato and Two Others"))) + "<b id='z' break-before='page'>end</b>", size="380pt 300pt")
of("leader-percent-of-content", "".join(f"<b text-align-last='justify' start-indent='{i * 7}mm' text-indent='{i * 3}mm' end-indent='20pt' last-line-end-indent='-20pt'>Some words {i} <ld leader-pattern='dots'/> 7</b>" for i in range(6)), size="148mm 100mm", margin="15mm")
of("no-wrap-hyphenate", f"<b {EN} wrap-option='no-wrap' linefeed-treatment='preserve'>Table of Contents\nTomato Avatars</b>", size="300pt 100pt")
for width in (90, 120, 150):
    of(f"first-hyphens-{width}", f"<b>Call it with -a and -verbose or --long-name -x -b -quiet [-a] (-b) -1 - a, e-mail and -option of all things -a -b -c -d -e -f</b><b><i>-a</i> or <i>-abc</i>, or <i>-x</i></b>", size=f"{width}pt 300pt", margin="10pt")
of("empty-inlines", "<b>before</b>" + "".join(f"<b>{x}</b><b>then</b>" for x in ("<i id='a'/>", "<i/>", "<w id='b'/>", "<w/>", "<a internal-destination='a' id='c'/>", "<i id='d'>  </i>", "<i padding='2pt'/>", "<i id='e' font-size='20pt'/>")), size="200pt 400pt")
of("empty-inlines-between-blocks", "<b>one<b>two</b>\n<i id='a'/>\n<b>three</b>\n<w id='b'/>\n<b>four</b><w id='c'><b>five</b></w>text<w id='d'><b>six</b></w></b><w id='e'><b>seven</b></w><w id='f'/><b>eight</b>", size="200pt 300pt")
of("empty-inlines-in-lines", "<b font-size='8pt'><i font-size='20pt' id='a'/>small</b><b font-size='8pt'>small<w font-size='20pt' id='b'/></b><b font-size='8pt'><i font-size='20pt'/>small</b><b>end</b>", size="200pt 200pt")
of("empty-wrapper-in-cell", f"<t {T}><tb><tr><td><w id='a'/><b>cell</b></td></tr></tb></t><b>end</b>")
LAST = ("a\nb\n", "a\nb\n\n", "\na\nb\n\n\n", "a\n<i>b\n</i>\n", "a\n<i font-weight='bold'>b\n</i>", "\n", "\n\n", " ", "  \n  \nx", "a\n\n  ")
of("last-linefeeds-pre", "".join(f"<b white-space='pre'>{x}</b><b>then</b>" for x in LAST), size="200pt 600pt")
of("last-linefeeds", "".join(f"<b linefeed-treatment='preserve'>{x}</b><b>then</b>" for x in LAST), size="200pt 600pt")

# Words of other languages, by their patterns.
TONGUES = {"de": "Die Verwaltung der Haltestellen beschließt über die Auswahl der Unternehmensgruppen und veröffentlicht Sitzungsberichte",
           "fr": "L’administration publique sélectionne les groupements territoriaux et publie les procès-verbaux des commissions compétentes",
           "es": "La administración selecciona agrupaciones territoriales y publica los resultados correspondientes de la comisión",
           "it": "L’amministrazione seleziona i raggruppamenti territoriali e pubblica i verbali della commissione competente",
           "pt": "A administração seleciona os agrupamentos territoriais e publica os resultados correspondentes da comissão",
           "da": "Forvaltningen udvælger territoriale virksomhedsgrupper og offentliggør kommissionens mødereferater"}
for tongue, words in TONGUES.items():
    of(f"hyphens-{tongue}", "".join(f"<b {by}='{tongue}' hyphenate='true' text-align='{align}'>{words}.</b>" for by, align in (("language", "start"), ("xml:lang", "justify"))), size="120pt 600pt")
# Every letter's width is cut to whole millipoints: what sizes of no whole points add up to.
for size in ("larger", "smaller", "9.7pt", "83%", "10.95pt"):
    of(f"widths-{size.strip('%')}", "".join(f"<b font-size='{size}' end-indent='{i}pt' text-align='justify'>{KING}</b>" for i in range(12)), size="200pt 700pt")

# body-start() and label-end() begin at the list item, also in blocks within it that have its indents already.
of("body-start-within", "<l start-indent='20pt' provisional-distance-between-starts='50pt'>" +
   li("1", "<b>plain</b><b start-indent='body-start() + 10pt' border-left='2pt solid black' padding-left='6pt'>plus ten</b><b start-indent='body-start()'>same</b>"
           "<l provisional-distance-between-starts='30pt'>" + li("2", "<b>plain</b><b start-indent='body-start() + 10pt'>plus ten</b>") + "</l>") + "</l>")
# Where addresses and paths end a line.
for width in range(150, 270, 24):
    of(f"addresses-{width}", "<b>See the page www.example.org/warehouse/1 or http://example.org/a/b/c/2021/12/index.html?page=1&amp;of=2 and also C:\\dir\\sub\\file.txt, read/write, 1/2</b>", size=f"{width}pt 300pt")

# --- tables ----------------------------------------------------------------------------------------------------------------
of("shares-of-hundreds", f"<t {T}>" + tc(*(f"proportional-column-width({n})" for n in (63, 85, 106, 85, 85))) + f"<tb>{tr('one', 'Customer Name', 'Contact Name', 'Customer Address', 'Phone')}</tb></t>"
   f"<t {T}>" + tc(*(f"proportional-column-width({n})" for n in (333.33, 333.33, 333.34))) + f"<tb>{tr('one', 'two', 'three')}</tb></t>", size="440pt 200pt")

# --- indents in per cent ---------------------------------------------------------------------------------------------------
of("per-cent-in-items", "<l provisional-distance-between-starts='60pt'>" + li("1", "<b>plain</b><b margin-left='10%'>ten</b><b start-indent='10%'>ten</b><b margin-left='20pt'><b margin-left='10%'>nested</b></b>") + "</l>", size="300pt 300pt")
of("per-cent-in-blocks", "<b margin-left='100pt'><b margin-left='10%'>nested</b><b start-indent='10%'>nested</b></b><b margin-left='10%' margin-right='5%'><b margin-left='10%'>nested<b margin-left='10%'>nested</b></b></b>", size="300pt 300pt")
of("per-cent-inherited", f"<bc width='160pt' margin-left='25%'><b>{BLIND}</b></bc><bc margin-left='25%'><b>c<b margin-left='10%'>{BLIND}</b></b></bc><b margin-left='10%'><bc><b>{BLIND}</b></bc></b>"
   f"<t {T}><tb><tr><td><b margin-left='10%'>ab</b></td><td><b>ab</b></td></tr></tb></t><t width='50%' margin-left='25%' table-layout='fixed'><tb><tr><td><b margin-left='10%'>ab</b></td><td><b>ab</b></td></tr></tb></t>", size="300pt 600pt")

of("per-cent-of-lines", f"<b margin-left='100pt'><b text-indent='10%'>{BLIND}</b><b margin-left='20pt' text-indent='10%'>{BLIND}</b><b text-align='end' last-line-end-indent='10%'>{BLIND}</b>"
   "<l provisional-distance-between-starts='30%' provisional-label-separation='5%'>" + li("1", f"<b>{BLIND}</b><b margin-left='10%'>ten</b><b text-indent='10%'>ten</b>") + "</l></b>", size="300pt 300pt")

# --- centred lines that end at hyphens, spaces that are kept ---------------------------------------------------------------
for width in range(150, 270, 24):
    of(f"centred-hyphens-{width}", "<b text-align='center'>content-width=scale-to-fit scaling=non-uniform and/or twenty-one, well-known mother-in-law\u2013like input/output</b>", size=f"{width}pt 300pt")
    of(f"kept-spaces-{width}", "".join(f"<b text-align='{a}' white-space-collapse='false' white-space-treatment='{w}'>if (low) {{    close(inlet);      // wait    [  sleep  ] ;  repeat</b>"
                                       for a in ("start", "center") for w in ("ignore-if-surrounding-linefeed", "ignore-if-after-linefeed")), size=f"{width}pt 300pt")

# --- white space and leaders once more -------------------------------------------------------------------------------------
for treatment in ("preserve", "ignore-if-before-linefeed", "ignore-if-after-linefeed", "ignore-if-surrounding-linefeed"):
    for align in ("start", "justify", "center", "end"):
        of(f"spaces-{treatment}-{align}", "".join(f"<b white-space-treatment='{treatment}' text-align='{align}' end-indent='{w}pt'> {BLIND} <i> in line </i> <i>next </i> {BLIND}</b>" for w in (0, 7, 19)), size="260pt 300pt")
of("leader-content-gap", "".join(f"<b>a<ld leader-pattern='use-content' leader-length='{n}pt' leader-pattern-width='{w}pt'>{c}</ld>b</b>" for n, w, c in ((100, 8, "x"), (144, 0, "-="), (90, 20, "ab"), (77, 12, "*"))), size="260pt 200pt")
of("edge-lengths", f"<b border-style='solid' border-start-width.length='3pt' border-end-width.length='1pt' padding-start.length='9pt' padding-end.length='2pt'>{BLIND}</b>", size="260pt 200pt")
of("zero-width-linefeed-last", "".join(f"<b linefeed-treatment='treat-as-zero-width-space' end-indent='{w}pt'>sleeps on while the fox goes home to its den. {lf}</b><b>x</b>" for w in (-10, 0, 0.5, 1, 4) for lf in ('\n', '&#x200B;', '\n\n')), size="280pt 200pt")

EXPLAINED.update({
    "w-spaces-preserve-justify": "a preserved space that begins a justified line stretches",
    **{f"w-spaces-ignore-if-before-linefeed-{a}": "spaces that begin a line are room to us; FOP's lines run out by them" for a in ("justify", "center", "end")},
    **{f"v-align-justify-{a}": "a last line that fits by shrinking stands in its measure; FOP shifts it by what it shrank into the margin" for a in ("center", "end")},
    **{f"v-valign-{v}": "FOP aligns top and bottom with the line as it is at last" for v in ("bottom", "after-edge")},
    "v-container-columns": "keep-together forbids line ends to FOP: its text is lost",
    "v-inline-boxes": "space around inlines is room to us; FOP's lines run out by it",
})

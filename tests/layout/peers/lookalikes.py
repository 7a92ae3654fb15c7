"""What documents of other people's stylesheets and samples showed when they were laid out beside FOP: one cause a case."""
from cases import case
from others import LOREM, n, pages


def of(name, *sequences, **page):
    case("x-" + name, pages(*sequences, **page))


EN = "hyphenate='true' language='en' text-align='justify'"
FLEX = "space-before.minimum='0.8em' space-before.optimum='1em' space-before.maximum='1.2em'"


def item(label, body, attributes=""):
    return f"<li {attributes}><ll end-indent='label-end()'><b>{label}</b></ll><lb start-indent='body-start()'>{body}</lb></li>"


def spaced(count, attributes):
    return "".join(f"<b {attributes}>body {i}</b>" for i in range(count))


# An item that goes on counts the space that its page's top discards.
for height in (190, 200, 210, 220):
    of(f"item-goes-on-{height}", "<l>" + item("x", spaced(9, "space-before='20pt'")) + "</l>" + n(30), size=f"300pt {height}pt")
    of(f"cell-goes-on-{height}", "<t width='100%' table-layout='fixed'><tb><tr><td>" + spaced(9, "space-before='20pt'") + "</td></tr></tb></t>" + n(30), size=f"300pt {height}pt")
    of(f"flexible-item-goes-on-{height}", "<l>" + "".join(item(i, spaced(3, FLEX), FLEX) for i in range(20)) + "</l>", size=f"300pt {height}pt")
# The last page of those that are planned together has its demerits too; ends are weighed to the last digit.
for space in (100, 140, 180):
    of(f"squeezed-end-{space}", "".join(f"<b space-before.optimum='{space}pt' space-after.optimum='15pt'>caption {i}</b>" + n(5) for i in range(5)), size="300pt 400pt")
# Leaders, page numbers and characters have borders and padding; the number of dots doesn't depend on their alignment.
of("toc", "".join("<b text-align-last='justify' text-align='start' end-indent='24pt' last-line-end-indent='-24pt'><i keep-with-next.within-line='always'><a internal-destination='e'>"
                  f"{title}</a></i><i keep-together.within-line='always'><ld leader-pattern='dots' leader-pattern-width='3pt' leader-alignment='reference-area' padding-left='3pt' padding-right='3pt'/>"
                  "<a internal-destination='e'><pc ref-id='e'/></a></i></b>" for title in ("Introduction", "A first chapter", "Usage and options", "Index"))
   + "<b id='e' break-before='page'>end</b>")
of("number-padding", "<b>a<pn padding='3pt' border='1pt solid red'/>b <ch character='x' padding='2pt' background-color='yellow'/> c <ld leader-length='2cm' leader-pattern='dots' padding-left='5pt' padding-right='4pt'/>d</b>")
of("leader-content-once", "<b>x<ld leader-pattern='use-content'>abcdef </ld>end</b><b>x<ld leader-pattern='use-content' leader-length='5pt'>abcdef </ld>end</b>")
# Hyphenation is the block's affair; what signs part are words of their own; parted words lose the line ends at their own hyphens.
for width in (200, 240, 280):
    of(f"hyphens-{width}", f"<b {EN}>So the processes of the parameter-definition library should be (for example) the book/chapter/article title, some context-desc-field-length, or even "
       f"http://www.example.org/documents/references/index.html with <i hyphenate='false' font-family='monospace'>apply-character-map</i> and its infrastructure.</b><b {EN}>{LOREM}</b>", size=f"{width}pt 400pt")
# Lines end at spaces on the edges of an object's text, beside signs too.
for width in (150, 170, 190, 210):
    of(f"signs-at-edges-{width}", "<b text-align='justify'><i>foo</i> [<i>-bar</i>] [ <i>-b</i> | <i>--busy</i> ] [ <i>-c <i>file</i></i> | <i>--config=<i>file</i></i> ] { <i>-e</i> | <i>--example</i> } "
       "in full <i>“century”</i>\n(<i>“1999”</i> not <i>“99”</i>) notation</b>", size=f"{width}pt 400pt")

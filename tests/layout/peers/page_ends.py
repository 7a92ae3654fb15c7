"""Where pages and columns end when spaces give: with footnotes, in lists within lists and cells, with keeps that columns need not heed."""
from cases import case
from others import n, pages

PROSE = ("in olden times when wishing still helped one there lived a king whose daughters were all beautiful but the youngest was so beautiful that the sun "
         "itself which has seen so much was astonished whenever it shone in her face").split()


def of(name, *sequences, **page):
    case("e-" + name, pages(*sequences, **page))


def words(count, start=0):
    return " ".join(PROSE[(start + i) % len(PROSE)] for i in range(count))


def gives(where, size):
    return f"space-{where}.minimum='{size * 0.8:g}pt' space-{where}.optimum='{size}pt' space-{where}.maximum='{size * 1.2:g}pt'"


def note(number, count):
    return f"<fn><i baseline-shift='super' font-size='7pt'>{number}</i><fb><b font-size='8pt'>{number} {words(count, number)}</b></fb></fn>"


def item(body, attributes=""):
    return f"<li {attributes}><ll end-indent='label-end()'><b>x</b></ll><lb start-indent='body-start()'>{body}</lb></li>"


# The last footnotes of a page are broken or left to the next one where that fills it better.
for height in (200, 230, 260, 290):
    of(f"notes-and-spaces-{height}", "".join(f"<b {gives('after', 9)}>{words(9 + 7 * (i % 4), i)}{note(i, 11 + 9 * (i % 5)) if i % 3 == 0 else ''}.</b>" for i in range(40)), size=f"300pt {height}pt")
# What is kept within its column has no place for half of its footnote.
for height in (200, 240):
    of(f"notes-in-kept-{height}", "".join(f"<b {gives('after', 9)} keep-together.within-column='always'>{note(i, 40) if i % 4 == 0 else ''} {words(23, i)}.</b>" for i in range(20)), size=f"300pt {height}pt")
# A list item in a list item that goes on counts a space that isn't seen once: also one behind the item in front, and in a cell its row is higher by it.
for height in (150, 170, 190):
    inner = "<l>" + "".join(item(f"<b>{words(12, i)}</b>", gives("after", 6)) for i in range(9)) + "</l>"
    of(f"space-behind-items-{height}", "<l>" + item("<b>outer</b>" + inner) * 3 + "</l>" + n(20), size=f"300pt {height}pt")
    of(f"space-of-items-in-a-cell-{height}", f"<t width='100%' table-layout='fixed'><tb><tr><td>{inner}</td><td><b>a</b></td></tr><tr><td><b>b</b></td><td><b>c</b></td></tr></tb></t>" + n(20), size=f"300pt {height}pt")
# Within the page is not within the column.
for height in (150, 180, 210):
    of(f"kept-in-page-{height}", "".join(f"<b keep-together.within-page='always' {gives('before', 8)}>" + f"<b>{words(13, i)}</b>" * 3 + "</b>" for i in range(12)), size=f"300pt {height}pt",
       body="column-count='2' column-gap='10pt'")
# What the margin shorthand retains is not retained of a space that is said by itself.
for what in ("space-before='10pt' margin='3pt 0pt 8pt 12pt'", "margin='3pt 0pt 8pt 12pt'", "space-before='10pt' margin-bottom='8pt'"):
    name = "".join(c if c.isalnum() else "-" for c in what)
    of("margin-and-space-" + name, n(9) + "<l>" + item(f"<b>one</b><b {what}>two</b>") + "</l>" + n(3), size="200pt 200pt")
    of("no-room-for-retained-" + name, n(8) + "<l>" + item(f"<b>one</b><b {what}>two</b>") + "</l>" + n(3), size="200pt 200pt")
# The number of a page in front of a break or of an earlier page sequence is known when lines are broken; that of any other page isn't.
CITED = "".join("word <pc ref-id='a'/> and " for _ in range(60))
of("cited-behind-a-break", f"<b id='a'>a</b><b>{CITED}</b><b break-before='page'>{CITED}</b>", size="300pt 200pt")
of("cited-behind-a-break-after", f"<b id='a' break-after='page'>a</b><b>{CITED}</b><b break-before='page' id='c'>{CITED}</b>", size="300pt 200pt")
of("cited-in-the-next-sequence", f"<b id='a'>a</b><b>{CITED}</b>", f"<b>{CITED}</b>", size="300pt 200pt")
# The note of a repeated header comes again on every page.
for height in (150, 200, 260):
    of(f"header-note-{height}", f"<t width='100%' table-layout='fixed'><th><tr><td><b>head{note(99, 4)}</b></td></tr></th><tb>"
       + "".join(f"<tr><td><b>{words(13, i)}{note(i, 9) if i % 3 == 1 else ''}</b></td></tr>" for i in range(9)) + "</tb></t>", size=f"300pt {height}pt")

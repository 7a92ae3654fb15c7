"""Where pages and columns end when spaces give: with footnotes, in lists within lists and cells, with keeps that columns need not heed."""
from cases import EXPLAINED, case
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
# An indent that is said goes before the margin of the shorthand, one margin that is said by itself before the indent.
for name, what in {"indent-and-margin": "start-indent='10pt' margin='0pt 1cm'", "end-indent-and-margin": "end-indent='10pt' margin='0pt 1cm'", "indent-and-margin-left": "start-indent='10pt' margin-left='1cm'",
                   "indent-and-both": "start-indent='10pt' margin='0pt 1cm' margin-left='2cm'"}.items():
    of(name, f"<b>{words(20)}</b><b {what} padding='4pt'>{words(20)}</b><l margin-left='20pt'>" + item(f"<b {what}>{words(20)}</b>") + "</l>", size="300pt 200pt")
# What of a row of a stated height begins on a page is as high as that, broken or not.
for lines in range(2, 9):
    of(f"height-of-a-broken-row-{lines}", n(lines) + f"<t width='100%' table-layout='fixed'><tb><tr height='60pt'><td padding='2pt'><b>{words(40)}</b></td><td padding='2pt'><b>a</b></td></tr>"
       f"<tr><td><b>b</b></td><td height='40pt'><b>{words(25)}</b></td></tr></tb></t>" + n(4), size="200pt 200pt")
# A row ends where it isn't bound to the next one; a cell with one part left is, as soon as another one reaches farther.
for lines in range(1, 8):
    rows = (f"<tr><td><b>{words(24)}</b></td><td><b>x</b></td><td><b keep-with-next.within-column='always'>{words(8)}</b></td></tr>"
            f"<tr keep-together.within-column='always'><td><b>y</b></td><td><b>{words(9)}</b></td><td><b>{words(14)}</b></td></tr>")
    of(f"cell-bound-to-the-next-row-{lines}", n(lines) + f"<t width='100%' table-layout='fixed'><tb>{rows}</tb></t>" + n(9), size="240pt 320pt")
# A cell may be broken behind an empty block that has a border.
for lines in range(5, 10):
    of(f"empty-box-in-a-cell-{lines}", n(lines) + f"<t width='100%' table-layout='fixed'><tb><tr><td><b>{words(12)}</b></td><td><b border='1pt solid black' padding='4pt'/><b orphans='4'>{words(25)}</b></td></tr></tb></t>" + n(4),
       size="240pt 200pt")
# To FOP a break at the end of an item isn't one, nor is the first of a list that begins an item, a block or a container.
BEFORE, AFTER = "<b break-before='page'>two</b>", "<b break-after='page'>two</b>"
DEEP, LATER = f"<l>{item(BEFORE)}</l>", f"<l>{item('<b>p</b>')}</l>"
for name, what in {
    "direct": f"<l>{item(BEFORE)}</l>", "nested": f"<l>{item(DEEP)}</l>", "in-block": f"<b>{DEEP}</b>", "in-container": f"<bc>{DEEP}</bc>", "in-a-blocks-block": f"<l>{item(f'<b>{BEFORE}</b>')}</l>",
    "behind-a-block": f"<l>{item('<b>p</b>' + DEEP)}</l>", "list-itself": f"<l>{item(LATER.replace('<l>', chr(60) + 'l break-before=' + chr(34) + 'page' + chr(34) + '>'))}</l>",
    "table": f"<b><t {'table-layout=' + chr(34) + 'fixed' + chr(34)} width='100%'><tb><tr><td>{BEFORE}</td></tr></tb></t></b>",
    "table-itself": "<b><t table-layout='fixed' width='100%' break-before='page'><tb><tr><td><b>p</b></td></tr></tb></t></b>",
    "row": "<b><t table-layout='fixed' width='100%'><tb><tr break-before='page'><td><b>p</b></td></tr></tb></t></b>",
    "cell": f"<t table-layout='fixed' width='100%'><tb><tr><td><b>p</b></td></tr><tr><td>{DEEP}</td></tr></tb></t>",
    "after": f"<l>{item(AFTER)}{item('<b>p</b>')}</l>", "after-in-item": f"<l>{item(AFTER + '<b>p</b>')}</l>", "after-and-empty": f"<l>{item(AFTER + '<b/>')}</l>",
    "empty": f"<l>{item('<b>p</b><b break-before=' + chr(34) + 'page' + chr(34) + '/>')}</l>", "after-in-inner": f"<l>{item('<b>p</b><l>' + item(AFTER) + '</l><b>p</b>')}</l>",
    "item-itself": f"<l>{item('<b>p</b>', 'break-after=' + chr(34) + 'page' + chr(34))}{item('<b>p</b>')}</l>",
}.items():
    of("break-of-items-" + name, f"<b>one</b>{what}<b>end</b>", size="200pt 200pt")
# Footnotes stand across all columns; where FOP doesn't paint them over text, columns and pages end as there.
COLUMNS = "column-count='2' column-gap='10pt'"
for count in (60, 90, 110):
    of(f"note-across-columns-{count}", f"<b>{words(count)}</b><b>{words(9)}{note(1, 30)} {words(40, 3)}</b>", size="300pt 260pt", body=COLUMNS)
    of(f"note-of-the-last-column-{count}", f"<b>{words(130)}</b><b>{words(count)} {note(1, 30)}</b>", size="300pt 260pt", body=COLUMNS)
# A break behind an empty block ends its column.
for one, two in (("column", "column"), ("column", "page"), ("page", "column"), ("page", "page"), ("even-page", "column")):
    of(f"breaks-around-nothing-{one}-{two}", f"<b>one</b><b break-before='{one}' break-after='{two}'/><b>end</b>", size="300pt 200pt", body=COLUMNS)
# In text that begins at the left a last line that is to be justified has its leader shrink.
for width in (74, 76, 78, 80, 82, 90):
    of(f"last-line-that-shrinks-{width}", "<b text-align-last='justify'>potenti in <ld leader-pattern='dots'/> 73</b>", size=f"{width}pt 100pt", margin="0pt")
EXPLAINED.update({f"e-last-line-that-shrinks-{width}": "FOP's spaces shrink besides, and the line ends before its margin" for width in (74, 76, 78)})
EXPLAINED.update({f"e-note-{name}": "FOP paints a column's footnotes over the others' text" for name in ("across-columns-60", "across-columns-90", "of-the-last-column-60")})
EXPLAINED.update({f"e-breaks-around-nothing-{name}-column": "to FOP an empty block is a column by itself on a new page, too" for name in ("page", "even-page")})

#!/usr/bin/env python3
"""Writes documents of chance for compare.py: ordinary objects with ordinary properties, in combinations that nobody thought of.

    random_documents.py FOLDER [--count 200] [--seed 1]
    compare.py --only-different FOLDER

The same seed gives the same documents. A document mixes few kinds of objects, so that a difference is easily found.
"""
import random

from by_seed import write_documents

# Short ones: what is wider than its cell is another matter.
WORDS = ("lorem ipsum dolor sit amet elit cras purus potenti sed donec nulla nibh at ut dictum quis magna lacus id ligula a in it of the quick brown fox").split()


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.note = 0
        self.id = 0
        kinds = ["list", "table", "container", "nested", "note", "keep", "break", "box", "inline", "leader", "image", "marker", "columns", "spans", "cite"]
        self.kinds = set(self.r.sample(kinds, self.r.choice([2, 2, 3, 4])))

    def chance(self, p):
        return self.r.random() < p

    def words(self, least, most):
        w = [self.r.choice(WORDS) for _ in range(self.r.randint(least, most))]
        w[0] = w[0].capitalize()
        return " ".join(w)

    def pick(self, *values):
        return self.r.choice(values)

    def text(self, least=2, most=45):
        if "inline" not in self.kinds and "note" not in self.kinds and "leader" not in self.kinds and "image" not in self.kinds and "cite" not in self.kinds:
            return self.words(least, most)
        parts = []
        left = self.r.randint(least, most)
        while left > 0:
            n = min(left, self.r.randint(1, 20))
            left -= n
            parts.append(self.words(n, n))
            kind = self.pick(*sorted(self.kinds))
            if kind == "inline" and self.chance(0.7):
                a = self.pick("font-weight='bold'", "font-style='italic'", "font-size='16pt'", "font-size='80%'", "baseline-shift='super' font-size='8pt'",
                              "baseline-shift='sub' font-size='8pt'", "text-decoration='underline'", "color='red'", "background-color='yellow'",
                              "border='1pt solid black'", "padding='2pt' border='0.5pt solid blue'", "font-family='monospace'", "line-height='20pt'",
                              "keep-together.within-line='always'", "space-start='5pt' space-end='5pt'", "text-transform='uppercase'")
                parts.append(f"<fo:inline {a}>{self.words(1, 6)}</fo:inline>")
            elif kind == "note" and self.chance(0.35):
                self.note += 1
                parts[-1] += (f"<fo:footnote><fo:inline baseline-shift='super' font-size='7pt'>{self.note}</fo:inline><fo:footnote-body><fo:block font-size='9pt'>"
                              f"{self.note} {self.words(2, 25)}</fo:block></fo:footnote-body></fo:footnote>")
            elif kind == "leader" and self.chance(0.3):
                parts.append(f"<fo:leader leader-pattern='{self.pick('rule', 'dots', 'space')}' leader-length='{self.pick('1in', '20pt', '30%')}'/>")
            elif kind == "image" and self.chance(0.3):
                parts.append(f"<fo:external-graphic src='picture.png' {self.pick('', 'content-width=&quot;50pt&quot;', 'height=&quot;30pt&quot;', 'content-height=&quot;40pt&quot;').replace('&quot;', chr(39))}/>")
            elif kind == "cite" and self.id and self.chance(0.4):
                parts.append(f"<fo:page-number-citation ref-id='i{self.r.randint(1, self.id)}'/>")
        return " ".join(parts)

    def box(self):
        a = []
        if self.chance(0.5):
            a.append(f"border='{self.pick('0.5pt', '1pt', '3pt')} solid black'")
        if self.chance(0.5):
            a.append(f"padding='{self.pick('2pt', '4pt', '1pt 5pt', '6pt 3pt 2pt')}'")
        if self.chance(0.2):
            a.append("border-bottom='2pt solid red'")
        if self.chance(0.3):
            a.append("background-color='#eeeeee'")
        if self.chance(0.3):
            a.append(f"margin='{self.pick('5pt', '10pt 20pt', '0pt 1cm', '3pt 0pt 8pt 12pt')}'")
        return a

    def block_attributes(self):
        a = []
        if self.chance(0.3):
            a.append(f"space-before='{self.pick('6pt', '12pt', '3mm', '1em')}'")
        if self.chance(0.3):
            a.append(f"space-after='{self.pick('6pt', '10pt', '2mm', '0.5em')}'")
        if self.chance(0.25):
            a.append(f"text-align='{self.pick('justify', 'center', 'end', 'justify')}'")
        if self.chance(0.12):
            a.append(f"font-size='{self.pick('9pt', '14pt', '150%', 'larger')}'")
        if self.chance(0.12):
            a.append(f"line-height='{self.pick('1.5', '14pt', '150%', '1')}'")
        if self.chance(0.1):
            a.append(f"text-indent='{self.pick('1em', '20pt', '-10pt')}'")
        if self.chance(0.12):
            a.append(f"start-indent='{self.pick('1cm', '10pt', '5%')}'")
        if self.chance(0.08):
            a.append(f"end-indent='{self.pick('1cm', '30pt')}'")
        if self.chance(0.08):
            a.append(f"margin-left='{self.pick('1cm', '15pt')}'")
        if self.chance(0.1):
            a.append(f"widows='{self.pick(1, 2, 3)}' orphans='{self.pick(1, 2, 3, 4)}'")
        if "box" in self.kinds and self.chance(0.4):
            a += self.box()
        if "keep" in self.kinds and self.chance(0.35):
            a.append(self.pick("keep-together.within-page='always'", "keep-with-next='always'", "keep-with-next.within-page='always'",
                               "keep-with-previous='always'", "keep-together.within-column='always'", "keep-with-next.within-column='always'"))
        if "break" in self.kinds and self.chance(0.12):
            a.append(self.pick("break-before='page'", "break-after='page'", "break-before='odd-page'", "page-break-before='always'", "break-after='even-page'"))
        if "cite" in self.kinds and self.chance(0.4):
            self.id += 1
            a.append(f"id='i{self.id}'")
        return self.unique(a)

    @staticmethod
    def unique(attributes):
        seen, out = set(), []
        for a in " ".join(attributes).replace("' ", "'\n").split("\n"):
            name = a.split("=")[0]
            if a and name not in seen:
                seen.add(name)
                out.append(a)
        return " ".join(out)

    def block(self, depth):
        marker = ""
        if "marker" in self.kinds and self.chance(0.5):
            marker = f"<fo:marker marker-class-name='m'>{self.words(1, 3)}</fo:marker>"
        a = self.block_attributes()
        if "nested" in self.kinds and depth < 3 and self.chance(0.35):
            inner = "".join(self.block(depth + 1) if self.chance(0.7) else self.text(1, 20) for _ in range(self.r.randint(1, 3)))
            return f"<fo:block {a}>{marker}{inner}</fo:block>"
        return f"<fo:block {a}>{marker}{self.text() if self.chance(0.95) else ''}</fo:block>"

    def blocks(self, depth, least=1, most=3):
        return "".join(self.item(depth + 1) for _ in range(self.r.randint(least, most)))

    def list(self, depth):
        items = ""
        for i in range(self.r.randint(1, 5)):
            a = self.pick("", "", f"space-before='{self.pick('3pt', '6pt')}'", "space-after='4pt'", "keep-together.within-column='always'" if "keep" in self.kinds else "",
                          "keep-with-next='always'" if "keep" in self.kinds else "")
            items += (f"<fo:list-item {a}><fo:list-item-label end-indent='label-end()'><fo:block>{self.pick(chr(8226), str(i + 1) + '.', '(a)')}</fo:block></fo:list-item-label>"
                      f"<fo:list-item-body start-indent='body-start()'>{self.blocks(depth, 1, 2)}</fo:list-item-body></fo:list-item>")
        a = self.pick("", "provisional-distance-between-starts='20pt' provisional-label-separation='5pt'", "provisional-distance-between-starts='1cm'", "space-before='6pt'",
                      "start-indent='10pt'", "margin-left='10pt'")
        return f"<fo:list-block {a}>{items}</fo:list-block>"

    def table(self, depth):
        columns = self.r.randint(1, 3)
        a = [self.pick("table-layout='fixed' width='100%'", "table-layout='fixed' width='100%'", "table-layout='fixed' width='200pt'", "table-layout='fixed'")]
        border = self.pick("", "border='0.5pt solid black'", "border='2pt solid black'")
        if self.chance(0.4):
            a.append(f"border-collapse='{self.pick('separate', 'collapse')}'")
            if self.chance(0.5):
                a.append("border-separation='3pt'")
        if self.chance(0.2):
            a.append("border='1pt solid black'")
        if self.chance(0.3):
            a.append(f"space-before='{self.pick('6pt', '12pt')}'")
        if self.chance(0.2):
            a.append("space-after='10pt'")
        if self.chance(0.1):
            a.append(f"start-indent='{self.pick('10pt', '1cm')}'")
        if "keep" in self.kinds and self.chance(0.2):
            a.append(self.pick("keep-together.within-page='always'", "keep-with-next='always'", "keep-with-previous='always'"))
        padding = self.pick("", "padding='2pt'", "padding='3pt 5pt'")
        widths = [self.pick("proportional-column-width(1)", "proportional-column-width(2)", "60pt", "25%", "proportional-column-width(1)") for _ in range(columns)]
        if "width=" not in a[0]:
            widths = [self.pick("60pt", "1in", "80pt") for _ in range(columns)]
        cols = "".join(f"<fo:table-column column-width='{w}'/>" for w in widths)

        def row(cells=None, spans=False):
            out, at = "", 0
            while at < columns:
                span = self.pick(1, 1, 2) if spans and at + 1 < columns else 1
                extra = f" number-columns-spanned='{span}'" if span > 1 else ""
                if self.chance(0.15):
                    extra += f" display-align='{self.pick('center', 'after')}'"
                if self.chance(0.1):
                    extra += f" text-align='{self.pick('center', 'end')}'"
                content = cells if cells else (self.blocks(depth + 1, 1, 2) if self.chance(0.2) and depth < 1 else f"<fo:block>{self.text(1, 14)}</fo:block>")
                out += f"<fo:table-cell {border} {padding}{extra}>{content}</fo:table-cell>"
                at += span
            b = ""
            if "keep" in self.kinds and self.chance(0.25):
                b = self.pick("keep-together.within-column='always'", "keep-with-next='always'", "keep-together.within-page='always'", "keep-with-previous='always'")
            if self.chance(0.1):
                b += f" height='{self.pick('30pt', '1in')}'"
            if self.chance(0.1):
                b += " background-color='#ddffdd'"
            return f"<fo:table-row {b}>{out}</fo:table-row>"

        def spanned():
            """Two or three rows whose first cell spans them."""
            rows = self.r.randint(2, 3)
            out = ""
            for i in range(rows):
                cells = f"<fo:table-cell {border} {padding} number-rows-spanned='{rows}'><fo:block>{self.text(1, 30)}</fo:block></fo:table-cell>" if i == 0 else ""
                cells += "".join(f"<fo:table-cell {border} {padding}><fo:block>{self.text(1, 12)}</fo:block></fo:table-cell>" for _ in range(columns - 1))
                out += f"<fo:table-row>{cells}</fo:table-row>"
            return out

        head = f"<fo:table-header>{row('<fo:block>Head</fo:block>')}</fo:table-header>" if self.chance(0.5) else ""
        foot = f"<fo:table-footer>{row('<fo:block>Foot</fo:block>')}</fo:table-footer>" if self.chance(0.25) else ""
        rows = "".join(spanned() if "spans" in self.kinds and columns > 1 and self.chance(0.3) else row(spans="spans" in self.kinds) for _ in range(self.r.randint(1, 7)))
        return f"<fo:table {self.unique(a)}>{cols}{head}{foot}<fo:table-body>{rows}</fo:table-body></fo:table>"

    def container(self, depth):
        a = []
        if self.chance(0.4):
            a.append(f"height='{self.pick('60pt', '1in', '100pt')}' overflow='hidden'" if self.chance(0.3) else f"block-progression-dimension.minimum='{self.pick('60pt', '1in')}'" if self.chance(0.2) else f"height='{self.pick('100pt', '2in')}'")
        if self.chance(0.4):
            a.append(f"width='{self.pick('2in', '50%', '150pt')}'")
        if self.chance(0.3):
            a.append(f"space-before='{self.pick('6pt', '12pt')}'")
        if self.chance(0.3):
            a += self.box()
        if self.chance(0.15):
            a.append(f"margin-left='{self.pick('20pt', '1cm')}'")
        if self.chance(0.2):
            a.append(f"display-align='{self.pick('center', 'after')}'")
        if "keep" in self.kinds and self.chance(0.3):
            a.append("keep-together.within-page='always'")
        return f"<fo:block-container {self.unique(a)}>{self.blocks(depth, 1, 2)}</fo:block-container>"

    def item(self, depth=0):
        kind = self.pick(*sorted(self.kinds))
        if depth < 2 and self.chance(0.5):
            if kind == "list":
                return self.list(depth)
            if kind in ("table", "spans"):
                return self.table(depth)
            if kind == "container":
                return self.container(depth)
        return self.block(depth)

    def document(self):
        columns = f"column-count='{self.pick(2, 3)}' column-gap='12pt'" if "columns" in self.kinds else ""
        root = self.pick("", "", "font-family='serif' font-size='10pt'", "font-size='11pt' line-height='1.3'", "text-align='justify'")
        head = self.pick("", "<fo:block text-align='center'>Page <fo:page-number/></fo:block>", "<fo:block border-bottom='1pt solid black'><fo:retrieve-marker retrieve-class-name='m'/></fo:block>")
        if "marker" in self.kinds:
            position = self.pick("first-starting-within-page", "last-starting-within-page", "first-including-carryover", "last-ending-within-page")
            head = f"<fo:block>[<fo:retrieve-marker retrieve-class-name='m' retrieve-position='{position}'/>]</fo:block>"
        sequences = ""
        for _ in range(self.pick(1, 1, 1, 2)):
            flow = "".join(self.item() for _ in range(self.r.randint(3, 9)))
            attributes = self.pick("", "", "initial-page-number='3'", "format='i'", "force-page-count='no-force'")
            sequences += (f"<fo:page-sequence master-reference='p' {attributes}><fo:static-content flow-name='xsl-region-before'>{head}</fo:static-content>"
                          f"<fo:flow flow-name='xsl-region-body'>{flow}</fo:flow></fo:page-sequence>\n")
        width, height = self.pick(("5in", "5in"), ("5in", "5in"), ("4in", "6in"), ("210mm", "148mm"))
        return (f"<?xml version='1.0' encoding='UTF-8'?>\n<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' {root}><fo:layout-master-set>"
                f"<fo:simple-page-master master-name='p' page-width='{width}' page-height='{height}' margin='20pt'><fo:region-body margin-top='25pt' {columns}/>"
                f"<fo:region-before extent='20pt'/></fo:simple-page-master></fo:layout-master-set>\n{sequences}</fo:root>\n").replace("><fo:block", ">\n<fo:block")


def made(seed):
    maker = Maker(seed)
    text = maker.document()
    return f"r{seed}-{'-'.join(sorted(maker.kinds))}", text


if __name__ == "__main__":
    write_documents(__doc__, 200, made)

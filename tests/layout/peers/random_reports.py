#!/usr/bin/env python3
"""Writes documents of chance in the shapes of reports, manuals and letters: chapters, sections, lists in lists, tables, notes, figures, contents.

    random_reports.py FOLDER [--count 100] [--seed 1]
    compare.py --only-different FOLDER

Unlike random_documents.py, which mixes any objects, these are built as stylesheets build them: every kind of paragraph has one set of
properties throughout the document, chosen once.
"""
import random

from by_seed import write_documents


PROSE = ("in olden times when wishing still helped one there lived a king whose daughters were all beautiful but the youngest was so beautiful that the sun "
         "itself which has seen so much was astonished whenever it shone in her face close by the royal castle lay a great dark forest and under an old lime "
         "tree was a well and when the day was very warm the king's child went out into the forest and sat down by the side of the cool fountain").split()


class Report:
    def __init__(self, seed):
        r = self.r = random.Random(seed)
        self.notes = self.ids = 0
        self.flexible = r.random() < 0.5
        self.columns = r.random() < 0.1  # Without notes: FOP paints those of columns over the text.
        space = self.space
        self.para = r.choice([space("after", 6), space("before", 8), f"{space('after', 6)} text-align='justify'", f"{space('before', 6)} text-align='justify'",
                              "text-indent='1em'", f"{space('after', 5)} text-indent='12pt' text-align='justify'", f"{space('after', 4)} widows='3' orphans='3'"])
        keep = r.choice(["keep-with-next='always'", "keep-with-next.within-page='always'", "keep-with-next.within-column='always'", "keep-with-next='5'"])
        self.heads = [f"font-size='{20 - 3 * i}pt' font-weight='bold' {space('before', 16 - 3 * i)} {space('after', 8 - 2 * i)} {keep}" for i in range(3)]
        if r.random() < 0.4:
            self.heads[0] += " break-before='" + r.choice(["page", "page", "odd-page"]) + "'"
        self.list = r.choice(["", space("after", 6), f"provisional-distance-between-starts='18pt' provisional-label-separation='6pt' {space('before', 4)}", "start-indent='12pt'", "margin-left='15pt' provisional-distance-between-starts='1.5em'"])
        self.item = r.choice(["", space("after", 3), space("before", 4), "keep-together.within-column='always'", space("before", 3) + " relative-align='baseline'"])
        self.cell = r.choice(["border='0.5pt solid black' padding='2pt'", "padding='3pt' border-bottom='0.5pt solid gray'", "padding='1pt 4pt'", "border='1pt solid black' padding='3pt' display-align='center'", ""])
        self.table = r.choice(["", "border-collapse='separate'", "border='1pt solid black'", space("before", 6) + " " + space("after", 6), "table-omit-footer-at-break='true'", "table-omit-header-at-break='true'"])
        self.row = r.choice(["", "", "keep-together.within-page='always'", "keep-together.within-column='always'"])
        self.rich = self.row == ""
        self.code = r.choice(["linefeed-treatment='preserve' white-space-collapse='false' white-space-treatment='preserve'", "white-space='pre'", "linefeed-treatment='preserve' wrap-option='no-wrap' white-space-collapse='false'"]) + \
            " font-family='monospace' font-size='80%' " + r.choice(["background-color='#eee' padding='4pt'", "border='0.5pt solid gray' padding='3pt' margin='0pt'", space("before", 6), "keep-together.within-column='always'"])
        self.note = r.choice(["font-size='8pt'", "font-size='8pt' space-after='2pt'", "font-size='80%' text-align='justify'", "font-size='8pt' start-indent='10pt' text-indent='-10pt'"])
        self.admonition = r.choice(["border='1pt solid black' padding='5pt'", "border-left='3pt solid red' padding-left='6pt' margin-left='9pt'", "margin='6pt 20pt' background-color='#ffe'", "start-indent='0.5in' end-indent='0.5in'"]) + " " + r.choice(["", "keep-together.within-page='always'", space("before", 8)])

    def space(self, where, size):
        if not getattr(self, "flexible", False):
            return f"space-{where}='{size}pt'"
        return f"space-{where}.minimum='{size * 0.8:g}pt' space-{where}.optimum='{size}pt' space-{where}.maximum='{size * 1.2:g}pt'"

    def chance(self, p):
        return self.r.random() < p

    def words(self, least, most):
        start, count = self.r.randrange(len(PROSE)), self.r.randint(least, most)
        words = [PROSE[(start + i) % len(PROSE)] for i in range(count)]
        return " ".join(words)[0].upper() + " ".join(words)[1:]

    def sentence(self, notes=True):
        text = self.words(5, 25)
        kind = self.r.random()
        if kind < 0.06:
            text += f" <fo:inline font-style='italic'>{self.words(1, 4)}</fo:inline>"
        elif kind < 0.12:
            text += f" <fo:inline font-weight='bold'>{self.words(1, 3)}</fo:inline>"
        elif kind < 0.16:
            text += f" <fo:inline font-family='monospace'>{self.words(1, 2)}</fo:inline>"
        elif kind < 0.20 and self.ids:
            text += f" (see page <fo:basic-link internal-destination='s{self.ids}' color='blue'><fo:page-number-citation ref-id='s{self.ids}'/></fo:basic-link>)"
        elif kind < 0.25 and notes and not self.columns:
            self.notes += 1
            text += (f"<fo:footnote><fo:inline font-size='70%' baseline-shift='super'>{self.notes}</fo:inline><fo:footnote-body><fo:block {self.note}>"
                     f"{self.notes} {self.words(4, 30)}</fo:block></fo:footnote-body></fo:footnote>")
        return text + "."

    def paragraph(self, least=1, most=6, notes=True):
        return f"<fo:block {self.para}>{' '.join(self.sentence(notes) for _ in range(self.r.randint(least, most)))}</fo:block>"

    def items(self, depth=0):
        body = ""
        for i in range(self.r.randint(2, 5)):
            content = self.paragraph(1, 2)
            if depth < 2 and self.chance(0.2) and "keep-together" not in self.item:  # What is kept and longer than a page FOP cuts off.
                content += self.items(depth + 1)
            elif self.chance(0.15):
                content += self.paragraph(1, 2)
            body += (f"<fo:list-item {self.item}><fo:list-item-label end-indent='label-end()'><fo:block {self.para if 'before' in self.para else ''}>{self.r.choice(['&#8226;', f'{i + 1}.'])}</fo:block></fo:list-item-label>"
                     f"<fo:list-item-body start-indent='body-start()'>{content}</fo:list-item-body></fo:list-item>")
        return f"<fo:list-block {self.list}>{body}</fo:list-block>"

    def grid(self):
        widths = self.r.choice([["50%", "50%"], ["20%", "50%", "30%"], ["proportional-column-width(1)", "proportional-column-width(2)"], ["60pt", "proportional-column-width(1)", "proportional-column-width(1)"]])
        columns = "".join(f"<fo:table-column column-width='{w}'/>" for w in widths)

        def row(least, most, rich=False):
            cells = ""
            for _ in widths:
                content = f"<fo:block>{self.words(least, most)}</fo:block>"
                if rich and self.chance(0.08):
                    content = self.items(2)
                elif rich and self.chance(0.08):
                    content = self.paragraph(1, 3, False) + self.paragraph(1, 2, False)
                cells += f"<fo:table-cell {self.cell}>{content}</fo:table-cell>"
            return f"<fo:table-row {self.row}>{cells}</fo:table-row>"

        head = f"<fo:table-header font-weight='bold'>{row(1, 2)}</fo:table-header>" if self.chance(0.7) else ""
        foot = f"<fo:table-footer>{row(1, 3)}</fo:table-footer>" if self.chance(0.2) else ""
        rows = "".join(row(1, 12, self.rich) for _ in range(self.r.randint(3, 14)))
        caption = f"<fo:block {self.heads[2]}>Table. {self.words(2, 5)}</fo:block>" if self.chance(0.4) else ""
        return f"{caption}<fo:table table-layout='fixed' width='100%' {self.table}>{columns}{head}{foot}<fo:table-body>{rows}</fo:table-body></fo:table>"

    def listing(self):
        return f"<fo:block {self.code}>" + "\n".join("    " * self.r.randint(0, 2) + self.words(1, 5) for _ in range(self.r.randint(2, 9))) + "</fo:block>"

    def figure(self):
        return (f"<fo:block text-align='center' {self.r.choice(['keep-with-next=' + chr(39) + 'always' + chr(39), ''])}><fo:external-graphic src='picture.png' content-width='{self.r.choice(['100pt', '200pt', '60%'])}'/></fo:block>"
                f"<fo:block text-align='center' font-style='italic' {self.space('after', 8)}>Figure. {self.words(2, 6)}</fo:block>")

    def boxed(self):
        return f"<fo:block {self.admonition}><fo:block font-weight='bold' keep-with-next='always'>Note</fo:block>{self.paragraph(1, 3)}{self.paragraph(1, 2) if self.chance(0.4) else ''}</fo:block>"

    def section(self, level):
        self.ids += 1
        title = self.words(2, 6)
        self.contents.append((level, title, self.ids))
        out = f"<fo:block {self.heads[level]} id='s{self.ids}'><fo:marker marker-class-name='t{level}'>{title}</fo:marker>{title}</fo:block>"
        for _ in range(self.r.randint(1, 5)):
            out += self.r.choice([self.paragraph, self.paragraph, self.paragraph, self.items, self.grid, self.listing, self.figure, self.boxed])()
        if level < 2:
            out += "".join(self.section(level + 1) for _ in range(self.r.randint(0, 2)))
        return out

    def document(self):
        self.contents = []
        body = "".join(self.section(0) for _ in range(self.r.randint(1, 3)))
        toc = "".join(f"<fo:block text-align-last='justify' start-indent='{12 * level}pt'>{title}<fo:leader leader-pattern='{self.dots}'/><fo:page-number-citation ref-id='s{i}'/></fo:block>" for level, title, i in self.contents)
        toc = f"<fo:block font-size='16pt' space-after='8pt'>Contents</fo:block>{toc}"
        flows = [(body, "")]
        if self.chance(0.5):
            flows.insert(0, (toc, "format='i'"))
            flows[1] = (body, "initial-page-number='1'")
        statics = ("<fo:static-content flow-name='xsl-region-before'><fo:block font-size='8pt' text-align='center'><fo:retrieve-marker retrieve-class-name='t0'/></fo:block></fo:static-content>"
                   "<fo:static-content flow-name='xsl-region-after'><fo:block font-size='8pt' text-align='end'>Page <fo:page-number/></fo:block></fo:static-content>"
                   "<fo:static-content flow-name='xsl-footnote-separator'><fo:block><fo:leader leader-pattern='rule' leader-length='30%'/></fo:block></fo:static-content>")
        w, h = self.r.choice([("148mm", "210mm"), ("148mm", "210mm"), ("210mm", "297mm"), ("5in", "6in")])
        columns = "column-count='2' column-gap='12pt'" if self.columns else ""
        font = self.r.choice(["font-family='serif' font-size='10pt'", "font-size='11pt'", "font-family='serif' font-size='11pt' line-height='1.3'", "font-size='9pt' line-height='12pt'"])
        return (f"<?xml version='1.0' encoding='UTF-8'?>\n<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' {font}><fo:layout-master-set><fo:simple-page-master master-name='p' page-width='{w}' page-height='{h}' margin='15mm'>"
                f"<fo:region-body margin-top='10mm' margin-bottom='10mm' {columns}/><fo:region-before extent='8mm'/><fo:region-after extent='8mm'/></fo:simple-page-master></fo:layout-master-set>\n"
                + "".join(f"<fo:page-sequence master-reference='p' {a}>{statics}<fo:flow flow-name='xsl-region-body'>{flow}</fo:flow></fo:page-sequence>\n" for flow, a in flows) + "</fo:root>\n").replace("><fo:block", ">\n<fo:block")

    @property
    def dots(self):
        return "dots"


if __name__ == "__main__":
    write_documents(__doc__, 100, lambda seed: (f"q{seed}", Report(seed).document()))

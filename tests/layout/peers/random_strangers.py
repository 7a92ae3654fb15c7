#!/usr/bin/env python3
"""Writes documents of chance for compare.py with what other people's documents have besides what random_documents.py makes: spaces that give, blocks that
span columns, alternating masters, side regions, links, preserved lines, rows that break, captions, containers that are placed or turned …

    random_strangers.py FOLDER [--count 200] [--seed 1]
    compare.py --only-different FOLDER

The same seed gives the same documents. Each mixes a few kinds of objects and a few of these features.
"""
import random

from by_seed import write_documents
import random_documents

FEATURES = ["gives", "spans-all", "masters", "sides", "links", "lines", "rows", "placed", "turned", "padded", "edges", "contents", "hyphens", "notes-inside", "integers", "aligned",
            "wrappers", "widths", "columns-breaks"]


class Maker(random_documents.Maker):
    def __init__(self, seed):
        super().__init__(seed)
        own = random.Random(seed + 1)
        self.features = set(own.sample(FEATURES, own.choice([1, 2, 2, 3])))
        if "spans-all" in self.features or "columns-breaks" in self.features:
            self.kinds.add("columns")

    def has(self, feature, p=1.0):
        return feature in self.features and self.chance(p)

    def gives(self, where):
        size = self.pick(4, 6, 9, 12)
        return (f"space-{where}.minimum='{size * self.pick(0.5, 0.8):g}pt' space-{where}.optimum='{size}pt' space-{where}.maximum='{size * self.pick(1.2, 1.5, 2):g}pt'"
                + self.pick("", "", f" space-{where}.conditionality='retain'", f" space-{where}.precedence='{self.pick('1', 'force')}'"))

    def block_attributes(self):
        a = []
        if self.has("gives", 0.6):
            a.append(self.gives(self.pick("before", "after")))
        if self.has("padded", 0.4):
            a.append(self.pick("padding-left='5%'", "padding='2%'", "padding-before='4pt' padding-after='2pt'", "margin-left='5%' margin-right='1cm'", "margin-top='8pt' margin-bottom='4pt'",
                               "padding-start='6pt' border-start-style='solid'", "padding-after='3pt' padding-after.conditionality='retain' border-after='1pt solid black'", "start-indent='inherit'"))
        if self.has("edges", 0.4):
            a.append(self.pick("border-top='1pt solid black'", "border-before='2pt solid blue' border-after='2pt solid blue'", "border-left='4pt solid red' padding-left='6pt'",
                               "border-style='solid' border-width='thin'", "border='1pt dashed black' border-before-width.conditionality='retain'", "background-color='#ddeeff' padding='3pt'"))
        if self.has("aligned", 0.4):
            a.append(self.pick("text-align-last='justify'", "text-align='justify' text-align-last='center'", "last-line-end-indent='20pt'", "letter-spacing='0.5pt'", "text-indent='5%'",
                               "line-height='1.8' line-stacking-strategy='font-height'", "text-align='right'", "line-height.optimum='13pt'", "font='italic 11pt/14pt serif'"))
        if self.has("integers", 0.4):
            a.append(self.pick("keep-together='5'", "keep-with-next='3'", "keep-with-next.within-page='2'", "keep-with-previous='1'", "keep-together.within-column='7'"))
        if self.has("hyphens", 0.5):
            a.append("language='en' hyphenate='true'" + self.pick("", " text-align='justify'", " hyphenation-ladder-count='1'"))
        if self.has("columns-breaks", 0.15):
            a.append(self.pick("break-before='column'", "break-after='column'"))
        if self.has("placed", 0.15):
            a.append("relative-position='relative' top='3pt' left='5pt'")
        return self.unique([super().block_attributes(), *a])

    def text(self, least=2, most=45):
        t = super().text(least, most)
        if self.has("links", 0.3):
            t += " " + self.pick(f"<fo:basic-link external-destination='url(https://example.org/{self.words(1, 1)})' color='blue'>{self.words(1, 5)}</fo:basic-link>",
                                 f"<fo:basic-link internal-destination='none'>{self.words(1, 3)}</fo:basic-link>", f"<fo:inline>{self.words(1, 2)}<fo:inline font-weight='bold'> {self.words(1, 3)}</fo:inline></fo:inline>")
        if self.has("lines", 0.25):
            return "\n".join("  " * self.r.randint(0, 2) + self.words(1, 8) for _ in range(self.r.randint(1, 6)))
        if self.has("wrappers", 0.3):
            t = self.pick(f"<fo:wrapper color='green'>{t}</fo:wrapper>", f"{t} <fo:character character='&#x2022;'/> {self.words(1, 4)}", f"<fo:wrapper font-style='italic'>{self.words(1, 4)}</fo:wrapper> {t}",
                          f"{self.words(1, 4)}<fo:block>{t}</fo:block>{self.words(1, 9)}")
        if self.has("notes-inside", 0.15):
            self.note += 1
            body = self.pick(f"<fo:block font-size='8pt'>{self.words(3, 20)}</fo:block><fo:block font-size='8pt'>{self.words(3, 20)}</fo:block>",
                             "<fo:list-block><fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>" + str(self.note) + "</fo:block></fo:list-item-label>"
                             f"<fo:list-item-body start-indent='body-start()'><fo:block>{self.words(3, 20)}</fo:block></fo:list-item-body></fo:list-item></fo:list-block>",
                             f"<fo:block font-size='9pt' space-before='2pt'>{self.words(20, 60)}</fo:block>")
            t += f"<fo:footnote><fo:inline>{self.note})</fo:inline><fo:footnote-body>{body}</fo:footnote-body></fo:footnote>"
        return t

    def block(self, depth):
        b = super().block(depth)
        if self.has("lines") and "\n" in b and b.startswith("<fo:block "):
            at = self.pick("linefeed-treatment='preserve'", "white-space='pre'", "white-space-collapse='false' linefeed-treatment='preserve' white-space-treatment='preserve'", "wrap-option='no-wrap'")
            if at.split("=")[0] not in b.split(">")[0]:
                b = "<fo:block " + at + " " + b[len("<fo:block "):]
        return b

    def contents(self):
        """Lines as tables of contents have them."""
        lines = "".join(f"<fo:block text-align-last='justify' start-indent='{self.pick(0, 12, 24)}pt'>{self.words(1, 9)} <fo:leader leader-pattern='{self.pick('dots', 'rule', 'space')}'/> "
                        f"{self.r.randint(1, 99)}</fo:block>" for _ in range(self.r.randint(2, 8)))
        return f"<fo:block {self.pick('', 'space-after=' + chr(39) + '10pt' + chr(39))}>{lines}</fo:block>"

    def table(self, depth):
        t = super().table(depth)
        if self.has("rows"):
            rows = t.split("<fo:table-row ")
            for i in range(1, len(rows)):
                if self.chance(0.3):
                    a = self.pick("keep-together='always' ", "break-before='page' " if depth == 0 and i > 2 else "", "height='20pt' ", "border-bottom='1pt solid black' ", "block-progression-dimension.minimum='40pt' ", "display-align='center' ")
                    if a.split("=")[0] not in rows[i].split(">")[0]:
                        rows[i] = a + rows[i]
            t = "<fo:table-row ".join(rows)
            t = t.replace("<fo:table ", "<fo:table " + self.pick("", "table-omit-header-at-break='true' ", "table-omit-footer-at-break='true' ", "keep-together.within-page='always' "), 1)
        if self.has(0.6):
            t = f"<fo:table-and-caption><fo:table-caption><fo:block>{self.words(2, 8)}</fo:block></fo:table-caption>{t}</fo:table-and-caption>"
        if self.has("widths", 0.6):
            t = t.replace("width='100%'", "width='" + self.pick("80%", "auto", "220pt", "50%") + "'", 1)
        return t

    def container(self, depth):
        c = super().container(depth)
        if self.has("turned", 0.4):
            c = f"<fo:block-container reference-orientation='{self.pick(90, 270, 180)}' {self.pick('', 'width=' + chr(39) + '100pt' + chr(39))} height='80pt'><fo:block>{self.words(2, 9)}</fo:block></fo:block-container>"
        return c

    def item(self, depth=0):
        if depth == 0:
            if self.has("contents", 0.25):
                return self.contents()
            if self.has("placed", 0.2):
                return (f"<fo:block-container absolute-position='{self.pick('absolute', 'fixed')}' top='{self.pick(10, 60)}pt' left='{self.pick(0, 40)}pt' width='100pt' height='30pt'><fo:block>{self.words(1, 4)}</fo:block>"
                        f"</fo:block-container>")
            if self.has("spans-all", 0.3):
                return f"<fo:block span='all' {self.gives(self.pick('before', 'after')) if self.has('gives') else self.pick('', 'font-size=' + chr(39) + '14pt' + chr(39))}>{self.words(2, 30)}</fo:block>"
        return super().item(depth)

    def document(self):
        d = super().document()
        if "masters" in self.features:
            head, rest = d.split("<fo:simple-page-master ", 1)
            master, rest = rest.split("</fo:simple-page-master>", 1)
            other = master.replace("master-name='p'", "master-name='q'").replace("margin-top='25pt'", f"margin-top='{self.pick(25, 60, 120)}pt'")
            kind = self.pick("page-position='first'", "odd-or-even='even'", "page-position='last'")
            d = (head + "<fo:simple-page-master " + master.replace("master-name='p'", "master-name='o'") + "</fo:simple-page-master><fo:simple-page-master " + other + "</fo:simple-page-master>"
                 "<fo:page-sequence-master master-name='p'><fo:repeatable-page-master-alternatives>"
                 f"<fo:conditional-page-master-reference {kind} master-reference='q'/><fo:conditional-page-master-reference master-reference='o'/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>" + rest)
        if "sides" in self.features:
            d = d.replace("<fo:region-body margin-top='25pt'", "<fo:region-body margin-top='25pt' margin-bottom='30pt' margin-left='30pt'").replace(
                "<fo:region-before extent='20pt'/>", "<fo:region-before extent='20pt' precedence='true'/><fo:region-after extent='25pt' display-align='after'/><fo:region-start extent='25pt'/>").replace(
                "<fo:flow ", "<fo:static-content flow-name='xsl-region-after'><fo:block text-align='end'>Page <fo:page-number/> of <fo:page-number-citation ref-id='none'/></fo:block></fo:static-content>"
                "<fo:static-content flow-name='xsl-region-start'><fo:block>S</fo:block></fo:static-content><fo:flow ")
        if "notes-inside" in self.features:
            d = d.replace("<fo:flow ", "<fo:static-content flow-name='xsl-footnote-separator'><fo:block><fo:leader leader-pattern='rule' leader-length='50%'/></fo:block></fo:static-content><fo:flow ")
        # What refers to it is at the end of the last flow.
        at = d.rfind("</fo:flow>")
        return d[:at] + "<fo:block id='none'>The end</fo:block>" + d[at:]


def made(seed):
    maker = Maker(seed)
    text = maker.document()
    return f"s{seed}-{'-'.join(sorted(maker.kinds))}--{'-'.join(sorted(maker.features))}", text


if __name__ == "__main__":
    write_documents(__doc__, 200, made)

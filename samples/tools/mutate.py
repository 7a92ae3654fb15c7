#!/usr/bin/python3
"""Drops or damages each field and section of a conforming dossier in turn and says which mutants no rule noticed.

    samples/tools/mutate.py [--program build/release/irikteu] [DOSSIER.xml ...]

Without dossiers: one of stage 1 and one of stage 2 of the samples. A mutant is noticed where its findings differ from those of the
dossier that it was made from. What cannot be noticed is explained in EXPLAINED below; the exit status is 1 where anything else went
unnoticed."""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as etree

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent / "kz-535-2015"
DOSSIERS = [SAMPLES / "competition-1/inbox/01-turkistan-textile.xml", SAMPLES / "competition-2/inbox/04-atyrau-petrochem.xml"]
BATCH = 200

# (pattern of "path operation: text", why no rule can notice it). Paths are without indices.
EXPLAINED = [
    (r"/text/p (drop|empty|blank|marks|damage):", "running text below a heading that keeps other text: its substance is judged by people"),
    (r"/text/table(/row)?(/cell)?(/p)? (drop|empty|blank|marks|damage):", "a table of running text: its substance is judged by people"),
    (r"/text/(heading|p|table)(/row)?/@(level|number|header) (drop|damage):", "another numbering or level is no fault (facts: order is judged by content)"),
    (r"/(name|position|organ_name|address|phone|participant|activity|applicant_name|number) damage:", "free text: any words may be right"),
    (r"/(street|city|capital|clients|country|surname) damage:", "free text: any words may be right"),
    (r"/(signature|seal|form|executor|concept|results|target_group|evaluation|deadline|source) damage:", "free text: any words may be right"),
    (r"/event/title damage:", "free text: any words may be right"),
    (r"/group/title (drop|empty|blank|marks|damage):", "a group is known by its number; its printed title is the form's"),
    (r"/event/@number (drop|damage):", "measures may be numbered in any way, so long as no number stands twice"),
    (r"/row/number (drop|empty|blank|marks|damage):", "the column of numbers is optional"),
    (r"/(addressee|statement|confirmation) damage:", "the form's own sentence in other words: present is what is asked"),
    (r"/concept/title (drop|empty|blank|marks|damage):", "appendix 2 prescribes no title of the paper"),
    (r"/(strategy|road_map)/title (drop|empty|blank|marks|damage):", "appendices 5 and 6 prescribe no title of the paper"),
    (r"/date (drop|empty|blank|marks|damage):|/registered (drop|empty|blank|marks|damage):", "the form has no such field, or the day was not recorded"),
    (r"/attachments(/attachment)? (drop|empty|blank|marks|damage):", "attachments are not examined"),
    (r"/eqjj/extra (drop|empty|blank|marks):", "additional activities are as many as there are, up to four"),
    (r"/@bin drop:", "appendices 1 and 4 have no field for the БСН"),
    (r"/@(xml:)?lang (drop|damage):|/@appendix (drop|damage):", "says nothing of the application"),
    (r"/strategy/@sheets (drop|damage):", "no volume is prescribed for a strategy"),
    (r"^/dossier/@stage drop:", "a dossier without a stage is taken for one of stage 1"),
    (r"/item(/@from|/@to)? damage:", "a title in the inventory is free text"),
    (r"/item/@document drop:", "an item without a kind may be any of the documents"),
    (r"/volume/@number drop:", "one volume needs no number"),
    (r"/volume/@year damage: total$|/volumes/volume drop: ", "a total is optional, and a year may be without money; where a total stands, the years are added up to it"),
    (r"/local_conclusion/confirmation (empty|blank|marks):", "its attributes say what is confirmed; the sentence is the form's own"),
    (r"/(local_conclusion|authorised_conclusion)/signatory/position (drop|empty|blank|marks):", "appendix 3 has no field for the position, and for the conclusion of clause 29 no form is prescribed"),
    (r"^/dossier/@entrant drop: direct$", "a cluster association that does not say otherwise skipped stage 1"),
    (r"/group/event drop:", "how many measures a group has is not prescribed: nobody can know of one that is not there, unless its group is left empty"),
    (r"/event/volumes/volume (empty|blank|marks):", "an empty cell is a year without money; where a total stands, the years are added up to it"),
    (r"/strategy/text/heading (drop|empty|blank|marks|damage): (Жергілікті|Республикалық) бюджет$", "the sentence below the heading begins with the same words, and is taken for it"),
]


def tag(element):
    return element.tag.rsplit("}", 1)[-1]


def name_of(attribute):
    return attribute.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")


def walk(element, path=""):
    """(path without indices, parent, element) of every element below the root, and of the root."""
    here = f"{path}/{tag(element)}"
    for child in element:
        yield f"{here}/{tag(child)}", element, child
        yield from walk(child, here)


def damaged(text):
    """Another text of the same length that is neither number, date nor address."""
    return "ж" * max(3, len(text.strip()))


def mutants(tree):
    """(path, operation, label, bytes) of every mutant; the tree is changed in place and put right again."""
    root = tree.getroot()
    written = lambda: etree.tostring(root, encoding="utf-8", xml_declaration=True)
    for path, parent, element in list(walk(root)):
        leaf, at, text = len(element) == 0, list(parent).index(element), element.text
        label = (text or "").strip()[:60] if leaf else ""
        parent.remove(element)
        yield path, "drop", label, written()
        if tag(element) == "heading":
            below = section_below(parent, element, at)
            for child in below:
                parent.remove(child)
            yield path, "drop-section", label, written()
            for n, child in enumerate(below):
                parent.insert(at + n, child)
        parent.insert(at, element)
        if leaf and label:
            for operation, instead in (("empty", ""), ("blank", "________"), ("marks", "???"), ("damage", damaged(text))):
                element.text = instead
                yield path, operation, label, written()
            element.text = text
        yield from attribute_mutants(path, element, written)
    yield from attribute_mutants("/dossier", root, written)


def attribute_mutants(path, element, written):
    for attribute, value in list(element.attrib.items()):
        order = dict(element.attrib)
        del element.attrib[attribute]
        yield f"{path}/@{name_of(attribute)}", "drop", value, written()
        element.attrib.update(order)
        element.set(attribute, "?")
        yield f"{path}/@{name_of(attribute)}", "damage", value, written()
        element.set(attribute, value)


def section_below(text, heading, at):
    """What stands between a heading, which was at that place and is not there now, and the next of its level or above."""
    level, below = int(heading.get("level", "1")), []
    for child in list(text)[at:]:
        if tag(child) == "heading" and int(child.get("level", "1")) <= level:
            break
        below.append(child)
    return below


def findings(report):
    """What the rules said, without what a person must judge."""
    return sorted((f["severity"], f.get("rule") or "", f.get("item") or "", f.get("xpath") or "") for f in report["findings"] if f["severity"] != "manual")


def rules_of(found):
    return collections.Counter((severity, rule, item) for severity, rule, item, _ in found)


def check(program, paths):
    answer = subprocess.run([program, "check", "--json", *map(str, paths)], capture_output=True, text=True, check=False)
    if not answer.stdout:
        sys.exit(f"{program} check failed: {answer.stderr}")
    reports = json.loads(answer.stdout)
    return reports if isinstance(reports, list) else [reports]


def examine(program, dossier, folder):
    """(number of mutants, number noticed, unnoticed as (path, operation, label))."""
    tree = etree.parse(dossier)
    base = rules_of(findings(check(program, [dossier])[0]))
    count, noticed, unnoticed, batch = 0, 0, [], []

    def flush():
        nonlocal noticed
        paths = []
        for number, (_, _, _, made) in enumerate(batch):
            paths.append(folder / f"m{number}.xml")
            paths[-1].write_bytes(made)
        for (path, operation, label, _), report in zip(batch, check(program, paths)):
            if rules_of(findings(report)) != base:
                noticed += 1
            else:
                unnoticed.append((path, operation, label))
        batch.clear()

    for mutant in mutants(tree):
        count += 1
        batch.append(mutant)
        if len(batch) == BATCH:
            flush()
    if batch:
        flush()
    return count, noticed, unnoticed


def reason(path, operation, label):
    for pattern, why in EXPLAINED:
        if re.search(pattern, f"{path} {operation}: {label}"):
            return why
    return None


def main():
    etree.register_namespace("", "urn:irikteu:dossier:1")
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", default=str(HERE.parent.parent / "build/release/irikteu"))
    arguments.add_argument("dossiers", nargs="*", type=pathlib.Path, default=DOSSIERS)
    given = arguments.parse_args()
    open_questions = 0
    with tempfile.TemporaryDirectory() as scratch:
        for dossier in given.dossiers:
            count, noticed, unnoticed = examine(given.program, dossier, pathlib.Path(scratch))
            explained, rest = collections.Counter(), collections.Counter()
            for path, operation, label in unnoticed:
                why = reason(path, operation, label)
                if why:
                    explained[why] += 1
                else:
                    rest[f"{path} {operation}: {label}"] += 1
            print(f"{dossier.name}: {count} mutants, {noticed} noticed, {sum(explained.values())} explained, {sum(rest.values())} not")
            for why, times in explained.most_common():
                print(f"  {times:5} {why}")
            for what, times in sorted(rest.items()):
                print(f"  UNNOTICED {times:3} {what}")
            open_questions += sum(rest.values())
    return 1 if open_questions else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Drops or damages each field and section of a conforming dossier in turn and says which mutants no rule noticed.

    samples/tools/mutate.py [--program build/release/irikteu] [DOSSIER.xml ...]

Without dossiers: one of stage 1 and one of stage 2 of the samples. A mutant is noticed where its findings differ from those of the
dossier that it was made from. What cannot be noticed is explained in mutants-explained.tsv; the exit status is 1 where anything else
went unnoticed, or where an explanation there explains nothing any more."""

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

EXPLAINED = HERE / "mutants-explained.tsv"


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
    """Another text of the same length that is neither number, date nor address, nor one letter over and over, which is a blank."""
    length = max(3, len(text.strip()))
    return ("жұмбақ" * length)[:length]


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


def explanations():
    """(pattern of "path operation: text", why no rule can notice it), as the file has them."""
    rows = [line.split("\t") for line in EXPLAINED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(re.compile(pattern), why) for pattern, why in rows]


def reason(known, path, operation, label):
    """The first explanation that fits; None where none does."""
    return next(((pattern, why) for pattern, why in known if pattern.search(f"{path} {operation}: {label}")), None)


def main():
    etree.register_namespace("", "urn:irikteu:dossier:1")
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", default=str(HERE.parent.parent / "build/release/irikteu"))
    arguments.add_argument("dossiers", nargs="*", type=pathlib.Path, default=DOSSIERS)
    given = arguments.parse_args()
    known, used, open_questions = explanations(), set(), 0
    with tempfile.TemporaryDirectory() as scratch:
        for dossier in given.dossiers:
            count, noticed, unnoticed = examine(given.program, dossier, pathlib.Path(scratch))
            explained, rest = collections.Counter(), collections.Counter()
            for path, operation, label in unnoticed:
                found = reason(known, path, operation, label)
                if found:
                    used.add(found[0])
                    explained[found[1]] += 1
                else:
                    rest[f"{path} {operation}: {label}"] += 1
            print(f"{dossier.name}: {count} mutants, {noticed} noticed, {sum(explained.values())} explained, {sum(rest.values())} not")
            for why, times in explained.most_common():
                print(f"  {times:5} {why}")
            for what, times in sorted(rest.items()):
                print(f"  UNNOTICED {times:3} {what}")
            open_questions += sum(rest.values())
    if given.dossiers == DOSSIERS:
        for pattern, why in known:
            if pattern not in used:
                print(f"  EXPLAINS NOTHING {pattern.pattern}: {why}")
                open_questions += 1
    return 1 if open_questions else 0


if __name__ == "__main__":
    sys.exit(main())

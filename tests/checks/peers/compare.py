#!/usr/bin/python3
"""Runs random schemas (random_schema.py) through irikteu and through other engines and shows where they differ. By hand:

    apt-get install python3-lxml libxml2-utils [default-jdk-headless libsaxonhe-java]
    tests/checks/peers/compare.py --irikteu build/release/irikteu --from 1 --count 2000
    tests/checks/peers/compare.py --peer xmllint …      --nodes elements …      --peer saxon …

lxml runs the reference implementation's XSLT 1.0 on libxslt: same rules fired, same assertions failed on the same nodes,
same texts. Saxon runs the stylesheet that lxml made: an XPath that has nothing to do with libxml2. xmllint has an engine
of its own that knows no abstract patterns, diagnostics, keys or first match; it is asked with schemas of one rule a
pattern. Exit status 1 where there was a difference.

With --referee both Saxon and the JDK's XSLT 1.0 (xsltc) are asked of each document where lxml differs. Known and right: libxml2
takes reverse axes behind a "//" in a wrong order and libxslt forgets predicates of patterns, Saxon compares a boolean by < as
XPath 2.0 does, counts the nodes of ".//.." twice, writes -0 and more than 15 digits. Much of what xmllint says is answered
by its streaming patterns: of twelve differences that were looked at, lxml said the same as ours in eleven."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from multiprocessing import Pool

from lxml import etree, isoschematron

from random_schema import Source

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
isoschematron.schematron_schema_valid = lambda schema: True  # our instances share ids
PARAMETERS = {"visit-text": "true", "attributes": "true", "only-child-elements": "false"}
DOCUMENTS = 3


def squeeze(text):
    return re.sub(r"\s+", "", text)


def place(document, location):
    """The node of a location, so that notations don't matter."""
    found = document.xpath(location or "/") if location != "/" else []
    if location in ("/", ""):
        return "/"
    if len(found) != 1:
        return "%d nodes at %s" % (len(found), location)
    node = found[0]
    if isinstance(node, etree._ElementUnicodeResult):
        if node.is_attribute:
            return document.getpath(node.getparent()) + "/@" + node.attrname
        return "text " + location
    return document.getpath(node)


def facts(report):
    """What an SVRL report says, in order. Nodes are told by what each message says of its own: the reference
    implementation's locations name another node, or none, where siblings are of several namespaces."""
    result = []
    for node in report.iter(etree.Element):
        if node.tag == SVRL + "active-pattern":
            result.append("pattern " + (node.get("id") or ""))
        elif node.tag == SVRL + "fired-rule":
            result.append("rule %s %s %s" % (node.get("id"), node.get("role"), node.get("flag")))
        elif node.tag in (SVRL + "failed-assert", SVRL + "successful-report"):
            text = squeeze("".join("".join(each.itertext()) for each in node.findall(SVRL + "text")))
            more = [squeeze(each.get("diagnostic") + "=" + "".join(each.itertext())) for each in node.findall(SVRL + "diagnostic-reference")]
            result.append("%s %s: %s %s %s %s" % (node.tag[len(SVRL):], node.get("id"), text, more, node.get("role"), node.get("flag")))
    return result


def wrong_location(report, document):
    """Where one of our locations is not that of the node which its message describes."""
    for node in report.iter(SVRL + "failed-assert", SVRL + "successful-report"):
        said = re.search(r"\[(\d+),(\d+),([^\]]*)\]", "".join(node.find(SVRL + "text").itertext()))
        path = "/." if node.get("location") == "/" else node.get("location")
        found = document.xpath("count(%s)" % path), document.xpath("concat(count(%s/ancestor::node()), ',', count(%s/preceding::node()), ',', name(%s))" % (path, path, path))
        if found != (1.0, ",".join(said.groups())):
            return "location %s is %s, not %s" % (path, found, said.group())
    return None


def run(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)


def of_irikteu(options, schema, path):
    answer = run([options.irikteu, "validate", "--rules", schema, "--format", "svrl", path])
    if answer.returncode not in (0, 1):
        return None, "status %d: %s%s" % (answer.returncode, answer.stderr.decode()[:300], "".join(re.findall(r"<svrl:text[^>]*>Could not[^<]*", answer.stdout.decode()))[:400])
    return etree.fromstring(answer.stdout), None


def written(source, stem):
    """The schema as a file, with those that it includes beside it."""
    schema = source.schema()
    for name, text in [("", schema)] + sorted(source.files.items()):
        with open(stem + (".sch" if name == "" else "-" + name), "w") as out:
            out.write(text.replace("{stem}", os.path.basename(stem)))
    return stem + ".sch"


def of_lxml(path):
    return isoschematron.Schematron(etree.parse(path), store_report=True, store_xslt=True, compile_params=PARAMETERS,
                                    error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS)


def first_difference(one, other):
    for index in range(max(len(one), len(other))):
        left = one[index] if index < len(one) else "(nothing)"
        right = other[index] if index < len(other) else "(nothing)"
        if left != right:
            return "%s\n      ours  %s\n      peer  %s" % ("" if index == 0 else "after " + one[index - 1], left, right)
    return None


def seed_against_lxml(task):
    options, seed, folder = task
    source = Source(seed, options.nodes, parts=True)
    stem = os.path.join(folder, str(seed))
    schema = written(source, stem)
    documents = [source.document() for _ in range(DOCUMENTS)]
    try:
        peer = of_lxml(schema)
    except Exception as error:  # the peer's own fault, or the schema's: ours is to say which
        answer = run([options.irikteu, "validate", "--rules", stem + ".sch", stem + ".sch"])
        return "peer refuses, ours status %d" % answer.returncode, "%d: lxml %s; ours %s" % (seed, str(error)[:200], answer.stderr.decode()[:200])
    for number, text in enumerate(documents):
        path = "%s-%d.xml" % (stem, number)
        with open(path, "w") as out:
            out.write(text)
        document = etree.ElementTree(etree.fromstring(text.encode()))
        report, trouble = of_irikteu(options, stem + ".sch", path)
        try:
            peer.validate(document)
            theirs = facts(peer.validation_report)
        except Exception as error:
            return "peer stops", "%d: lxml %s; ours %s" % (seed, str(error)[:200], trouble)
        if trouble:
            return "ours stops", "%d: %s" % (seed, trouble)
        difference = first_difference(facts(report), theirs) or wrong_location(report, document)
        if difference:
            return "differs", "%s %s: %s" % (stem + ".sch", path, difference)
    return "same", None


def against_saxon(options, folder, seeds=None, engine=""):
    """One JVM for all: Peer.java transforms (stylesheet, document, result) triples. With `seeds`, the very schemas that lxml
    was asked with: their XPath 1.0 may be more than Saxon takes, which then stops."""
    triples = []
    for seed in seeds or range(options.start, options.start + options.count):
        source = Source(seed, options.nodes, xpath1=seeds is not None, parts=True)
        stem = os.path.join(folder, str(seed))
        schema = written(source, stem)
        documents = [source.document() for _ in range(DOCUMENTS)]
        try:
            stylesheet = of_lxml(schema).validator_xslt
        except Exception:
            continue
        stylesheet.write(stem + ".xsl")
        for number, text in enumerate(documents):
            path = "%s-%d" % (stem, number)
            with open(path + ".xml", "w") as out:
                out.write(text)
            triples.append((stem, path))
    java = ["java", "-cp", "/usr/share/java/Saxon-HE.jar", os.path.join(os.path.dirname(os.path.abspath(__file__)), "Peer.java")] + ([engine] if engine else [])
    for _, path in triples:  # Of an earlier run in this folder.
        if os.path.exists(path + ".saxon"):
            os.remove(path + ".saxon")
    subprocess.run(java, input="".join("%s.xsl\t%s.xml\t%s.saxon\n" % (a, b, b) for a, b in triples).encode(), check=True, stderr=subprocess.DEVNULL)
    for stem, path in triples:
        if not os.path.exists(path + ".saxon"):
            yield "peer stops", path
            continue
        report, trouble = of_irikteu(options, stem + ".sch", path + ".xml")
        if trouble:
            yield "ours stops", "%s.sch %s.xml: %s" % (stem, path, trouble)
            continue
        difference = first_difference(facts(report), facts(etree.parse(path + ".saxon")))
        yield ("differs", "%s.sch %s.xml: %s" % (stem, path, difference)) if difference else ("same", None)


def plain_pattern(source):
    """What xmllint understands of patterns: no predicates, no axes."""
    steps = [source.name() for _ in range(source.pick(1, 1, 2, 3))]
    text = source.pick("", "", "/", "//") + steps[0]
    for each in steps[1:]:
        text += source.pick("/", "//") + each
    return text


def seed_against_xmllint(task):
    """Asserts only, for xmllint is silent about reports; one rule a pattern, for it lets every rule of a pattern fire."""
    options, seed, folder = task
    source = Source(seed, "elements")
    source.keys = []
    checks = []
    text = '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="p" uri="urn:1"/><ns prefix="q" uri="urn:2"/>'
    source.current_allowed, source.plain = False, True
    for index in range(source.pick(1, 2, 3)):
        context = " | ".join(plain_pattern(source) for _ in range(source.pick(1, 1, 2)))
        test = source.boolean(3).replace("generate-id", "string")
        text += '<pattern id="P%d"><rule context="%s"><assert test="%s">T%d</assert></rule></pattern>' % (
            index, context, escape_all(test), index)
    text += "</schema>"
    stem = os.path.join(folder, str(seed))
    with open(stem + ".sch", "w") as out:
        out.write(text)
    with open(stem + ".xml", "w") as out:
        out.write(source.document())
    peer = run(["xmllint", "--noout", "--schematron", stem + ".sch", stem + ".xml"])
    if peer.returncode not in (0, 3):
        return "peer stops", "%d: %s" % (seed, peer.stderr.decode()[:200])
    theirs = sorted("%s %s" % (path, name) for path, name in re.findall(r"^(/.*) line \d+: (T\d+)$", peer.stderr.decode(), re.M))
    report, trouble = of_irikteu(options, stem + ".sch", stem + ".xml")
    if trouble:
        return "ours stops", "%d: %s" % (seed, trouble)
    document = etree.parse(stem + ".xml")
    ours = sorted("%s %s" % (place(document, each.get("location")), squeeze(each.find(SVRL + "text").text))
                  for each in report.iter(SVRL + "failed-assert", SVRL + "successful-report"))
    difference = first_difference(ours, theirs)
    return ("differs", "%s.sch: %s" % (stem, difference)) if difference else ("same", None)


def escape_all(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irikteu", default="build/release/irikteu")
    parser.add_argument("--peer", choices=["lxml", "saxon", "xmllint"], default="lxml")
    parser.add_argument("--nodes", choices=["all", "elements"], default="all", help="what contexts may select")
    parser.add_argument("--from", dest="start", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--show", type=int, default=10, help="how many of each kind of difference to print")
    parser.add_argument("--referee", action="store_true", help="where lxml differs, ask Saxon which of the two is right")
    parser.add_argument("--keep", help="folder for schemas and documents [a temporary one]")
    options = parser.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="schematron-peers-")
    os.makedirs(folder, exist_ok=True)
    seeds = [(options, seed, folder) for seed in range(options.start, options.start + options.count)]
    counts, shown = {}, {}
    if options.peer == "saxon":
        results = against_saxon(options, folder)
    else:
        results = Pool(2).imap(seed_against_lxml if options.peer == "lxml" else seed_against_xmllint, seeds, 8)
    for kind, detail in results:
        counts[kind] = counts.get(kind, 0) + 1
        if detail:
            shown.setdefault(kind, []).append(detail)
    if options.referee:
        seeds = [int(re.match(r"\S*?(\d+)\.sch", each).group(1)) for each in shown.get("differs", [])]
        verdicts = {}
        open_ones = {}
        for engine in ("", "xsltc"):
            name, verdicts = engine or "Saxon", {}
            for kind, detail in against_saxon(options, folder, seeds, engine):
                verdicts[kind] = verdicts.get(kind, 0) + 1
                if kind != "same":
                    path = re.search(r"\S*/\d+-\d+", detail).group(0)
                    open_ones.setdefault(path, []).append("%s: %s" % (name, detail if kind == "differs" else kind))
            print("of the documents of %d schemas where lxml differs, %s says the same as ours on %d, differs on %d, stops on %d" % (
                len(seeds), name, verdicts.get("same", 0), verdicts.get("differs", 0), verdicts.get("peer stops", 0)))
        for path, said in open_ones.items():
            if len(said) == 2:
                print("nobody says the same as ours:", *said)
    for kind, details in shown.items():
        for each in details[:options.show]:
            print(kind, each)
    print(options.peer, ", ".join("%s: %d" % each for each in sorted(counts.items())))
    return 1 if "differs" in counts or "ours stops" in counts else 0


if __name__ == "__main__":
    sys.exit(main())

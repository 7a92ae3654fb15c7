#!/usr/bin/env python3
"""Makes a document on which we and Apache FOP differ as small as it can be and still be so.

    reduce.py --program build/release/irikteu FILE.fo ...        writes FILE.small.fo beside each
"""
import argparse
import copy
import pathlib
import tempfile
import xml.etree.ElementTree as ET

import cases
import compare

FO = "{http://www.w3.org/1999/XSL/Format}"
ET.register_namespace("fo", FO[1:-1])


def kinds(files, program, config, work):
    compare.fop_batch(files, config, work)
    out = []
    for f in files:
        theirs = compare.by_fop(f, config, work)
        ours, _ = compare.by_us(f, program, work)
        out.append("" if theirs is None or ours is None else compare.difference(compare.words_of(ours), compare.words_of(theirs))[0])
    return out


def smaller(root):
    """The document with one thing less, in every way: the greater things first."""
    count = len(list(root.iter()))
    made = []
    for i in range(count):
        tree = copy.deepcopy(root)
        parents = {c: p for p in tree.iter() for c in p}
        e = list(tree.iter())[i]
        if e.tag in (FO + "root", FO + "layout-master-set", FO + "simple-page-master", FO + "region-body", FO + "page-sequence", FO + "flow") and not (
                e.tag == FO + "page-sequence" and len(tree.findall(FO + "page-sequence")) > 1):
            continue
        size = len(ET.tostring(e))
        parents[e].remove(e)
        made.append((size, tree))
    for i, e in enumerate(root.iter()):
        for name in e.attrib:
            if name in ("master-name", "master-reference", "flow-name", "page-width", "page-height", "src"):
                continue
            tree = copy.deepcopy(root)
            del list(tree.iter())[i].attrib[name]
            made.append((len(name), tree))
        words = (e.text or "").split()
        if len(words) > 1:
            for part in (words[:len(words) // 2], words[:-1]):
                tree = copy.deepcopy(root)
                list(tree.iter())[i].text = " ".join(part)
                made.append((len(words) - len(part), tree))
    made.sort(key=lambda m: -m[0])
    return [tree for _, tree in made]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/irikteu")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.program).resolve())
    for source in arguments.files:
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            (work / "picture.png").write_bytes(cases.picture())
            config = work / "fop.xconf"
            config.write_text((compare.HERE / "fop.xconf").read_text().replace("FOLDER", compare.font_folder()))
            root = ET.fromstring(source.read_text())
            for step in range(arguments.rounds):
                candidates = smaller(root)
                found = None
                for at in range(0, len(candidates), 24):
                    files = []
                    for n, tree in enumerate(candidates[at:at + 24]):
                        f = work / f"{step}-{at + n}.fo"
                        f.write_text(ET.tostring(tree, encoding="unicode"))
                        files.append(f)
                    same = kinds(files, program, config, work)
                    for n, kind in enumerate(same):
                        if kind in ("pages", "words"):
                            found = candidates[at + n]
                            break
                    if found is not None:
                        break
                if found is None:
                    break
                root = found
            target = source.with_suffix(".small")
            target.write_text(ET.tostring(root, encoding="unicode"))
            print(target, len(ET.tostring(root)))


if __name__ == "__main__":
    main()

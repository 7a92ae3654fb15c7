"""The command line of those that make documents of chance: a folder of files, each of a seed of its own, so that any of them can be made again."""
import argparse
import pathlib

import cases


def write_documents(description, count, make):
    """`make` gives a document's name, without its ending, and text by its seed."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    (arguments.folder / "picture.png").write_bytes(cases.picture())
    for i in range(arguments.count):
        name, text = make(arguments.seed * 100_000 + i)
        (arguments.folder / (name + ".fo")).write_text(text)

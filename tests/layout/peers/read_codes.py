#!/usr/bin/env python3
"""Draws every page of PDFs and lets an independent reader find their QR codes. Needs Debian's `poppler-utils` and `zbar-tools`.

    read_codes.py FILE.pdf ...        prints what each code says
"""
import pathlib
import subprocess
import sys
import tempfile

for pdf in sys.argv[1:]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", "-png", pdf, folder + "/page"], check=True)
        for page in sorted(pathlib.Path(folder).glob("*.png")):
            found = subprocess.run(["zbarimg", "--quiet", "--raw", str(page)], capture_output=True, text=True)
            for text in found.stdout.splitlines():
                print(f"{pdf} {page.stem}: {text}")

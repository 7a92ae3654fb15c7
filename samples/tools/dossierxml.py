"""Writes a dossier of the schema urn:irikteu:dossier:1, and the register urn:irikteu:competition:1, by hand and always alike."""

from xml.sax.saxutils import escape, quoteattr

import structure
from cluster import thousands, tenths

NAMESPACE = "urn:irikteu:dossier:1"


class Writer:
    """Indented elements, two blanks a level; attributes in the order given, None left out."""

    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = 0

    def attributes(self, given):
        return "".join(f" {key}={quoteattr(str(value))}" for key, value in given.items() if value is not None)

    def open(self, name, **attributes):
        self.lines.append("  " * self.depth + f"<{name}{self.attributes(attributes)}>")
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.lines.append("  " * self.depth + f"</{name}>")

    def leaf(self, name, value=None, **attributes):
        start = "  " * self.depth + f"<{name}{self.attributes(attributes)}"
        self.lines.append(f"{start}/>" if value is None else f"{start}>{escape(str(value))}</{name}>")

    def text(self):
        return "\n".join(self.lines) + "\n"


def fields(w, given):
    for name, value in given.items():
        if value is not None:
            w.leaf(name, value)


def inventory(w, volumes):
    """volumes: list of (number or None, sheets, [(kind, from, to, title)])."""
    w.open("inventory")
    for number, sheets, items in volumes:
        w.open("volume", number=number, sheets=sheets)
        for kind, first, last, title in items:
            w.leaf("item", title, document=kind, **{"from": first, "to": last})
        w.close("volume")
    w.close("inventory")


def application(w, a):
    w.open("application", appendix="1")
    fields(w, {"addressee": a["addressee"], "title": a["title"], "statement": a["statement"], "cluster_name": a["cluster_name"],
               "applicant_name": a["applicant_name"]})
    w.leaf("applicant", kind=a["kind"], bin=a["bin"])
    signatory(w, a.get("signatory"))
    fields(w, {"date": a["date"]})
    w.close("application")


def signatory(w, s):
    if s:
        w.open("signatory")
        fields(w, {"position": s.get("position"), "name": s["name"], "signature": s.get("signature")})
        w.close("signatory")


def conclusion(w, c):
    w.open("local_conclusion")
    fields(w, {key: c.get(key) for key in ("title", "number", "date", "registered", "cluster_name", "address", "phone", "organ_name")})
    w.leaf("confirmation", c["confirmation"], participants="present", organising="expedient")
    w.open("table")
    for number, participant, activity in c["rows"]:
        w.open("row")
        fields(w, {"number": number, "participant": participant, "activity": activity})
        w.close("row")
    w.close("table")
    signatory(w, c["signatory"])
    fields(w, {"seal": c.get("seal")})
    w.close("local_conclusion")


def paper(w, title, sheets, body):
    w.open("concept", sheets=sheets)
    w.leaf("title", title)
    w.open("text")
    for block in body:
        if block[0] == "heading":
            w.leaf("heading", block[3], level=block[1], number=block[2] or None)
        elif block[0] == "p":
            w.leaf("p", block[2], number=block[1] or None)
        elif block[0] == "table":
            table(w, block[1])
        else:
            company(w, block[1])
    w.close("text")
    w.close("concept")


def table(w, rows):
    w.open("table")
    for header, cells in rows:
        w.open("row", header="true" if header else None)
        for cell in cells:
            w.open("cell")
            w.leaf("p", cell)
            w.close("cell")
        w.close("row")
    w.close("table")


def indicator(key, value):
    """As it stands in the sheet: per cent with one decimal, everything else in whole numbers."""
    return tenths(value) if key in ("netincome", "rdstaff") else thousands(value)


def company(w, c):
    w.open("company")
    w.leaf("name", c.name)
    w.open("address")
    fields(w, {"street": c.street, "city": c.city, "zip": c.zip})
    w.close("address")
    fields(w, {"capital": c.capital, "founded": c.founded, "clients": c.clients, "country": c.country})
    w.open("responsible")
    fields(w, dict(zip(("surname", "name", "position"), c.responsible)))
    w.close("responsible")
    fields(w, {"phone": c.phone, "mobile": c.mobile, "email": c.email, "site": c.site})
    w.open("eqjj")
    w.leaf("main", c.eqjj[0])
    for code in c.eqjj[1:]:
        w.leaf("extra", code)
    w.close("eqjj")
    w.open("indicators")
    for year in structure.YEARS:
        w.open("year", value=year)
        fields(w, {key: indicator(key, c.years[year][key]) for key, _ in structure.SHEET_INDICATORS})
        w.close("year")
    w.close("indicators")
    w.close("company")

#!/usr/bin/env python3
"""Writes the sample inboxes anew from the content files beside it: samples/tools/build.py (from any folder).

The bytes depend on nothing but the content files and this program, except where LibreOffice is called (build.py says so)."""

import copy
import pathlib

import cluster as clusters
import dossierxml

HERE = pathlib.Path(__file__).resolve().parent
INBOX = HERE.parent / "kz-535-2015" / "competition-1" / "inbox"

ADDRESSEE = "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган"
APPLICATION_TITLE = "Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім"
STATEMENT = "Өтінімді тіркеуді өтінемін:"
CONCLUSION_TITLE = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы"
CONFIRMATION = "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды."
SIGNED = "қолы қойылған"
SEALED = "мөр басылған"


def load(name):
    result = clusters.read(HERE / "content" / f"{name}.txt")
    if result.facts.get("text") != "own":
        clusters.read(HERE / "content" / "skeleton.txt", into=result)
    return result


def application(cluster):
    f = cluster.facts
    return {"addressee": ADDRESSEE, "title": APPLICATION_TITLE, "statement": STATEMENT, "cluster_name": f["cluster"],
            "applicant_name": f["applicant"], "kind": f["kind"], "bin": f["bin"], "date": f["date"],
            "signatory": {"position": f["position"], "name": f["signatory"], "signature": SIGNED}}


def conclusion(cluster):
    f = cluster.facts
    return {"title": CONCLUSION_TITLE, "number": f["conclusion_number"], "date": f["conclusion_date"],
            "registered": f["conclusion_registered"], "cluster_name": f["cluster"], "address": f["address"], "phone": f["phone"],
            "organ_name": f["organ"], "confirmation": CONFIRMATION, "seal": SEALED,
            "rows": [(f"{n}.", c.name, c.activity) for n, c in enumerate(cluster.companies, 1)],
            "signatory": {"position": f["organ_position"], "name": f["organ_head"], "signature": SIGNED}}


def volumes(sheets, with_conclusion=True, attachments=()):
    """One volume, contiguous: the inventory itself first. attachments: (sheets, title)."""
    items = [("inventory", 1, "Құжаттар тізбесі"), ("application", 1, "Конкурсқа қатысуға арналған өтінім (1-қосымша)"),
             ("concept", sheets, "Аумақтық кластерді дамыту жөніндегі тұжырымдама (2-қосымша)")]
    if with_conclusion:
        items.append(("local_conclusion", 2, "Жергілікті атқарушы органның қорытындысы (3-қосымша)"))
    items += [("attachment", count, title) for count, title in attachments]
    result = []
    sheet = 1
    for kind, count, title in items:
        result.append((kind, sheet, sheet + count - 1, title))
        sheet += count
    return [(1, sheet - 1, result)]


def xml_dossier(c, path, sheets, faults=None, inventory=None, form=None, local=None, attachments=()):
    w = dossierxml.Writer()
    w.open("dossier", xmlns=dossierxml.NAMESPACE, stage="1", **{"xml:lang": "kk"})
    dossierxml.inventory(w, inventory or volumes(sheets, local is not None, attachments))
    dossierxml.application(w, form or application(c))
    title = f"{c.facts['cluster_gen']} дамыту жөніндегі тұжырымдама"
    dossierxml.paper(w, title, sheets, clusters.body(c, **(faults or {})))
    if local is not None:
        dossierxml.conclusion(w, local)
    if attachments:
        w.open("attachments")
        for _, name in attachments:
            w.leaf("attachment", name)
        w.close("attachments")
    w.close("dossier")
    path.write_text(w.text(), encoding="utf-8")


def whole_xml():
    c = load("01-turkistan-textile")
    attached = [(2, "Ынтымақтастық туралы меморандумның көшірмесі"), (3, "Қатысушылардың ниет хаттары")]
    xml_dossier(c, INBOX / "01-turkistan-textile.xml", 22, local=conclusion(c), attachments=attached)


def missing_sections():
    c = load("04-atyrau-petrochem")
    xml_dossier(c, INBOX / "04-atyrau-petrochem.xml", 14, {"drop": ["5.4", "6", "8.2"]}, local=conclusion(c))


def empty_section():
    c = load("05-oskemen-machinery")
    faults = {"empty": ["4.3", "5.8"], "placeholder": {"5.9": "________"}}
    xml_dossier(c, INBOX / "05-oskemen-machinery.xml", 15, faults, local=conclusion(c))


def no_conclusion():
    c = load("06-karagandy-metal")
    xml_dossier(c, INBOX / "06-karagandy-metal.xml", 15)


def late():
    c = load("07-aqtobe-building")
    xml_dossier(c, INBOX / "07-aqtobe-building.xml", 15, local=conclusion(c))


def wrong_inventory():
    c = load("08-zhambyl-phosphate")
    items = [("inventory", 1, 1, "Құжаттар тізбесі"), ("application", 2, 2, "Конкурсқа қатысуға арналған өтінім (1-қосымша)"),
             ("concept", 3, 17, "Аумақтық кластерді дамыту жөніндегі тұжырымдама (2-қосымша)"),
             ("local_conclusion", 20, 21, "Жергілікті атқарушы органның қорытындысы (3-қосымша)"),
             ("road_map", 22, 26, "Аумақтық кластерді дамытудың жол картасы (жоба)")]
    xml_dossier(c, INBOX / "08-zhambyl-phosphate.xml", 15, inventory=[(None, 31, items)], local=conclusion(c))


def forms_with_faults():
    c = load("10-qyzylorda-rice")
    form = application(c)
    del form["signatory"]
    local = conclusion(c)
    del local["seal"]
    number, participant, _ = local["rows"][3]
    local["rows"][3] = (number, participant, "")
    xml_dossier(c, INBOX / "10-qyzylorda-rice.xml", 13, form=form, local=local)


def main():
    INBOX.mkdir(parents=True, exist_ok=True)
    whole_xml()
    missing_sections()
    empty_section()
    no_conclusion()
    late()
    wrong_inventory()
    forms_with_faults()


if __name__ == "__main__":
    main()

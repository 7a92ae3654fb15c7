#!/usr/bin/python3
"""Writes the sample inboxes anew from the content files beside it: samples/tools/build.py (from any folder).

The bytes depend on nothing but the content files and this program, except where LibreOffice is called (build.py says so)."""

import pathlib
import shutil
import zipfile

import cluster as clusters
import disguise
import dossierxml
import ooxml
import papers
import structure

HERE = pathlib.Path(__file__).resolve().parent
INBOX = HERE.parent / "kz-535-2015" / "competition-1" / "inbox"

ADDRESSEE = "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган"
APPLICATION_TITLE = "Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім"
STATEMENT = "Өтінімді тіркеуді өтінемін:"
CONCLUSION_TITLE = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы"
CONFIRMATION = "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды."
SIGNED = "қолы қойылған"
SEALED = "мөр басылған"

# Sheets of the concepts, as LibreOffice lays them out (`soffice --convert-to pdf`, pdfinfo): measured, then written here.
PAGES = {"02-almaty-it": 21, "03-kostanay-grain": 21, "09-mangystau-marine": 15, "11-almatyobl-fruit": 21}


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
            "registered": f.get("conclusion_registered"), "cluster_name": f["cluster"], "address": f["address"], "phone": f["phone"],
            "organ_name": f["organ"], "confirmation": CONFIRMATION, "seal": SEALED,
            "rows": [(f"{n}.", c.name, c.activity) for n, c in enumerate(cluster.companies, 1)],
            "signatory": {"position": f["organ_position"], "name": f["organ_head"], "signature": SIGNED}}


def volumes(sheets, conclusion_sheets=2, attachments=()):
    """One volume, contiguous: the inventory itself first. attachments: (sheets, title)."""
    items = [("inventory", 1, "Құжаттар тізбесі"), ("application", 1, "Конкурсқа қатысуға арналған өтінім (1-қосымша)"),
             ("concept", sheets, "Аумақтық кластерді дамыту жөніндегі тұжырымдама (2-қосымша)")]
    if conclusion_sheets:
        items.append(("local_conclusion", conclusion_sheets, "Жергілікті атқарушы органның қорытындысы (3-қосымша)"))
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
    dossierxml.inventory(w, inventory or volumes(sheets, 2 if local else 0, attachments))
    dossierxml.application(w, form or application(c))
    dossierxml.paper(w, concept_title(c), sheets, clusters.body(c, **(faults or {})))
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


def concept_title(c):
    return f"{c.facts['cluster_gen']} дамыту жөніндегі тұжырымдама"


def folder(name):
    """An empty folder of that name in the inbox."""
    path = INBOX / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def inventory_only(path, sheets, conclusion_sheets):
    """dossier.xml of a folder: the inventory, and nothing that stands in the other files."""
    w = dossierxml.Writer()
    w.open("dossier", xmlns=dossierxml.NAMESPACE, stage="1", **{"xml:lang": "kk"})
    dossierxml.inventory(w, volumes(sheets, conclusion_sheets))
    w.close("dossier")
    (path / "dossier.xml").write_text(w.text(), encoding="utf-8")


def whole_folder():
    """Word's headings by style with automatic numbers, header and footer, sheets downwards; the conclusion by LibreOffice."""
    c = load("02-almaty-it")
    path = folder("02-almaty-it")
    inventory_only(path, PAGES["02-almaty-it"], 2)
    papers.application(path / "application.docx", application(c))
    papers.concept(path / "concept.docx", concept_title(c), clusters.body(c), PAGES["02-almaty-it"], header=c.facts["cluster"])
    papers.conclusion_libreoffice(path / "local-conclusion.docx", conclusion(c))


def whole_zip():
    """Bold lines with typed numbers, a table of contents, tracked changes, sheets as the decree draws them; zipped with its folder."""
    c = load("03-kostanay-grain")
    path = folder("03-kostanay-grain")
    inventory_only(path, PAGES["03-kostanay-grain"], 1)
    papers.application_python_docx(path / "application.docx", application(c))
    sections = [item for item in structure.ORDER if "." not in item]
    contents = [(f"{structure.NUMBER[item]} {structure.TITLE[item]}", page) for item, page in zip(sections, (1, 3, 3, 5, 7, 10, 11, 18))]
    changes = {"5.6": tracked_words, "8.2": tracked_paragraph}
    papers.concept(path / "concept.docx", concept_title(c), clusters.body(c), PAGES["03-kostanay-grain"], look=True, spacing=300,
                   sheet=ooxml.sheet_across, contents=contents, changes=changes)
    papers.conclusion(path / "local-conclusion.docx", conclusion(c))
    names = ("dossier.xml", "application.docx", "concept.docx", "local-conclusion.docx")
    archive(INBOX / "03-kostanay-grain.zip", [(f"03-kostanay-grain/{name}", path / name) for name in names])
    shutil.rmtree(path)


def tracked_words(paper):
    paper.tracked("Инновациялық инфрақұрылымның негізгі нысандары ", "2014 жылы жабылып қалған", "2010 жылдан бері жұмыс істейтін",
                  " облыстық технопарк пен агроинновациялар орталығы болып табылады.")


def tracked_paragraph(paper):
    paper.tracked_paragraph("9. Бұл бөлім жұмыс тобының ішкі ескертпесі болатын, соңғы нұсқадан алып тасталды.")


def archive(path, entries):
    """entries: (name in the archive, file)."""
    with zipfile.ZipFile(path, "w") as made:
        for name, file in entries:
            info = zipfile.ZipInfo(name, ooxml.DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            made.writestr(info, file.read_bytes(), compresslevel=9)


def damaged_docx():
    """A good folder whose concept.docx breaks off in the middle."""
    c = load("09-mangystau-marine")
    path = folder("09-mangystau-marine")
    inventory_only(path, PAGES["09-mangystau-marine"], 1)
    papers.application(path / "application.docx", application(c))
    papers.concept(path / "concept.docx", concept_title(c), clusters.body(c), PAGES["09-mangystau-marine"])
    data = (path / "concept.docx").read_bytes()
    (path / "concept.docx").write_bytes(data[:len(data) * 3 // 5])
    papers.conclusion(path / "local-conclusion.docx", conclusion(c))


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
    first = [("inventory", 1, 1, "Құжаттар тізбесі"), ("application", 2, 2, "Конкурсқа қатысуға арналған өтінім (1-қосымша)"),
             ("concept", 3, 17, "Аумақтық кластерді дамыту жөніндегі тұжырымдама (2-қосымша)")]
    second = [("local_conclusion", 2, 3, "Жергілікті атқарушы органның қорытындысы (3-қосымша)"),
              ("road_map", 4, 8, "Аумақтық кластерді дамытудың жол картасы (жоба)")]
    inventory = [(1, 16, first), (None, 8, second)]
    xml_dossier(c, INBOX / "08-zhambyl-phosphate.xml", 15, inventory=inventory, local=conclusion(c))


def disguised_headings():
    """Everything there, but the headings typed in odd ways, and the files named in Kazakh; concept by python-docx."""
    c = load("11-almatyobl-fruit")
    path = folder("11-almatyobl-fruit")
    inventory_only(path, PAGES["11-almatyobl-fruit"], 2)
    papers.application(path / "Өтінім.docx", application(c))
    papers.concept_python_docx(path / "Тұжырымдама.docx", concept_title(c), clusters.body(c), disguise.heading)
    papers.conclusion_libreoffice(path / "Қорытынды.docx", conclusion(c))


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
    whole_folder()
    whole_zip()
    missing_sections()
    empty_section()
    no_conclusion()
    late()
    wrong_inventory()
    damaged_docx()
    forms_with_faults()
    disguised_headings()


if __name__ == "__main__":
    main()

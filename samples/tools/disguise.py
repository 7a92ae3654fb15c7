"""Headings as people really type them: letter-spaced, with Latin look-alikes, in capitals, renumbered. The words stay the same."""

import structure

LATIN = str.maketrans("асеорхіүһәАСЕОРХІМТНВК", "aceopxiүhəACEOPXIMTHBK")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def spaced(text):
    """Each letter apart, the words further apart."""
    return "   ".join(" ".join(word) for word in text.split())


def heading(level, number, text):
    """The line for a prescribed heading. Which disguise it gets depends on where it stands in the structure."""
    item = next(i for i in structure.ORDER if structure.TITLE[i] == text and structure.level(i) == level)
    place = structure.ORDER.index(item)
    section = int(item.split(".")[0])
    if level == 1:
        return f"{ROMAN[section - 1]}. {spaced(text) if section % 3 == 0 else text.upper()}"
    if level == 2:
        disguised = (text.translate(LATIN), text, spaced(text) if len(text) < 60 else text.translate(LATIN))[place % 3]
        return f"{item}. {disguised}"
    return text.translate(LATIN) if place % 2 else f"• {text}"

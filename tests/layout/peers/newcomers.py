"""What FOP's own way with documents showed to be done otherwise: one case for each mechanism."""
import base64
import struct
import zlib

from cases import EXPLAINED, case
from others import BLIND, S, pages, tc


def of(name, *sequences, **page):
    case("nc-" + name, pages(*sequences, **{"size": "200pt 200pt", **page}))


def png(width, height, metre):
    """A grey PNG of that many pixels, so many of them a metre across and down."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"pHYs", struct.pack(">IIB", *metre, 1))
            + chunk(b"IDAT", zlib.compress((b"\0" + b"\xa0" * width) * height, 9)) + chunk(b"IEND", b""))
    return "data:image/png;base64," + base64.b64encode(data).decode()


# --- what FOP reads where no more is stated ----------------------------------------------------------------------------------
of("no-units", f"<b font-size='14' space-after='10' start-indent='20'>{BLIND}</b><t table-layout='fixed' width='150'>{tc('50', '100')}<tb><tr height='30'><td padding='4' border='1 solid black'><b>a</b></td><td><b>b</b></td></tr></tb></t><b line-height='20'>x</b>", size="200 300")
of("image-resolution", "".join(f"<b><fo:external-graphic src='{png(60, 30, m)}'/>x</b>" for m in ((11811, 11811), (3780, 3780), (11811, 5906))))
of("absent-family", f"<b font-family='Papyrus, Gladiator'>{BLIND}</b><b font-family='Papyrus, serif'>{BLIND}</b>")
of("loose-text", f"<b>a</b>loose<b>b</b><t table-layout='fixed' width='100%'>x<tb>y<tr>z<td {S}>w<b>cell</b></td></tr></tb></t>")

EXPLAINED.update({
    "nc-absent-family": "what is in no known family FOP sets in the one called \"any\", which this folder's configuration makes serif",
})

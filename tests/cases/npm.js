// Writes blocks as the npm package "docx" does. node npm.js blocks.json paper.docx
const fs = require("fs");
const d = require("docx");
const blocks = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const levels = [d.HeadingLevel.TITLE, d.HeadingLevel.HEADING_1, d.HeadingLevel.HEADING_2, d.HeadingLevel.HEADING_3];
const children = blocks.map(([kind, ...rest]) => {
  if (kind === "h") {
    const [, level, number, text, options] = rest;
    return new d.Paragraph({ heading: levels[level], children: [new d.TextRun(`${number} ${options.text || text}`.trim())] });
  }
  if (kind === "p") return new d.Paragraph({ children: [new d.TextRun({ text: rest[0], bold: rest[1].bold })] });
  const rows = rest[0].map((cells) => new d.TableRow({
    children: cells.filter((c) => c !== null).map(([text, columnSpan, rowSpan]) =>
      new d.TableCell({ columnSpan, rowSpan, children: [new d.Paragraph(text)] })) }));
  return new d.Table({ rows, width: { size: 100, type: d.WidthType.PERCENTAGE } });
});
const paper = new d.Document({ styles: { default: { document: { run: { font: "Times New Roman", size: 28 } } } }, sections: [{ children }] });
d.Packer.toBuffer(paper).then((bytes) => fs.writeFileSync(process.argv[3], bytes));

// Text to DOCX with npm's docx, the same plain script: node plain_docx.mjs OUT FILE...
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
} from "docx";

const HEADING_1 = /^[一二三四五六七八九十]+、/;
const HEADING_2 = /^（[一二三四五六七八九十]+）/;

function paragraph(text, font, halfPoints, centred = false) {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : undefined,
    indent: centred ? undefined : { firstLine: 640 },
    spacing: { line: 560, lineRule: LineRuleType.EXACT, after: 0 },
    children: [
      new TextRun({
        text,
        font: { ascii: font, eastAsia: font, hAnsi: font },
        size: halfPoints,
      }),
    ],
  });
}

function convert(text) {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const children = lines.map((line, index) => {
    if (index === 0) return paragraph(line, "方正小标宋简体", 44, true);
    if (HEADING_1.test(line)) return paragraph(line, "黑体", 32);
    if (HEADING_2.test(line)) return paragraph(line, "楷体_GB2312", 32);
    return paragraph(line, "仿宋_GB2312", 32);
  });
  const mm = convertMillimetersToTwip;
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
  };
  return new Document({ sections: [{ properties: { page }, children }] });
}

const [out, ...files] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const file of files) {
  const document = convert(readFileSync(file, "utf8"));
  writeFileSync(join(out, basename(file, ".txt") + ".docx"), await Packer.toBuffer(document));
}

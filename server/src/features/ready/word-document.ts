import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';

import { clausesTable, plainTable } from './word-tables.ts';
import type { Block, Template } from './template.ts';
import { counted, type Marks, runs } from './word-text.ts';

const MARGIN = convertMillimetersToTwip(25);
/** In half points: Arial 12, as official letters are written. */
const SIZE = 24;
const FONT = 'Arial';

const FORMATS = {
  numbers: { format: LevelFormat.DECIMAL, text: '%1.' },
  letters: { format: LevelFormat.LOWER_LETTER, text: '%1.' },
  points: { format: LevelFormat.BULLET, text: '•' },
} as const satisfies Record<Marks, { format: string; text: string }>;

/** A template as the bytes of a DOCX: A4, numbered by Word itself, so that items can be added and taken out. */
export async function wordDocument({ title, remark, blocks }: Template): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Patuh',
    lastModifiedBy: 'Patuh',
    description: remark,
    styles: {
      default: { document: { run: { font: FONT, size: SIZE, language: { value: 'id-ID' } } } },
    },
    numbering: {
      config: Object.entries(FORMATS).map(([reference, { format, text }]) => ({
        reference,
        levels: [{ level: 0, format, text, style: { paragraph: { indent: { left: 425, hanging: 425 } } } }],
      })),
    },
    sections: [
      {
        properties: {
          page: { margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        children: [framed(remark), ...blocks.flatMap(blockOf)],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

/** The remark that is not part of the document. */
function framed(text: string): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, space: 6, color: '8A5A00' };
  return new Paragraph({
    border: { top: line, right: line, bottom: line, left: line },
    spacing: { after: 360 },
    children: [new TextRun({ text, size: 20, italics: true })],
  });
}

function blockOf(block: Block, index: number): readonly (Paragraph | Table)[] {
  switch (block.block) {
    case 'heading':
      return [...block.lines.map((line) => heading(line)), new Paragraph('')];
    case 'paragraph':
      return [new Paragraph({ alignment: AlignmentType.BOTH, spacing: { after: 160 }, children: runs(block.text) })];
    case 'list':
      return [...counted(block.items, block.marks, index), new Paragraph('')];
    case 'clauses':
      return [clausesTable(block.clauses, index), new Paragraph('')];
    case 'signature':
      return block.lines.map((line) => new Paragraph({ indent: { left: 4536 }, keepNext: true, children: runs(line) }));
    case 'table':
      return [plainTable(block.head, block.rows), new Paragraph('')];
    case 'new-page':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function heading(line: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: runs(line, { bold: true }) });
}

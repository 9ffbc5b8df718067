import { SIGNATURE_HEIGHT, SIGNATURE_WIDTH } from '@patuh/shared/domain/visit';
import type { VisitReport } from '@patuh/shared/sync/visit-report';
import { jsPDF as Paper } from 'jspdf';

import { visitText } from '../../text/id/visit.ts';
import { formatMoment } from '../../ui/moment.ts';
import { reportLines } from './report-lines.ts';

/** A4 in millimetres. */
const PAGE = { width: 210, height: 297, margin: 20 } as const;
const LABEL_WIDTH = 50;
const LINE = 5.5;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** The record as a PDF, made on this device: no network, no server. */
export function visitPdf(report: VisitReport): Blob {
  const doc = new Paper({ unit: 'mm', format: 'a4' });
  const { paper } = visitText;
  doc.setProperties({ title: `${visitText.title}: ${report.unit.name}` });
  doc.setLanguage('id');
  const write = writerOf(doc);
  write.centred(paper.office, 11, 'normal');
  write.centred(paper.title, 14, 'bold');
  write.gap(LINE);
  for (const { label, values } of reportLines(report)) write.entry(label, values);
  write.gap(LINE);
  signature(doc, write, report);
  write.gap(LINE);
  write.entry(paper.fingerprint, [report.fingerprint]);
  if (report.files.length > 0) write.entry(paper.files, report.files);
  write.gap(LINE / 2);
  write.entry('', [paper.copies]);
  numberPages(doc);
  return doc.output('blob');
}

interface Writer {
  centred(text: string, size: number, style: 'normal' | 'bold'): void;
  entry(label: string, values: readonly string[]): void;
  gap(height: number): void;
  /** Room of that height on one page; answers its upper edge. */
  block(height: number): number;
}

function writerOf(doc: Paper): Writer {
  let y = PAGE.margin;
  const block = (height: number): number => {
    if (y + height > PAGE.height - PAGE.margin) {
      doc.addPage();
      y = PAGE.margin;
    }
    const top = y;
    y += height;
    return top;
  };
  return {
    block,
    gap: (height) => {
      y += height;
    },
    centred: (text, size, style) => {
      doc.setFont('helvetica', style).setFontSize(size);
      doc.text(text, PAGE.width / 2, block(LINE * 1.4) + LINE, { align: 'center' });
    },
    entry: (label, values) => {
      doc.setFontSize(10);
      const lines = values.flatMap((value) => wrapped(doc, value));
      lines.forEach((line, index) => {
        const base = block(LINE) + LINE * 0.75;
        doc.setFont('helvetica', 'bold');
        if (index === 0) doc.text(label, PAGE.margin, base);
        doc.setFont('helvetica', 'normal').text(line, PAGE.margin + LABEL_WIDTH, base);
      });
      y += 1;
    },
  };
}

function wrapped(doc: Paper, text: string): readonly string[] {
  const lines: unknown = doc.setFont('helvetica', 'normal').splitTextToSize(text, TEXT_WIDTH - LABEL_WIDTH);
  return Array.isArray(lines) ? lines.map(String) : [text];
}

/** The strokes as they were drawn, a third of their size on paper. */
function signature(doc: Paper, write: Writer, { visit }: VisitReport): void {
  const { paper } = visitText;
  if (visit.signature === null) {
    write.entry(paper.signature, [
      visit.unsignedReason === null ? paper.unsigned : `${paper.noSignature}: ${visit.unsignedReason}`,
    ]);
    return;
  }
  const width = 60;
  const scale = width / SIGNATURE_WIDTH;
  const top = write.block(SIGNATURE_HEIGHT * scale + 4);
  const left = PAGE.margin + LABEL_WIDTH;
  doc
    .setFont('helvetica', 'bold')
    .setFontSize(10)
    .text(paper.signature, PAGE.margin, top + LINE);
  doc.setLineWidth(0.4).setLineCap('round');
  for (const stroke of visit.signature.strokes) drawStroke(doc, stroke, { left, top, scale });
  doc
    .setLineWidth(0.1)
    .line(left, top + SIGNATURE_HEIGHT * scale + 2, left + width, top + SIGNATURE_HEIGHT * scale + 2);
  write.entry('', [`${visit.signature.post}, ${formatMoment(visit.signature.at)}`]);
}

function drawStroke(
  doc: Paper,
  stroke: readonly number[],
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): void {
  for (let at = 0; at + 3 < stroke.length; at += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = stroke.slice(at, at + 4);
    doc.line(left + x * scale, top + y * scale, left + nextX * scale, top + nextY * scale);
  }
}

function numberPages(doc: Paper): void {
  const count = doc.getNumberOfPages();
  doc.setFont('helvetica', 'normal').setFontSize(8);
  for (let page = 1; page <= count; page += 1) {
    doc.setPage(page);
    doc.text(visitText.paper.page(page, count), PAGE.width / 2, PAGE.height - 10, { align: 'center' });
  }
}

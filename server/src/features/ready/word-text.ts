import { AlignmentType, Paragraph, TextRun } from 'docx';

/** How items are counted: the name of a numbering of the document. */
export type Marks = 'numbers' | 'letters' | 'points';

/** Text with its blanks: what stands in square brackets is shaded, so that none is overlooked. */
export function runs(text: string, style: { readonly bold?: boolean } = {}): readonly TextRun[] {
  return text
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => new TextRun({ ...style, text: part, ...(part.startsWith('[') ? { highlight: 'yellow' } : {}) }));
}

/** Items counted from the start; `list` tells one list of a document from the next. */
export function counted(items: readonly string[], marks: Marks, list: number): readonly Paragraph[] {
  return items.map(
    (item) =>
      new Paragraph({
        alignment: AlignmentType.BOTH,
        spacing: { after: 80 },
        numbering: { reference: marks, level: 0, instance: list },
        children: runs(item),
      }),
  );
}

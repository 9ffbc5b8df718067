/** The words of a PDF whose pages are not packed, in the order in which they were written; for looking, not for reading. */
export function pdfText(bytes: Buffer): string {
  const shown = [...bytes.toString('latin1').matchAll(/\(((?:\\[\s\S]|[^\\()])*)\) Tj/g)];
  return shown.map(([, text = '']) => text.replaceAll(/\\([\\()])/g, '$1')).join('\n');
}

/** Whether every word that was typed stands somewhere in the texts, in any order and however accented. */
export function matches(wanted: string, texts: readonly string[]): boolean {
  const held = plain(texts.join(' '));
  return plain(wanted)
    .split(/\s+/)
    .every((word) => held.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

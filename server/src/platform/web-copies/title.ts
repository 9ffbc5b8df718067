const LONGEST = 300;
/** The head of a page is at its beginning. */
const LOOKED_AT = 256 * 1024;

/** Marks of direction would also turn round what stands beside the title. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The title of an HTML page in its own letters; null where it has none. */
export function titleOf(bytes: Buffer, contentType: string): string | null {
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return null;
  const head = bytes.subarray(0, LOOKED_AT);
  const html = textOf(head, contentType);
  const lower = html.toLowerCase();
  const tag = lower.indexOf('<title');
  const start = tag === -1 ? -1 : lower.indexOf('>', tag);
  const end = start === -1 ? -1 : lower.indexOf('</title', start);
  if (end === -1) return null;
  const title = html
    .slice(start + 1, end)
    .replaceAll(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
      (whole, ten?: string, hex?: string, name?: string) =>
        name === undefined
          ? letterOf(ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten))
          : (ENTITIES[name] ?? whole),
    )
    .replaceAll(TURNING, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  // A cut may leave half a character behind.
  return title === '' ? null : title.slice(0, LONGEST).toWellFormed();
}

function letterOf(code: number): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
}

/** By the encoding that the server or the page names; UTF-8 where neither does, or nobody knows it. */
function textOf(head: Buffer, contentType: string): string {
  const named = /charset=["']?([\w-]{1,40})/i;
  const charset = (named.exec(contentType) ?? named.exec(head.toString('latin1', 0, 2048)))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(head);
  } catch {
    return head.toString('utf8');
  }
}

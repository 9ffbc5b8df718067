/** From so many characters on a body is worth compressing. */
const LONG = 2_048;

/** The body of a request, and how it is encoded: long ones travel as gzip, where the browser can. */
export async function requestBody(
  body: unknown,
): Promise<{ readonly bytes: BodyInit; readonly headers: Readonly<Record<string, string>> }> {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  if (text.length < LONG || typeof CompressionStream === 'undefined') return { bytes: text, headers };
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { bytes: await new Response(packed).blob(), headers: { ...headers, 'content-encoding': 'gzip' } };
}

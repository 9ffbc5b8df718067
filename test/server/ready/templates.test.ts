import { brotliDecompressSync } from 'node:zlib';

import { READY_TEMPLATES, readyTemplateAddress } from '@patuh/shared/contracts/ready';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site } from '../../support/site.ts';
import { wordParts, wordText } from '../../support/word.ts';

const [CHARTER, APPOINTMENT] = READY_TEMPLATES.map(readyTemplateAddress) as [string, string];

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());

async function textOf(url: string): Promise<string> {
  return wordText((await site.app.inject(url)).rawPayload);
}

describe('a document to fill in', () => {
  it.each([CHARTER, APPOINTMENT])('%s is saved under its own name as a Word document', async (url) => {
    const { statusCode, headers } = await site.app.inject(url);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${url.split('/').at(-1)}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'public, no-cache',
    });
  });

  it.each([CHARTER, APPOINTMENT])('%s has the parts without which Word refuses it', async (url) => {
    const parts = wordParts((await site.app.inject(url)).rawPayload);
    expect(Object.keys(parts)[0]).toMatch(/^\[Content_Types\]\.xml$|^word\//);
    expect(parts['[Content_Types].xml']).toContain('wordprocessingml.document.main+xml');
    expect(parts['_rels/.rels']).toContain('word/document.xml');
    expect(parts['word/numbering.xml']).toContain('w:abstractNum ');
    for (const part of Object.values(parts)) expect(part).toMatch(/^<\?xml/);
  });

  it.each([CHARTER, APPOINTMENT])('%s fits A4 and shades every blank', async (url) => {
    const parts = wordParts((await site.app.inject(url)).rawPayload);
    const body = parts['word/document.xml'] ?? '';
    expect(/<w:pgSz [^>]*>/.exec(body)?.[0]).toContain('w:w="11906" w:h="16838"');
    const shaded = [...body.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:highlight w:val="yellow"\/>(?:(?!<\/w:r>).)*<\/w:r>/g)];
    // All but the one in the frame, which tells what a blank is.
    expect(shaded.length).toBe([...body.matchAll(/\[[^\]]+\]/g)].length - 1);
    expect(shaded.length).toBeGreaterThan(10);
  });

  it.each([CHARTER, APPOINTMENT])('%s says first that it is an example and no legal advice', async (url) => {
    const [first] = (await textOf(url)).split('\n');
    expect(first).toMatch(/^CONTOH\..*bukan nasihat hukum dan bukan dokumen resmi Ombudsman/);
  });

  it('promises in the charter what article 22 and its regulation ask for', async () => {
    const text = await textOf(CHARTER);
    expect(text).toMatch(/MAKLUMAT PELAYANAN\n/);
    expect(text).toContain('Pasal 22 Undang-Undang Nomor 25 Tahun 2009');
    expect(text).toMatch(/sanggup .* standar pelayanan .*\n.*perbaikan secara terus-menerus.*\n.*menerima sanksi/);
    expect(text).toContain('[Nama lengkap]');
  });

  it('names in the decision the limits in working days that SP4N-LAPOR! sets', async () => {
    const text = await textOf(APPOINTMENT);
    expect(text).toMatch(/Menimbang\n:\n.*\n.*\n.*\nMengingat\n:\n/);
    expect(text).toContain('Peraturan Presiden Nomor 76 Tahun 2013');
    for (const limit of ['3 (tiga)', '5 (lima)', '14 (empat belas)', '60 (enam puluh)']) {
      expect(text).toContain(`${limit} hari kerja`);
    }
    expect(text).toMatch(/LAMPIRAN\n[^]*Penanggung jawab/);
  });

  it('counts anew in each list, by numbers that Word keeps', async () => {
    const { 'word/document.xml': body = '' } = wordParts((await site.app.inject(APPOINTMENT)).rawPayload);
    const lists = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, list]) => list);
    const runs = lists.filter((list, index) => list !== lists[index - 1]);
    expect(runs).toHaveLength(4);
    expect(new Set(runs).size).toBe(4);
  });

  it('is the same to the byte for everybody until the server ends, and not sent twice to whoever has it', async () => {
    const plain = await site.app.inject(CHARTER);
    const packed = await site.app.inject({ url: CHARTER, headers: { 'accept-encoding': 'br' } });
    expect(brotliDecompressSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    const again = await site.app.inject({ url: CHARTER, headers: { 'if-none-match': String(plain.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  it('is not at an address that nobody made', async () => {
    const reply = await site.app.inject({ url: '/siap-dikunjungi/contoh/lain.docx', headers: { accept: 'text/html' } });
    expect(reply.statusCode).toBe(404);
    expect(reply.body).toContain('href="/siap-dikunjungi/2025"');
  });
});

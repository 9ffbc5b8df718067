import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { inspectFile } from '@patuh/server/platform/evidence/inspect-file';
import { SAME_LOOK, lookDistance } from '@patuh/shared/domain/look';

import { filesOnDisk, photo, withSection } from '../../support/evidence-files.ts';

const onDisk = filesOnDisk();
const inspect = async (bytes: Buffer | string) => await inspectFile(await onDisk(bytes), 'image/jpeg');

/** What a photo looks like to the server. */
async function lookOf(bytes: Buffer): Promise<string> {
  const found = await inspect(bytes);
  if ('fault' in found || found.look === null) throw new Error(JSON.stringify(found));
  return found.look;
}

async function turned(orientation: number): Promise<Buffer> {
  return await sharp(await photo(1, { width: 400, height: 300 }))
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

describe('a photo that came in', () => {
  it('is taken with its size and how it looks', async () => {
    expect(await inspect(await photo())).toEqual({
      width: 640,
      height: 480,
      look: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('has the size it is shown with, whichever way the phone was held', async () => {
    expect(await inspect(await turned(6))).toMatchObject({ width: 300, height: 400 });
  });

  it('is taken progressive, with a colour profile and with what the camera wrote into it', async () => {
    const bytes = await sharp(await photo())
      .withExif({ IFD0: { Model: 'Telepon lapangan' } })
      .withIccProfile('srgb')
      .jpeg({ progressive: true })
      .toBuffer();
    expect(await inspect(bytes)).toMatchObject({ width: 640 });
  });

  it('looks the same when it is smaller or compressed anew, and different when it shows something else', async () => {
    const original = await photo(1, { width: 1600, height: 1200 });
    const again = await sharp(original).resize(640).jpeg({ quality: 45 }).toBuffer();
    expect(lookDistance(await lookOf(original), await lookOf(again))).toBeLessThanOrEqual(SAME_LOOK);
    expect(lookDistance(await lookOf(original), await lookOf(await photo(2)))).toBeGreaterThan(SAME_LOOK);
  });
});

describe('a file that is called a photo', () => {
  it('is refused with nothing in it', async () => {
    expect(await inspect('')).toEqual({ fault: 'empty' });
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a document', '%PDF-1.7\n%%EOF'],
    ['half a beginning', Buffer.from([0xff, 0xd8])],
  ])('is refused where it is %s', async (_what, bytes) => {
    expect(await inspect(bytes)).toEqual({ fault: 'other-type' });
  });

  it('is refused as a PNG of 30,000 × 30,000 without decoding it', async () => {
    const head = Buffer.from('89504e470d0a1a0a0000000d4948445200007530000075300802000000', 'hex');
    expect(await inspect(head)).toEqual({ fault: 'other-type' });
  });

  it('is refused with more pixels than anybody’s photo has, before a pixel is decoded', async () => {
    const bytes = Buffer.from(await photo());
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(30_000, frame + 5);
    bytes.writeUInt16BE(30_000, frame + 7);
    expect(await inspect(bytes)).toEqual({ fault: 'too-many-pixels' });
  });

  it.each([0.2, 0.5, 0.9, 0.999])('is refused when only %d of it arrived', async (part) => {
    const bytes = await photo();
    expect(await inspect(bytes.subarray(0, Math.floor(bytes.length * part)))).toEqual({ fault: 'unreadable' });
  });

  it('is refused when the end was put behind half a picture', async () => {
    const bytes = await photo();
    const half = Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0xff, 0xd9])]);
    expect(await inspect(half)).toEqual({ fault: 'unreadable' });
  });

  it('is refused when its picture was tampered with', async () => {
    const bytes = Buffer.from(await photo());
    const tables = bytes.indexOf(Buffer.from([0xff, 0xc4]));
    bytes.fill(0xaa, tables + 5, tables + 21);
    expect(await inspect(bytes)).toEqual({ fault: 'unreadable' });
  });

  it.each([
    ['an archive', Buffer.from('PK\u0003\u0004rest of an archive')],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['one byte', Buffer.from([0])],
  ])('is refused with %s behind the picture', async (_what, behind) => {
    expect(await inspect(Buffer.concat([await photo(), behind]))).toEqual({ fault: 'more-than-a-picture' });
  });

  it.each([
    ['a page in a comment', 0xfe, '*/--><script>alert(1)</script>'],
    ['a document in a comment', 0xfe, '%PDF-1.7 1 0 obj'],
    ['an archive in the data of the camera', 0xe1, 'Exif\0\0PK\u0003\u0004'],
    ['a section of nobody we know', 0xe5, 'anything at all'],
    ['a program in front of the picture', 0xe0, '*/=alert(1)/*'],
  ])('is refused with %s', async (_what, marker, body) => {
    expect(await inspect(withSection(await photo(), marker, body))).toEqual({ fault: 'more-than-a-picture' });
  });

  it('is taken with a harmless comment', async () => {
    expect(await inspect(withSection(await photo(), 0xfe, 'Loket 2'))).toMatchObject({ width: 640 });
  });

  it('never throws, whatever byte of it is changed', async () => {
    const good = await photo(3, { width: 64, height: 48 });
    for (let at = 0; at < good.length; at += Math.ceil(good.length / 150)) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const found = await inspect(bytes);
      expect('fault' in found ? found.fault : found.look).toBeTruthy();
    }
  });
});

import { deflateSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { inspectFile } from '@patuh/server/platform/evidence/inspect-file';

import { filesOnDisk, packedObject, pdf, photo } from '../../support/evidence-files.ts';

const onDisk = filesOnDisk();
const inspect = async (bytes: Buffer | string) => await inspectFile(await onDisk(bytes), 'application/pdf');
const TAKEN = { width: null, height: null, look: null };

describe('a document that came in', () => {
  it('is taken as it is', async () => {
    expect(await inspect(pdf())).toEqual(TAKEN);
  });

  it.each([
    ['packed objects', packedObject('5 0 << /Type /Font >>')],
    ['a picture', packedObject(Buffer.alloc(4_000_000, 7), '/Type /XObject /Subtype /Image')],
    ['a signature of BSrE', '7 0 obj\n<< /AcroForm << /SigFlags 3 >> /Type /Sig >>\nendobj'],
    ['a page to begin with, as LibreOffice writes', '7 0 obj\n<< /OpenAction[1 0 R /XYZ null null 0] >>\nendobj'],
    ['links', '7 0 obj\n<< /Type /Annot /A << /S /URI /URI (https://ntt.go.id) >> >>\nendobj'],
    ['packed bytes that were damaged', '7 0 obj\n<< >>\nstream\nx\u009cnot packed at all\nendstream\nendobj'],
  ])('is taken with %s', async (_what, object) => {
    expect(await inspect(pdf(object))).toEqual(TAKEN);
  });
});

describe('a document that does something when it is opened', () => {
  it.each([
    ['runs a script', '<< /S /JavaScript /JS (app.alert(1)) >>'],
    ['runs a script under an escaped name', '<< /S /J#61vaScript /JS (app.alert(1)) >>'],
    ['runs a script under a name that is all escapes', '<< /S /#4a#61#76#61#53#63#72#69#70#74 >>'],
    ['runs a script under a name with a zero behind it', '<< /S /JavaScript#00x >>'],
    ['does something first', '<< /OpenAction 8 0 R >>'],
    ['starts a program', '<< /S /Launch /F (cmd.exe) >>'],
    ['carries another file', '<< /Type /EmbeddedFile >>'],
    ['is a form of another kind', '<< /AcroForm << /XFA 8 0 R >> >>'],
    ['plays something', '<< /Subtype /RichMedia >>'],
    ['sends what is filled in', '<< /S /SubmitForm >>'],
    ['opens another document', '<< /S /GoToR /F (\\\\\\\\10.0.0.1\\\\x) /D [0 /Fit] >>'],
  ])('is refused: %s', async (_what, dictionary) => {
    expect(await inspect(pdf(`7 0 obj\n${dictionary}\nendobj`))).toEqual({ fault: 'active-content' });
    expect(await inspect(pdf(packedObject(`5 0 ${dictionary}`)))).toEqual({ fault: 'active-content' });
  });

  it('is refused where the object lies inside the bytes of another', async () => {
    const inside = '7 0 obj\n<< >>\nstream\n8 0 obj << /S /JavaScript >> endobj\nendstream\nendobj';
    expect(await inspect(pdf(inside))).toEqual({ fault: 'active-content' });
  });

  it('is refused where the packed part says it is a picture', async () => {
    const object = packedObject('5 0 << /S /JavaScript >>', '/Type /XObject /Subtype /Image');
    expect(await inspect(pdf(object))).toEqual({ fault: 'active-content' });
  });

  it.each([
    ['a space behind the word', 'stream \r\n'],
    ['a tabulator behind the word', 'stream\t\n'],
    ['nothing behind the word', 'stream'],
  ])('is refused where its packed part begins as readers forgive: %s', async (_what, begin) => {
    const packed = deflateSync('5 0 << /S /JavaScript >>');
    const head = Buffer.from(`9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\n${begin}`);
    const object = Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj')]);
    expect(await inspect(pdf(object))).toEqual({ fault: 'active-content' });
  });

  it.each([
    ['packed twice', '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]'],
    ['packed twice, by short names', '/Type /ObjStm /N 1 /First 4 /Filter [/Fl /LZW]'],
    ['packed as another object says', '/Type /ObjStm /N 1 /First 4 /Filter 8 0 R'],
    ['unpacked by a rule that stands elsewhere', '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms 8 0 R'],
    ['packed twice, not said to be objects', '/N 1 /First 4 /Filter [/Fl /Fl]'],
  ])('is refused with objects that are %s', async (_what, dictionary) => {
    const packed = deflateSync(deflateSync('5 0 << /S /JavaScript >>'));
    const head = Buffer.from(`9 0 obj\n<< ${dictionary} >>\nstream\n`);
    const object = Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj')]);
    expect(await inspect(pdf(object))).toEqual({ fault: 'unreadable' });
  });

  it.each([
    ['packed in a way that hides them', '/Type /ObjStm /Filter [/ASCIIHexDecode]'],
    ['packed in a way that hides them, escaped', '/Type /Obj#53tm /Filter [/ASCIIHex#44ecode]'],
    ['damaged', '/Type /ObjStm /Filter /FlateDecode'],
  ])('is refused with objects %s', async (_what, dictionary) => {
    const object = `9 0 obj\n<< ${dictionary} >>\nstream\n3c3c\nendstream\nendobj`;
    expect(await inspect(pdf(object))).toEqual({ fault: 'unreadable' });
  });
});

describe('a file that is called a document', () => {
  it('is refused with a password', async () => {
    const locked = pdf().toString('latin1').replace('/Root', '/Encrypt 8 0 R /Root');
    expect(await inspect(Buffer.from(locked, 'latin1'))).toEqual({ fault: 'locked' });
  });

  it('is refused where it is a photo, a page, or a document behind something else', async () => {
    const others = [await photo(), '<html>', `<html>${pdf().toString('latin1')}`];
    for (const other of others) expect(await inspect(other)).toEqual({ fault: 'other-type' });
  });

  it('is refused with nothing in it', async () => {
    expect(await inspect('')).toEqual({ fault: 'empty' });
  });

  it('is refused when only half of it arrived', async () => {
    const whole = pdf();
    expect(await inspect(whole.subarray(0, whole.length / 2))).toEqual({ fault: 'unreadable' });
  });

  it('is refused with an archive behind it', async () => {
    expect(await inspect(Buffer.concat([pdf(), Buffer.from('PK\u0003\u0004')]))).toEqual({
      fault: 'more-than-a-picture',
    });
  });

  it('is refused when it unpacks to hundreds of megabytes', async () => {
    expect(await inspect(pdf(packedObject(Buffer.alloc(100_000_000))))).toEqual({ fault: 'swells' });
    const many = Array.from({ length: 5 }, () => packedObject(Buffer.alloc(60_000_000)));
    expect(await inspect(pdf(...many))).toEqual({ fault: 'swells' });
  });

  it('is refused with parts without number', async () => {
    expect(await inspect(pdf('stream\n'.repeat(30_000)))).toEqual({ fault: 'swells' });
  });
});

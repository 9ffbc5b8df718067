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
    ['does something first that nobody can find', '<< /OpenAction 8 0 R >>'],
    ['goes to a place first, and then runs a script', '<< /OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 8 0 R >> >>'],
    ['opens an address first', '<< /OpenAction << /S /URI /URI (https://ntt.go.id) >> >>'],
    ['goes to a place under an escaped name', '<< /OpenAction << /S /#47oTo /D [3 0 R /Fit] >> >>'],
    ['ends an action in an escaped name', '<< /OpenAction << /S /GoTo /D /x#3e#3e /S /Named /N /Print >> >>'],
    ['ends an action in a comment', '<< /OpenAction << /S /GoTo /D [3 0 R %] >>\n] /Next 8 0 R >> >>'],
    ['calls no-break space a space', '<< /OpenAction << /S\u00a0/GoTo /D [3 0 R /Fit] >> >>'],
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

const CATALOG = '7 0 obj\n<< /Type /Catalog /OpenAction 5 0 R >>\nendobj';
const GO_TO = '<< /S /GoTo /D [3 0 R /Fit ] >>';
const PRINT = '<< /S /Named /N /Print >>';

describe('a document that is opened at a place, as LaTeX writes it', () => {
  const open = (action: string): string => `5 0 obj\n${action}\nendobj`;

  it.each([
    ['by an action', [CATALOG, open(GO_TO)]],
    ['by an action without breaks', [CATALOG, `5 0 obj${GO_TO}endobj`]],
    ['by a name in brackets', [CATALOG, open('<</Type/Action/S/GoTo/D(Doc-Start)>>')]],
    ['by an action within the catalog', ['7 0 obj\n<< /OpenAction << /D /Doc-Start /S /GoTo >> >>\nendobj']],
    ['by a place', [CATALOG, open('[3 0 R /XYZ 0 792 null]')]],
    ['by a packed action', [CATALOG, packedObject(`5 0 ${GO_TO}`)]],
    [
      'by a packed action of a packed catalog',
      [packedObject(`7 0 5 29 << /OpenAction 5 0 R >>        ${GO_TO}`, '/First 9')],
    ],
    ['twice, as a program does that only adds', [CATALOG, open(GO_TO), CATALOG, open('[3 0 R /Fit]')]],
  ])('is taken: %s', async (_how, objects) => {
    expect(await inspect(pdf(...objects))).toEqual(TAKEN);
  });

  it.each([
    ['another action', [CATALOG, open(PRINT)]],
    ['a packed other action', [CATALOG, packedObject(`5 0 ${PRINT}`)]],
    ['a place in one half and another action in the other', [CATALOG, open(GO_TO), open(PRINT)]],
    ['a place in the open and another action where it is packed', [CATALOG, open(GO_TO), packedObject(`5 0 ${PRINT}`)]],
    ['a reference to a reference', [CATALOG, open('8 0 R'), `8 0 obj\n${GO_TO}\nendobj`]],
    ['an action that goes on to others', [CATALOG, open('<< /S /GoTo /D [3 0 R /Fit] /Next [8 0 R] >>')]],
    ['a place of another generation', [CATALOG, `5 1 obj\n${GO_TO}\nendobj`]],
    ['no kind of action', [CATALOG, open('<< /D [3 0 R /Fit] >>')]],
  ])('is refused: %s', async (_how, objects) => {
    expect(await inspect(pdf(...objects))).toEqual({ fault: 'active-content' });
  });

  it('is refused where a script follows the place, wherever that script stands', async () => {
    const script = '8 0 obj\n<< /S /J#61vaScript /JS (app.alert(1)) >>\nendobj';
    expect(await inspect(pdf(CATALOG, open(GO_TO), script))).toEqual({ fault: 'active-content' });
    const packed = packedObject('8 0 << /S /JavaScript >>');
    expect(await inspect(pdf(CATALOG, open(GO_TO), packed))).toEqual({ fault: 'active-content' });
  });
});

describe('packed objects whose beginning is feigned', () => {
  it.each([
    ['in a text', '/Filter [/FlateDecode /ASCIIHexDecode] /X (obj <<) /First 4'],
    [
      'in a text of two lines',
      '/Filter [/FlateDecode /ASCIIHexDecode] /X (\n1 0 obj <<) /Filter /FlateDecode /First 4',
    ],
    ['in a comment', '/Filter [/FlateDecode /ASCIIHexDecode] %1 0 obj <<\n/First 4'],
    [
      'in a comment of a line of its own',
      '/Filter [/FlateDecode /ASCIIHexDecode]\n%1 0 obj <<\n/Filter /FlateDecode /First 4',
    ],
  ])('are refused: %s', async (_how, dictionary) => {
    const hex = Buffer.from('5 0 << /S /JavaScript >>').toString('hex');
    const head = Buffer.from(`9 0 obj\n<< /Type /ObjStm /N 1 ${dictionary} >>\nstream\n`);
    const object = Buffer.concat([head, deflateSync(hex), Buffer.from('\nendstream\nendobj')]);
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

import { DOCUMENT_BYTES, PHOTO_SIDE } from '@patuh/shared/domain/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { documentFault } from '../../../web/src/platform/evidence/document-fault.ts';
import { fileKind } from '../../../web/src/platform/evidence/file-kind.ts';
import { fitInto } from '../../../web/src/platform/evidence/fit.ts';
import { MOST_PIXELS, pictureSize } from '../../../web/src/platform/evidence/picture-size.ts';
import { aPng, CUT_PDF, HEIC, HTML, HUGE_PNG, jpegHead, PDF, PDF_WITH_SCRIPT, SVG } from './bad-files.ts';

describe('what a file is', () => {
  it.each([
    ['a photo', jpegHead(4000, 3000), 'jpeg'],
    ['a screenshot', aPng(2, 2), 'png'],
    ['a photo of an iPhone', HEIC, 'heic'],
    ['a PDF', PDF, 'pdf'],
    ['a drawing with a script', SVG, 'other'],
    ['a page that is called a photo', HTML, 'other'],
    ['nothing', new Uint8Array(), 'empty'],
    ['one byte', new Uint8Array([0xff]), 'other'],
  ] as const)('is read from its content: %s', (_, content, kind) => {
    expect(fileKind(content)).toBe(kind);
  });

  it('is told of whatever bytes there are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
        const kind = fileKind(content);
        expect(() => pictureSize(kind, content)).not.toThrow();
      }),
    );
  });
});

describe('how large a picture is', () => {
  it('is read behind what the camera wrote in front', () => {
    expect(pictureSize('jpeg', jpegHead(4000, 3000))).toEqual({ width: 4000, height: 3000 });
  });

  it('is known of a PNG of 30,000 × 30,000 before anything of it is unpacked', () => {
    const size = pictureSize('png', HUGE_PNG);
    expect(size).toEqual({ width: 30_000, height: 30_000 });
    expect(size!.width * size!.height).toBeGreaterThan(MOST_PIXELS);
  });

  it('is not known where the file ends too early', () => {
    expect(pictureSize('jpeg', jpegHead(40, 30).slice(0, 14))).toBeUndefined();
    expect(pictureSize('png', HUGE_PNG.slice(0, 18))).toBeUndefined();
  });
});

describe('a photo that is shrunk', () => {
  it('fits, keeps its shape within a pixel, and never grows', () => {
    const side = fc.integer({ min: 1, max: 12_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fit = fitInto(PHOTO_SIDE, { width, height });
        expect(Math.max(fit.width, fit.height)).toBeLessThanOrEqual(PHOTO_SIDE);
        expect(fit.width <= width && fit.height <= height).toBe(true);
        const scale = Math.min(1, PHOTO_SIDE / Math.max(width, height));
        expect(Math.abs(fit.width - Math.max(1, width * scale))).toBeLessThanOrEqual(0.5);
        expect(Math.abs(fit.height - Math.max(1, height * scale))).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('a PDF', () => {
  it('is taken as it is', () => {
    expect(documentFault(PDF)).toBeUndefined();
  });

  it('is not taken with a script in it, however its name is written', () => {
    expect(documentFault(PDF_WITH_SCRIPT)).toBe('active-content');
    expect(documentFault(new TextEncoder().encode('%PDF-1.4 /S /JavaScript %%EOF'))).toBe('active-content');
    expect(documentFault(new TextEncoder().encode('%PDF-1.4 /JSON %%EOF'))).toBeUndefined();
  });

  it('is not taken when it was cut off', () => {
    expect(documentFault(CUT_PDF)).toBe('unreadable');
  });

  it('is not taken when it is larger than a bad line can carry', () => {
    expect(documentFault(new Uint8Array(DOCUMENT_BYTES + 1))).toBe('too-large');
  });
});

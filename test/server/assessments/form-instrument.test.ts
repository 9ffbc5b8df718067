import { instrumentContentHash } from '@patuh/shared/publication/hash';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aField, type Field } from '../../support/field.ts';
import { expectProblem } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
  field = await aField(site);
});
afterAll(async () => await site.close());

describe('the instrument of a form', () => {
  it('comes whole, in the version the period names, and may be kept for good', async () => {
    const instrument = instrumentOf(2023);
    const { status, body, headers } = await field.helper.get(`/api/form-instruments/${instrument.id}/1`);
    expect(status).toBe(200);
    expect(body).toEqual(instrument);
    expect(headers).toMatchObject({
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${instrumentContentHash(instrument)}"`,
    });
  });

  it.each(['/api/form-instruments/penilaian-2023-2024/2', '/api/form-instruments/tidak-ada/1'])(
    'that does not exist is not found, and that is not kept: %s',
    async (path) => {
      const answer = await field.helper.get(path);
      expectProblem(answer, 'not-found');
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it.each([
    '/api/form-instruments/penilaian-2023-2024/0',
    '/api/form-instruments/A%00B/1',
    '/api/form-instruments/x/1e9',
  ])('is not asked for as %s', async (path) => {
    expectProblem(await field.helper.get(path), 'invalid-request');
  });
});

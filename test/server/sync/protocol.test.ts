import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aDevice } from '../../support/changes.ts';
import { aField, type Field } from '../../support/field.ts';
import { type Answer, callerOf, expectProblem } from '../../support/people.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
});

/** The app of Maria's phone in another version; the app of before the protocol had a number says none. */
async function send(protocol: string | undefined, path: string, body: unknown): Promise<Answer> {
  const authorization = `Bearer ${field.phone.accessToken}`;
  const headers = { authorization, 'content-type': 'application/json', ...(protocol && { 'x-patuh-sync': protocol }) };
  const reply = await site.app.inject({ method: 'POST', url: path, headers, payload: JSON.stringify(body) });
  const { statusCode } = reply;
  return { status: statusCode, statusCode, body: reply.json(), json: () => reply.json(), headers: reply.headers };
}
const push = async (protocol: string | undefined, body?: unknown): Promise<Answer> =>
  await send(protocol, '/api/sync/push', body ?? { changes: [aDevice().level(field.unit.id, AT, 1)] });
const pull = async (protocol: string | undefined, body: unknown = aPull()): Promise<Answer> =>
  await send(protocol, '/api/sync/pull', body);
const AT = { indicatorId: 'penjaminan-mutu' };

describe('an app of another version than the server', () => {
  it.each([undefined, '1', '2', '3'])('still brings in what is on an old phone (%s)', async (protocol) => {
    expect((await push(protocol)).body).toMatchObject({ answers: [{ outcome: 'applied' }] });
  });

  it('is told that it is too old where it would misread the answer', async () => {
    expect((await pull('3')).status).toBe(200);
    expectProblem(await pull(undefined), 'app-too-old');
    expectProblem(await pull('2'), 'app-too-old');
    expectProblem(await push('0'), 'app-too-old');
  });

  it.each(['4', '99999999999999999999', 'two', '3.0', ''])(
    'is told that it is too new, saying “%s”',
    async (protocol) => {
      const newer = { 'x-patuh-sync': protocol, authorization: `Bearer ${field.phone.accessToken}` };
      const caller = callerOf(site, newer);
      expectProblem(await caller.post('/api/sync/push', { changes: [] }), 'app-too-new');
      expectProblem(await caller.post('/api/sync/pull', aPull()), 'app-too-new');
    },
  );

  it('is told so whatever it sends, so that it never takes its own answers for damaged ones', async () => {
    const unreadable = { changes: [{ shape: 'of tomorrow' }] };
    expectProblem(await push('4', unreadable), 'app-too-new');
    expectProblem(await pull('1', { have: [] }), 'app-too-old');
    expectProblem(await push('3', unreadable), 'invalid-request');
  });

  it('leaves nothing behind where it is not understood', async () => {
    await push('4');
    await pull('1');
    for (const table of ['answer_change', 'device_cursor', 'quarantined_change'] as const) {
      expect(await site.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  it('is described with what it says of itself, for whoever writes another one', async () => {
    const { paths } = (await site.app.inject('/api/openapi.json')).json<{ paths: Record<string, unknown> }>();
    const described = (path: string): unknown => ({ path, operation: paths[path] });
    const header = { in: 'header', name: 'x-patuh-sync' };
    for (const path of ['/api/sync/push', '/api/sync/pull']) {
      expect(described(path)).toMatchObject({ operation: { post: { parameters: [header] } } });
    }
    expect(described('/api/field-files')).not.toHaveProperty('operation.post.parameters');
  });

  it('has to be signed in before it is told anything', async () => {
    const nobody = callerOf(site, { 'x-patuh-sync': '3' });
    expectProblem(await nobody.post('/api/sync/push', {}), 'signed-out');
  });
});

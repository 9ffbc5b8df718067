import { listPeople, setGrants } from '@patuh/shared/contracts/people';
import { pushChanges, SYNC_PROTOCOL } from '@patuh/shared/contracts/sync';
import { PersonId } from '@patuh/shared/domain/ids';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { addressOf, NoAnswer, ProblemReply, send } from '../../../web/src/platform/call.ts';
import { deviceName } from '../../../web/src/platform/device-name.ts';

const network = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = network;
});

/** The edge of the network: what came back, whoever sent it. */
function answeredWith(body: string, headers: Record<string, string>, status = 200): void {
  globalThis.fetch = async () => await Promise.resolve(new Response(body, { status, headers }));
}

const OURS = { 'content-type': 'application/json; charset=utf-8', 'x-patuh-answer': '1' };

describe('a call', () => {
  it('gives what the contract promises', async () => {
    answeredWith('{"people":[]}', OURS);
    expect(await send(listPeople, {})).toEqual({ people: [] });
  });

  it('throws the problem that the server answers, with the time to wait', async () => {
    const problem = { type: 'urn:patuh:problem:sign-in-blocked', code: 'sign-in-blocked', title: 'x', status: 429 };
    answeredWith(JSON.stringify(problem), { 'content-type': 'application/problem+json', 'retry-after': '90' }, 429);
    const fault = await send(listPeople, {}).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ProblemReply);
    expect(fault).toMatchObject({ problem, retryAfter: 90 });
  });

  it.each([
    ['a login page of a Wi-Fi', '<html>', { 'content-type': 'text/html' }, 200, 'foreign'],
    ['JSON of somebody else', '{"people":[]}', { 'content-type': 'application/json' }, 200, 'foreign'],
    ['a gateway that gave up', 'Bad gateway', { 'content-type': 'text/plain' }, 502, 'foreign'],
    ['an answer of another version', '{"persons":[]}', OURS, 200, 'unreadable'],
    ['half an answer', '{"people":[', OURS, 200, 'unreadable'],
  ] as const)('does not take %s for an answer', async (_name, body, headers, status, reason) => {
    answeredWith(body, headers, status);
    const fault = await send(listPeople, {}).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(NoAnswer);
    expect(fault).toMatchObject({ reason });
  });

  it('says what it speaks where an older server could misread it, and only there', async () => {
    const said: (string | null)[] = [];
    globalThis.fetch = async (_address, init) => {
      said.push(new Headers(init?.headers).get('x-patuh-sync'));
      return await Promise.resolve(new Response('{"answers":[],"receipts":[],"people":[]}', { headers: OURS }));
    };
    await send(pushChanges, { body: { changes: [] } });
    await send(listPeople, {});
    expect(said).toEqual([String(SYNC_PROTOCOL), null]);
  });

  it('says when there is no network', async () => {
    globalThis.fetch = async () => await Promise.reject(new TypeError('Failed to fetch'));
    await expect(send(listPeople, {})).rejects.toMatchObject({ name: 'NoAnswer', reason: 'offline' });
  });

  it('gives up on a network that swallows the question, and on an answer that never ends', async () => {
    vi.useFakeTimers();
    try {
      const silent = async (signal: AbortSignal | null | undefined): Promise<Response> =>
        await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
      globalThis.fetch = async (_address, init) => await silent(init?.signal);
      const unanswered = send(listPeople, {}).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(10 * 60_000);
      expect(await unanswered).toMatchObject({ reason: 'offline' });
      globalThis.fetch = async (_address, init) => {
        const body = new ReadableStream({
          start: (controller) => init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted'))),
        });
        return await Promise.resolve(new Response(body, { headers: OURS }));
      };
      const endless = send(listPeople, {}).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(10 * 60_000);
      expect(await endless).toMatchObject({ reason: 'offline' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('writes parameters and questions into the address, whatever they hold', () => {
    const personId = PersonId.parse('76995c41-9c4f-4c46-8f0b-b9eac08afccb');
    expect(addressOf(setGrants.path, { personId }, undefined)).toBe(`/api/people/${personId}/grants`);
    expect(addressOf('/api/audit/:office', { office: '../x' }, { subject: 'a&b', before: undefined })).toBe(
      '/api/audit/..%2Fx?subject=a%26b',
    );
  });
});

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
      'Chrome di Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
      'Edge di Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari di iPhone/iPad',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox di Linux'],
    ['', 'Peramban di perangkat ini'],
  ])('with %s is called %s', (agent, name) => {
    expect(deviceName(agent)).toBe(name);
  });
});

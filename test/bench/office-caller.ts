import { Agent, request } from 'node:http';

import { inTransaction } from '@patuh/server/platform/database';
import { giveGrants } from '@patuh/server/platform/sessions/grants';
import { SYNC_PROTOCOL_HEADER } from '@patuh/shared/contracts/protocol';
import { SYNC_PROTOCOL } from '@patuh/shared/contracts/sync';
import type { Role } from '@patuh/shared/domain/actor';
import type { PersonId } from '@patuh/shared/domain/ids';

import { type Answer, type Client, grant } from '../support/people.ts';
import { aCaller, type FieldBench } from './field.ts';

/** Somebody at a desk: signed in as everybody is, on a connection that is kept. */
export interface OfficeCaller extends Pick<Client, 'get' | 'post'> {
  readonly personId: PersonId;
}

export async function signedInTo(bench: FieldBench, role: Role, province?: string): Promise<OfficeCaller> {
  const { personId, accessToken } = await aCaller(bench, role === 'national-admin' ? 'assessor' : role);
  if (role === 'national-admin') {
    const now = new Date();
    await inTransaction(bench.db, async (trx) => await giveGrants(trx, personId, [grant(role, province)], now));
  }
  // Signed in already: nobody asks for the code of the second factor any more.
  await bench.db.updateTable('person').set({ totp_confirmed_at: new Date() }).where('id', '=', personId).execute();
  const agent = new Agent({ keepAlive: true });
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> =>
    await asked(agent, `${bench.origin}${path}`, { method, body, token: accessToken });
  return {
    personId,
    get: async (path) => await ask('GET', path),
    post: async (path, body = {}) => await ask('POST', path, body),
  };
}

async function asked(
  agent: Agent,
  url: string,
  { method, body, token }: { readonly method: string; readonly body: unknown; readonly token: string },
): Promise<Answer> {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = {
    authorization: `Bearer ${token}`,
    [SYNC_PROTOCOL_HEADER]: String(SYNC_PROTOCOL),
    ...(bytes !== undefined && { 'content-type': 'application/json', 'content-length': bytes.length }),
  };
  return await new Promise((resolve, reject) => {
    const asking = request(url, { method, agent, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const status = reply.statusCode ?? 0;
        const answered: unknown = text === '' ? '' : JSON.parse(text);
        resolve({ status, statusCode: status, body: answered, json: () => answered, headers: reply.headers });
      });
    });
    asking.on('error', reject);
    asking.end(bytes);
  });
}

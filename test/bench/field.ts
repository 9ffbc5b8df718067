import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import { openDatabase } from '@patuh/server/platform/postgres';
import { giveGrants } from '@patuh/server/platform/sessions/grants';
import { passwords } from '@patuh/server/platform/sessions/passwords';
import { SYNC_PROTOCOL_HEADER } from '@patuh/shared/contracts/protocol';
import { SYNC_PROTOCOL } from '@patuh/shared/contracts/sync';
import { Grant, type Role } from '@patuh/shared/domain/actor';
import { PersonId } from '@patuh/shared/domain/ids';

import { withServer } from './server.ts';

/** The real server with people in it, for what happens behind the sign-in. */
export interface FieldBench {
  readonly origin: string;
  readonly folder: string;
  /** Straight into the server's database, for what is there before and for the baselines. */
  readonly db: Pooled;
}

export async function withField<T>(work: (bench: FieldBench) => Promise<T>): Promise<T> {
  return await withServer(async (origin, folder) => {
    const database = await openDatabase({ dataDir: folder, databaseUrl: undefined }, { role: 'command' });
    try {
      return await work({ origin, folder, db: database.db });
    } finally {
      await database.close();
    }
  });
}

/** An answer that is not 200. */
export class OtherAnswer extends Error {
  readonly status: number;
  constructor(url: string, status: number, text: string) {
    super(`${url} answered ${status}: ${text}`);
    this.status = status;
  }
}

export interface Caller {
  readonly personId: PersonId;
  readonly email: string;
  readonly accessToken: string;
  /** Parsed answer; throws OtherAnswer unless it is 200. */
  post(path: string, body: string): Promise<unknown>;
}

/** Of every caller of a bench. */
export const FIELD_PASSWORD = 'kuda laut berenang pelan di teluk';
let hash: Promise<string> | undefined;

/** Somebody with one role in province 53, signed in as everybody signs in. */
export async function aCaller({ db, origin }: FieldBench, role: Role): Promise<Caller> {
  hash ??= passwords().hash(FIELD_PASSWORD);
  const personId = PersonId.parse(randomUUID());
  const email = `${personId}@bench.example`;
  const now = new Date();
  const password = await hash;
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('person')
      .values({
        id: personId,
        email,
        name: 'Penguji',
        password_hash: password,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        demo: false,
        disabled_at: null,
        created_at: now,
      })
      .execute();
    await giveGrants(trx, personId, [Grant.parse({ role, scope: { kind: 'province', code: '53' } })], now);
  });
  const agent = new Agent({ keepAlive: true });
  const signIn = JSON.stringify({ email, password: FIELD_PASSWORD, deviceName: 'Bench' });
  const { accessToken } = (await send(agent, `${origin}/api/session`, signIn)) as { accessToken: string };
  return { personId, email, accessToken, post: (path, body) => send(agent, `${origin}${path}`, body, accessToken) };
}

/** Node's own client over kept connections: the measuring process must cost little on the same two cores. */
async function send(agent: Agent, url: string, body: string, token?: string): Promise<unknown> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    [SYNC_PROTOCOL_HEADER]: String(SYNC_PROTOCOL),
    ...authorization,
  };
  return await new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (reply.statusCode === 200) resolve(JSON.parse(text));
        else reject(new OtherAnswer(url, reply.statusCode ?? 0, text));
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

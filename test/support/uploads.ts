import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import type { Pooled } from '@patuh/server/platform/database';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';

import { TUS_VERSION, UPLOAD_CONTENT_TYPE, UPLOADS_PATH } from '@patuh/shared/contracts/evidence';
import type { FileType } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import sharp from 'sharp';

import type { Answer, Client } from './people.ts';
import type { Site } from './site.ts';

/** A file as a phone sends it. */
export interface TestFile {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly type: FileType;
}

export function fileOf(bytes: Buffer, type: FileType = 'image/jpeg'): TestFile {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), type };
}

/** A real photo, different for each seed: noise, so that it has some size. */
export async function aPhoto(seed: number, side = 160): Promise<TestFile> {
  const pixels = Buffer.alloc(side * side * 3);
  let state = seed * 2 + 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return fileOf(
    await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
      .jpeg()
      .toBuffer(),
  );
}

/** Bytes that no store has seen; nothing for whoever looks into files. */
export function someBytes(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed * 2 + 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

function metadataOf(file: Pick<TestFile, 'sha256' | 'type'>, assessmentId: string): string {
  return Object.entries({ assessment: assessmentId, sha256: file.sha256, type: file.type })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

export function creationHeaders(file: TestFile, assessmentId: string): Record<string, string> {
  return {
    'tus-resumable': TUS_VERSION,
    'upload-length': String(file.bytes.length),
    'upload-metadata': metadataOf(file, assessmentId),
  };
}

/** What somebody says by tus on a site, request by request. */
export function sender(site: Pick<Site, 'app'>, { accessToken }: Pick<Client, 'accessToken'>) {
  const ask = async (
    method: 'POST' | 'HEAD' | 'PATCH',
    url: string,
    headers: Readonly<Record<string, string>>,
    payload?: Buffer,
  ): Promise<Answer> => {
    const reply = await site.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${accessToken}`, 'tus-resumable': TUS_VERSION, ...headers },
      ...(payload !== undefined && { payload }),
    });
    const isJson = String(reply.headers['content-type']).includes('json') && reply.body !== '';
    const body: unknown = isJson ? reply.json() : reply.body;
    return { status: reply.statusCode, statusCode: reply.statusCode, body, json: () => body, headers: reply.headers };
  };
  return {
    ask,
    begin: async (file: TestFile, assessmentId: AssessmentId, first?: Buffer): Promise<Answer> =>
      ask(
        'POST',
        UPLOADS_PATH,
        {
          ...creationHeaders(file, assessmentId),
          ...(first !== undefined && { 'content-type': UPLOAD_CONTENT_TYPE }),
        },
        first,
      ),
    where: async (address: string): Promise<Answer> => ask('HEAD', address, {}),
    send: async (address: string, from: number, bytes: Buffer): Promise<Answer> =>
      ask('PATCH', address, { 'content-type': UPLOAD_CONTENT_TYPE, 'upload-offset': String(from) }, bytes),
  };
}

export const addressOf = ({ headers }: Answer): string => String(headers['location']);

/** The file lies in a store; nobody knows of it yet. */
export async function keepIn(store: EvidenceStore, { bytes, sha256 }: TestFile): Promise<void> {
  const id = randomUUID();
  await store.append(id, { from: 0, to: bytes.length }, Readable.from([bytes]));
  await store.keep(id, sha256);
  await store.giveUp(id);
}

/** The database knows of the file. */
export async function rowOf(db: Pooled, { bytes, sha256, type }: TestFile): Promise<void> {
  await db
    .insertInto('evidence_file')
    .values({ sha256, type, size: bytes.length, width: null, height: null, look: null, stored_at: new Date() })
    .execute();
}

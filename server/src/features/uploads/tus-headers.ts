import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';

import { check } from '@patuh/server/platform/contract-schema';
import { ProblemError } from '@patuh/server/platform/problem';
import { TUS_VERSION, UPLOAD_CONTENT_TYPE } from '@patuh/shared/contracts/evidence';
import { FileType } from '@patuh/shared/domain/evidence';
import { AssessmentId } from '@patuh/shared/domain/ids';
import { Sha256 } from '@patuh/shared/publication/payload';

import type { WishedUpload } from './begin-upload.ts';

/** What a request says in the headers of tus, checked like every other input. */

const Version = z.object({ 'tus-resumable': z.literal(TUS_VERSION) });
const Bytes = z.pipe(z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number)), z.int());
const Length = z.object({ 'upload-length': Bytes });
const Offset = z.object({ 'upload-offset': Bytes });
const Metadata = z.object({ assessment: AssessmentId, sha256: Sha256, type: FileType });

export function checkVersion({ headers }: FastifyRequest): void {
  check(Version, headers, 'headers');
}

export function wishedUpload({ headers }: FastifyRequest): WishedUpload {
  const { 'upload-length': size } = read(Length, headers, 'headers');
  const { assessment, sha256, type } = read(Metadata, metadataOf(headers['upload-metadata']), 'upload-metadata');
  return { assessmentId: assessment, sha256, type, size };
}

export function offsetOf({ headers }: FastifyRequest): number {
  return read(Offset, headers, 'headers')['upload-offset'];
}

/** Whether bytes come with the request. Throws where they are said to be something else. */
export function bringsBytes({ headers }: FastifyRequest): boolean {
  const type = headers['content-type'];
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' || (type !== undefined && type !== UPLOAD_CONTENT_TYPE)) {
    throw new ProblemError('unsupported-media-type');
  }
  return type !== undefined;
}

function read<S extends z.ZodMiniType>(schema: S, input: unknown, where: string): z.infer<S> {
  check(schema, input, where);
  return schema.parse(input);
}

/** `key base64,key base64`, as tus writes it. */
function metadataOf(text: string | readonly string[] | undefined): Readonly<Record<string, string>> {
  const pairs = String(text ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
}

import { Agent, request } from 'node:http';

import {
  RECEIPT_HEADER,
  TUS_VERSION,
  UPLOAD_CHUNK,
  UPLOAD_CONTENT_TYPE,
  UPLOADS_PATH,
} from '@patuh/shared/contracts/evidence';
import { PHOTO_BYTES } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { Upload } from 'tus-js-client';

import { anAssessment } from '../support/assessments.ts';
import { run } from '../support/processes.ts';
import { aPhoto, creationHeaders, type TestFile } from '../support/uploads.ts';
import { breakingLink } from './breaking-link.ts';
import { type BenchLine, median } from './compare.ts';
import { aCaller, type FieldBench, withField } from './field.ts';
import { addressOf } from './server.ts';
import { slowLink } from './slow-link.ts';

const ROUNDS = 5;
/** What the budgets of the pages call a phone: 1.6 Mbit/s, 150 ms. */
const LINE = { bytesPerSecond: 200_000, roundTripMs: 150 };
const PHOTOS_ON_THE_LINE = 3;
/** Phones that send at the same time, each one photo after the other. */
const PHONES = 6;
const PHOTOS_EACH = 5;
const UNIT_PHOTOS = 200;
const BREAKS_EVERY = 300 * 1024;
/** Makes photos of nearly the size that phones send. */
const SIDE = 470;

/**
 * Photos in pieces of 64 KB against the same bytes put into files by a server that does nothing else: over the line of a
 * phone, which is the figure that has a budget; and of six phones at once with no line in between, where it shows what looking at
 * photos costs the server. And the photos of a whole unit over a link that breaks all the time.
 */
export async function benchUpload(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const caller = await aCaller(bench, 'assessor');
    const unit = async (): Promise<AssessmentId> =>
      (await anAssessment(bench.db, { members: [{ personId: caller.personId, role: 'assessor' }] })).id;
    const target = { bench, token: caller.accessToken };
    return [...(await throughput(target, unit)), await onABreakingLink(target, await unit())];
  });
}

interface Target {
  readonly bench: FieldBench;
  readonly token: string;
}

async function throughput(target: Target, unit: () => Promise<AssessmentId>): Promise<readonly BenchLine[]> {
  const bare = run(['test/bench/put-server.ts']);
  const bareOrigin = await addressOf(bare);
  const [slowBare, slowOwn] = [await slowLink(bareOrigin, LINE), await slowLink(target.bench.origin, LINE)];
  try {
    const { token } = target;
    const onTheLine = { own: slowOwn.origin, bare: slowBare.origin, phones: 1, each: PHOTOS_ON_THE_LINE };
    const atOnce = { own: target.bench.origin, bare: bareOrigin, phones: PHONES, each: PHOTOS_EACH };
    return [
      await contest('budget of 0.6: photos over the line of a phone', onTheLine, { token, unit }),
      await contest(`no budget: photos of ${PHONES} phones at once without a line`, atOnce, { token, unit }),
    ];
  } finally {
    await Promise.all([slowBare.close(), slowOwn.close()]);
    bare.kill('SIGTERM');
    await bare.ended;
  }
}

interface Contestants {
  readonly own: string;
  readonly bare: string;
  readonly phones: number;
  /** Photos of each phone. */
  readonly each: number;
}

/** No photo is sent twice. */
let photosMade = 0;

async function contest(
  name: string,
  { own, bare, phones, each }: Contestants,
  { token, unit }: { readonly token: string; readonly unit: () => Promise<AssessmentId> },
): Promise<BenchLine> {
  const agent = new Agent({ keepAlive: true });
  const put = async ({ bytes }: TestFile): Promise<void> => {
    const { status } = await ask(agent, bare, { method: 'PUT', headers: {}, bytes });
    if (status !== 204) throw new Error(`A bare PUT was answered ${status}`);
  };
  const rounds: { own: number; bare: number }[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const photos = await newPhotos(phones * each);
    // Each phone is in a unit of its own.
    const units = await Promise.all(Array.from({ length: phones }, async () => await unit()));
    const measured = {
      bare: await perSecond(photos, phones, put),
      own: await perSecond(
        photos,
        phones,
        async (photo, phone) => await inPieces(agent, own, { photo, id: units[phone]!, token }),
      ),
    };
    // The first round warms both up.
    if (round >= 0) rounds.push(measured);
  }
  agent.destroy();
  return {
    name: `${name}, in pieces, against a bare PUT of the same bytes`,
    value: round3(median(rounds.map((one) => one.own))),
    unit: 'MB/s',
    baseline: round3(median(rounds.map((one) => one.bare))),
    ratio: round3(median(rounds.map((one) => one.own / one.bare))),
  };
}

async function newPhotos(count: number): Promise<readonly TestFile[]> {
  const photos: TestFile[] = [];
  for (let index = 0; index < count; index += 1) photos.push(await aPhoto((photosMade += 1), SIDE));
  if (photos.some(({ bytes }) => bytes.length > PHOTO_BYTES)) throw new RangeError('A photo larger than phones make');
  return photos;
}

/** Megabytes a second over all phones. */
async function perSecond(
  photos: readonly TestFile[],
  phones: number,
  send: (photo: TestFile, phone: number) => Promise<void>,
): Promise<number> {
  const from = performance.now();
  await Promise.all(
    Array.from({ length: phones }, async (_, phone) => {
      for (const photo of photos.filter((_photo, index) => index % phones === phone)) await send(photo, phone);
    }),
  );
  return sizeOf(photos) / 1e6 / ((performance.now() - from) / 1000);
}

function sizeOf(photos: readonly TestFile[]): number {
  return photos.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** As a phone sends it; throws without a receipt. */
async function inPieces(
  agent: Agent,
  origin: string,
  { photo, id, token }: { readonly photo: TestFile; readonly id: AssessmentId; readonly token: string },
): Promise<void> {
  const always = {
    authorization: `Bearer ${token}`,
    'tus-resumable': TUS_VERSION,
    'content-type': UPLOAD_CONTENT_TYPE,
  };
  let headers: Record<string, string> = { ...always, ...creationHeaders(photo, id) };
  let [method, url, at] = ['POST', `${origin}${UPLOADS_PATH}`, 0];
  while (true) {
    const answer = await ask(agent, url, { method, headers, bytes: photo.bytes.subarray(at, at + UPLOAD_CHUNK) });
    if (answer.headers[RECEIPT_HEADER] === photo.sha256) return;
    if (answer.status >= 300) throw new Error(`An upload was answered ${answer.status}`);
    url = method === 'POST' ? `${origin}${String(answer.headers['location'])}` : url;
    at = Number(answer.headers['upload-offset']);
    method = 'PATCH';
    headers = { ...always, 'upload-offset': String(at) };
  }
}

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

async function ask(agent: Agent, url: string, { method, headers, bytes }: Asked) {
  return await new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const asking = request(url, { method, agent, headers: { ...headers, 'content-length': bytes.length } }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers }));
    });
    asking.on('error', reject);
    asking.end(bytes);
  });
}

/** Every piece counts with all its bytes as often as it is begun, whether or not they left the device. */
async function onABreakingLink({ bench, token }: Target, id: AssessmentId): Promise<BenchLine> {
  const link = await breakingLink(bench.origin, BREAKS_EVERY);
  try {
    let sent = 0;
    let needed = 0;
    for (let index = 0; index < UNIT_PHOTOS; index += 1) {
      const photo = await aPhoto((photosMade += 1), SIDE);
      needed += photo.bytes.length;
      sent += await overLink(`${link.origin}${UPLOADS_PATH}`, { photo, id, token });
    }
    if (link.breaks() < needed / BREAKS_EVERY) throw new RangeError('The link did not break as it should');
    return {
      name: `${UNIT_PHOTOS} photos of a unit over a link that breaks every 300 KB: sent against needed`,
      value: round1(sent / 1e6),
      unit: 'MB',
      baseline: round1(needed / 1e6),
      ratio: round3(sent / needed),
    };
  } finally {
    await link.close();
  }
}

/** Sends a photo as the app does; answers how many bytes it tried to send. */
async function overLink(
  endpoint: string,
  { photo, id, token }: { readonly photo: TestFile; readonly id: AssessmentId; readonly token: string },
): Promise<number> {
  let sent = 0;
  let at = 0;
  const receipt = await new Promise<string | undefined>((resolve, reject) => {
    const upload = new Upload(photo.bytes, {
      endpoint,
      metadata: { assessment: id, sha256: photo.sha256, type: photo.type },
      chunkSize: UPLOAD_CHUNK,
      uploadDataDuringCreation: true,
      headers: { authorization: `Bearer ${token}` },
      retryDelays: Array.from({ length: 20 }, () => 0),
      storeFingerprintForResuming: false,
      onBeforeRequest: (asking) => {
        if (asking.getMethod() === 'HEAD') return;
        at = Number(asking.getHeader('Upload-Offset') ?? 0);
        sent += Math.min(UPLOAD_CHUNK, photo.bytes.length - at);
      },
      onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader(RECEIPT_HEADER)),
      onError: reject,
    });
    upload.start();
  });
  if (receipt !== photo.sha256) throw new Error('An upload ended without a receipt');
  return sent;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

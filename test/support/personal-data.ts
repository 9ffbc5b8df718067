import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { listDue, fingerprintOf } from '@patuh/server/features/personal-data/due';
import { purgeAsSeen, type PurgeDeps, type PurgeReport } from '@patuh/server/features/personal-data/purge';
import type { Release } from '@patuh/shared/contracts/releases';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Change } from '@patuh/shared/domain/change';
import type { RetentionKind } from '@patuh/shared/domain/retention';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { everyRow } from './backups.ts';
import { pulled, pushAll } from './assessments.ts';
import { aUserId } from './changes.ts';
import { ask } from './document-requests.ts';
import { pdf, photo } from './evidence-files.ts';
import { aDocumentPiece, anEvidenceId, aPhotoPiece, aPoint, aWebPiece, fileArrived } from './evidence-pieces.ts';
import { aPerson, type Client, grant, signedIn } from './people.ts';
import { DECREE } from './releases.ts';
import type { Site } from './site.ts';
import { aHandedInUnit, type HandedIn, ok } from './verification.ts';

/** A season that was published by the real verbs, with words of people planted wherever somebody can enter them. */

/** Each is found again wherever it lies; none of them is a word of anything else. */
export const MARKS = {
  note: 'CatatanPetugasXq1',
  userNote: 'KataRespondenXq2',
  notApplicable: 'AlasanTidakBerlakuXq3',
  explanation: 'PenjelasanTimXq4',
  caption: 'KeteranganFotoXq5',
  fileName: 'NamaBerkasXq6.pdf',
  url: 'https://contoh.example/NamaWargaXq7',
  team: 'NamaAnggotaXq8',
  met: 'JabatanDitemuiXq9',
  remarks: 'CatatanUnitXq10',
  post: 'PenandaTanganXq11',
  returned: 'AlasanDikembalikanXq12',
  asked: 'DokumenDimintaXq13',
  withdrawn: 'KataYangDicabutXq14',
} as const;

export interface PublishedSeason extends Omit<HandedIn, 'answers'> {
  readonly answers: readonly Change[];
  /** What was entered with the marks. */
  readonly entered: readonly Change[];
  /** The user who took the interview back. */
  readonly gone: SubjectId;
  readonly photo: Buffer;
  readonly photoHash: string;
  readonly release: Release;
}

const DOCUMENT = pdf();

/** One unit of NTT: handed in, returned, answered, accepted, published; the interview of one person was taken back. */
export async function aPublishedSeason(site: Site): Promise<PublishedSeason> {
  const scene = await aHandedInUnit(site);
  const { unit, device, instrument, assessor } = scene;
  const { id } = unit;
  const indicators = indicatorsOf(instrument.tree);
  const ofUnit = indicators.filter(({ subject }) => subject === 'unit').map((one) => one.id);
  const ofUser = indicators.find(({ subject }) => subject === 'user')?.id ?? '';
  const mayNotApply = indicators.find(({ notApplicable, subject }) => notApplicable && subject === 'unit')?.id;
  ok(
    await scene.decide('/return', {
      points: [{ indicatorId: ofUnit[0], subjectId: null, reason: `Mohon dilihat lagi: ${MARKS.returned}` }],
    }),
  );
  const picture = await photo(41);
  const gone = aUserId();
  const user = scene.answers.find(({ entry }) => entry.field === 'profile')?.subjectId;
  const heads = new Map((await pulled(assessor, id)).cells.map((cell) => [keyOf(cell), cell.current.changeId]));
  const at = (indicatorId: string | undefined, subjectId: string, field: string) => {
    const head = heads.get(`${indicatorId ?? ''}|${subjectId}|${field}`);
    return head === undefined ? [] : [head];
  };
  const proves = [aPoint(ofUnit[0] ?? '')];
  const position = { latitude: -10_178_443, longitude: 123_607_033, accuracy: 9 };
  const of = (subjectId: string, entry: Change['entry']) => device.change(id, { subjectId }, entry);
  const entered: Change[] = [
    device.change(id, { indicatorId: ofUnit[0] ?? '' }, { field: 'note', value: MARKS.note }),
    device.change(id, { indicatorId: ofUser, subjectId: user ?? '' }, { field: 'note', value: MARKS.userNote }),
    device.change(
      id,
      { indicatorId: ofUnit[0] ?? '' },
      { field: 'explanations', value: [{ kind: 'missing-evidence', text: MARKS.explanation }] },
      at(ofUnit[0], 'unit', 'explanations'),
    ),
    of(anEvidenceId(), {
      field: 'evidence',
      value: aPhotoPiece(picture, { proves, caption: MARKS.caption, position }),
    }),
    of(anEvidenceId(), { field: 'evidence', value: documentPiece(proves) }),
    of(anEvidenceId(), { field: 'evidence', value: aWebPiece(MARKS.url, { proves }) }),
    of(`visit-${crypto.randomUUID().replace(/^(.{14})./, '$17')}`, { field: 'visit', value: visit() }),
    of(gone, { field: 'presence', value: { state: 'present' } }),
    of(gone, {
      field: 'profile',
      value: { gender: 'female', ageBand: '56+', education: 'none', work: 'homemaker' },
    }),
    device.change(id, { indicatorId: ofUser, subjectId: gone }, { field: 'note', value: MARKS.withdrawn }),
    device.level(id, { indicatorId: ofUser, subjectId: gone }, 1),
  ];
  if (mayNotApply !== undefined) {
    entered.push(
      device.change(
        id,
        { indicatorId: mayNotApply },
        { field: 'answer', value: { kind: 'not-applicable', reason: MARKS.notApplicable } },
        at(mayNotApply, 'unit', 'answer'),
      ),
    );
  }
  await pushAll(assessor, entered);
  const presence = entered.find(({ subjectId, entry }) => subjectId === gone && entry.field === 'presence');
  await pushAll(assessor, [
    device.change(
      id,
      { subjectId: gone },
      { field: 'presence', value: { state: 'withdrawn' } },
      presence === undefined ? [] : [presence.id],
    ),
  ]);
  const by = { assessmentId: id, personId: scene.people.assessor.id };
  await fileArrived(site, by, picture);
  await fileArrived(site, { ...by, type: 'application/pdf' }, DOCUMENT);
  const now = await pulled(assessor, id);
  const evidence = [picture, DOCUMENT].map(hashOf).toSorted();
  ok(
    await assessor.post(`/api/assessments/${id}/submission`, {
      version: now.version,
      answersHash: now.answersHash,
      evidence,
    }),
  );
  const { request } = await ask(scene, `Mohon dikirim: ${MARKS.asked}`);
  const decision = { decision: 'withdraw', seen: request.files.length, reason: `Tidak perlu lagi: ${MARKS.asked}` };
  const { status, body } = await scene.verifier.post(
    `/api/office/assessments/${id}/document-requests/${request.id}/decision`,
    decision,
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  const accepted = await scene.acceptAll();
  if (accepted.assessment.state !== 'final') throw new Error(`The unit is ${accepted.assessment.state}`);
  return { ...scene, entered, gone, photo: picture, photoHash: hashOf(picture), release: await publish(site, scene) };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function keyOf({ indicatorId, subjectId, current }: Awaited<ReturnType<typeof pulled>>['cells'][number]): string {
  return `${indicatorId ?? ''}|${subjectId}|${current.entry.field}`;
}

function documentPiece(proves: ReturnType<typeof aPoint>[]) {
  const piece = aDocumentPiece(DOCUMENT, { proves, caption: null });
  return piece.kind === 'document' ? { ...piece, fileName: MARKS.fileName } : piece;
}

function visit() {
  return {
    date: '2026-11-20',
    from: '09:00',
    until: '11:00',
    letter: { number: 'ST/12/2026', date: '2026-11-18' },
    team: [MARKS.team],
    met: [MARKS.met],
    handedOver: [],
    unitRemarks: MARKS.remarks,
    unsignedReason: null,
    signature: { strokes: [[17, 23, 171, 113]], post: MARKS.post, at: '2026-11-20T03:00:00.000Z' },
  };
}

/** Prepared by the head, approved by the national office. */
async function publish(site: Site, { unit, head }: Pick<HandedIn, 'unit' | 'head'>): Promise<Release> {
  const admin = await signedIn(
    site,
    await aPerson(site.db, { grants: [grant('national-admin')], name: 'Admin Pusat' }),
  );
  const body = { periodId: unit.periodId, province: '53', decree: DECREE, correction: null };
  const prepared = await head.post('/api/releases', body);
  if (prepared.status !== 200) throw new Error(JSON.stringify(prepared.body));
  const { id, contentHash } = prepared.body as Release;
  return okRelease(await admin.post(`/api/releases/${id}/approval`, { contentHash }));
}

function okRelease({ status, body }: Awaited<ReturnType<Client['post']>>): Release {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Release;
}

export function purgeDeps(site: Site, now: () => Date): PurgeDeps {
  return { db: site.db, store: site.evidence, thumbnailFolder: join(site.evidenceDir, 'thumbnails'), now };
}

/** Lists what is due of these kinds and purges exactly that. */
export async function purgeNow(deps: PurgeDeps, ...kinds: readonly RetentionKind[]): Promise<PurgeReport> {
  const items = await listDue(deps.db, deps.now(), { kinds });
  const seen = new Map(kinds.map((kind) => [kind, fingerprintOf(items.filter((item) => item.kind === kind))] as const));
  const report = await purgeAsSeen(deps, seen, {});
  if (report.kind !== 'purged') throw new Error(JSON.stringify(report));
  return report;
}

/** Which of the words are found in any row of the database, or in any file of a folder. */
export async function whereFound(site: Pick<Site, 'db' | 'evidenceDir'>, words: readonly string[]): Promise<string[]> {
  const rows = Object.entries(await everyRow(site.db)).flatMap(([table, lines]) =>
    lines.flatMap((line) => words.filter((word) => line.includes(word)).map((word) => `${table}: ${word}`)),
  );
  const files = await readdir(site.evidenceDir, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => await readFile(join(file.parentPath, file.name), 'latin1')),
  );
  const inFiles = words.filter((word) => contents.some((content) => content.includes(word)));
  return [...new Set([...rows, ...inFiles.map((word) => `a file: ${word}`)])].toSorted();
}

import { SubjectId } from '@patuh/shared/domain/assessment';
import type { EvidenceFile, EvidencePiece, ProvenPoint } from '@patuh/shared/domain/evidence';
import { v7 } from 'uuid';

import { type Bytes, NoRoom } from '../field-store/file-shelf.ts';
import type { FieldStore } from '../field-store/field-store.ts';
import { freeContents } from '../field-store/let-go.ts';
import type { OpenAssessment } from '../field-store/open-assessment.ts';
import { sameValue } from '../field-store/same-value.ts';
import { clockAhead } from '../server-clock.ts';
import type { FileFault } from './file-fault.ts';
import { positionNow } from './position.ts';
import { prepareFile } from './prepare-file.ts';
import type { PreparedPhoto, ShrinkSource } from './shrink-messages.ts';

/** From what a camera or a picker gave to a piece of evidence that is on this device for good. */

export interface Taken {
  readonly source: ShrinkSource;
  readonly from: 'camera' | 'gallery' | 'file';
  /** Of a file. */
  readonly name?: string;
  readonly at: Date;
}

export type Outcome =
  | { readonly kind: 'kept'; readonly id: SubjectId }
  | { readonly kind: 'refused'; readonly why: FileFault };

/** First the file, then the piece that names it. Never throws: what could not be kept is said. */
export async function keepEvidence(
  store: FieldStore,
  assessment: OpenAssessment,
  taken: Taken,
  proves: readonly ProvenPoint[],
): Promise<Outcome> {
  const where = taken.from === 'camera' ? positionNow() : null;
  const prepared = await prepareFile(taken.source);
  if (prepared.kind === 'refused') return prepared;
  const common = {
    proves: [...proves],
    caption: null,
    madeAt: taken.at.toISOString(),
    clockAhead: clockAhead(),
    position: await where,
  };
  const file = (type: EvidenceFile['type'], originalSha256: string): EvidenceFile => ({
    sha256: prepared.sha256,
    size: prepared.content.length,
    type,
    originalSha256,
  });
  const value: EvidencePiece =
    prepared.kind === 'photo'
      ? {
          kind: 'photo',
          ...common,
          file: file('image/jpeg', prepared.originalSha256),
          source: taken.from,
          width: prepared.width,
          height: prepared.height,
          look: prepared.look,
        }
      : {
          kind: 'document',
          ...common,
          file: file('application/pdf', prepared.sha256),
          fileName: nameOf(taken.name),
        };
  const thumbnail = prepared.kind === 'photo' ? prepared.thumbnail : null;
  return await enterWithFile(
    store,
    assessment,
    { id: newEvidenceId(), value },
    { content: prepared.content, thumbnail },
  );
}

/** What a page looked like: shrunk like every photo, and known by the piece that names the address. */
export async function shrunkPicture(
  source: ShrinkSource,
): Promise<PreparedPhoto | { readonly kind: 'refused'; readonly why: FileFault }> {
  const prepared = await prepareFile(source);
  return prepared.kind === 'document' ? { kind: 'refused', why: 'other-type' } : prepared;
}

export async function enterWithFile(
  store: FieldStore,
  assessment: OpenAssessment,
  piece: { readonly id: SubjectId; readonly value: EvidencePiece },
  held: { readonly content: Bytes; readonly thumbnail: Bytes | null },
): Promise<Outcome> {
  const file = piece.value.kind === 'web-address' ? piece.value.screenshot : piece.value.file;
  if (file === null) return { kind: 'refused', why: 'failed' };
  const place = { assessmentId: assessment.id, sha256: file.sha256 };
  try {
    const shelf = await store.shelf();
    const fresh = { ...place, type: file.type, keptAt: new Date().toISOString(), ...held, piece };
    await shelf.keep(fresh).catch(async (error: unknown) => {
      if (!(error instanceof NoRoom) || (await freeContents(store, 'answers-only', new Date())) === 0) throw error;
      await shelf.keep(fresh);
    });
    await enterPiece(assessment, piece);
    if (isKept(assessment, piece.id)) await shelf.finished(place);
    return { kind: 'kept', id: piece.id };
  } catch (error) {
    return { kind: 'refused', why: error instanceof NoRoom ? 'no-room' : 'failed' };
  }
}

export async function enterPiece(
  assessment: OpenAssessment,
  { id, value }: { readonly id: SubjectId; readonly value: EvidencePiece | null },
): Promise<void> {
  await assessment.enter({ indicatorId: null, subjectId: id }, { field: 'evidence', value });
}

/** A piece as it stands at this very moment: what is on the screen may be a moment behind. */
export function pieceNow(assessment: OpenAssessment, id: SubjectId): EvidencePiece | undefined {
  const { value } = assessment.cell({ indicatorId: null, subjectId: id, field: 'evidence' });
  return value?.entry.field === 'evidence' ? (value.entry.value ?? undefined) : undefined;
}

/** Writes something else of a piece; of one that was taken back nothing is written any more. */
export async function changePiece(
  assessment: OpenAssessment,
  id: SubjectId,
  change: (piece: EvidencePiece) => EvidencePiece,
): Promise<void> {
  const piece = pieceNow(assessment, id);
  if (piece === undefined) return;
  const value = change(piece);
  if (!sameValue(value, piece)) await enterPiece(assessment, { id, value });
}

/**
 * Enters what a device that died had kept of a photo and not named yet; answers how many that were. `open` gives the unit of
 * a piece, undefined where it is not on this device.
 */
export async function finishUnfinished(
  store: FieldStore,
  open: (id: OpenAssessment['id']) => Promise<OpenAssessment | undefined>,
): Promise<number> {
  if ((await store.files()).length === 0) return 0;
  const shelf = await store.shelf();
  let rescued = 0;
  for (const { piece, ...place } of await shelf.unfinished()) {
    const assessment = await open(place.assessmentId);
    if (assessment === undefined) continue;
    const key = { indicatorId: null, subjectId: piece.id, field: 'evidence' } as const;
    if (assessment.cell(key).value === undefined) {
      await enterPiece(assessment, piece);
      rescued += 1;
    }
    if (isKept(assessment, piece.id)) await shelf.finished(place);
  }
  return rescued;
}

/** In the store, and not only on the screen. */
function isKept(assessment: OpenAssessment, id: SubjectId): boolean {
  const { value } = assessment.cell({ indicatorId: null, subjectId: id, field: 'evidence' });
  return value?.keeping === 'on-device' || value?.keeping === 'on-server';
}

export function newEvidenceId(): SubjectId {
  return SubjectId.parse(`evidence-${v7()}`);
}

function nameOf(name = ''): string {
  return name.normalize('NFC').replaceAll(/\p{C}/gu, '').trim().slice(0, 200) || 'dokumen.pdf';
}

import type { Finding } from '../contracts/checks.ts';
import type { EvidenceKind } from '../domain/evidence.ts';
import { lookDistance, SAME_LOOK } from '../domain/look.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import type { HeldPiece } from '../sync/values.ts';
import { warns } from './finding.ts';

/** A paper in a photo is as good as the paper. */
const SHOWN_BY: Readonly<Record<EvidenceKind, readonly EvidenceKind[]>> = {
  photo: ['photo'],
  document: ['document', 'photo'],
  'web-address': ['web-address'],
};

/**
 * Answers that claim something without showing it. Level 0 says that there is nothing to show; the highest level needs
 * every kind of evidence that the rubric names, a level between any of them.
 */
export function missingEvidenceAt({ questions, values }: Questionnaire): ReadonlyMap<Question, readonly Finding[]> {
  const shown = new Map<string, Set<EvidenceKind>>();
  for (const { piece } of values.evidence) {
    for (const { indicatorId, subjectId } of piece.proves) {
      const place = `${indicatorId}|${subjectId}`;
      shown.set(place, (shown.get(place) ?? new Set()).add(piece.kind));
    }
  }
  const found = questions.flatMap((question) => {
    const { indicator, subject } = question;
    const missing = missingKind(question, shown.get(`${indicator.id}|${subject.id}`) ?? new Set());
    if (missing === undefined) return [];
    const place = { indicatorId: indicator.id, subjectId: subject.id, evidenceKind: missing };
    return [[question, [warns('missing-evidence', place)]] as const];
  });
  return new Map(found);
}

function missingKind({ indicator, answer }: Question, shown: ReadonlySet<EvidenceKind>): EvidenceKind | undefined {
  if (answer?.kind !== 'level' || answer.level === 0) return undefined;
  const missing = indicator.evidence.filter((kind) => !SHOWN_BY[kind].some((own) => shown.has(own)));
  const isEnough =
    answer.level === indicator.maximum ? missing.length === 0 : missing.length < indicator.evidence.length;
  return isEnough ? undefined : missing[0];
}

/** The same photo, or one that looks the same, as proof of different things: found at the later of the two. */
export function photosAlike({ values }: Questionnaire): readonly Finding[] {
  const photos = values.evidence.flatMap(({ id, piece }) => (piece.kind === 'photo' ? [{ id, piece }] : []));
  return photos.flatMap((photo, index) => {
    const earlier = photos.slice(0, index).find((other) => lookAlike(photo, other) && !proveTheSame(photo, other));
    return earlier === undefined ? [] : [warns('photo-alike', { subjectId: photo.id })];
  });
}

interface HeldPhoto extends HeldPiece {
  readonly piece: Extract<HeldPiece['piece'], { kind: 'photo' }>;
}

function lookAlike({ piece }: HeldPhoto, other: HeldPhoto): boolean {
  return (
    piece.file.sha256 === other.piece.file.sha256 ||
    piece.file.originalSha256 === other.piece.file.originalSha256 ||
    lookDistance(piece.look, other.piece.look) <= SAME_LOOK
  );
}

/** A photo taken twice of the same thing is no pretence. */
function proveTheSame({ piece }: HeldPhoto, other: HeldPhoto): boolean {
  if (piece.proves.length === 0) return other.piece.proves.length === 0;
  return piece.proves.some((one) =>
    other.piece.proves.some(
      ({ indicatorId, subjectId }) => indicatorId === one.indicatorId && subjectId === one.subjectId,
    ),
  );
}

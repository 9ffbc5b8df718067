import type { EvidenceKind } from '../domain/evidence.ts';
import { fileOf } from '../domain/evidence.ts';
import type { Visit } from '../domain/visit.ts';
import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import type { HeldPiece } from './values.ts';

/** The record of a visit as a paper: the same lines on the phone, without a network, and in the office. */
export interface VisitReport {
  readonly unit: ReportedUnit;
  readonly visit: Visit;
  /** What was gathered until now, by kind. */
  readonly evidence: Readonly<Record<EvidenceKind, number>>;
  /** SHA-256 of each file, in order: whoever holds the paper can tell whether a file is the one that was taken. */
  readonly files: readonly string[];
  /** SHA-256 of the record as the platform keeps it (RFC 8785): the paper names which record it is of. */
  readonly fingerprint: string;
}

export interface ReportedUnit {
  readonly name: string;
  readonly kindName: string;
  readonly government: string;
  readonly province: string;
  readonly address: string | null;
  /** “Penilaian Kepatuhan 2026”. */
  readonly period: string;
}

export function visitReport(unit: ReportedUnit, visit: Visit, pieces: readonly HeldPiece[]): VisitReport {
  const of = (kind: EvidenceKind): number => pieces.filter(({ piece }) => piece.kind === kind).length;
  return {
    unit,
    visit,
    evidence: { photo: of('photo'), document: of('document'), 'web-address': of('web-address') },
    files: [...new Set(pieces.flatMap(({ piece }) => fileOf(piece)?.sha256 ?? []))].toSorted(),
    fingerprint: sha256Hex(canonicalText(visit)),
  };
}

import { randomUUID, randomUUIDv7 } from 'node:crypto';

import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { holdsUp, isWarning, placeOfExplanation } from '@patuh/shared/checks/explained';
import { SubjectId } from '@patuh/shared/domain/assessment';
import type { Change, FieldValue } from '@patuh/shared/domain/change';
import { type AssessmentId, ChangeId, DeviceId } from '@patuh/shared/domain/ids';
import { IndicatorId, type Instrument, type UnitKind } from '@patuh/shared/domain/instrument';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { currentValues } from '@patuh/shared/sync/values';

/** Edits as devices make them. */

function aDeviceId(): DeviceId {
  return DeviceId.parse(randomUUID());
}

export function aUserId(): SubjectId {
  return SubjectId.parse(`user-${randomUUIDv7()}`);
}

/** Numbers its changes as a device does: a new one is the next, whatever became of those before. */
export interface TestDevice {
  readonly id: DeviceId;
  change(assessmentId: AssessmentId, where: Where, entry: FieldValue, base?: readonly ChangeId[]): Change;
  level(assessmentId: AssessmentId, where: Where, level: number, base?: readonly ChangeId[]): Change;
}

interface Where {
  readonly indicatorId?: string;
  readonly subjectId?: string;
}

export function aDevice({
  id = aDeviceId(),
  firstSeq = 1,
}: { readonly id?: DeviceId; readonly firstSeq?: number } = {}): TestDevice {
  let next = firstSeq;
  const change: TestDevice['change'] = (assessmentId, where, entry, base = []) => {
    const seq = next;
    next += 1;
    return {
      id: ChangeId.parse(randomUUIDv7()),
      assessmentId,
      indicatorId: where.indicatorId === undefined ? null : IndicatorId.parse(where.indicatorId),
      subjectId: SubjectId.parse(where.subjectId ?? 'unit'),
      entry,
      base: [...base],
      seq,
      madeAt: new Date().toISOString(),
      deviceId: id,
    };
  };
  return {
    id,
    change,
    level: (assessmentId, where, level, base) =>
      change(assessmentId, where, { field: 'answer', value: { kind: 'level', level } }, base),
  };
}

/** How many of each kind a unit is asked, users apart. */
function targets(instrument: Instrument, unitKind: UnitKind): ReadonlyMap<string, number> {
  return new Map(
    instrument.rules.subjects.map(({ subject, target, targetPerUnitKind }) => [
      subject,
      targetPerUnitKind?.[unitKind] ?? target,
    ]),
  );
}

/**
 * Everything a unit is asked, answered by one device: each product named, each user with a profile. `level` says what is
 * answered where (default: the maximum of the indicator); with fewer users than the target the reason is given too, and a
 * sentence to everything a verifier would ask about.
 */
export function fullAnswers(
  instrument: Instrument,
  unitKind: UnitKind,
  {
    assessmentId,
    device = aDevice(),
    users,
    level = (indicator) => indicator.maximum,
  }: {
    readonly assessmentId: AssessmentId;
    readonly device?: TestDevice;
    readonly users?: number;
    readonly level?: (indicator: { readonly id: string; readonly maximum: number }, subjectId: string) => number;
  },
): readonly Change[] {
  const counts = targets(instrument, unitKind);
  const userTarget = counts.get('user') ?? 0;
  const interviewed = Array.from({ length: users ?? userTarget }, aUserId);
  const numbered = (kind: string): string[] =>
    Array.from({ length: counts.get(kind) ?? 0 }, (_, index) => `${kind}-${index + 1}`);
  const subjects = (kind: string): readonly string[] => {
    if (kind === 'unit') return ['unit'];
    return kind === 'user' ? interviewed : numbered(kind);
  };
  const describe = (subjectId: string, entry: FieldValue): Change => device.change(assessmentId, { subjectId }, entry);
  const answers = [
    ...numbered('product').map((id, index) => describe(id, { field: 'name', value: `Produk layanan ${index + 1}` })),
    ...interviewed.flatMap((id, index) => [
      describe(id, { field: 'presence', value: { state: 'present' } }),
      describe(id, { field: 'profile', value: aProfile(index) }),
    ]),
    ...(interviewed.length < userTarget
      ? [describe('unit', { field: 'few-users-reason', value: 'Hari pelayanan sepi karena cuaca buruk' })]
      : []),
    ...indicatorsOf(instrument.tree).flatMap((indicator) =>
      subjects(indicator.subject).map((subjectId) =>
        device.level(assessmentId, { indicatorId: indicator.id, subjectId }, level(indicator, subjectId)),
      ),
    ),
  ];
  return [...answers, ...explained(instrument, unitKind, answers, { assessmentId, device })];
}

/** What was entered at a place, whoever did. */
type Entered = Pick<Change, 'indicatorId' | 'subjectId' | 'entry'>;

/** Changes that say a sentence to everything a verifier would ask about these answers, unless it was said already. */
export function explained(
  instrument: Instrument,
  unitKind: UnitKind,
  entered: readonly Entered[],
  { assessmentId, device }: { readonly assessmentId: AssessmentId; readonly device: TestDevice },
): readonly Change[] {
  const cells = entered.map(({ indicatorId, subjectId, entry }) => ({
    indicatorId,
    subjectId,
    current: { entry },
    others: [],
  }));
  const values = currentValues(cells);
  const warnings = checkAssessment({ instrument, unitKind, cells, points: [], coordinates: null })
    .filter(isWarning)
    .filter((warning) => holdsUp(warning, values));
  const places = Map.groupBy(warnings, (warning) => {
    const { indicatorId, subjectId } = placeOfExplanation(warning);
    return `${indicatorId ?? ''} ${subjectId}`;
  });
  return [...places.values()].flatMap((here) => {
    const [first] = here;
    if (first === undefined) return [];
    const { indicatorId, subjectId } = placeOfExplanation(first);
    const kinds = [...new Set(here.map(({ kind }) => kind))];
    const before = cells.find(
      (cell) =>
        cell.indicatorId === indicatorId && cell.subjectId === subjectId && cell.current.entry.field === 'explanations',
    )?.current.entry;
    const said = before?.field === 'explanations' ? before.value : [];
    const value = [...said, ...kinds.map((kind) => ({ kind, text: 'Dilihat bersama di tempat.' }))];
    const where = { ...(indicatorId !== null && { indicatorId }), subjectId };
    return [device.change(assessmentId, where, { field: 'explanations', value })];
  });
}

function aProfile(index: number) {
  const bands = ['17-25', '26-35', '36-45', '46-55', '56+'] as const;
  return {
    gender: index % 2 === 0 ? 'female' : 'male',
    ageBand: bands[index % bands.length] ?? '56+',
    education: 'upper-secondary',
    work: 'farmer-fisher',
  } as const;
}

/** The last question that was answered. */
export function lastAnswer(changes: readonly Change[]): Change & { readonly indicatorId: IndicatorId } {
  const found = changes.findLast(({ entry }) => entry.field === 'answer');
  if (found === undefined || found.indicatorId === null) throw new Error('Nothing was answered');
  return { ...found, indicatorId: found.indicatorId };
}

import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import { SubjectId } from '@patuh/shared/domain/assessment';
import type { Change, ChangeAnswer, Edit, FieldValue } from '@patuh/shared/domain/change';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { AssessmentId, ChangeId, DeviceId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import { IndicatorId, UnitKind } from '@patuh/shared/domain/instrument';

import type { Pulled } from '../../../web/src/platform/field-store/field-store.ts';

/** Things of the field with only what matters to the test; ids are made from small numbers. */

export function uuid(n: number, kind = 4): string {
  return `00000000-0000-${kind}000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const changeId = (n: number): ChangeId => ChangeId.parse(uuid(n, 7));
export const assessmentId = (n: number): AssessmentId => AssessmentId.parse(uuid(n));
export const personId = (n: number): PersonId => PersonId.parse(uuid(1000 + n));

/** Device ids one after the other. */
export function deviceIds(start = 1): () => DeviceId {
  let n = start * 1000;
  return () => DeviceId.parse(uuid((n += 1)));
}

export const level = (n: number): FieldValue => ({ field: 'answer', value: { kind: 'level', level: n } });

/** An answer for the unit itself, of the indicator `q1` unless said otherwise. */
export function anEdit(n: number, options: Partial<Edit> & { readonly indicator?: string } = {}): Edit {
  const { indicator = 'q1', ...rest } = options;
  return {
    id: changeId(n),
    assessmentId: assessmentId(1),
    indicatorId: IndicatorId.parse(indicator),
    subjectId: SubjectId.parse('unit'),
    entry: level(1),
    base: [],
    madeAt: '2026-11-22T05:00:00.000Z',
    ...rest,
  };
}

export function answered(changes: readonly Pick<Change, 'id'>[], outcome: 'applied' | 'late'): readonly ChangeAnswer[] {
  return changes.map(({ id }) => ({ id, outcome }));
}

/** An assessment as the server sends it; nothing answered unless said otherwise. */
export function aView(options: Partial<AssessmentView> = {}): AssessmentView {
  return {
    id: assessmentId(1),
    version: 0,
    state: 'assigned',
    notAssessed: null,
    period: {
      id: PeriodId.parse(uuid(21)),
      year: 2024,
      name: 'Penilaian 2024',
      chain: 'demo',
      instrument: { id: 'kepatuhan-2023', version: 1, contentHash: '0'.repeat(64) },
      scoreBeforeSubmission: false,
      clarificationUntil: null,
    },
    unit: {
      id: UnitId.parse(uuid(31)),
      name: 'Puskesmas Contoh',
      kind: UnitKind.parse('puskesmas'),
      kindName: 'Puskesmas',
      government: { code: GovernmentCode.parse('99.01'), name: 'Kabupaten Contoh Timur' },
      province: { code: ProvinceCode.parse('99'), name: 'Provinsi Contoh' },
      address: null,
      coordinates: null,
      firstTime: false,
    },
    team: { id: TeamId.parse(uuid(41)), name: 'Tim 1', members: [] },
    cells: [],
    points: [],
    late: [],
    files: [],
    answersHash: '0'.repeat(64),
    submittedAt: null,
    ...options,
  };
}

/** What a pull brought; nothing unless said otherwise. */
export function aPull(options: Partial<Pulled> = {}): Pulled {
  return { assessments: [], whole: [], gone: [], taken: [], covered: [], ...options };
}

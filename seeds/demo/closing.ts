import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { isWarning, placeOfExplanation, type Warning } from '@patuh/shared/checks/explained';
import { SubjectId } from '@patuh/shared/domain/assessment';
import type { EvidencePiece } from '@patuh/shared/domain/evidence';
import type { WarningKind } from '@patuh/shared/domain/explanation';
import type { Visit } from '@patuh/shared/domain/visit';
import type { Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { cellKey } from '@patuh/shared/sync/cell-key';

import { uuidAt } from './chance.ts';
import type { Entered } from './fieldwork.ts';

/** What a team does before it leaves: it says a sentence to everything a verifier would ask, and the visit is written down. */

const SENTENCES: Readonly<Record<WarningKind, string>> = {
  contradiction: 'Sudah ditanyakan lagi di tempat; kedua jawaban memang demikian.',
  'answers-alike': 'Setiap wawancara dilakukan sendiri-sendiri; jawabannya memang sama.',
  'interview-too-fast': 'Pertanyaan dibacakan lebih dulu, jawabannya dicatat sesudahnya.',
  'missing-evidence': 'Diperlihatkan di tempat; berkasnya tidak disertakan dalam data peragaan.',
  'photo-alike': 'Satu papan memuat beberapa hal; fotonya memang sama.',
  'far-from-unit': 'Diambil di loket pembantu, yang letaknya terpisah.',
  'visit-not-recorded': 'Kunjungan dicatat di atas kertas dan disimpan di kantor.',
};

interface Closed {
  readonly instrument: Instrument;
  readonly unitKind: UnitKind;
  /** Everything entered so far, oldest first. */
  readonly entered: readonly Entered[];
}

export function explanationsOf({ instrument, unitKind, entered }: Closed): readonly Entered[] {
  const latest = new Map(entered.map((value) => [cellKey({ ...value, field: value.entry.field }), value]));
  const cells = [...latest.values()].map(({ indicatorId, subjectId, entry }) => ({
    indicatorId,
    subjectId,
    current: { entry },
    others: [],
  }));
  const warnings = checkAssessment({ instrument, unitKind, cells, points: [], coordinates: null }).filter(isWarning);
  return [...Map.groupBy(warnings, textOfPlace).values()].flatMap(sentencesAt);
}

function textOfPlace(warning: Warning): string {
  const { indicatorId, subjectId } = placeOfExplanation(warning);
  return `${indicatorId ?? ''}|${subjectId}`;
}

function sentencesAt(warnings: readonly Warning[]): readonly Entered[] {
  const [first] = warnings;
  if (first === undefined) return [];
  const kinds = [...new Set(warnings.map(({ kind }) => kind))];
  const value = kinds.map((kind) => ({ kind, text: SENTENCES[kind] }));
  return [{ ...placeOfExplanation(first), entry: { field: 'explanations', value } }];
}

/** What shows that a unit could not be assessed: an address that anybody can open. */
export function noticeOf(name: string, at: Date): Entered {
  const subjectId = SubjectId.parse(`evidence-${uuidAt(name, at)}`);
  const value: EvidencePiece = {
    kind: 'web-address',
    proves: [],
    caption: 'Peringatan gelombang tinggi untuk perairan Provinsi Contoh',
    madeAt: at.toISOString(),
    clockAhead: 0,
    position: null,
    url: 'https://cuaca.contoh.example/peringatan/gelombang-tinggi',
    screenshot: null,
  };
  return { indicatorId: null, subjectId, entry: { field: 'evidence', value } };
}

/** The team comes in the morning; what it did is signed when it leaves. */
const SIGNED_AFTER_MS = 6.5 * 60 * 60_000;

/** One visit of a day, signed by whoever leads the unit. */
export function visitOf(name: string, day: Date, team: readonly string[]): Entered {
  const visit: Visit = {
    date: day.toISOString().slice(0, 10),
    from: '08:30',
    until: '15:15',
    letter: { number: 'CONTOH/ST-07', date: day.toISOString().slice(0, 10) },
    team: [...team],
    met: ['Kepala unit', 'Petugas loket', 'Petugas pengaduan'],
    handedOver: ['Salinan surat tugas', 'Lembar informasi penilaian'],
    unitRemarks: null,
    unsignedReason: null,
    signature: {
      strokes: [
        [60, 120, 110, 60, 150, 140, 190, 70, 240, 130, 300, 100],
        [120, 150, 320, 140],
      ],
      post: 'Kepala unit',
      at: new Date(day.getTime() + SIGNED_AFTER_MS).toISOString(),
    },
  };
  const subjectId = SubjectId.parse(`visit-${uuidAt(name, day)}`);
  return { indicatorId: null, subjectId, entry: { field: 'visit', value: visit } };
}

import type { Signature, Visit } from '@patuh/shared/domain/visit';

import { visitText } from '../../text/id/visit.ts';

export const VISIT_FIELDS = [
  'date',
  'from',
  'until',
  'letterNumber',
  'letterDate',
  'team',
  'met',
  'handedOver',
  'unitRemarks',
  'unsignedReason',
] as const;

/** The record as it is typed: lists are lines. */
export type VisitValues = Readonly<Record<(typeof VISIT_FIELDS)[number], string>>;

export type VisitFaults = Partial<Record<keyof VisitValues, string>>;

export function valuesOf(visit: Visit): VisitValues {
  return {
    date: visit.date,
    from: visit.from,
    until: visit.until ?? '',
    letterNumber: visit.letter.number ?? '',
    letterDate: visit.letter.date ?? '',
    team: visit.team.join('\n'),
    met: visit.met.join('\n'),
    handedOver: visit.handedOver.join('\n'),
    unitRemarks: visit.unitRemarks ?? '',
    unsignedReason: visit.unsignedReason ?? '',
  };
}

export function visitFrom(values: VisitValues, signature: Signature | null): Visit {
  return {
    date: values.date,
    from: values.from,
    until: values.until || null,
    letter: { number: values.letterNumber.trim() || null, date: values.letterDate || null },
    team: linesOf(values.team),
    met: linesOf(values.met),
    handedOver: linesOf(values.handedOver),
    unitRemarks: values.unitRemarks.trim() || null,
    unsignedReason: signature === null ? values.unsignedReason.trim() || null : null,
    signature,
  };
}

/** The same as it reads once it was kept: without empty lines and spaces around. */
export function tidy(values: VisitValues): VisitValues {
  return valuesOf(visitFrom(values, null));
}

/** What keeps it from being kept, by field; nothing where it can be. */
export function faultsIn(values: VisitValues): VisitFaults {
  const { faults } = visitText;
  return {
    ...(values.date === '' && { date: faults.date }),
    ...(values.from === '' && { from: faults.from }),
    ...(values.until !== '' && values.until <= values.from && { until: faults.until }),
    ...(values.letterNumber.trim().length > LINE && { letterNumber: faults.line }),
    ...listFault('team', values.team, 10),
    ...listFault('met', values.met, 30),
    ...listFault('handedOver', values.handedOver, 30),
    ...(values.unitRemarks.trim().length > PROSE && { unitRemarks: faults.prose }),
    ...(values.unsignedReason.trim().length > PROSE && { unsignedReason: faults.prose }),
  };
}

const LINE = 200;
const PROSE = 2_000;

function listFault(name: 'team' | 'met' | 'handedOver', text: string, most: number): VisitFaults {
  const lines = linesOf(text);
  if (lines.some(({ length }) => length > LINE)) return { [name]: visitText.faults.line };
  return lines.length > most ? { [name]: visitText.faults.lines } : {};
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A record that begins now, by the clock of this device, with everybody of the team. */
export function newVisit(now: Date, team: readonly string[]): Visit {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    from: `${two(now.getHours())}:${two(now.getMinutes())}`,
    until: null,
    letter: { number: null, date: null },
    team: team.slice(0, 10),
    met: [],
    handedOver: [],
    unitRemarks: null,
    unsignedReason: null,
    signature: null,
  };
}

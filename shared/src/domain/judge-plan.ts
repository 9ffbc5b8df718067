import type { GovernmentCode, LocalGovernmentKind } from './government.ts';
import type { TeamId, UnitId } from './ids.ts';
import type { UnitKind } from './instrument.ts';
import type { PlanColumn, PlanFault, PlanRow, ReadRows } from './plan-rows.ts';
import { sameName, type UnitCoordinates } from './unit.ts';

/** What the rows of a file mean for the plan, with everything at hand that is known of the province. */

export interface KnownUnit {
  readonly id: UnitId;
  readonly government: GovernmentCode;
  readonly kind: UnitKind;
  readonly name: string;
  readonly address: string | null;
  readonly coordinates: UnitCoordinates | null;
  readonly closed: boolean;
}

interface KnownGovernment {
  readonly code: GovernmentCode;
  readonly name: string;
  readonly kind: LocalGovernmentKind;
}

export interface Known {
  readonly province: string;
  readonly governments: readonly KnownGovernment[];
  /** Of every other province. */
  readonly elsewhere: readonly { readonly code: string; readonly name: string }[];
  readonly kinds: readonly {
    readonly kind: UnitKind;
    readonly name: string;
    readonly governmentKinds: readonly string[];
  }[];
  readonly units: readonly KnownUnit[];
  /** In the plan, with the team that has it. */
  readonly planned: ReadonlyMap<UnitId, TeamId | null>;
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[];
}

/** What one row comes to. */
export interface JudgedRow {
  readonly row: PlanRow;
  readonly government: KnownGovernment;
  readonly kind: UnitKind;
  readonly kindName: string;
  readonly what: 'new' | 'known' | 'planned';
  /** Of a unit that is known. */
  readonly unit: UnitId | null;
  /** Under which it is registered, or will be. */
  readonly name: string;
  /** The team that gets it by this row. */
  readonly team: { readonly id: TeamId; readonly name: string } | null;
  readonly remarks: readonly string[];
}

export interface JudgedPlan {
  readonly rows: readonly JudgedRow[];
  readonly faults: readonly PlanFault[];
}

/** What each row does, and every fault that keeps the file from being taken. */
export function judgePlan(
  sheet: string | null,
  { rows, places }: Pick<ReadRows, 'rows' | 'places'>,
  known: Known,
): JudgedPlan {
  const faults: PlanFault[] = [];
  const index = indexOf(known);
  const before = new Map<string, number>();
  const judged = rows.flatMap((row) => {
    const fault: Fault = (column, value, message) => {
      faults.push({ sheet, row: row.row, column: places.get(column) ?? column, value, message });
      return undefined;
    };
    const result = judgeRow(row, known, index, fault);
    if (result === undefined) return [];
    const key = `${result.government.code} ${sameName(row.name)}`;
    const first = before.get(key);
    if (first !== undefined) {
      fault('nama unit', row.name, `Unit ini sudah ada di baris ${first}. Satu unit berdiri satu kali dalam berkas.`);
      return [];
    }
    before.set(key, row.row);
    return [result];
  });
  return { rows: judged, faults };
}

type Fault = (column: PlanColumn, value: string, message: string) => undefined;

function indexOf({ governments, units, kinds, teams }: Known) {
  return {
    governments: new Map(governments.flatMap((one) => namesOf(one).map((name) => [name, one] as const))),
    units: new Map(units.map((unit) => [`${unit.government} ${sameName(unit.name)}`, unit])),
    kinds: new Map(kinds.map((kind) => [sameName(kind.name), kind])),
    teams: new Map(teams.map((team) => [sameName(team.name), team])),
    byGovernment: Map.groupBy(units, ({ government }) => government),
  };
}

function namesOf({ code, name, kind }: KnownGovernment): readonly string[] {
  return [code, sameName(name), ...(kind === 'province' ? [sameName(`Pemerintah ${name}`)] : [])];
}

/** A spreadsheet that takes `53.10` for a number shows 53.1; some write a comma. */
function codeOf(text: string): string {
  const code = text.replace(',', '.');
  return /^\d{2}\.\d$/u.test(code) ? `${code}0` : code;
}

function judgeRow(row: PlanRow, known: Known, index: ReturnType<typeof indexOf>, fault: Fault): JudgedRow | undefined {
  const government = index.governments.get(codeOf(row.government)) ?? index.governments.get(sameName(row.government));
  if (government === undefined) return fault('pemda', row.government, unknownGovernment(row.government, known));
  const kind = index.kinds.get(sameName(row.kind));
  const possible = known.kinds.filter(({ governmentKinds }) => governmentKinds.includes(government.kind));
  if (kind === undefined || !possible.includes(kind)) {
    const names = possible.map(({ name }) => name).join('; ');
    return fault('jenis unit', row.kind, `Jenis ini tidak dikenal di ${government.name}. Pilih salah satu: ${names}.`);
  }
  const team = row.team === null ? null : index.teams.get(sameName(row.team));
  if (team === undefined) {
    const names = known.teams.map(({ name }) => name).join('; ');
    const which = names === '' ? 'Periode ini belum punya tim.' : `Tim yang ada: ${names}.`;
    return fault('tim', row.team ?? '', `Tim ini belum ada. ${which}`);
  }
  const unit = index.units.get(`${government.code} ${sameName(row.name)}`);
  const base = { row, government, kind: kind.kind, kindName: kind.name };
  if (unit === undefined) {
    const alike = similarTo(row.name, index.byGovernment.get(government.code) ?? []);
    const remarks =
      alike === undefined ? [] : [`Mirip “${alike}” yang sudah terdaftar. Unit yang sama? Samakan namanya.`];
    return { ...base, what: 'new', unit: null, name: row.name, team, remarks };
  }
  return judgeKnown(base, unit, team, known, fault);
}

function judgeKnown(
  base: Pick<JudgedRow, 'row' | 'government' | 'kind' | 'kindName'>,
  unit: KnownUnit,
  team: JudgedRow['team'],
  known: Known,
  fault: Fault,
): JudgedRow | undefined {
  const { row, kind } = base;
  if (unit.closed)
    return fault('nama unit', row.name, 'Unit ini sudah ditutup. Buka lagi di daftar unit, atau hapus barisnya.');
  if (unit.kind !== kind) {
    const registered = known.kinds.find((one) => one.kind === unit.kind)?.name ?? unit.kind;
    return fault('jenis unit', row.kind, `Di daftar unit, unit ini berjenis ${registered}.`);
  }
  const has = known.planned.get(unit.id);
  if (has !== undefined && has !== null && team !== null && has !== team.id) {
    const name = known.teams.find(({ id }) => id === has)?.name ?? '';
    return fault(
      'tim',
      row.team ?? '',
      `Unit ini sudah dipegang ${name}. Pindahkan di halaman Tim, bukan lewat berkas.`,
    );
  }
  return {
    ...base,
    what: has === undefined ? 'known' : 'planned',
    unit: unit.id,
    name: unit.name,
    team: has === undefined || has === null ? team : null,
    remarks: differences(row, unit),
  };
}

/** A file plans; what the register says of a unit is changed there, with a reason. */
function differences(row: PlanRow, unit: KnownUnit): readonly string[] {
  const { address, coordinates } = row;
  const moved =
    coordinates !== null &&
    (unit.coordinates?.latitude !== coordinates.latitude || unit.coordinates.longitude !== coordinates.longitude);
  return [
    ...(row.name === unit.name ? [] : [`Di daftar unit ditulis “${unit.name}”; tetap begitu.`]),
    ...(address === null || address === unit.address ? [] : ['Alamatnya lain dari daftar unit; daftar tidak diubah.']),
    ...(moved ? ['Koordinatnya lain dari daftar unit; daftar tidak diubah.'] : []),
  ];
}

function unknownGovernment(text: string, { province, elsewhere }: Known): string {
  const other = elsewhere.find(({ code, name }) => code === codeOf(text) || sameName(name) === sameName(text));
  if (other !== undefined) return `${other.name} tidak terletak di ${province}.`;
  return 'Pemda ini tidak dikenal. Tulis kodenya (53.14) atau nama lengkapnya (Kabupaten Rote Ndao).';
}

/** Most of the words are the same, or one name holds the other: perhaps a unit that changed its name. */
function similarTo(name: string, units: readonly KnownUnit[]): string | undefined {
  const words = wordsOf(name);
  return units.find((unit) => {
    const others = wordsOf(unit.name);
    const shared = [...words].filter((word) => others.has(word)).length;
    return !unit.closed && shared > 0 && shared >= Math.max(words.size, others.size) - 1 && shared * 2 > words.size;
  })?.name;
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(sameName(name).match(/[\p{L}\p{N}]+/gu));
}

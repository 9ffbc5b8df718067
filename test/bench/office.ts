import type { AssessmentId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';

import type { BenchLine } from './compare.ts';
import { type FieldBench, withField } from './field.ts';
import { type OfficeCaller, signedInTo } from './office-caller.ts';
import { makeSeasons, type Season } from './office-data.ts';

/**
 * What the office looks at, over HTTP and signed in, as the head, a verifier and the national administrator see it: 95 of a
 * hundred answers come within so many milliseconds with two seasons in the database, and, as the baseline, with one; both
 * servers are asked in turn. The budgets: 200 ms with one season, and no more than 1.3 times that with twice the data. How the
 * seasons are made is told in `office-data.ts`.
 */

const ROUNDS = 30;
const WARM_UPS = 3;
const PROVINCE = '53';

/** One office with its callers, on one server. */
interface Office extends Pick<FieldBench, 'db'> {
  readonly season: Season;
  readonly callers: Readonly<Record<Who, OfficeCaller>>;
  /** Units of the province that were handed in. */
  readonly units: readonly AssessmentId[];
}

type Who = 'head' | 'verifier' | 'national-admin';
const EVERYBODY: readonly Who[] = ['verifier', 'head', 'national-admin'];

interface Look {
  readonly name: string;
  readonly who: readonly Who[];
  /** What happened since the last look, unless nothing did. */
  readonly before?: (office: Office) => Promise<unknown>;
  /** A unit is another one each time. */
  readonly path: (office: Office, unit: AssessmentId) => string;
}

const scoped = ({ season }: Office): string => `period=${season.periodId}&province=${PROVINCE}`;
const ofPeriod =
  (what: string) =>
  ({ season }: Office): string =>
    `/api/office/periods/${season.periodId}/${what}?province=${PROVINCE}`;

const LOOKS: readonly Look[] = [
  { name: 'Hari ini', who: EVERYBODY, path: () => '/api/office/today' },
  { name: 'the list of units', who: EVERYBODY, path: (office) => `/api/office/units?${scoped(office)}` },
  {
    name: 'the last page of units',
    who: ['head', 'national-admin'],
    path: (office) => `/api/office/units?${scoped(office)}&page=4`,
  },
  {
    name: 'units that wait for the caller',
    who: ['verifier'],
    path: (office) => `/api/office/units?${scoped(office)}&mine=1&state=submitted`,
  },
  { name: 'the next unit', who: ['verifier'], path: () => '/api/office/next-unit' },
  { name: 'the desk', who: EVERYBODY, path: (_office, unit) => `/api/office/assessments/${unit}` },
  {
    name: 'the evidence of a unit, with what looks like it',
    who: ['verifier', 'head'],
    path: (_office, unit) => `/api/assessments/${unit}/evidence`,
  },
  {
    name: 'documents asked of a unit',
    who: ['verifier'],
    path: (_office, unit) => `/api/office/assessments/${unit}/document-requests`,
  },
  { name: 'the season', who: EVERYBODY, path: (office) => `/api/office/season?${scoped(office)}` },
  {
    name: 'the season with the units of a government',
    who: ['head'],
    path: (office) => `/api/office/season?${scoped(office)}&government=53.14`,
  },
  { name: 'quality', who: EVERYBODY, path: ofPeriod('quality') },
  {
    name: 'quality, where every unit has moved',
    who: ['head'],
    before: async ({ db, season }) =>
      await sql`update assessment set version = version + 1
        from unit where unit.id = unit_id and period_id = ${season.periodId}
          and government_code like ${`${PROVINCE}%`}`.execute(db),
    path: ofPeriod('quality'),
  },
  { name: 'duties', who: EVERYBODY, path: ofPeriod('duties') },
  { name: 'the plan of units', who: EVERYBODY, path: ofPeriod('units') },
  {
    name: 'the plan of teams',
    who: EVERYBODY,
    path: ({ season }) => `/api/periods/${season.periodId}/teams/${PROVINCE}`,
  },
  { name: 'the register of units', who: EVERYBODY, path: () => `/api/office/register?province=${PROVINCE}` },
  { name: 'periods', who: EVERYBODY, path: () => '/api/periods' },
  { name: 'people', who: ['head', 'national-admin'], path: () => '/api/people' },
  { name: 'the audit', who: ['head', 'national-admin'], path: () => `/api/audit/${PROVINCE}` },
  {
    name: 'the audit of one unit',
    who: ['head', 'national-admin'],
    path: (_office, unit) => `/api/audit/${PROVINCE}?subject=${unit}`,
  },
  { name: 'releases', who: ['head', 'national-admin'], path: () => '/api/releases' },
];

/** `part`: only the pages whose names contain it. */
export async function benchOffice(part = ''): Promise<readonly BenchLine[]> {
  const looks = LOOKS.filter(({ name }) => name.includes(part));
  if (looks.length === 0) throw new RangeError(`Nothing of the office is called ${part}`);
  return await withField(
    async (one) =>
      await withField(async (two) => {
        const offices = [await officeOn(one, 1), await officeOn(two, 2)] as const;
        const lines: BenchLine[] = [];
        for (const look of looks) for (const who of look.who) lines.push(await contest(look, who, offices));
        return lines;
      }),
  );
}

async function officeOn(bench: FieldBench, seasons: 1 | 2): Promise<Office> {
  const made = await makeSeasons(bench, seasons);
  return await openOffice(bench, made.at(-1)!);
}

/** The newest season is looked at: the one before lies beside it. */
async function openOffice(bench: FieldBench, season: Season): Promise<Office> {
  const units = await bench.db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select('assessment.id')
    .where('period_id', '=', season.periodId)
    .where('state', '=', 'submitted')
    .where(sql<boolean>`government_code like ${`${PROVINCE}%`}`)
    .orderBy('assessment.id')
    .execute();
  return {
    db: bench.db,
    season,
    callers: {
      head: await signedInTo(bench, 'head', PROVINCE),
      verifier: await signedInTo(bench, 'verifier', PROVINCE),
      'national-admin': await signedInTo(bench, 'national-admin'),
    },
    units: units.map(({ id }) => id),
  };
}

async function contest(look: Look, who: Who, [one, two]: readonly [Office, Office]): Promise<BenchLine> {
  const times: Record<'one' | 'two', number[]> = { one: [], two: [] };
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const took = {
      one: await timed(look, who, one, round + WARM_UPS),
      two: await timed(look, who, two, round + WARM_UPS),
    };
    if (round < 0) continue;
    times.one.push(took.one);
    times.two.push(took.two);
  }
  const [value, baseline] = [p95(times.two), p95(times.one)];
  return {
    name: `p95 of ${look.name} (${who}) with two seasons against one`,
    value: round1(value),
    unit: 'ms',
    baseline: round1(baseline),
    ratio: Math.round((value / baseline) * 100) / 100,
  };
}

async function timed(look: Look, who: Who, office: Office, round: number): Promise<number> {
  const path = look.path(office, office.units[round % office.units.length]!);
  await look.before?.(office);
  const from = performance.now();
  const { status, body } = await office.callers[who].get(path);
  const took = performance.now() - from;
  if (status !== 200) throw new Error(`${path} (${who}) was answered ${status}: ${JSON.stringify(body)}`);
  return took;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

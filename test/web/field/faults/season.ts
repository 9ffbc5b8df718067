import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { ChangeId, PersonId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';

import { type Disk, type Loss, LOSSES } from './disk.ts';
import type { Far, World } from './far.ts';
import { behind, type Wandering, type Way, type Weather, WEATHER } from './network.ts';
import { type HandedOver, Phone } from './phone.ts';

const HOUR = 3_600_000;
/** By how much clocks are wrong. */
const SKEWS = [0, -2 * HOUR, 2 * HOUR, -365 * 24 * HOUR, 365 * 24 * HOUR] as const;

/** Something that happens in a season; numbers are taken by the rest of the division. */
export type Step =
  | { readonly do: 'tap'; readonly phone: number; readonly question: number; readonly level: number }
  | { readonly do: 'exchange'; readonly phone: number; readonly weather: readonly Weather[] }
  | { readonly do: 'restart'; readonly phone: number }
  | { readonly do: 'kill'; readonly phone: number; readonly after: number }
  | { readonly do: 'lose'; readonly phone: number; readonly what: Loss }
  | { readonly do: 'clock'; readonly phone: number; readonly skew: number }
  | { readonly do: 'file'; readonly phone: number; readonly locked: boolean }
  | { readonly do: 'hand over'; readonly which: number; readonly to: number }
  | { readonly do: 'drown'; readonly phone: number }
  | { readonly do: 'arrive'; readonly which: number }
  | { readonly do: 'back up' }
  | { readonly do: 'restore'; readonly age: number }
  | { readonly do: 'office'; readonly state: AssessmentState };

const ORDINARY = ['tap', 'exchange', 'back up', 'office', 'file'] as const;

type Fault = Exclude<Step, { readonly do: (typeof ORDINARY)[number] }>;

function isFault(step: Step): step is Fault {
  return !ORDINARY.some((name) => name === step.do);
}

type FaultName = Fault['do'] | Weather;

const PHONES = 3;
const phone = fc.nat(PHONES - 1);
const tap = fc.record({ do: fc.constant('tap' as const), phone, question: fc.nat(2), level: fc.nat(3) });
const exchange = fc.record({
  do: fc.constant('exchange' as const),
  phone,
  weather: fc.array(fc.constantFrom<Weather>('fair', ...WEATHER), { maxLength: 4 }),
});

const STEP: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: tap },
  { weight: 8, arbitrary: exchange },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const), phone }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), phone, after: fc.nat(12) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lose' as const),
      phone,
      what: fc.constantFrom(...LOSSES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), phone, skew: fc.constantFrom(...SKEWS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('arrive' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('file' as const), phone, locked: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hand over' as const), which: fc.nat(), to: fc.nat(PHONES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drown' as const), phone }) },
  { weight: 1, arbitrary: fc.constant({ do: 'back up' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), age: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('office' as const),
      state: fc.constantFrom<AssessmentState>('submitted', 'returned'),
    }),
  },
);

export const STEPS = fc.array(STEP, { maxLength: 50, size: 'max' });

/** What stands at the end of a season. */
export interface After {
  readonly far: Far;
  readonly phones: readonly Phone[];
  /** Phones at the bottom of the sea: of what they saved, only what they had put into a file is owed. */
  readonly drowned: readonly Phone[];
  readonly inFiles: ReadonlySet<ChangeId>;
  /** How many exchanges in fair weather it took each phone to have nothing more to send. */
  readonly rounds: readonly number[];
}

/** In fair weather; more would be a phone that goes round in a circle. */
const ENOUGH_ROUNDS = 6;

/**
 * Ani with a phone, Budi with two, through these steps; then in fair weather until nothing waits, and once more so that
 * everybody has seen what the others sent.
 */
export async function season(
  { far, people, unit, questions }: World,
  steps: readonly Step[],
  newDisk: (number: number, person: PersonId) => Disk,
  count: (fault: FaultName) => void,
): Promise<After> {
  const phones = people.map((person, index) => new Phone(person, unit, newDisk(index + 1, person)));
  const wandering: Wandering[] = [];
  const files: HandedOver[] = [];
  const drowned: Phone[] = [];
  let taps = 0;
  const at = (index: number): Phone => phones[index % phones.length]!;
  const tapOn = async (who: Phone, question: number, level: number): Promise<void> => {
    taps += 1;
    await who.tap(taps, questions[question % questions.length]!, level);
  };
  const wayOf = (who: Phone): Way => ({
    far,
    wandering,
    tap: async () => await tapOn(who, taps % 3, taps % 4),
    met: (weather) => {
      if (weather !== 'fair') count(weather);
    },
  });

  async function take(step: Step): Promise<void> {
    if (isFault(step)) count(step.do);
    switch (step.do) {
      case 'tap':
        return await tapOn(at(step.phone), step.question, step.level);
      case 'exchange': {
        const who = at(step.phone);
        await who.exchange(behind(wayOf(who), who.person, step.weather));
        return;
      }
      case 'restart':
        return at(step.phone).restart();
      case 'kill':
        return at(step.phone).dieAfter(step.after);
      case 'lose':
        return await at(step.phone).lose(step.what);
      case 'clock':
        at(step.phone).skew = step.skew;
        return;
      case 'file': {
        const file = await at(step.phone).file(step.locked);
        if (file !== undefined) files.push(file);
        return;
      }
      case 'hand over': {
        const file = files[step.which % Math.max(1, files.length)];
        if (file === undefined) return;
        // To a colleague, or to the office.
        if (step.to < PHONES) await at(step.to).carry(file.file);
        else await far.takeFile(file.file);
        return;
      }
      case 'drown': {
        const gone = at(step.phone);
        drowned.push(gone);
        phones[step.phone] = new Phone(gone.person, unit, newDisk(phones.length + drowned.length, gone.person));
        return;
      }
      case 'arrive': {
        const late = wandering[step.which % Math.max(1, wandering.length)];
        if (late !== undefined) await far.push(late.person, late.changes);
        return;
      }
      case 'back up':
        return await far.backUp();
      case 'restore':
        return await far.restore(step.age);
      case 'office':
        return await far.becomes(step.state);
    }
  }

  for (const who of phones) await who.exchange(behind(wayOf(who), who.person, []));
  for (const step of steps) await take(step);

  const rounds: number[] = [];
  for (const who of phones) {
    who.restart();
    rounds.push(await calm(who, wayOf(who)));
  }
  // Colleagues bring what they were given by themselves; a server that came out of a backup is given everything again.
  const carried = new Set(phones.flatMap((who) => [...who.carries]));
  for (const { file } of files) if (far.restores > 0 || !carried.has(file)) await far.takeFile(file);
  for (const who of phones) await who.exchange(behind(wayOf(who), who.person, []));
  const inFiles = new Set(files.flatMap(({ holds }) => holds));
  return { far, phones, drowned, inFiles, rounds };
}

async function calm(who: Phone, way: Way): Promise<number> {
  for (let round = 1; round <= ENOUGH_ROUNDS; round += 1) {
    const isUpdated = await who.updated();
    const ending = await who.exchange(behind(way, who.person, []));
    if (isUpdated && ending !== 'died' && ending.kind === 'done' && !(await who.isWaiting())) return round;
  }
  return Infinity;
}

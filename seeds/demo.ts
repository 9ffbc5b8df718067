import type { Instrument } from '@patuh/shared/domain/instrument';

import { DEMO_PEOPLE, type DemoPerson } from './demo/people.ts';
import { DEMO_GOVERNMENTS, DEMO_REGION, DEMO_UNITS, type DemoGovernment, type DemoUnit } from './demo/places.ts';
import { type DemoStep, demoSteps } from './demo/plan.ts';
import { DEMO_NEXT, type DemoSeason, demoSeasons } from './demo/seasons.ts';
import type { Province } from './reference.ts';

/** Provinsi Contoh: everything in it is invented, and the same each time. */
export interface Demo {
  readonly province: Province;
  readonly governments: readonly DemoGovernment[];
  readonly people: readonly DemoPerson[];
  readonly units: readonly DemoUnit[];
  readonly seasons: readonly [DemoSeason, DemoSeason];
  /** Planned, and seen by no phone; none in a story that does not go so far. */
  readonly next?: typeof DEMO_NEXT;
  /** What people did, in the order of time; to be done by the platform's own verbs. */
  readonly steps: readonly DemoStep[];
}

/**
 * `instrument` is the one of 2023 and 2024, by which both seasons are assessed; `today` the day on which somebody looks at it,
 * the one of the story unless said.
 */
export function makeDemo(instrument: Instrument, today?: Date): Demo {
  const seasons = demoSeasons(today);
  return {
    province: DEMO_REGION,
    governments: DEMO_GOVERNMENTS,
    people: Object.values(DEMO_PEOPLE),
    units: DEMO_UNITS,
    seasons,
    next: DEMO_NEXT,
    steps: demoSteps(instrument, seasons),
  };
}

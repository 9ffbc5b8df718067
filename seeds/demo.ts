import type { Instrument } from '@patuh/shared/domain/instrument';

import { DEMO_PEOPLE, type DemoPerson } from './demo/people.ts';
import { DEMO_GOVERNMENTS, DEMO_REGION, DEMO_UNITS, type DemoGovernment, type DemoUnit } from './demo/places.ts';
import { type DemoStep, demoSteps } from './demo/plan.ts';
import { DEMO_SEASONS } from './demo/seasons.ts';
import type { Province } from './reference.ts';

/** Provinsi Contoh: everything in it is invented, and the same each time. */
export interface Demo {
  readonly province: Province;
  readonly governments: readonly DemoGovernment[];
  readonly people: readonly DemoPerson[];
  readonly units: readonly DemoUnit[];
  readonly seasons: typeof DEMO_SEASONS;
  /** What people did, in the order of time; to be done by the platform's own verbs. */
  readonly steps: readonly DemoStep[];
}

/** `instrument` is the one of 2023 and 2024, by which both seasons are assessed. */
export function makeDemo(instrument: Instrument): Demo {
  return {
    province: DEMO_REGION,
    governments: DEMO_GOVERNMENTS,
    people: Object.values(DEMO_PEOPLE),
    units: DEMO_UNITS,
    seasons: DEMO_SEASONS,
    steps: demoSteps(instrument, DEMO_SEASONS),
  };
}

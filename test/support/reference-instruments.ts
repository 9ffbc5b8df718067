import { Instrument } from '@patuh/shared/domain/instrument';

import instrument2021 from '../../seeds/reference/instruments/instrument-2021.json' with { type: 'json' };
import instrument2022 from '../../seeds/reference/instruments/instrument-2022.json' with { type: 'json' };
import instrument2023 from '../../seeds/reference/instruments/instrument-2023-2024.json' with { type: 'json' };
import instrument2025 from '../../seeds/reference/instruments/instrument-2025.json' with { type: 'json' };

/** The instruments the platform ships, as the reference data holds them; loads in Node and in a browser bundle. */
export const referenceInstruments: readonly Instrument[] = [
  instrument2021,
  instrument2022,
  instrument2023,
  instrument2025,
].map((file) => Instrument.parse(file));

/** The reference instrument of a year. */
export function instrumentOf(year: number): Instrument {
  const found = referenceInstruments.find(({ years }) => years.includes(year));
  if (found === undefined) throw new RangeError(`No reference instrument for ${year}`);
  return found;
}

import { benchAcceptance } from './acceptance.ts';
import type { BenchLine } from './compare.ts';
import { benchDesk } from './desk.ts';
import { benchForm } from './form.ts';
import { benchLoad } from './load.ts';
import { benchOffice } from './office.ts';
import { benchPages } from './pages.ts';
import { benchPhone } from './phone.ts';
import { benchPhotos } from './photos.ts';
import { benchPush } from './push.ts';
import { benchScoring } from './scoring.ts';
import { benchSizes } from './sizes.ts';
import { benchUpload } from './upload.ts';

/**
 * `npm run bench [-- NAME…]`: one JSON line per figure, each against a baseline measured in the same run. `NAME=PART` measures
 * only the lines of that bench whose name contains the part, where the bench can: `office=quality`.
 */
const BENCHES: Readonly<Record<string, (part?: string) => readonly BenchLine[] | Promise<readonly BenchLine[]>>> = {
  scoring: benchScoring,
  sizes: benchSizes,
  pages: benchPages,
  phone: benchPhone,
  push: benchPush,
  form: benchForm,
  photos: benchPhotos,
  load: benchLoad,
  office: benchOffice,
  upload: benchUpload,
  acceptance: benchAcceptance,
  desk: benchDesk,
};

const wanted = new Map(
  process.argv.slice(2).map((argument) => {
    const [name = '', part] = argument.split('=', 2);
    return [name, part] as const;
  }),
);
const unknown = [...wanted.keys()].filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.size > 0 && !wanted.has(name)) continue;
  for (const line of await bench(wanted.get(name))) console.log(JSON.stringify(line));
}

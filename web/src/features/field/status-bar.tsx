import { type ReactElement, Suspense, useState } from 'react';

import { fieldLightsText } from '../../text/id/field-lights.ts';
import { optionalPart } from '../../ui/optional-part.tsx';
import { useDeskState } from './desk-scope.tsx';
import { LightSign } from './light.tsx';
import { type Lights, lightsOf, type Tone, toneOfAnswers, toneOfDevice, toneOfPhotos } from './lights.ts';
import { useStandingOfAll } from './use-standing.ts';
import { type Headline, statusLine } from './status-line.ts';
import { photosWords, sinceWords } from './three-lights.tsx';
import { useNow } from './use-now.ts';
import { whenWords } from './when-words.ts';

const ReminderNotice = optionalPart(async () => (await import('./reminder-notice.tsx')).ReminderNotice);
const StatusDetails = optionalPart(async () => (await import('./status-details.tsx')).StatusDetails);

/** Where the data is and what to do, on every screen of the field; one tap opens the rest. */
export function StatusBar(): ReactElement {
  const { exchange, files } = useDeskState();
  const standing = useStandingOfAll();
  const [open, setOpen] = useState(false);
  const now = useNow();
  const { headline, advice, tone } = statusLine({ standing, ...exchange, sendingFile: files.sending });
  return (
    <>
      <section className={`status status--${tone}`} aria-label={fieldLightsText.label}>
        <p className="status__line" role="status">
          <LightSign tone={tone} /> <strong>{headlineWords(headline, now)}</strong>
        </p>
        <button
          type="button"
          className="status__toggle"
          aria-expanded={open}
          aria-controls="rincian-pengiriman"
          onClick={() => setOpen(!open)}
        >
          {open ? fieldLightsText.hide : fieldLightsText.details}
        </button>
        {advice.map((one) => (
          <p key={one} className="status__advice">
            {fieldLightsText.advice[one]}
          </p>
        ))}
        {open ? null : <ShortLights lights={lightsOf(standing)} />}
      </section>
      <div id="rincian-pengiriman" hidden={!open}>
        {open ? (
          <Suspense fallback={null}>
            <StatusDetails />
          </Suspense>
        ) : null}
      </div>
      {standing.waiting === 0 ? null : (
        <Suspense fallback={null}>
          <ReminderNotice />
        </Suspense>
      )}
    </>
  );
}

function headlineWords(headline: Headline, now: number): string {
  const { line } = fieldLightsText;
  switch (headline.kind) {
    case 'all-there':
      return line.allThere(whenWords(headline.at, now));
    case 'waiting':
      return line.waiting(headline.count, sinceWords(headline.since, now));
    case 'sending':
    case 'refused':
    case 'unkept':
      return line[headline.kind](headline.count);
    case 'photos-waiting':
      return line.photosWaiting(headline.count);
    case 'sending-photos':
      return line.sendingPhotos(headline.number, headline.of, headline.percent);
    case 'comparing':
    case 'unconfirmed':
      return line[headline.kind];
    default:
      return headline satisfies never;
  }
}

/** The three lights in one word each. */
function ShortLights({ lights: { device, answers, photos } }: { readonly lights: Lights }): ReactElement {
  const { short } = fieldLightsText;
  return (
    <ul className="status__lights">
      <ShortLight tone={toneOfDevice(device)} name={short.names.device} words={short.device[device]} />
      <ShortLight tone={toneOfAnswers(answers)} name={short.names.answers} words={shortAnswers(answers)} />
      <ShortLight tone={toneOfPhotos(photos)} name={short.names.photos} words={photosWords(photos, short.photos)} />
    </ul>
  );
}

interface ShortLightProps {
  readonly tone: Tone;
  readonly name: string;
  readonly words: string;
}

function ShortLight({ tone, name, words }: ShortLightProps): ReactElement {
  return (
    <li>
      <LightSign tone={tone} /> {name}: {words}
    </li>
  );
}

function shortAnswers(light: Lights['answers']): string {
  const { short } = fieldLightsText;
  if (light.kind === 'all-there') return short.allThere;
  return light.kind === 'unconfirmed' ? short.unconfirmed : short[light.kind](light.count);
}

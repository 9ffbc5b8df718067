import type { ReactElement } from 'react';

import { fieldLightsText } from '../../text/id/field-lights.ts';
import { Light } from './light.tsx';
import {
  type AnswersLight,
  type Lights,
  type PhotosLight,
  toneOfAnswers,
  toneOfDevice,
  toneOfPhotos,
} from './lights.ts';
import { whenWords } from './when-words.ts';

/** On this device, answers at the server, photos at the server: each with its shape and in words. */
export function ThreeLights({ lights, now }: { readonly lights: Lights; readonly now: number }): ReactElement {
  const { device, answers, photos } = lights;
  const { names } = fieldLightsText;
  return (
    <ul className="lights" aria-label={fieldLightsText.lights}>
      <Light tone={toneOfDevice(device)} name={names.device}>
        {fieldLightsText.device[device]}
      </Light>
      <Light tone={toneOfAnswers(answers)} name={names.answers}>
        {answersWords(answers, now)}
      </Light>
      <Light tone={toneOfPhotos(photos)} name={names.photos}>
        {photosWords(photos)}
      </Light>
    </ul>
  );
}

function answersWords(light: AnswersLight, now: number): string {
  switch (light.kind) {
    case 'all-there':
      return fieldLightsText.allThere(whenWords(light.at, now));
    case 'waiting':
      return fieldLightsText.waiting(light.count, sinceWords(light.since, now));
    case 'refused':
      return fieldLightsText.refused(light.count);
    case 'unconfirmed':
      return fieldLightsText.unconfirmed;
    default:
      return light satisfies never;
  }
}

type PhotoWords = Readonly<Record<'none-yet' | 'all-there', string>> &
  Readonly<Record<'waiting' | 'elsewhere' | 'lost' | 'refused', (count: number) => string>>;

export function photosWords(light: PhotosLight, words: PhotoWords = fieldLightsText.photos): string {
  return 'count' in light ? words[light.kind](light.count) : words[light.kind];
}

export function sinceWords(since: number | undefined, now: number): string | undefined {
  return since === undefined ? undefined : whenWords(since, now);
}

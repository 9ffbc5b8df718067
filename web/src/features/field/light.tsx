import type { ReactElement, ReactNode } from 'react';

import type { Tone } from './lights.ts';

interface LightProps {
  readonly tone: Tone;
  readonly name: string;
  readonly children: ReactNode;
}

/** One light: a shape of its own for each tone, what it is about, and how it stands. */
export function Light({ tone, name, children }: LightProps): ReactElement {
  return (
    <li className={`light light--${tone}`}>
      <LightSign tone={tone} />
      <span className="light__name">{name}:</span> <span className="light__words">{children}</span>
    </li>
  );
}

export function LightSign({ tone }: { readonly tone: Tone }): ReactElement {
  return (
    <svg className={`light__sign light__sign--${tone}`} viewBox="0 0 16 16" aria-hidden="true">
      <path className="light__shape" d={SHAPES[tone]} />
      <path d={SIGNS[tone]} />
    </svg>
  );
}

const CIRCLE = 'M8 1a7 7 0 1 0 0 14a7 7 0 0 0 0-14z';

/** A disc, a triangle, an octagon, an open ring. */
const SHAPES: Record<Tone, string> = {
  calm: CIRCLE,
  watch: 'M8 1l7.500 13.500h-15z',
  alarm: 'M5 1h6l4 4v6l-4 4h-6l-4-4v-6z',
  neutral: CIRCLE,
};

const SIGNS: Record<Tone, string> = {
  calm: 'M4.500 8.250l2.500 2.500 4.500-5',
  watch: 'M8 6v4M8 12v.500',
  alarm: 'M5.500 5.500l5 5M10.500 5.500l-5 5',
  neutral: 'M5 8h6',
};

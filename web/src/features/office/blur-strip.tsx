import type { UnitPhoto } from '@patuh/shared/contracts/clearances';
import { type ReactElement, useEffect, useRef } from 'react';

import { clearancesText as text } from '../../text/id/clearances.ts';
import type { PhotoState } from './use-clearing.ts';

interface BlurStripProps {
  readonly photos: readonly UnitPhoto[];
  readonly at: number;
  readonly stateOf: (photo: UnitPhoto) => PhotoState;
  readonly onOpen: (index: number) => void;
}

const SIGNS: Readonly<Record<PhotoState, string>> = {
  open: '?',
  drawn: '✎',
  sending: '…',
  refused: '!',
  cleared: '✓',
  withheld: '⊘',
};

/** All photos, small, each with a sign of what was decided about it. */
export function BlurStrip({ photos, at, stateOf, onOpen }: BlurStripProps): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at]);
  return (
    <nav className="blur__strip" aria-label={text.strip}>
      <ol ref={list}>
        {photos.map((photo, index) => {
          const state = stateOf(photo);
          return (
            <li key={photo.sha256}>
              <button
                type="button"
                className="blur__small"
                aria-label={`${text.position(index + 1, photos.length)}, ${text.states[state]}`}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => onOpen(index)}
              >
                <img src={photo.file.thumbnailUrl ?? photo.file.url} alt="" loading="lazy" decoding="async" />
                <span className={`blur__sign blur__sign--${state}`} aria-hidden="true">
                  {SIGNS[state]}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

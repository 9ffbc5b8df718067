import type { UnitPhoto } from '@patuh/shared/contracts/clearances';
import type { ReactElement } from 'react';

import { PhotoTool } from '../../platform/photo/photo-tools.tsx';
import { clearancesText as text } from '../../text/id/clearances.ts';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import type { BlurActs } from './blur-keys.ts';
import { decisionWords } from './blur-model.ts';
import type { Clearing } from './use-clearing.ts';

interface BlurDecisionProps {
  readonly photo: UnitPhoto;
  readonly clearing: Clearing;
  readonly acts: BlurActs;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** What stands about a photo, and what can be decided about it. */
export function BlurDecision({ photo, clearing, acts, hasPrevious, hasNext }: BlurDecisionProps): ReactElement {
  const changed = clearing.changedBy(photo);
  return (
    <>
      {changed === null ? (
        <Standing photo={photo} state={clearing.stateOf(photo)} />
      ) : (
        <Notice title={text.changed.title} tone="caution">
          <p>{text.changed.body(decisionWords(changed.areas), changed.by, formatMoment(changed.at))}</p>
          <p className="actions">
            <button type="button" className="button" onClick={() => clearing.takeTheirs(photo)}>
              {text.changed.theirs(changed.by)}
            </button>
            <button type="button" className="button button--quiet" onClick={() => clearing.keepMine(photo)}>
              {text.changed.mine}
            </button>
          </p>
        </Notice>
      )}
      <div className="actions blur__acts">
        <Act label={text.save} hint="S" does={acts.save} isMain />
        <Act label={text.nothing} hint="T" does={acts.nothing} isMain />
        <Act label={text.withhold} hint="X" does={acts.withhold} />
        <PhotoTool label={text.previous} sign="‹" isOff={!hasPrevious} onPress={() => acts.previous?.()} />
        <PhotoTool label={text.next} sign="›" isOff={!hasNext} onPress={() => acts.next?.()} />
      </div>
    </>
  );
}

function Standing({
  photo: { clearance },
  state,
}: Pick<BlurDecisionProps, 'photo'> & { readonly state: ReturnType<Clearing['stateOf']> }): ReactElement {
  const isStanding = clearance !== null && (state === 'cleared' || state === 'withheld');
  return (
    <p className={`blur__state blur__state--${state}`}>
      {isStanding
        ? text.decidedBy(decisionWords(clearance.areas), clearance.by, formatMoment(clearance.at))
        : sentence(text.states[state])}
    </p>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function Act({
  label,
  hint,
  does,
  isMain = false,
}: {
  readonly label: string;
  readonly hint: string;
  /** Undefined: not now. */
  readonly does: (() => void) | undefined;
  readonly isMain?: boolean;
}): ReactElement {
  return (
    // Not `disabled`: whoever steps with it by keyboard would lose their place.
    <button
      type="button"
      className={isMain && does !== undefined ? 'button' : 'button button--quiet'}
      aria-disabled={does === undefined}
      aria-keyshortcuts={hint}
      onClick={does}
    >
      {label}
      <kbd aria-hidden="true"> {hint}</kbd>
    </button>
  );
}

import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import { type ReactElement, useState } from 'react';

import { type PlaceHere, placeHere } from '../../platform/evidence/place-here.ts';
import { unitPlaceText as text } from '../../text/id/unit-place.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useAssessment, useCell, useHeader } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';

type Missed = Exclude<PlaceHere, { readonly kind: 'found' }>;

/** The place of the unit, in one tap by whoever stands in it; the device is asked for it by that tap alone. */
export function UnitPlace({ readOnly }: { readonly readOnly: boolean }): ReactElement {
  const assessment = useAssessment();
  const { coordinates } = useHeader().unit;
  const cell = useCell({ indicatorId: null, subjectId: UNIT_SUBJECT, field: 'unit-place' });
  const [asking, setAsking] = useState(false);
  const [missed, setMissed] = useState<Missed>();
  const entry = cell.value?.entry;
  const place = entry?.field === 'unit-place' ? entry.value : null;
  const set = async (): Promise<void> => {
    setAsking(true);
    const found = await placeHere();
    setAsking(false);
    setMissed(found.kind === 'found' ? undefined : found);
    if (found.kind !== 'found') return;
    const { position } = found;
    await assessment.enter({ indicatorId: null, subjectId: UNIT_SUBJECT }, { field: 'unit-place', value: position });
  };
  const standing = coordinates === null ? text.unknown : text.known;
  return (
    <section className="unit-place" aria-labelledby="letak-unit">
      <h2 id="letak-unit">{text.title}</h2>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <p>{place === null ? standing : text.set(place.accuracy)}</p>
      {place === null ? null : <KeepingMark value={cell.value} />}
      {readOnly ? null : (
        <button type="button" className="button button--quiet" disabled={asking} onClick={() => void set()}>
          {buttonWords(asking, place !== null)}
        </button>
      )}
      {missed === undefined || asking ? null : <p role="alert">{missedWords(missed)}</p>}
    </section>
  );
}

function buttonWords(asking: boolean, isSet: boolean): string {
  if (asking) return text.asking;
  return isSet ? text.again : text.here;
}

function missedWords(missed: Missed): string {
  return missed.kind === 'too-vague' ? text['too-vague'](missed.accuracy) : text[missed.kind];
}

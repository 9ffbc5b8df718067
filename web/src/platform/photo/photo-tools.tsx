import type { ReactElement } from 'react';

import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { LARGEST, type Sight } from './sight.ts';

const text = officeEvidenceText.photo;

/** Larger, smaller, turned: what can be done with a photo, for whoever has no wheel and no keyboard. */
export function PhotoTools({ sight }: { readonly sight: Sight }): ReactElement {
  return (
    <>
      <PhotoTool label={text.larger} sign="+" isOff={sight.zoom === LARGEST} onPress={() => sight.resize(1)} />
      <PhotoTool label={text.smaller} sign="−" isOff={sight.zoom === 1} onPress={() => sight.resize(-1)} />
      <PhotoTool label={text.turn} sign="↻" isOff={false} onPress={sight.turn} />
    </>
  );
}

interface PhotoToolProps {
  readonly label: string;
  readonly sign?: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

export function PhotoTool({ label, sign, isOff, onPress }: PhotoToolProps): ReactElement {
  return (
    // Not `disabled`: whoever steps with it by keyboard would lose their place at the last photo.
    <button type="button" className="button button--quiet" aria-disabled={isOff} onClick={isOff ? undefined : onPress}>
      {sign === undefined ? null : <span aria-hidden="true">{sign} </span>}
      {label}
    </button>
  );
}

import { SIGNATURE_HEIGHT, SIGNATURE_WIDTH } from '@patuh/shared/domain/visit';
import { type ReactElement, useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';

import { visitText } from '../../text/id/visit.ts';

/** Strokes in the units of the record: x and y in turn. */
export type Strokes = readonly (readonly number[])[];

/** A field that is signed with a finger, a pen or a mouse. */
export function SignatureField({ onDraw }: { readonly onDraw: (strokes: Strokes) => void }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const latest = useRef(onDraw);
  useEffect(() => {
    latest.current = onDraw;
  });
  useEffect(() => {
    const field = canvas.current;
    if (field === null) return undefined;
    // As many points as are shown, so that what is drawn on a small screen is as sharp as on paper.
    field.width = field.clientWidth;
    field.height = field.clientHeight;
    const drawn = new SignaturePad(field, { minWidth: 1, maxWidth: 2.5, penColor: '#15202b' });
    pad.current = drawn;
    const tell = (): void => latest.current(strokesOf(drawn, field));
    drawn.addEventListener('endStroke', tell);
    return () => {
      drawn.removeEventListener('endStroke', tell);
      drawn.off();
    };
  }, []);
  return (
    <div className="signature">
      <canvas ref={canvas} className="signature__field" aria-label={visitText.signHere} />
      <div className="actions">
        <button
          type="button"
          className="button button--quiet"
          onClick={() => {
            pad.current?.clear();
            onDraw([]);
          }}
        >
          {visitText.clear}
        </button>
      </div>
    </div>
  );
}

function strokesOf(pad: SignaturePad, { clientWidth, clientHeight }: HTMLCanvasElement): Strokes {
  const [across, down] = [SIGNATURE_WIDTH / clientWidth, SIGNATURE_HEIGHT / clientHeight];
  return pad
    .toData()
    .slice(0, 60)
    .map(({ points }) =>
      points
        .slice(0, 1_000)
        .flatMap(({ x, y }) => [within(x * across, SIGNATURE_WIDTH), within(y * down, SIGNATURE_HEIGHT)]),
    );
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}

import { type ChangeEvent, type ReactElement, useState } from 'react';

import { fieldFilesText } from '../../text/id/field-files.ts';
import { useDesk } from './desk-scope.tsx';
import { type TakenIn, takeIn } from './take-in.ts';

const { taken } = fieldFilesText;

/** What is said about files, and whether it went well. */
type Told = ReadonlyMap<string, boolean>;

/** Takes in files of colleagues, several at once; says of each whose it was and what became of it. */
export function TakeInPanel(): ReactElement {
  const { store, loop, refresh } = useDesk();
  const [told, setTold] = useState<Told>(new Map());
  const [reading, setReading] = useState(false);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(target.files ?? [])];
    setReading(true);
    const outcomes = new Map<string, boolean>();
    for (const file of files) {
      const text = await file.text().catch(() => '');
      const outcome = await takeIn(store, text);
      outcomes.set(takenWords(file.name, outcome), outcome.kind !== 'refused');
    }
    setTold(outcomes);
    setReading(false);
    // The same file again must be noticed again.
    target.value = '';
    await refresh();
    void loop.flush();
  };
  return (
    <>
      <label className="button button--quiet pick-files">
        {fieldFilesText.carried.take}
        <input type="file" multiple disabled={reading} onChange={(event) => void take(event)} />
      </label>
      <div role="status">
        {reading ? <p>{fieldFilesText.carried.taking}</p> : null}
        {[...told].map(([words, well]) => (
          <p key={words} className={well ? 'notice' : 'notice notice--caution'}>
            {words}
          </p>
        ))}
      </div>
    </>
  );
}

function takenWords(file: string, outcome: TakenIn): string {
  switch (outcome.kind) {
    case 'taken': {
      const words = taken.taken(outcome.name, outcome.count);
      return outcome.damaged === 0 ? words : `${words} ${taken.damaged(outcome.damaged)}`;
    }
    case 'again':
      return taken.again(outcome.name);
    case 'refused':
      return `${file}: ${taken.refused[outcome.why]}`;
    default:
      return outcome satisfies never;
  }
}

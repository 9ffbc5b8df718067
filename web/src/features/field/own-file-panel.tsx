import type { FieldFile } from '@patuh/shared/contracts/field-files';
import { type ReactElement, useCallback, useState } from 'react';

import { asTextFile, canShare, saveFile, shareFile } from '../../platform/field-file/hand-over.ts';
import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import { fieldFilesText } from '../../text/id/field-files.ts';
import { useDesk, usePerson } from './desk-scope.tsx';
import { type LastFile, lastFile, type OwnFile, ownFile, rememberFile } from './own-file.ts';
import { useStandingOfAll } from './use-standing.ts';
import { sinceWords } from './three-lights.tsx';
import { useStored } from './use-stored.ts';
import { whenWords } from './when-words.ts';

const { own } = fieldFilesText;

/** One’s own unsent answers as a file: to keep, or to give to whoever gets home first. */
export function OwnFilePanel({ now }: { readonly now: number }): ReactElement {
  const { store } = useDesk();
  const { waiting, waitingSince, files } = useStandingOfAll();
  const made = useOwnFile();
  const [said, setSaid] = useState('');
  const [handed, setHanded] = useState<LastFile>();
  const last = useStored(lastFile);
  const newest = handed ?? last;
  const remember = async (file: FieldFile, words: string): Promise<void> => {
    setHanded(await rememberFile(store, file, new Date()));
    setSaid(words);
  };
  return (
    <section className="panel" aria-labelledby="berkas-saya">
      <h2 id="berkas-saya">{own.title}</h2>
      {made === 'nothing' ? (
        <p>{own.nothing}</p>
      ) : (
        <p>
          <strong>{own.waiting(waiting, sinceWords(waitingSince, now))}</strong>
        </p>
      )}
      {files.here === 0 ? null : <p>{own.photosStay(files.here)}</p>}
      <HandOver made={made} onHanded={remember} onFailed={() => setSaid(own.failed)} />
      <p role="status">{said}</p>
      <p className="small soft">{newest === undefined ? own.none : own.last(whenWords(newest.at, now), newest.held)}</p>
    </section>
  );
}

interface HandOverProps {
  readonly made: Prepared;
  readonly onHanded: (file: FieldFile, words: string) => Promise<void>;
  readonly onFailed: () => void;
}

function HandOver({ made, onHanded, onFailed }: HandOverProps): ReactElement | null {
  if (made === 'nothing') return null;
  if (made === 'making') return <p>{own.making}</p>;
  if (made === 'no-keys') return <p>{own.noKeys}</p>;
  if (made === 'failed') return <p role="alert">{own.failed}</p>;
  const file = asTextFile(made);
  const save = (): void => {
    saveFile(file);
    void onHanded(made, own.saved(file.name));
  };
  const share = async (): Promise<void> => {
    const outcome = await shareFile(file);
    if (outcome === 'shared') await onHanded(made, own.shared);
    else if (outcome === 'failed') onFailed();
  };
  return (
    <>
      <p className="small">{own.explain}</p>
      <div className="actions">
        <button type="button" className="button" onClick={save}>
          {own.save}
        </button>
        {canShare(file) ? (
          <button type="button" className="button button--quiet" onClick={() => void share()}>
            {own.share}
          </button>
        ) : null}
      </div>
    </>
  );
}

type Prepared = FieldFile | Exclude<OwnFile['kind'], 'made'> | 'making' | 'failed';

/** Made before anybody asks: a browser shares a file only right after the tap. */
function useOwnFile(): Prepared {
  const { personId, name } = usePerson();
  const prepare = useCallback(
    async ({ store }: FieldDesk): Promise<Prepared> => {
      try {
        const made = await ownFile(store, { personId, name }, new Date());
        return made.kind === 'made' ? made.file : made.kind;
      } catch {
        return 'failed';
      }
    },
    [personId, name],
  );
  return useStored(prepare) ?? 'making';
}

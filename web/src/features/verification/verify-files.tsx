import { assertNever } from '@patuh/shared/domain/assert-never';
import type { VerifyReport } from '@patuh/shared/publication/verify';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';

import { reportText as text } from '../../text/id/verification-report.ts';
import { ReportView } from './report-view.tsx';

export interface VerifyFilesProps {
  /** Publications of this site, for the button that checks them all. */
  readonly own: readonly string[];
}

type State =
  | { readonly kind: 'idle' | 'working' | 'failed' | 'unreachable' }
  | { readonly kind: 'done'; readonly report: VerifyReport };

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const KEY = /^[0-9a-f]{64}$/;

/** Checks publication files where the reader is: nothing is sent anywhere. The code that checks is loaded when asked for. */
export function VerifyFiles({ own }: VerifyFilesProps): ReactElement {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [key, setKey] = useState('');
  // What was checked last, so that a key typed afterwards is checked against it too.
  const given = useRef<readonly Given[]>([]);
  const keyWrong = key !== '' && !KEY.test(key);

  const run = async (files: readonly Given[], trustedKey: string): Promise<void> => {
    given.current = files;
    setState({ kind: 'working' });
    try {
      const { verifyPublications } = await import('@patuh/shared/publication/verify');
      const options = KEY.test(trustedKey) ? { trustedKey } : {};
      setState({ kind: 'done', report: verifyPublications(files, options) });
    } catch {
      setState({ kind: 'failed' });
    }
  };
  const choose = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    await run(await Promise.all(files.map(readFile)), key);
  };
  const checkOwn = async (): Promise<void> => {
    setState({ kind: 'working' });
    const files = await Promise.all(own.map(download)).catch(() => undefined);
    if (files === undefined) setState({ kind: 'unreachable' });
    else await run(files, key);
  };
  const changeKey = (typed: string): void => {
    const next = typed.trim().toLowerCase();
    setKey(next);
    if (given.current.length > 0 && (next === '' || KEY.test(next))) void run(given.current, next);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void choose([...event.dataTransfer.files]);
  };

  return (
    <div className="verify needs-script">
      <div className="verify__drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label htmlFor="berkas">{text.filesLabel}</label>
        <input
          id="berkas"
          type="file"
          multiple
          accept=".json,application/json"
          aria-describedby="berkas-keterangan"
          onChange={(event) => void choose([...(event.currentTarget.files ?? [])])}
        />
        <p id="berkas-keterangan" className="small soft">
          {text.filesHint} {text.drop}
        </p>
        {own.length === 0 ? null : (
          <button type="button" className="button button--quiet" onClick={() => void checkOwn()}>
            {text.ownButton(own.length)}
          </button>
        )}
      </div>
      <div className="verify__key">
        <label htmlFor="kunci">{text.keyLabel}</label>
        <input
          id="kunci"
          type="text"
          className="mono"
          value={key}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={keyWrong}
          aria-describedby="kunci-keterangan"
          onChange={(event) => changeKey(event.currentTarget.value)}
        />
        <p id="kunci-keterangan" className="small soft">
          {keyWrong ? <strong>{text.keyWrong}</strong> : text.keyHint}
        </p>
      </div>
      <div role="status" className="verify__result">
        <Result state={state} />
      </div>
    </div>
  );
}

function Result({ state }: { readonly state: State }): ReactElement | null {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'done':
      return <ReportView report={state.report} />;
    case 'working':
    case 'failed':
    case 'unreachable':
      return <p>{text[state.kind]}</p>;
    default:
      return assertNever(state);
  }
}

async function readFile(file: File): Promise<Given> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function download(id: string): Promise<Given> {
  const response = await fetch(`/api/publications/${id}`);
  if (!response.ok) throw new Error(`${id}: ${response.status}`);
  return { name: `${id}.json`, bytes: new Uint8Array(await response.arrayBuffer()) };
}

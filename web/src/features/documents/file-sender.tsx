import { type ReactElement, useState } from 'react';

import { pickFiles } from '../../platform/evidence/pick-files.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { documentsText as text } from '../../text/id/documents.ts';
import { fieldEvidenceText } from '../../text/id/field-evidence.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Sending, sendDocument } from './send-document.ts';

interface Sent {
  readonly key: number;
  readonly file: File;
  readonly state: Sending;
}

/** The button, and what becomes of each file that was chosen; one after the other, so that a slow line finishes some. */
export function FileSender({
  token,
  onReceived,
}: {
  readonly token: string;
  readonly onReceived: () => void;
}): ReactElement {
  const { files, add, again } = useSender(token, onReceived);
  const isBusy = files.some(({ state }) => ['preparing', 'sending', 'waiting-for-line'].includes(state.kind));
  const isDone = files.length > 0 && files.every(({ state }) => state.kind === 'received');
  const choose = async (): Promise<void> => add(await pickFiles({ accept: 'image/*,application/pdf', multiple: true }));
  return (
    <section className="section" aria-label={text.sending}>
      <p>{text.chooseHint}</p>
      <p className="small soft">{text.privacy}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => void choose()}>
          {text.choose}
        </button>
      </div>
      <ul aria-live="polite" className="sent-files">
        {files.map((one) => (
          <li key={one.key}>
            <strong>{one.file.name}</strong>: {words(one.state)}
            {one.state.kind === 'failed' ? (
              <>
                <FaultNotice fault={one.state.fault} />
                <button type="button" className="button button--quiet" onClick={() => again(one)}>
                  {text.again}
                </button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {isBusy ? <p className="small">{text.stay}</p> : null}
      {isDone ? (
        <Notice>
          <p>{text.thanks}</p>
        </Notice>
      ) : null}
    </section>
  );
}

let lastKey = 0;
let line: Promise<void> = Promise.resolve();

function useSender(token: string, onReceived: () => void) {
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const start = ({ key, file }: Sent): void => {
    const tell = (state: Sending): void => {
      setFiles((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));
      if (state.kind === 'received') onReceived();
    };
    line = line.then(async () => await sendDocument(token, file, tell));
  };
  return {
    files,
    add: (chosen: readonly File[]): void => {
      const added = chosen.map((file): Sent => ({ key: (lastKey += 1), file, state: { kind: 'preparing' } }));
      setFiles((all) => [...all, ...added]);
      for (const one of added) start(one);
    },
    again: start,
  };
}

function words(state: Sending): string {
  switch (state.kind) {
    case 'preparing':
      return text.state.preparing;
    case 'sending':
      return text.state.sending(percentOf(state));
    case 'waiting-for-line':
      return text.state.waiting(percentOf(state));
    case 'received':
      return text.state.received;
    case 'refused':
      return fieldEvidenceText.faults[state.why];
    case 'failed':
      return text.state.failed;
    default:
      return state satisfies never;
  }
}

function percentOf({ sent, of }: { readonly sent: number; readonly of: number }): number {
  return Math.floor((100 * sent) / of);
}

import { useRef, useState } from 'react';

import { readFieldFile } from '../../platform/field-file/read-file.ts';
import { bringOverHttp } from '../../platform/field-file/send-file.ts';
import { asRead, type Incoming, type IncomingState, sent } from './incoming.ts';

interface Incomings {
  /** The newest first. */
  readonly all: readonly Incoming[];
  readonly take: (files: readonly File[]) => void;
  readonly again: (incoming: Incoming) => void;
}

/** Files that were chosen on this page: one is sent after the other, so that none waits for a slow line twice. */
export function useIncoming(): Incomings {
  const [all, setAll] = useState<readonly Incoming[]>([]);
  const line = useRef(Promise.resolve());
  const last = useRef(0);

  const show = (key: number, state: IncomingState): void =>
    setAll((known) => known.map((one) => (one.key === key ? { ...one, state } : one)));

  const send = async (key: number, read: () => Promise<IncomingState>, before: Promise<void>): Promise<void> => {
    await before;
    const state = await read();
    show(key, state);
    if (state.kind === 'sending' && state.file !== undefined) show(key, await sent(state.file, bringOverHttp()));
  };
  const queue = (key: number, read: () => Promise<IncomingState>): void => {
    line.current = send(key, read, line.current);
  };

  return {
    all,
    take: (files) => {
      for (const file of files) {
        last.current += 1;
        const key = last.current;
        const fresh: Incoming = { key, name: file.name, state: { kind: 'sending', file: undefined } };
        setAll((known) => [fresh, ...known]);
        queue(key, async () => asRead(await readFieldFile(await textOf(file), undefined)));
      }
    },
    again: ({ key, state: { file } }) => {
      show(key, { kind: 'sending', file });
      queue(key, async () => await Promise.resolve({ kind: 'sending', file }));
    },
  };
}

/** Empty where it cannot be read: a folder was dropped, or the stick was pulled out. */
async function textOf(file: File): Promise<string> {
  return await file.text().catch(() => '');
}

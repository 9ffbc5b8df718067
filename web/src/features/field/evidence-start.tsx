import { type ReactElement, useEffect, useState } from 'react';
import { useLocation } from 'wouter';

import { isCameraOpen } from '../../platform/evidence/camera-lock.ts';
import { finishUnfinished } from '../../platform/evidence/keep-evidence.ts';
import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { Notice } from '../../ui/notice.tsx';
import { forgetNote } from './camera-note.ts';
import { useDesk } from './desk-scope.tsx';
import { UNITS_PATH } from './paths.ts';

/** Once per start: what the device had begun to keep when it died is finished, and what is lost is said where it was. */
export function EvidenceStart(): ReactElement | null {
  const desk = useDesk();
  const [, navigate] = useLocation();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (begun.has(desk)) return;
    begun.add(desk);
    const start = async (): Promise<void> => {
      const { words, at } = await atStart(desk);
      setSaid(words);
      if (at !== undefined) navigate(at);
    };
    void start().catch(() => undefined);
  }, [desk, navigate]);
  if (said === '') return null;
  return (
    <div className="wrap" role="alert">
      <Notice>
        {said}{' '}
        <button type="button" className="button button--quiet" onClick={() => setSaid('')}>
          {text.understood}
        </button>
      </Notice>
    </div>
  );
}

const begun = new WeakSet<FieldDesk>();

async function atStart({ store, open }: FieldDesk): Promise<{ readonly words: string; readonly at?: string }> {
  // Of another tab: whoever is photographing there is not disturbed, and nothing is lost yet.
  const note = (await isCameraOpen()) ? '' : ((await store.note('camera-open-at')) ?? '');
  if (note !== '') await forgetNote(store);
  const rescued = await finishUnfinished(store, open);
  const at = note.startsWith(`${UNITS_PATH}/`) ? { at: note } : {};
  if (rescued > 0) return { words: text.rescued(rescued), ...at };
  return note === '' ? { words: '' } : { words: text.lost, ...at };
}

import { FILE_SIZE } from '@patuh/shared/contracts/field-files';
import { type ReactElement, useState } from 'react';

import { lockedFileOf } from '../../platform/field-file/make-file.ts';
import { asTextFile, saveFile } from '../../platform/field-file/hand-over.ts';
import { lockedRows } from '../../platform/field-store/left-behind.ts';
import type { Known } from '../../platform/identity/identities.ts';
import { identityText } from '../../text/id/identity.ts';

const { forgotten } = identityText;

/** Everything unsent of a store that nobody here can open, as a file for the office. */
export function SaveLocked({ person }: { readonly person: Known }): ReactElement {
  const [said, setSaid] = useState('');
  return (
    <section className="section" aria-labelledby="simpan-terkunci">
      <h2 id="simpan-terkunci">{forgotten.saveTitle}</h2>
      <p>{forgotten.saveBody}</p>
      <button
        type="button"
        className="button button--quiet"
        onClick={() => void saveLocked(person).then((count) => setSaid(wordsFor(count)))}
      >
        {forgotten.save}
      </button>
      <p role="status">{said}</p>
    </section>
  );
}

/** Answers with how many changes were saved. More than one file holds are more than a person enters in a season. */
async function saveLocked({ personId, name, custody }: Known): Promise<number> {
  const rows = await lockedRows(personId);
  for (let from = 0; from < rows.length; from += FILE_SIZE) {
    const part = rows.slice(from, from + FILE_SIZE);
    saveFile(asTextFile(lockedFileOf({ personId, name, custody, rows: part }, new Date())));
  }
  return rows.length;
}

function wordsFor(count: number): string {
  return count === 0 ? forgotten.nothingToSave : forgotten.saved(count);
}

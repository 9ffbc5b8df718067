import { type ReactElement, useEffect, useState } from 'react';
import { Link } from 'wouter';

import type { CarriedFile } from '../../platform/field-store/field-store.ts';
import { fieldFilesText } from '../../text/id/field-files.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { CarriedList } from './carried-list.tsx';
import { useDesk, useDeskState } from './desk-scope.tsx';
import { UNITS_PATH } from './paths.ts';
import { useNow } from './use-now.ts';

/** Answers as files, for days without a network: one's own to keep or hand over, those of colleagues to carry. */
export function FilesPage(): ReactElement {
  const now = useNow();
  return (
    <AppPage
      title={fieldFilesText.title}
      lead={fieldFilesText.lead}
      above={
        <Link className="back" href={UNITS_PATH}>
          {fieldFilesText.back}
        </Link>
      }
    >
      <section className="section" aria-labelledby="titipan">
        <h2 id="titipan">{fieldFilesText.carried.title}</h2>
        <p>{fieldFilesText.carried.explain}</p>
        <CarriedList files={useCarried()} now={now} />
      </section>
    </AppPage>
  );
}

function useCarried(): readonly CarriedFile[] {
  const { store } = useDesk();
  const { revision } = useDeskState().journal;
  const [files, setFiles] = useState<readonly CarriedFile[]>([]);
  useEffect(() => {
    const visit = { left: false };
    void store.carried().then((read) => (visit.left ? undefined : setFiles(read)));
    return () => {
      visit.left = true;
    };
  }, [store, revision]);
  return files;
}

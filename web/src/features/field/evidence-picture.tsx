import { type ReactElement, useEffect, useState } from 'react';

import { asPicture } from '../../platform/evidence/as-picture.ts';
import type { FilePlace } from '../../platform/field-store/file-shelf.ts';
import { useDesk } from './desk-scope.tsx';

interface EvidencePictureProps extends FilePlace {
  /** The whole photo where it is here; else the small one. */
  readonly large?: boolean;
  readonly alt: string;
  readonly className: string;
  /** Where this device has no picture. */
  readonly otherwise: ReactElement;
}

/** A photo out of the store, opened when it is shown. */
export function EvidencePicture(props: EvidencePictureProps): ReactElement {
  const { assessmentId, sha256, large = false, alt, className, otherwise } = props;
  const { store } = useDesk();
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const visit = { left: false };
    const look = async (): Promise<void> => {
      const shelf = await store.shelf();
      const place = { assessmentId, sha256 };
      const found = (large ? await shelf.content(place) : undefined) ?? (await shelf.thumbnail(place));
      if (!visit.left) setSource(found === undefined ? '' : asPicture(found));
    };
    void look().catch(() => undefined);
    return () => {
      visit.left = true;
    };
  }, [store, assessmentId, sha256, large]);
  if (source === '') return otherwise;
  return source === undefined ? <span className={className} /> : <img className={className} src={source} alt={alt} />;
}

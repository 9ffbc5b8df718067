import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';

import { Loading } from '../ui/loading.tsx';
import { FIELD_PATH, loadField } from './areas.tsx';

const Field = lazy(loadField);

export function isField(path: string): boolean {
  return path === FIELD_PATH || path.startsWith(`${FIELD_PATH}/`);
}

/**
 * The field is open to whoever has a store on this device, signed in or not, with a network or without; everybody else
 * is where they would be anyway.
 */
export function FieldDoor({ elsewhere }: { readonly elsewhere: ReactNode }): ReactElement {
  return (
    <Suspense fallback={<Loading />}>
      <Field elsewhere={elsewhere} />
    </Suspense>
  );
}

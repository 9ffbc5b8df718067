import { type ReactElement, type ReactNode, useEffect, useState } from 'react';

import { beganOutside, beginAnew } from '../platform/app-update/inside-shell.ts';
import { Loading } from '../ui/loading.tsx';
import { field, FIELD_PATH } from './areas.tsx';

export function isField(path: string): boolean {
  return path === FIELD_PATH || path.startsWith(`${FIELD_PATH}/`);
}

/**
 * The field is open to whoever has a store on this device, signed in or not, with a network or without; everybody else
 * is where they would be anyway.
 */
export function FieldDoor({ elsewhere }: { readonly elsewhere: ReactNode }): ReactElement {
  const [anew] = useState(() => beganOutside(FIELD_PATH));
  useEffect(() => {
    if (anew) beginAnew();
  }, [anew]);
  if (anew) return <Loading />;
  return <field.Show meanwhile={<Loading />}>{(Field) => <Field elsewhere={elsewhere} />}</field.Show>;
}

import type { ReactElement } from 'react';

import { fieldConcernsText } from '../../text/id/field-concerns.ts';
import { isUrgent } from './concerns.ts';
import { concernsHere } from './concerns-here.ts';
import { useStored } from './use-stored.ts';

/** Said before somebody enters more: this device may not keep it, or has little room left. */
export function UrgentConcerns(): ReactElement | null {
  const urgent = useStored(concernsHere)?.filter(isUrgent) ?? [];
  return (
    <>
      {urgent.map((concern) => (
        <div key={concern} className="notice notice--caution" role="note">
          <p className="notice__title">{fieldConcernsText[concern].title}</p>
          <p>{fieldConcernsText[concern].body}</p>
        </div>
      ))}
    </>
  );
}

/** Everything there is to know about how safe answers are on this device. */
export function EveryConcern(): ReactElement | null {
  const concerns = useStored(concernsHere) ?? [];
  if (concerns.length === 0) return null;
  return (
    <ul className="small">
      {concerns.map((concern) => (
        <li key={concern}>
          <strong>{fieldConcernsText[concern].title}.</strong> {fieldConcernsText[concern].body}
        </li>
      ))}
    </ul>
  );
}

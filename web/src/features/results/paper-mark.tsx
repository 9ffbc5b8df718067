import { type ReactElement, useState } from 'react';

import { useMe } from '../../platform/session.ts';
import { printedBy } from '../../text/id/results.ts';
import { formatMoment } from '../../ui/moment.ts';

/** On paper only: whose copy it is, and whether the result is provisional. A sheet that goes astray says where from. */
export function PaperMark({ provisional }: { readonly provisional: boolean }): ReactElement {
  const { name } = useMe();
  const [opened] = useState(() => new Date().toISOString());
  return <p className="paper-mark">{printedBy(name, formatMoment(opened), provisional)}</p>;
}

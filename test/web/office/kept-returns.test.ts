import { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { returnsKept } from '@patuh/web/features/office/kept-returns';
import { beforeEach, describe, expect, it } from 'vitest';

import { aTab } from '../../support/tab.ts';

const [theresia, yosef] = [1, 2].map((n) => PersonId.parse(`00000000-0000-4000-8000-00000000000${n}`));
const [health, school] = [3, 4].map((n) => AssessmentId.parse(`00000000-0000-4000-8000-00000000000${n}`));

const KEPT = [
  { indicatorId: 'persyaratan', subjectId: 'product-1', reason: 'Foto tidak mendukung.', marked: true },
] as unknown as ReturnType<ReturnType<typeof returnsKept>['read']>;

let tab: Storage;
beforeEach(() => {
  tab = aTab();
});

describe('what is about to be given back', () => {
  it('is there again after a reload, at its unit only', () => {
    returnsKept(theresia!, health!, tab).keep(KEPT);
    expect(returnsKept(theresia!, health!, tab).read()).toEqual(KEPT);
    expect(returnsKept(theresia!, school!, tab).read()).toEqual([]);
  });

  it('is never read by who sits down at the same desk, and is gone then', () => {
    returnsKept(theresia!, health!, tab).keep(KEPT);
    expect(returnsKept(yosef!, health!, tab).read()).toEqual([]);
    expect(returnsKept(theresia!, health!, tab).read()).toEqual([]);
  });

  it.each(['{', '[{"reason":1}]', 'null'])('is nothing where the tab holds %s', (held) => {
    tab.setItem(`patuh-returns-${theresia!}-${health!}`, held);
    expect(returnsKept(theresia!, health!, tab).read()).toEqual([]);
  });
});

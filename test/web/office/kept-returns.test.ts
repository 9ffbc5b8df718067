import { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { returnsKept } from '@patuh/web/features/office/kept-returns';
import { beforeEach, describe, expect, it } from 'vitest';

const [theresia, yosef] = [1, 2].map((n) => PersonId.parse(`00000000-0000-4000-8000-00000000000${n}`));
const [health, school] = [3, 4].map((n) => AssessmentId.parse(`00000000-0000-4000-8000-00000000000${n}`));

/** As the browser keeps it, with nothing else in it. */
function aTab(): Storage {
  const held = new Map<string, string>();
  const tab: Storage = Object.assign(Object.create(null) as object, {
    length: 0,
    clear: () => held.clear(),
    key: () => null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      held.set(key, value);
      Object.defineProperty(tab, key, { value, enumerable: true, configurable: true });
    },
    removeItem: (key: string) => {
      held.delete(key);
      Reflect.deleteProperty(tab, key);
    },
  });
  return tab;
}

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

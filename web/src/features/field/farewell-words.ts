import { fieldDetailsText } from '../../text/id/field-details.ts';
import type { Tone, Reason } from './lights.ts';

/** “Boleh pulang?” about one unit: yes only when it is true, else what is missing. */
export function farewell(reasons: readonly Reason[], isOpen: boolean): { readonly tone: Tone; readonly words: string } {
  const [first, ...others] = isOpen ? reasons : reasons.filter(({ kind }) => kind !== 'lacking');
  if (first === undefined)
    return { tone: 'calm', words: isOpen ? fieldDetailsText.mayLeave : fieldDetailsText.handedIn };
  const all = [first, ...others];
  const { onlySending, not } = fieldDetailsText;
  if (all.every(isOnlySending)) {
    return { tone: 'watch', words: onlySending(countOf(all, 'waiting'), countOf(all, 'photos-waiting')) };
  }
  return { tone: 'watch', words: not(all.map(reasonWords).join(' · ')) };
}

/** Nothing that anybody has to do: it goes by itself once there is a network. */
function isOnlySending({ kind }: Reason): boolean {
  return kind === 'waiting' || kind === 'photos-waiting';
}

function countOf(reasons: readonly Reason[], kind: 'waiting' | 'photos-waiting'): number {
  const found = reasons.find((reason) => reason.kind === kind);
  return found?.kind === kind ? found.count : 0;
}

function reasonWords(reason: Reason): string {
  const { reasons } = fieldDetailsText;
  switch (reason.kind) {
    case 'waiting':
    case 'refused':
    case 'unkept':
    case 'carried':
    case 'photos-waiting':
    case 'photos-lost':
    case 'photos-refused':
    case 'photos-elsewhere':
      return reasons[reason.kind](reason.count);
    case 'unconfirmed':
      return reasons.unconfirmed;
    case 'lacking':
      return reasons.lacking(reason.count);
    default:
      return reason satisfies never;
  }
}

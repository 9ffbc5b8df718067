import { fieldDetailsText } from '../../text/id/field-details.ts';
import type { Tone, Reason } from './lights.ts';

/** “Boleh pulang?” about one unit: yes only when it is true, else what is missing. */
export function farewell(reasons: readonly Reason[], isOpen: boolean): { readonly tone: Tone; readonly words: string } {
  const [first, ...others] = isOpen ? reasons : reasons.filter(({ kind }) => kind !== 'lacking');
  if (first === undefined)
    return { tone: 'calm', words: isOpen ? fieldDetailsText.mayLeave : fieldDetailsText.handedIn };
  if (others.length === 0 && first.kind === 'waiting') {
    return { tone: 'watch', words: fieldDetailsText.onlySending(first.count) };
  }
  if (others.length === 0 && first.kind === 'photos-waiting') {
    return { tone: 'watch', words: fieldDetailsText.onlyPhotos(first.count) };
  }
  return { tone: 'watch', words: fieldDetailsText.not([first, ...others].map(reasonWords).join(' · ')) };
}

function reasonWords(reason: Reason): string {
  const { reasons } = fieldDetailsText;
  switch (reason.kind) {
    case 'waiting':
    case 'refused':
    case 'unkept':
    case 'carried':
    case 'photos-waiting':
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

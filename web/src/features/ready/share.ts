import type { PageContext } from '@patuh/shared/contracts/pages';

import { readyText as text } from '../../text/id/ready.ts';

/** Without a configured origin the name of the site stands for it, as in the sentence of the rankings page. */
export function fullAddress(path: string, { publicUrl }: PageContext): string {
  return `${publicUrl?.replace(/\/$/, '') ?? 'Patuh, '}${path}`;
}

/** Opens WhatsApp with a message that the reader sends to whom they want. */
export function whatsAppLink(title: string, address: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text.shareText(title, address))}`;
}

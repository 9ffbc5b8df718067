/**
 * A number as it was typed, as WhatsApp wants it: with the code of the country, digits only. `0812…` and `812…` are Indonesian
 * numbers. Undefined for what is no number.
 */
export function internationalNumber(typed: string): string | undefined {
  const plain = typed.replaceAll(/[\s().-]/g, '');
  const digits = plain.replace(/^(\+|00)/, '');
  if (!/^\d{8,15}$/.test(digits)) return undefined;
  if (digits !== plain) return digits;
  if (digits.startsWith('0')) return `62${digits.slice(1)}`;
  return digits.startsWith('8') ? `62${digits}` : digits;
}

/** Opens WhatsApp with a message that is ready to be sent: to that number, or to whom one chooses there. */
export function whatsAppLink(message: string, number: string | undefined): string {
  return `https://wa.me/${number ?? ''}?text=${encodeURIComponent(message)}`;
}

/** What somebody typed and did not send yet: a reload, or a fault, takes nothing of it. */
export function keptRequest(key: string): string {
  return window.sessionStorage.getItem(nameOf(key)) ?? '';
}

export function keepRequest(key: string, typed: string): void {
  if (typed === '') window.sessionStorage.removeItem(nameOf(key));
  else window.sessionStorage.setItem(nameOf(key), typed);
}

function nameOf(key: string): string {
  return `permintaan ${key}`;
}

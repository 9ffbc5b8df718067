/** Opens everything around the place the link leads to, so that one arrives where one can read. */
export function openTo(anchor: string): void {
  let place: Element | null = document.querySelector(`#${CSS.escape(anchor)}`);
  while (place !== null) {
    if (place instanceof HTMLDetailsElement) place.open = true;
    place = place.parentElement;
  }
}

/** What the phone’s own picker, or its camera app, gives. */
export interface Wish {
  readonly accept: string;
  readonly multiple?: boolean;
  /** Opens the camera app at once, where the phone has one. */
  readonly camera?: boolean;
}

/** Empty where somebody went back. The browser may be ended behind the picker: see the note `camera-open-at`. */
export async function pickFiles({ accept, multiple = false, camera = false }: Wish): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  input.hidden = true;
  if (camera) input.setAttribute('capture', 'environment');
  document.body.append(input);
  const picked = new Promise<readonly File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
  });
  input.click();
  const files = await picked;
  input.remove();
  return files;
}

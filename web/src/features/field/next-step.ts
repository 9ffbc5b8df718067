/** The steps of one interview, as they stand on the page: the four groups, then the questions. */

const STEP = '.question, .mark';
const ANSWERED = /(?:^|\s)(?:question|mark)--answered(?:\s|$)/;

/** The step that an element stands in, while it is still drawn without an answer. */
export function openStepOf(element: Element): Element | undefined {
  const step = element.closest(STEP) ?? undefined;
  return step === undefined || isAnswered(step) ? undefined : step;
}

/** The next step without an answer after the given one, from the beginning again when the end is reached. */
export function nextOpenStep(page: Element, after?: Element): Element | undefined {
  const steps = [...page.querySelectorAll(STEP)];
  const from = after === undefined ? 0 : steps.indexOf(after) + 1;
  return [...steps.slice(from), ...steps.slice(0, from)].find((step) => step !== after && !isAnswered(step));
}

function isAnswered({ className }: Element): boolean {
  return ANSWERED.test(className);
}

import { useEffect } from 'react';

/** Goes to the question that the address names, once the page stands. */
export function useHashTarget(): void {
  useEffect(() => {
    const { hash } = window.location;
    if (hash !== '') goToQuestion(decodeURIComponent(hash.slice(1)));
  }, []);
}

/** Brings a question into view and puts the focus on its first choice. */
export function goToQuestion(id: string): void {
  const question = document.getElementById(id);
  if (question === null) return;
  question.scrollIntoView({ block: 'start' });
  const choice = question.querySelector<HTMLElement>('input[type="radio"]:checked, input[type="radio"]');
  choice?.focus({ preventScroll: true });
}

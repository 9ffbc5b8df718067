/** 0.8149 → `0,81`; below zero with a real minus. */
export function formatAlpha(alpha: number): string {
  return alpha.toFixed(2).replace('.', ',').replace('-', '−');
}

/**
 * Why Patuh cannot start, in a sentence for the person at the keyboard: it is printed alone, without a stack trace.
 * Anything else that is thrown is a fault of ours and keeps its trace.
 */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

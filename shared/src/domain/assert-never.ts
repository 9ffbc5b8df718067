/** Closes a switch over a closed set: a new member becomes a compile error at every place that must handle it. */
export function assertNever(value: never): never {
  throw new TypeError(`Unhandled case: ${JSON.stringify(value)}`);
}

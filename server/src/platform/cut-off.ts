import type { FastifyRequest } from 'fastify';

/** Nobody hears it; it tells these requests apart in the figures. Named by nginx, and by no standard. */
export const CUT_OFF = 499;

/** A phone that leaves the network in the middle of what it sends is no fault of anybody, and comes every day. */
export function isCutOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

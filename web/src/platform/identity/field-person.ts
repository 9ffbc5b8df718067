import { Me } from '@patuh/shared/contracts/sign-in';
import * as z from 'zod/mini';

/**
 * Whoever works in the field, as far as it has to be known without the network. Kept sealed for years on phones, so no
 * more of `Me` than every later version will still understand.
 */
export const FieldPerson = z.pick(Me, { personId: true, name: true, email: true, demo: true });
export type FieldPerson = z.infer<typeof FieldPerson>;

export function fieldPerson({ personId, name, email, demo }: FieldPerson): FieldPerson {
  return { personId, name, email, demo };
}

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';

import { ProblemReply } from './call.ts';

/** A schema of a contract's body. */
type FormSchema<In extends FieldValues, Out> = z.ZodMiniType<Out, In>;

/**
 * A form over the schema of a contract: what it hands to `handleSubmit` fits the contract. Messages come from
 * text/id/field.ts.
 */
export function useSchemaForm<In extends FieldValues, Out extends FieldValues>(
  schema: FormSchema<In, Out>,
  defaultValues: DefaultValues<In>,
): UseFormReturn<In, unknown, Out> {
  return useForm<In, unknown, Out>({
    resolver: standardSchemaResolver<In, unknown, Out>(schema),
    defaultValues,
    // Not when a field is left: the message would move the button away from under the finger that is about to press it.
    mode: 'onSubmit',
  });
}

/** What the server says about single fields of the body, by the names they have in the form. */
export function serverFieldErrors(fault: unknown): ReadonlyMap<string, string> {
  if (!(fault instanceof ProblemReply)) return new Map();
  return new Map(
    (fault.problem.errors ?? []).flatMap(({ field, message }) =>
      field.startsWith('body.') ? [[field.slice('body.'.length), message] as const] : [],
    ),
  );
}

import type { AuditLine } from '@patuh/shared/contracts/audit';
import type { FieldValue } from '@patuh/shared/domain/change';

import { formatDate, formatScore } from '../../ui/number.ts';
import { auditText } from '../../text/id/audit.ts';
import { evidenceWords } from '../../text/id/evidence-words.ts';

/** An event in words. A word that a newer version wrote is shown as it is, never left out. */

export function actorWords({ actor }: Pick<AuditLine, 'actor'>): string {
  switch (actor.kind) {
    case 'person':
      return actor.name ?? auditText.goneName;
    case 'command':
      return wordIn(auditText.commands, actor.id) ?? auditText.command(actor.id);
    case 'system':
      return wordIn(auditText.commands, actor.id) ?? auditText.system;
    default:
      return actor.kind satisfies never;
  }
}

export function actionWords({ action }: Pick<AuditLine, 'action'>): string {
  return wordIn(auditText.actions, action) ?? auditText.unknownAction(action);
}

/** Empty where the sentence is complete without it. */
export function subjectWords({ subject }: Pick<AuditLine, 'subject'>): string {
  if (subject.label !== null) return subject.label;
  return ['maintenance', 'reference', 'push', 'field-file'].includes(subject.kind) ? '' : subject.id;
}

/** What the detail says besides what is shown as a difference; ids that have no name are left to the code. */
export function factsOf({ detail, names, differences }: Pick<AuditLine, 'detail' | 'names' | 'differences'>): readonly {
  readonly what: string;
  readonly value: string;
}[] {
  const shown = new Set(differences.some(({ kind }) => kind === 'word') ? ['from', 'to'] : []);
  return Object.entries(detail).flatMap(([key, value]) => {
    if (shown.has(key) || value === 0) return [];
    const text = String(value);
    if (ID.test(text) && names[text] === undefined) return [];
    return [{ what: wordIn(auditText.facts, key) ?? key, value: names[text] ?? valueOfFact(key, text) }];
  });
}

/** Ids of an instrument are names, written small and with strokes. */
function valueOfFact(key: string, text: string): string {
  switch (key) {
    case 'section':
    case 'indicator':
      return auditText.section(text);
    case 'subject':
      return subjectOfCell({ subject: text });
    case 'score':
      return auditText.nth(text);
    case 'edgePoints':
      return formatScore((Number(text) / 100).toFixed(2));
    case 'dueOn':
    case 'clarificationUntil':
      return formatDate(text);
    default:
      return tokenWords(text);
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** A state, a decision, a reason: a word of the code. */
export function tokenWords(token: string): string {
  return wordIn(auditText.words, token) ?? token;
}

/** `Pelaksana 2`; users have a number only inside their unit, so that they stay without one here. */
export function subjectOfCell({ subject }: { readonly subject: string }): string {
  const [, kind = subject, number = ''] =
    /^(product|officer|complaint-officer|user|unit|evidence|visit)(?:-(\d{1,2})$)?/.exec(subject) ?? [];
  return `${wordIn(auditText.cell, kind) ?? subject}${number === '' ? '' : ` ${number}`}`;
}

export function fieldWords(field: FieldValue['field']): string {
  return auditText.cell[field];
}

/** A value that was entered, as short as it can be said. */
export function valueWords(entry: FieldValue | null): string {
  if (entry === null) return auditText.nothingYet;
  switch (entry.field) {
    case 'answer':
      if (entry.value === null) return auditText.cell.empty;
      return entry.value.kind === 'level'
        ? auditText.cell.level(entry.value.level)
        : auditText.cell.notApplicable(entry.value.reason);
    case 'note':
    case 'name':
    case 'few-users-reason':
      return entry.value ?? auditText.cell.empty;
    case 'from-paper':
      return entry.value ? auditText.cell.yes : auditText.cell.no;
    case 'presence':
      return entry.value.state === 'same-person'
        ? auditText.cell.samePerson(entry.value.sameAs)
        : auditText.cell.presences[entry.value.state];
    case 'profile':
      // Who was interviewed is nobody's business here; that it was filled in is.
      return auditText.cell.profileGiven;
    case 'consent':
    case 'evidence':
    case 'visit':
    case 'unit-place':
    case 'explanations':
      return evidenceWords(entry);
    default:
      return entry satisfies never;
  }
}

function wordIn(words: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const word = Object.entries(words).find(([name]) => name === key)?.[1];
  return typeof word === 'string' ? word : undefined;
}

/** What a push did to the score: “82,10 menjadi 82,65”. */
export function effectWords({ before, after }: NonNullable<AuditLine['effect']>): string {
  const words = (points: string | null): string => (points === null ? auditText.incomplete : formatScore(points));
  return before === after ? auditText.effectSame(words(after)) : auditText.effectFrom(words(before), words(after));
}

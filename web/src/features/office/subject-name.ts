import { assertNever } from '@patuh/shared/domain/assert-never';
import type { UserProfile } from '@patuh/shared/domain/assessment';
import { postOf } from '@patuh/shared/sync/posts';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';

import { PRESENCE_WORDS, PROFILE_WORDS, subjectText } from '../../text/id/office-unit.ts';

/** “Pelaksana 1 (pimpinan unit)”, “Produk layanan 2: Izin usaha”; nobody is named. */
export function subjectName(subject: AssessmentSubject): string {
  if (subject.kind === 'unit') return subjectText.kind.unit;
  const numbered = subjectText.numbered(subject.kind, subject.number);
  if (subject.name !== null) return `${numbered}: ${subject.name}`;
  const post = postOf(subject);
  return post === null ? numbered : `${numbered} (${subjectText.post(post)})`;
}

/** Why somebody is not asked; null for who is present. */
export function absenceOf({ kind, presence, consent }: AssessmentSubject): string | null {
  switch (presence.state) {
    case 'present':
      return null;
    case 'same-person':
      return subjectText.samePerson(kind, presence.sameAs);
    case 'absent':
      if (kind !== 'user') return PRESENCE_WORDS.absent;
      return consent === false ? subjectText.refused : subjectText.brokenOff;
    case 'vacant':
    case 'withdrawn':
      return PRESENCE_WORDS[presence.state];
    default:
      return assertNever(presence);
  }
}

/** “P · 26–35 · SMA · tani/nelayan”. */
export function profileLine({ gender, ageBand, education, work }: UserProfile): string {
  const parts = [
    PROFILE_WORDS.gender[gender],
    ageBand.replace('-', '–'),
    PROFILE_WORDS.education[education],
    PROFILE_WORDS.work[work],
  ];
  return parts.join(' · ');
}

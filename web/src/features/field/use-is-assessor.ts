import { useMe } from '../../platform/session.ts';
import { useHeader } from './desk-scope.tsx';

/** Whether the signed-in person hands this unit in: the team’s assessor does, an enumerator does not. */
export function useIsAssessor(): boolean {
  const { personId } = useMe();
  const { members } = useHeader().team;
  return members.some((member) => member.personId === personId && member.role === 'assessor');
}

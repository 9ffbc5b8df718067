import { useHeader, usePerson } from './desk-scope.tsx';

/** Whether the person at work hands this unit in: the team’s assessor does, an enumerator does not. */
export function useIsAssessor(): boolean {
  const { personId } = usePerson();
  const { members } = useHeader().team;
  return members.some((member) => member.personId === personId && member.role === 'assessor');
}

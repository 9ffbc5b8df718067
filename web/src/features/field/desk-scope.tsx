import type { Cell, CellKey } from '@patuh/shared/domain/change';
import { AssessmentId } from '@patuh/shared/domain/ids';
import type { Questionnaire } from '@patuh/shared/sync/questionnaire';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';

import type { DeskState, FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';
import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import type { OpenAssessment } from '../../platform/field-store/open-assessment.ts';
import { watchTheWorld } from '../../platform/field-store/person-desk.ts';
import { useAtWork } from '../../platform/identity/at-work.ts';
import type { FieldPerson } from '../../platform/identity/field-person.ts';
import { laidOut } from './laid-out.ts';

const DeskContext = createContext<FieldDesk | undefined>(undefined);
const PersonContext = createContext<FieldPerson | undefined>(undefined);

/** The signed-in person’s desk, for everything below; it exchanges with the server while the field app is open. */
export function DeskScope({ children }: { readonly children: ReactNode }): ReactElement | null {
  const working = useAtWork();
  const desk = working?.desk;
  useEffect(() => (desk === undefined ? undefined : watchTheWorld(desk)), [desk]);
  if (working === undefined) return null;
  return (
    <PersonContext.Provider value={working.person}>
      <DeskContext.Provider value={working.desk}>{children}</DeskContext.Provider>
    </PersonContext.Provider>
  );
}

/** Whose store is open: they need not be signed in. */
export function usePerson(): FieldPerson {
  const person = useContext(PersonContext);
  if (person === undefined) throw new Error('usePerson outside DeskScope');
  return person;
}

export function useDesk(): FieldDesk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('useDesk outside DeskScope');
  return desk;
}

export function useDeskState(): DeskState {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, desk.state);
}

/** `undefined` while it is being read, `null` if this device does not have it. */
export function useOpened(id: string): OpenAssessment | null | undefined {
  const desk = useDesk();
  const { exchange, journal } = useDeskState();
  const { revision } = journal;
  const [opened, setOpened] = useState<Opened>();
  const found = opened?.id === id ? opened.it : desk.opened(id);
  useEffect(() => {
    if (found !== undefined && found !== null) return;
    const visit = { left: false };
    void openOnDesk(desk, id, revision).then((read) => (visit.left ? undefined : setOpened(read)));
    return () => {
      visit.left = true;
    };
  }, [desk, id, found, revision]);
  // Before the first exchange nothing is on the device, so nothing can be said about what is missing.
  return found === null && exchange.ending === undefined ? undefined : found;
}

interface Opened {
  readonly id: string;
  readonly it: OpenAssessment | null;
  /** Of the desk when it was looked for. */
  readonly revision: number;
}

async function openOnDesk(desk: FieldDesk, id: string, revision: number): Promise<Opened> {
  const known = AssessmentId.safeParse(id);
  const it = known.success ? await desk.open(known.data) : undefined;
  return { id, it: it ?? null, revision };
}

const AssessmentContext = createContext<OpenAssessment | undefined>(undefined);

export function AssessmentScope({
  assessment,
  children,
}: {
  readonly assessment: OpenAssessment;
  readonly children: ReactNode;
}): ReactElement {
  return <AssessmentContext.Provider value={assessment}>{children}</AssessmentContext.Provider>;
}

export function useAssessment(): OpenAssessment {
  const assessment = useContext(AssessmentContext);
  if (assessment === undefined) throw new Error('useAssessment outside AssessmentScope');
  return assessment;
}

export function useHeader(): AssessmentHeader {
  const assessment = useAssessment();
  return useSyncExternalStore(assessment.onAny, assessment.header);
}

/** One place; whoever uses it is drawn anew when that place changes and at no other time. */
export function useCell({ indicatorId, subjectId, field }: CellKey): LocalCell {
  const assessment = useAssessment();
  const subscribe = useCallback(
    (listener: () => void) => assessment.onCell({ indicatorId, subjectId, field }, listener),
    [assessment, indicatorId, subjectId, field],
  );
  return useSyncExternalStore(subscribe, () => assessment.cell({ indicatorId, subjectId, field }));
}

/** Every place; a moment behind, so that a tap is painted first and counted afterwards. */
export function useCells(): readonly Cell[] {
  const assessment = useAssessment();
  return useDeferredValue(useSyncExternalStore(assessment.onAny, assessment.cells));
}

/** Who is there and every question, with its answer. */
export function useQuestionnaire(): Questionnaire {
  const { instrument } = useAssessment();
  const { kind } = useHeader().unit;
  return laidOut(instrument, kind, useCells());
}

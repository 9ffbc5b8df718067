import { TeamName } from '@patuh/shared/contracts/teams';
import { type ReactElement, type ReactNode, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/field.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** What it is called now. */
  readonly name: string;
  readonly busy: boolean;
  readonly fault: ReactNode;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a team. */
export function TeamNameDialog({ title, confirm, name, busy, fault, onName, onCancel }: NameDialogProps): ReactElement {
  const [value, setValue] = useState(name);
  const [wrong, setWrong] = useState<string>();
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      cancel={text.cancel}
      busy={busy}
      onCancel={onCancel}
      onConfirm={() => {
        const read = TeamName.safeParse(value);
        setWrong(read.error?.issues[0]?.message);
        if (read.success) onName(read.data);
      }}
    >
      <TextField
        label={text.name}
        hint={text.nameHint}
        error={wrong}
        value={value}
        autoComplete="off"
        onChange={({ target }) => setValue(target.value)}
      />
      {fault}
    </ConfirmDialog>
  );
}

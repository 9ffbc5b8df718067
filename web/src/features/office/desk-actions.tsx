import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { DeskBar } from './desk-bar.tsx';
import type { DeskItem } from './desk-items.ts';
import { ReturnBar } from './return-bar.tsx';
import { isReturnable } from './returnable.ts';
import type { UnitModel } from './unit-model.ts';
import type { DeskActs } from './use-desk-keys.ts';
import type { Returns } from './use-returns.ts';

interface DeskActionsProps {
  readonly model: UnitModel;
  readonly chosen: DeskItem;
  readonly returns: Returns;
  readonly acts: DeskActs;
  readonly asksReturn: boolean;
  readonly onAskReturn: (asks: boolean) => void;
}

/** At the lower edge: what is marked to be given back, and everything that can be done. */
export function DeskActions({ model, chosen, returns, acts, asksReturn, onAskReturn }: DeskActionsProps): ReactElement {
  return (
    <DeskBar acts={acts} acceptLabel={labelOf(model, chosen)}>
      {isReturnable(model) ? (
        <ReturnBar model={model} returns={returns} asking={asksReturn} onAsk={onAskReturn} />
      ) : null}
    </DeskBar>
  );
}

function labelOf({ sections }: UnitModel, { kind, section, standing }: DeskItem): string {
  const text = deskText.actions;
  if (kind !== 'section') return standing === 'accepted' ? text.goOn : text.accept;
  const isLast = sections.every(({ id, standing: other }) => id === section.id || other === 'accepted');
  return isLast ? text.acceptLast : text.acceptSection(section.name);
}

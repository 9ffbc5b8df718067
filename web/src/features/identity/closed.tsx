import { type ReactNode, Suspense, useState } from 'react';

import { wasAtWork } from '../../platform/identity/at-work.ts';
import { workWithoutKeeping } from '../../platform/identity/entrance.ts';
import { useWhoIsHere, type WhoIsHere } from '../../platform/identity/who-is-here.ts';
import { useSession } from '../../platform/session.ts';
import { identityText } from '../../text/id/identity.ts';
import { Loading } from '../../ui/loading.tsx';
import { ChoosePage } from './choose-page.tsx';
import { FirstPinPage } from './first-pin-page.tsx';
import { ForgottenPage, RemovePage } from './later-pages.ts';
import { NobodyHerePage } from './nobody-here-page.tsx';
import { NothingIsKeptPage } from './nothing-is-kept-page.tsx';
import { UnlockPage } from './unlock-page.tsx';
import { wayIn, type Wish } from './way-in.ts';

/** A page beside the ways in. */
type Beside = { readonly kind: 'none' | 'manage' } | { readonly kind: 'forgotten'; readonly personId: string };

const NONE = { kind: 'none' } as const;
const NOBODY: Pick<WhoIsHere, 'people' | 'left'> = { people: [], left: [] };

/** No store is open on this page: the ways to open one. */
export function Closed({ elsewhere }: { readonly elsewhere: ReactNode }): ReactNode {
  const [beside, setBeside] = useState<Beside>(NONE);
  const [wish, setWish] = useState<Wish>(NONE);
  const { people, left } = useWhoIsHere() ?? NOBODY;
  const back = (): void => setBeside(NONE);
  const onForgotten = (personId: string): void => setBeside({ kind: 'forgotten', personId });
  const waiting = <Loading label={identityText.opening} />;
  if (beside.kind === 'manage') {
    return (
      <Suspense fallback={waiting}>
        <RemovePage people={people} onBack={back} />
      </Suspense>
    );
  }
  const forgotten = [...people, ...left].find((one) => beside.kind === 'forgotten' && one.personId === beside.personId);
  if (forgotten !== undefined) {
    return (
      <Suspense fallback={waiting}>
        <ForgottenPage person={forgotten} onBack={back} />
      </Suspense>
    );
  }
  const onManage = (): void => setBeside({ kind: 'manage' });
  return <Ways elsewhere={elsewhere} wish={wish} setWish={setWish} onForgotten={onForgotten} onManage={onManage} />;
}

interface WaysProps {
  readonly elsewhere: ReactNode;
  readonly wish: Wish;
  readonly setWish: (wish: Wish) => void;
  readonly onForgotten: (personId: string) => void;
  readonly onManage: () => void;
}

function Ways({ elsewhere, wish, setWish, onForgotten, onManage }: WaysProps): ReactNode {
  const session = useSession();
  const here = useWhoIsHere();
  const arriving = session.kind === 'signed-in' && session.arrived && !wasAtWork(session.me.personId);
  const way = wayIn({ session, here, wish, arriving, online: navigator.onLine });
  switch (way.kind) {
    case 'wait':
      return <Loading label={identityText.opening} />;
    case 'elsewhere':
      return elsewhere;
    case 'nobody':
      return <NobodyHerePage />;
    case 'nothing-is-kept':
      return <NothingIsKeptPage onGoOn={() => workWithoutKeeping(way.me)} />;
    case 'first-pin':
      return <FirstPinPage me={way.me} found={way.found} onOthers={() => setWish({ kind: 'list' })} />;
    case 'unlock': {
      const { personId } = way.person;
      return (
        <UnlockPage
          key={personId}
          person={way.person}
          onForgotten={() => onForgotten(personId)}
          onAnother={() => setWish({ kind: 'list' })}
        />
      );
    }
    case 'choose':
      return (
        <ChoosePage
          newcomer={way.newcomer?.name}
          onPerson={(personId) => setWish({ kind: 'person', personId })}
          onWithoutPin={onForgotten}
          onOwnPin={() => setWish({ kind: 'own-pin' })}
          onManage={onManage}
        />
      );
    default:
      return way satisfies never;
  }
}

import type { Role } from '@patuh/shared/domain/actor';
import { type ComponentType, lazy, type ReactNode } from 'react';

import { runsTheField } from '../platform/old-browsers.ts';
import { appText } from '../text/id/app.ts';
import { laterPart } from '../ui/later-part.tsx';
import { OldBrowser } from './old-browser.tsx';

/**
 * How to build a screen of the app (this is the map of it; `ui/layout.tsx` is the one of the public pages):
 *
 * An area is one component in `features/<name>/…-area.tsx`, named in AREAS below and loaded when somebody opens it. It
 * gets everything under its path and has its own `<Switch>` with whole paths (`/lapangan/unit/:id`; wouter's `Route`,
 * `Link`, `useParams`, `useLocation`, `useSearchParams`). A screen is `<AppPage title lead above>` (ui/app-page.tsx): it
 * sets the title of the window and the focus.
 *
 * Reading: `const units = useAnswer(listOfficeUnits, {})` and `<Answer of={units}>{(data) => …}</Answer>` shows waiting
 * and faults by itself. Doing: `const action = useAction(acceptSection, [getOfficeAssessment])`, `action.mutate(input)`,
 * `<FaultNotice fault={action.error} />` (platform/query.tsx, platform/fault-notice.tsx). Outside React: `call(contract,
 * { params, query, body })` of platform/session.ts; it throws `ProblemReply` (`.problem.code`, `.findings`, `.blockers`)
 * or `NoAnswer` (`offline`, `foreign`, `unreadable`). Who is signed in: `useMe()`.
 *
 * Forms: `useSchemaForm(SchemaOfTheBody, defaults)` (platform/form.ts), `<TextField label {...form.register('name')}
 * error={form.formState.errors.name?.message} />`, also `PasswordField`, `TextArea`, `SelectField`, `Field`
 * (ui/field.tsx). Questions: `<ConfirmDialog>` (ui/confirm-dialog.tsx). Moments and bytes: ui/moment.ts, figures ui/number.ts.
 *
 * Classes: those of ui/layout.tsx, and `form`, `actions`, `panel`, `toolbar`, `button--danger`, `back`, `chips`. Styles
 * of a feature: `features/<name>/<name>.css`, one line in `app.css`. No `style` attribute. Sentences in text/id.
 */
export interface Area {
  readonly path: string;
  readonly label: string;
  readonly roles: readonly Role[];
  readonly page: ComponentType;
  /** Opened now and then: stands behind a button at the end of the navigation. */
  readonly isSeldom: boolean;
  /** Fetches the script of the page; also done by rendering it. */
  readonly load: () => Promise<unknown>;
}

type Fetched = () => Promise<{ readonly default: ComponentType }>;

function openedAt(path: string, label: string, roles: readonly Role[], load: Fetched): Area {
  return { path, label, roles, load, page: lazy(load), isSeldom: false };
}

function seldomOpenedAt(path: string, label: string, roles: readonly Role[], load: Fetched): Area {
  return { ...openedAt(path, label, roles, load), isSeldom: true };
}

export const FIELD_PATH = '/lapangan';

/** The field behind its gate. */
export const field = laterPart<{ readonly elsewhere: ReactNode }>(async () => {
  if (!runsTheField) return OldBrowser;
  const [{ FieldGate }, { FieldArea, loadScreens }] = await Promise.all([
    import('../features/identity/field-gate.tsx'),
    import('../features/field/field-area.tsx'),
  ]);
  loadScreens(window.location.pathname);
  return ({ elsewhere }) => (
    <FieldGate elsewhere={elsewhere}>
      <FieldArea />
    </FieldGate>
  );
});

/** In the order of the navigation. */
const AREAS: readonly Area[] = [
  // Shown by the door of the field (field-door.tsx), to whom is decided there.
  openedAt(FIELD_PATH, appText.areas.field, ['assessor', 'enumerator'], async () => {
    await field.load();
    return { default: () => null };
  }),
  openedAt('/kantor', appText.areas.today, ['verifier', 'head', 'national-admin'], async () => ({
    default: (await import('../features/today/today-area.tsx')).TodayArea,
  })),
  openedAt('/kantor/unit', appText.areas.office, ['verifier', 'head', 'national-admin'], async () => ({
    default: (await import('../features/office/office-area.tsx')).OfficeArea,
  })),
  openedAt('/kantor/musim', appText.areas.season, ['verifier', 'head', 'national-admin'], async () => ({
    default: (await import('../features/season/season-area.tsx')).SeasonArea,
  })),
  openedAt('/kantor/rencana', appText.areas.plan, ['verifier', 'head', 'national-admin'], async () => ({
    default: (await import('../features/plan/plan-area.tsx')).PlanArea,
  })),
  openedAt('/kantor/mutu', appText.areas.quality, ['verifier', 'head', 'national-admin'], async () => ({
    default: (await import('../features/quality/quality-area.tsx')).QualityArea,
  })),
  seldomOpenedAt('/kantor/berkas', appText.areas.fieldFiles, ['verifier', 'head', 'national-admin'], async () => ({
    default: (await import('../features/field-files/field-files-area.tsx')).FieldFilesArea,
  })),
  openedAt('/kantor/penerbitan', appText.areas.releases, ['head', 'national-admin'], async () => {
    const { ReleasesArea } = await import('../features/releases/releases-area.tsx');
    const { rankingPreview } = await import('../features/rankings/page.tsx');
    return { default: () => <ReleasesArea previewOf={rankingPreview} /> };
  }),
  seldomOpenedAt('/kantor/impor', appText.areas.imports, ['national-admin'], async () => ({
    default: (await import('../features/imports/imports-area.tsx')).ImportsArea,
  })),
  seldomOpenedAt('/kantor/orang', appText.areas.people, ['head', 'national-admin'], async () => ({
    default: (await import('../features/people/people-area.tsx')).PeopleArea,
  })),
  seldomOpenedAt('/kantor/data-pribadi', appText.areas.personalData, ['head', 'national-admin'], async () => ({
    default: (await import('../features/personal-data/personal-data-area.tsx')).PersonalDataArea,
  })),
  seldomOpenedAt('/kantor/jejak', appText.areas.audit, ['head', 'national-admin'], async () => ({
    default: (await import('../features/audit/audit-area.tsx')).AuditArea,
  })),
  seldomOpenedAt('/kantor/sistem', appText.areas.system, ['national-admin'], async () => ({
    default: (await import('../features/system/system-area.tsx')).SystemArea,
  })),
  openedAt('/sekda', appText.areas.results, ['sekda', 'observer'], async () => ({
    default: (await import('../features/results/results-area.tsx')).ResultsArea,
  })),
  openedAt('/sekda/kontak', appText.areas.contacts, ['sekda'], async () => ({
    default: (await import('../features/people/contacts-area.tsx')).ContactsArea,
  })),
];

/** Opened from the account, so that the navigation of the field stays out of the way of the questions. */
export const PRACTICE: Area = openedAt('/latihan', appText.areas.practice, ['assessor', 'enumerator'], async () => ({
  default: (await import('../features/practice/practice-area.tsx')).PracticeArea,
}));

/** Everything that the roles open, in the order of the navigation. */
export function areasFor(roles: readonly Role[]): readonly Area[] {
  return AREAS.filter((area) => area.roles.some((role) => roles.includes(role)));
}

/** The area that an address belongs to: the one with the longest path. */
export function areaOf(address: string, areas: readonly Area[] = AREAS): Area | undefined {
  const holding = areas.filter(({ path }) => address === path || address.startsWith(`${path}/`));
  const longest = Math.max(...holding.map(({ path }) => path.length));
  return holding.find(({ path }) => path.length === longest);
}

/**
 * The rules of this house that a machine can check: strict types, and imports that point one way.
 *
 * Every boundary is a named ban. A block for a folder replaces the general one instead of adding to it, so each
 * folder states its whole list here. `regex` and never `group`: a group that begins with `#` matches nothing.
 * The probes in test/rules/boundaries.test.ts prove that each ban bites.
 */
import type { OxlintConfig } from 'oxlint';

type Rules = NonNullable<OxlintConfig['rules']>;
type Ban = { readonly regex: string; readonly message: string; readonly allowTypeImports?: boolean };

/** The rooms of shared/src; a probe compares this list with the folders. */
export const sharedRooms = [
  'agreement',
  'audit',
  'checks',
  'complaints',
  'contracts',
  'domain',
  'improvement',
  'publication',
  'review',
  'satisfaction',
  'scoring',
  'season',
  'sync',
  'today',
] as const;

function roomsExcept(...allowed: readonly (typeof sharedRooms)[number][]) {
  return sharedRooms.filter((room) => !allowed.includes(room)).join('|');
}

const ban = {
  fullZod: {
    regex: '^zod(/([^m].*|mini/.+))?$',
    message: "Import zod as `import * as z from 'zod/mini'`: the full namespace weighs 91 KB in the browser.",
  },
  charts: {
    regex: '^recharts(/|$)',
    message: 'Only a feature’s *-chart.tsx imports recharts, so that a page is readable before its charts arrive.',
  },
  sql: {
    regex: '^kysely(/|$)',
    message: 'SQL lives in queries.ts, platform, commands and migrations; elsewhere only types come from kysely.',
    allowTypeImports: true,
  },
  driver: { regex: '^pg(-.*)?(/|$)', message: 'Only server/platform knows the database driver.' },
  sharedIsPure: {
    regex:
      '^(node:|fastify|@fastify/|kysely|pg(/|$)|pino|react|recharts|vite|@patuh/(server|web|migrations|seeds|test)|.*/(server|web|migrations|seeds|test)/)',
    message: 'shared is pure: no runtime, no network, no database, no React, no other workspace.',
  },
  domainStandsAlone: {
    regex: `^(\\.\\./|@patuh/shared/(${roomsExcept('domain')})/)`,
    message: 'domain stands at the bottom: it imports no other room of shared.',
  },
  scoringKnowsDomain: {
    regex: `^(\\.\\./|@patuh/shared/)(${roomsExcept('domain', 'scoring')})/`,
    message: 'scoring imports domain only: it calls nobody.',
  },
  contractsDecideNothing: {
    regex: '(^\\.\\./|^@patuh/shared/)(agreement|scoring|checks|improvement|review|sync)/',
    message: 'A contract describes a shape; it does not compute.',
    allowTypeImports: true,
  },
  agreementStandsAlone: {
    regex: `^(\\.\\./|@patuh/shared/)(${roomsExcept('agreement', 'domain')})/`,
    message: 'agreement is statistics: it imports domain only.',
  },
  syncKnowsScoring: {
    regex: `^(\\.\\./|@patuh/shared/)(${roomsExcept('sync', 'domain', 'scoring', 'publication')})/`,
    message: 'sync imports domain, scoring and the hashes of publication: what runs on the phone stays small.',
  },
  checksKnowSync: {
    regex: `^(\\.\\./|@patuh/shared/)(${roomsExcept('checks', 'domain', 'scoring', 'publication', 'sync')})/`,
    message: 'checks import domain, scoring and sync; of contracts only types.',
    allowTypeImports: true,
  },
  reviewKnowsChecks: {
    regex: `^(\\.\\./|@patuh/shared/)(${roomsExcept('review', 'domain', 'scoring', 'publication', 'sync', 'checks')})/`,
    message: 'review imports domain, scoring, sync and checks; of contracts only types.',
    allowTypeImports: true,
  },
  watchingKnowsDomain: {
    regex: `^(\\.\\./|@patuh/shared/)(${roomsExcept('season', 'today', 'domain')})/`,
    message: 'season and today import domain; of contracts only types.',
    allowTypeImports: true,
  },
  otherFeature: {
    regex: '(^\\.\\./[^.]|(^|/)features/)',
    message: 'Features do not import features: what two need goes down to shared/domain or platform.',
  },
  parentPath: {
    regex: '^\\.\\./',
    message: 'From a feature, platform and shared are reached by package name (@patuh/server/platform/…).',
  },
  features: { regex: '(^|/)features(/|$)', message: 'platform may not know the features that stand on it.' },
  commands: { regex: '(^|/)commands(/|$)', message: 'Commands are thin and on top: nothing imports them.' },
  demo: {
    regex: '^(@patuh/server|\\.{1,2}(/\\.\\.)*)/demo/',
    message: 'The demo stands on top of the features, as commands do: only main.ts imports it.',
  },
  webCode: {
    regex: '^(@patuh/web(/|$)|.*/web/src/)',
    message: 'The server loads the built web by path, never its source.',
  },
  serverCode: {
    regex:
      '^(@patuh/(server|migrations|seeds|test)(/|$)|.*/(server|migrations|seeds|test)/|node:|fastify|kysely|pg(/|$))',
    message: 'web talks to the server through contracts only.',
  },
  uiIsMeaningless: {
    regex: '(^|/)(features|platform)(/|$)',
    message: 'ui holds parts without meaning: it knows neither features nor platform.',
  },
  appInMigration: {
    regex: '^(@patuh/|\\.)',
    message: 'A migration imports no app code: the app will change, the migration will not.',
  },
} as const satisfies Record<string, Ban>;

/** The whole list of bans for one folder; type imports of contracts are bound by it too unless the ban says otherwise. */
function mayNotImport(...patterns: readonly Ban[]): Rules {
  return { 'no-restricted-imports': ['error', { patterns: [...patterns] }] };
}

const localTime = ['getDate', 'getDay', 'getFullYear', 'getHours', 'getMinutes', 'getMonth', 'getTimezoneOffset'].map(
  (property) => ({ property, message: 'Depends on the device’s time zone: use the getUTC… of it.' }),
);

const pure: Rules = {
  'patuh/no-current-date': 'error',
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'shared is pure: time comes in as an argument.' },
    { object: 'Math', property: 'random', message: 'shared is pure: chance comes in as an argument.' },
    ...localTime,
  ],
  'no-restricted-globals': [
    'error',
    ...[
      'performance',
      'crypto',
      'process',
      'fetch',
      'window',
      'document',
      'localStorage',
      'setTimeout',
      'setInterval',
    ].map((name) => ({ name, message: 'shared is pure: same input, same output, everywhere.' })),
  ],
};

const strictTypes: Rules = {
  'typescript/await-thenable': 'error',
  'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  'typescript/consistent-type-exports': 'error',
  'typescript/consistent-type-imports': 'error',
  'typescript/no-deprecated': 'error',
  'typescript/no-explicit-any': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/no-mixed-enums': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-nullish-coalescing': 'error',
  'typescript/prefer-ts-expect-error': 'error',
  'typescript/restrict-plus-operands': 'error',
  'typescript/return-await': ['error', 'error-handling-correctness-only'],
  'typescript/switch-exhaustiveness-check': [
    'error',
    {
      allowDefaultCaseForExhaustiveSwitch: true,
      considerDefaultExhaustiveForUnions: false,
      requireDefaultForNonUnion: true,
    },
  ],
  'typescript/use-unknown-in-catch-callback-variable': 'error',
};

const TABLE_ROLES = {
  table: ['table'],
  thead: ['rowgroup'],
  tbody: ['rowgroup'],
  tr: ['row'],
  th: ['columnheader', 'rowheader'],
  td: ['cell'],
};

const house: Rules = {
  eqeqeq: 'error',
  'import/no-cycle': 'error',
  'import/no-default-export': 'error',
  'no-console': 'error',
  'no-else-return': 'error',
  'no-param-reassign': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'oxc/no-barrel-file': 'error',
  'prefer-const': 'error',
  'unicorn/filename-case': ['error', { case: 'kebabCase' }],
  'unicorn/no-abusive-eslint-disable': 'error',
  'unicorn/prefer-node-protocol': 'error',

  // One after the other is often the point here: migrations, imports, tests.
  'no-await-in-loop': 'off',
  // A small function beside its only caller reads better than one carried to the top of the file.
  'unicorn/consistent-function-scoping': 'off',
  // noImplicitReturns of the compiler says it better.
  'typescript/consistent-return': 'off',
  // Assertions are banned outright; where they are allowed, their reason is written beside them.
  'typescript/no-unsafe-type-assertion': 'off',
  'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
  'no-underscore-dangle': 'off',
  'oxc/no-map-spread': 'off',
  'react/react-in-jsx-scope': 'off',
  // Written for Express, which loses the rejection; Fastify awaits its handlers.
  'oxc/no-async-endpoint-handlers': 'off',
  // pg is CommonJS: its default export is the documented way in.
  'import/no-named-as-default-member': 'off',
  // A scrolling table is a focusable group; a live region is a status. Neither has a tag that says the same.
  'jsx-a11y/prefer-tag-over-role': 'off',
  'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['group', 'region', 'tabpanel'], tags: ['pre'] }],
  // A table laid out as cards on a phone loses its meaning for screen readers unless each part says its role.
  'jsx-a11y/no-redundant-roles': ['error', TABLE_ROLES],
  'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', TABLE_ROLES],
};

const untyped: Rules = {
  'typescript/no-unsafe-argument': 'off',
  'typescript/no-unsafe-assignment': 'off',
  'typescript/no-unsafe-call': 'off',
  'typescript/no-unsafe-member-access': 'off',
  'typescript/no-unsafe-return': 'off',
  'typescript/no-unnecessary-condition': 'off',
  'typescript/prefer-nullish-coalescing': 'off',
};

const config: OxlintConfig = {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'react', 'jsx-a11y', 'vitest'],
  jsPlugins: [{ name: 'patuh', specifier: './.ci/lint-plugin.mjs' }],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['node_modules/**', '**/dist/**', 'data/**', 'coverage/**', 'test/.artifacts/**'],
  rules: { ...house, ...strictTypes },
  overrides: [
    { files: ['shared/src/**'], rules: { ...mayNotImport(ban.sharedIsPure, ban.fullZod), ...pure } },
    {
      files: ['shared/src/domain/**'],
      rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.domainStandsAlone),
    },
    {
      files: ['shared/src/scoring/**'],
      rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.scoringKnowsDomain),
    },
    {
      files: ['shared/src/contracts/**'],
      rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.contractsDecideNothing),
    },
    { files: ['shared/src/sync/**'], rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.syncKnowsScoring) },
    {
      files: ['shared/src/agreement/**'],
      rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.agreementStandsAlone),
    },
    { files: ['shared/src/checks/**'], rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.checksKnowSync) },
    { files: ['shared/src/review/**'], rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.reviewKnowsChecks) },
    {
      files: ['shared/src/season/**', 'shared/src/today/**'],
      rules: mayNotImport(ban.sharedIsPure, ban.fullZod, ban.watchingKnowsDomain),
    },

    { files: ['server/src/**'], rules: mayNotImport(ban.webCode, ban.sql, ban.driver, ban.demo) },
    { files: ['server/src/main.ts'], rules: mayNotImport(ban.webCode, ban.sql, ban.driver) },
    { files: ['server/src/demo/**'], rules: mayNotImport(ban.webCode, ban.sql, ban.driver, ban.commands) },
    { files: ['server/src/demo/queries.ts'], rules: mayNotImport(ban.webCode, ban.driver, ban.commands) },
    { files: ['server/src/commands/**'], rules: mayNotImport(ban.webCode, ban.driver, ban.demo) },
    {
      files: ['server/src/platform/**'],
      rules: {
        ...mayNotImport(ban.webCode, ban.features, ban.commands, ban.demo),
        'typescript/consistent-type-assertions': 'off',
      },
    },
    {
      files: ['server/src/features/**'],
      rules: mayNotImport(ban.webCode, ban.sql, ban.driver, ban.otherFeature, ban.parentPath, ban.commands, ban.demo),
    },
    {
      files: ['server/src/features/*/queries.ts'],
      rules: {
        ...mayNotImport(ban.webCode, ban.driver, ban.otherFeature, ban.parentPath, ban.commands, ban.demo),
        // Kysely's helpers (`({ ref }) => …`) are declared as methods and do not need their object.
        'typescript/unbound-method': 'off',
      },
    },
    {
      files: [
        'server/src/main.ts',
        'server/src/platform/command.ts',
        'server/src/commands/**',
        'seeds/**',
        'test/bench/**',
      ],
      rules: { 'no-console': 'off' },
    },

    {
      files: ['web/src/**'],
      rules: {
        ...mayNotImport(ban.serverCode, ban.fullZod, ban.charts),
        'patuh/lazy-charts': 'error',
        'react/jsx-no-target-blank': 'error',
        'react/button-has-type': 'error',
        'react/no-danger': 'error',
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        'react/forbid-dom-props': ['error', { forbid: ['style'] }],
        'jsx-a11y/anchor-ambiguous-text': 'error',
      },
    },
    {
      files: ['web/src/ui/**'],
      rules: mayNotImport(ban.serverCode, ban.fullZod, ban.charts, ban.uiIsMeaningless),
    },
    {
      files: ['web/src/platform/**'],
      rules: {
        ...mayNotImport(ban.serverCode, ban.fullZod, ban.charts, ban.features),
        'typescript/consistent-type-assertions': 'off',
      },
    },
    {
      files: ['web/src/features/**'],
      rules: mayNotImport(ban.serverCode, ban.fullZod, ban.charts, ban.otherFeature),
    },
    {
      files: ['web/src/features/**/*-chart.tsx'],
      rules: mayNotImport(ban.serverCode, ban.fullZod, ban.otherFeature),
    },

    {
      files: ['migrations/**'],
      rules: { ...mayNotImport(ban.appInMigration), 'unicorn/filename-case': 'off' },
    },

    {
      files: ['test/**'],
      rules: {
        ...untyped,
        'typescript/consistent-type-assertions': 'off',
        'typescript/no-non-null-assertion': 'off',
        'vitest/no-restricted-vi-methods': [
          'error',
          { mock: 'No mocks of our own code.', doMock: 'No mocks of our own code.' },
        ],
        // Helpers that assert, and tables of cases, are how these tests are written.
        'vitest/expect-expect': 'off',
        'vitest/no-conditional-expect': 'off',
        'vitest/no-standalone-expect': 'off',
        'vitest/require-mock-type-parameters': 'off',
      },
    },
    { files: ['.ci/**'], rules: { 'typescript/consistent-type-assertions': 'off' } },
    { files: ['**/*.mjs'], rules: { ...untyped, 'no-console': 'off' } },
    { files: ['*.config.ts', '**/*.config.ts', '.ci/lint-plugin.mjs'], rules: { 'import/no-default-export': 'off' } },
  ],
};

export default config;

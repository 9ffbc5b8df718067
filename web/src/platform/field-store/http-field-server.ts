import { getFormInstrument, getLastYear } from '@patuh/shared/contracts/assessments';
import { getFieldKeys } from '@patuh/shared/contracts/field-files';
import { pullChanges, pushChanges } from '@patuh/shared/contracts/sync';
import type { PersonId } from '@patuh/shared/domain/ids';

import { deviceName } from '../device-name.ts';
import { call } from '../session.ts';
import type { FieldServer } from './field-server.ts';
import { replyOf } from './reply-of.ts';

/** The server over HTTP, as that person and nobody else: while somebody else is signed in it answers `signed-out`. */
export function httpFieldServer(as: PersonId): FieldServer {
  return {
    push: async (changes) => await replyOf(call(pushChanges, { body: { changes: [...changes] } }, { as })),
    pull: async ({ device, earlier, have }) => {
      const body = { device: { ...device, name: deviceName() }, earlier: [...earlier], have: [...have] };
      return await replyOf(call(pullChanges, { body }, { as }));
    },
    instrument: async (instrumentId, version) =>
      await replyOf(call(getFormInstrument, { params: { instrumentId, version } }, { as })),
    keys: async () => await replyOf(call(getFieldKeys, {}, { as })),
    lastYear: async (assessmentId) => {
      const asking = call(getLastYear, { params: { assessmentId } }, { as });
      return await replyOf(asking.then(({ lastYear }) => lastYear));
    },
    deliver: async (files) => {
      if ((await files.carried()).every(({ deliveredAt }) => deliveredAt !== null)) return { kind: 'done' };
      // Few phones ever carry a file.
      const [{ deliverFiles }, { bringOverHttp }] = await Promise.all([
        import('../field-file/deliver-files.ts'),
        import('../field-file/send-file.ts'),
      ]);
      return await deliverFiles(files, bringOverHttp(as));
    },
  };
}

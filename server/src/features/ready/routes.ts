import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';

import { READY_TEMPLATES, type ReadyTemplate } from '@patuh/shared/contracts/ready';

import { ProblemError } from '@patuh/server/platform/problem';
import type { PublicDeps } from '@patuh/server/platform/serve';
import { APPOINTMENT } from './appointment.ts';
import { CHARTER } from './charter.ts';
import type { Template } from './template.ts';

const TEMPLATES: Readonly<Record<ReadyTemplate, Template>> = {
  'contoh-maklumat-pelayanan.docx': CHARTER,
  'contoh-sk-petugas-pengaduan.docx': APPOINTMENT,
};

const FileParams = z.object({ file: z.enum(READY_TEMPLATES) });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Documents that a unit may fill in, made when somebody first asks for one and kept until the server ends. */
export function readyRoutes(app: FastifyInstance, deps: PublicDeps): void {
  const made = new Map<ReadyTemplate, Promise<Uint8Array>>();
  app.get('/siap-dikunjungi/contoh/:file', { schema: { hide: true } }, (request, reply) =>
    deps.send(deps.catalogue(), request, reply, async () => {
      const asked = FileParams.safeParse(request.params);
      if (!asked.success) throw new ProblemError('not-found');
      const { file } = asked.data;
      const bytes = made.get(file) ?? make(file);
      made.set(file, bytes);
      // What failed once may succeed for the next reader.
      bytes.catch(() => made.delete(file));
      return { type: DOCX, body: await bytes, download: file, open: true };
    }),
  );
}

/** What writes Word documents is loaded by whoever needs the first one: a quarter of a second and 14 MB at no start. */
async function make(file: ReadyTemplate): Promise<Uint8Array> {
  const { wordDocument } = await import('./word-document.ts');
  return await wordDocument(TEMPLATES[file]);
}

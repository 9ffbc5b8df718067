import { readFile } from 'node:fs/promises';

import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';

/** The baseline of the phone benchmark: the page as a file, its assets as files. Arguments: HTML file, client files. */
const [html = '', clientFiles = ''] = process.argv.slice(2);
const body = await readFile(html);
const app = Fastify();
app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').header('content-encoding', 'br').send(body));
await app.register(fastifyStatic, { root: `${clientFiles}/assets`, prefix: '/assets/', preCompressed: true });
console.log(`Patuh serves ${await app.listen({ host: '127.0.0.1', port: 0 })}`);

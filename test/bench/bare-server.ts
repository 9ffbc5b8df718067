import { readFile } from 'node:fs/promises';

import Fastify from 'fastify';

/** The baseline of the page benchmarks: one route that sends the bytes of a file. Arguments: file, content type. */
const [file = '', type = ''] = process.argv.slice(2);
const body = await readFile(file);
const app = Fastify();
app.get('/', (_request, reply) => reply.type(type).header('content-encoding', 'br').send(body));
console.log(`Patuh serves ${await app.listen({ host: '127.0.0.1', port: 0 })}`);

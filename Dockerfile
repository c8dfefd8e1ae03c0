FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it refuses the lock where a registry lacks packages of other platforms (npm/cli 9846).
RUN npm install --omit=dev --no-audit --no-fund
COPY tsconfig.json ./
COPY shared shared
COPY client client
COPY server server
COPY workers workers
USER node
EXPOSE 3000
CMD ["npm", "run", "start:web"]

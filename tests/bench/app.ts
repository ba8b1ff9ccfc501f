import { execSync, spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a server may take to start. */
const SERVER_STARTS_ms = 20_000;
const PORT = process.env.PORT ?? '4183';

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** A telephone's. */
export const VIEWPORT = { width: 390, height: 844 };

/** Builds the app and serves it as the end-to-end tests do; BASE_URL names a server that runs already. */
export async function startApp(): Promise<{ url: string; stop: () => void }> {
  if (process.env.BASE_URL) return { url: process.env.BASE_URL, stop: () => undefined };
  const url = `http://localhost:${PORT}`;
  if (await answers(url)) {
    throw new Error(`Something answers at ${url} already: stop it, or name it with BASE_URL.`);
  }
  execSync('npm run build', { stdio: ['ignore', 'ignore', 'inherit'] });
  const env = { ...process.env, PORT, ORIGIN: url };
  const server = spawn(process.execPath, ['build'], { env, stdio: 'inherit' });
  const stop = () => void server.kill();
  try {
    await untilAnswers(url, server);
  } catch (cause) {
    stop();
    throw cause;
  }
  return { url, stop };
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  const until_ms = performance.now() + SERVER_STARTS_ms;
  while (!(await answers(url))) {
    if (server.exitCode !== null) {
      throw new Error(`The built app ended with ${server.exitCode}: try node build.`);
    }
    if (performance.now() > until_ms) {
      throw new Error(`The app did not answer at ${url} within ${SERVER_STARTS_ms / 1000} s.`);
    }
    await pause(100);
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the app's server, so that a test can take the network away and bring out a new version. */
export interface OwnServer {
  url: string;
  /** While it is not, every connection is cut. */
  isOnline: boolean;
  /** The version whose service worker is served; null for the one that was built. */
  release: string | null;
  stop(): void;
}

const WORKER = '/service-worker.js';

/** Serves what the app at `target` does. */
export async function ownServer(target: string): Promise<OwnServer> {
  const built = await versionOf(target);
  const server = createServer((asked, answer) => {
    if (!own.isOnline) return void asked.socket.destroy();
    if (asked.url === WORKER && own.release !== null) {
      void asNewer(target, built, own.release).then((text) =>
        answer.writeHead(200, { 'content-type': 'text/javascript' }).end(text),
      );
      return;
    }
    passOn(target, asked, answer);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  const own: OwnServer = {
    url: `http://localhost:${port}`,
    isOnline: true,
    release: null,
    stop: () => void server.close().closeAllConnections(),
  };
  return own;
}

function passOn(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const headers = { ...asked.headers, host: new URL(target).host };
  const passed = request(new URL(asked.url ?? '/', target), { method: asked.method, headers });
  passed.on('response', (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  asked.pipe(passed);
}

async function versionOf(target: string): Promise<string> {
  const answer = await fetch(new URL('/_app/version.json', target));
  const { version } = (await answer.json()) as { version: string };
  return version;
}

/** The built worker under another version: for a browser, a new release. */
async function asNewer(target: string, built: string, release: string): Promise<string> {
  const text = await (await fetch(new URL(WORKER, target))).text();
  if (!text.includes(built)) throw new Error(`The worker does not name its version, ${built}.`);
  return text.replaceAll(built, release);
}

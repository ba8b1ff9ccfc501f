/// <reference types="@sveltejs/kit" />
import { base, build, files, version } from '$service-worker';
import { answerTo, cacheName, needed, outdated, type Answer } from './answer';

declare const self: ServiceWorkerGlobalScope;

/** The page that every address opens with: what is shown there is made in the browser. */
const SHELL = `${base}/`;
const kept: ReadonlySet<string> = new Set(needed([...build, ...files]));
const ours = cacheName(version);
/** The files are the same for everyone, however they were asked for. */
const ANY = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('message', ({ data }) => {
  // A new version takes over when the person asks for it, or when no page of the old one is open any more.
  if (data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request, { origin: self.location.origin, base, kept });
  if (answer !== 'network') event.respondWith(fromCache(event.request, answer));
});

/** Keeps the whole app; fails, and is tried again later, where any of it cannot be had. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(ours);
  await cache.addAll(kept);
  // Not from the browser's own cache: it has to name the files of this version.
  await cache.add(new Request(SHELL, { cache: 'reload' }));
}

async function begin(): Promise<void> {
  const names = outdated(await caches.keys(), ours);
  await Promise.all(names.map((name) => caches.delete(name)));
  // The first visit is offline-proof without a reload.
  await self.clients.claim();
}

/** What is kept of this version, else of the one before, whose pages may still be open; else from the network. */
async function fromCache(request: Request, answer: Exclude<Answer, 'network'>): Promise<Response> {
  const cache = await caches.open(ours);
  const asked = answer === 'shell' ? SHELL : request;
  const found = (await cache.match(asked, ANY)) ?? (await caches.match(asked, ANY));
  return found ?? fetch(request);
}

/* `npm start`: builds the app where the build is missing or older than its sources, then serves it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SERVER = join(ROOT, 'build', 'index.js');
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

if (isStale()) build();
process.env.PORT ??= '3000';
console.log(`Sledtrace on http://localhost:${process.env.PORT}`);
// In this process, so that the server receives its signals itself.
await import(pathToFileURL(SERVER).href);

function isStale(): boolean {
  if (!existsSync(SERVER)) return true;
  const built_ms = statSync(SERVER).mtimeMs;
  return SOURCES.some((source) => newest_ms(join(ROOT, source)) > built_ms);
}

/** When the file, or the newest file in the folder, was changed. */
function newest_ms(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of files removed from it.
  const within = readdirSync(path).map((name) => newest_ms(join(path, name)));
  return Math.max(stats.mtimeMs, ...within);
}

function build(): void {
  console.log('Building …');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

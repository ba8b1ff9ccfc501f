import { afterEach, describe, expect, it, vi } from 'vitest';
import { WakeLock } from '$lib/live/wake-lock.svelte';

/*
 * Node has no screen, and a headless browser never hides a page: the browser's part is played here. The end-to-end
 * tests watch the real lock being taken and released.
 */
function screen() {
  const locks: { released: boolean; release(): Promise<void> }[] = [];
  const request = vi.fn(() => {
    const lock = {
      released: false,
      release() {
        lock.released = true;
        return Promise.resolve();
      },
    };
    locks.push(lock);
    return Promise.resolve(lock);
  });
  vi.stubGlobal('navigator', { wakeLock: { request } });
  return { locks, request };
}

afterEach(() => void vi.unstubAllGlobals());

describe('the wake lock', () => {
  it('is taken again when the page returns, and only while it is wanted', async () => {
    const { locks } = screen();
    const wakeLock = new WakeLock();
    await wakeLock.hold();
    // Still held: the page was not hidden.
    await wakeLock.pageReturned();
    expect(locks).toHaveLength(1);
    locks[0].released = true;
    await wakeLock.pageReturned();
    expect(locks.map(({ released }) => released)).toEqual([true, false]);
    await wakeLock.release();
    expect(locks[1].released).toBe(true);
    await wakeLock.pageReturned();
    expect(locks).toHaveLength(2);
  });

  it('is let go also when it comes after the set has ended', async () => {
    const { locks } = screen();
    const wakeLock = new WakeLock();
    const holding = wakeLock.hold();
    await wakeLock.release();
    await holding;
    expect(locks.map(({ released }) => released)).toEqual([true]);
  });

  it('may be refused or absent, which is told and nothing more', async () => {
    const { request } = screen();
    request.mockRejectedValueOnce(new DOMException('Low battery.', 'NotAllowedError'));
    const refused = new WakeLock();
    await refused.hold();
    expect(refused.refused).toBe(true);
    vi.stubGlobal('navigator', {});
    const absent = new WakeLock();
    await absent.hold();
    expect(absent.refused).toBe(true);
    await absent.release();
    expect(absent.refused).toBe(false);
  });
});

import { readFile } from 'node:fs/promises';
import { expect, test as base, type CDPSession, type Page } from '@playwright/test';
import { readRecording } from '../../src/lib/core/file/read';
import { sampleAt, type Sample, type Vector3 } from '../../src/lib/core/recording';
import { simulate } from '../../src/lib/core/simulate';

/** A brisk set of half a minute. */
const SET = {
  seed: 22,
  set: { reps: 6, lower_s: 1.3, bottom_s: 0.3, press_s: 0.9, top_s: 0.4 },
  sensor: { rate_Hz: 120, noise_ugPerRootHz: 120 },
};
const DEPTH_WITHIN_m = 0.02;
/** As often as phones tell of motion. */
const RATE_Hz = 60;

declare global {
  interface Window {
    /** Lets go of the set that the played phone feels; until then it rests as in the set's first sample. */
    beginSet(): void;
  }
}

/** A page on a telephone with Chromium's virtual motion sensors. */
const test = base.extend<{ phone: MotionSensors }>({
  // Filming the page would slow down the set.
  trace: 'off',
  contextOptions: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
  phone: async ({ page }, use) => {
    await use(await MotionSensors.of(page));
  },
});

class MotionSensors {
  private constructor(private readonly devtools: CDPSession) {}

  static async of(page: Page): Promise<MotionSensors> {
    const devtools = await page.context().newCDPSession(page);
    const metadata = { available: true, minimumFrequency: 1, maximumFrequency: RATE_Hz };
    for (const type of ['accelerometer', 'gyroscope', 'relative-orientation'] as const) {
      await devtools.send('Emulation.setSensorOverrideEnabled', { enabled: true, type, metadata });
    }
    return new MotionSensors(devtools);
  }

  async feel({ accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Promise<void> {
    const radians = gyro_dps.map((rate) => (rate * Math.PI) / 180);
    await Promise.all([
      this.read('accelerometer', accel_mps2),
      this.read('gyroscope', [radians[0], radians[1], radians[2]]),
    ]);
  }

  /** The device's orientation: the turn that brings `up` upright. */
  async lie([x, y, z]: Vector3): Promise<void> {
    const size = Math.hypot(x, y, z);
    const [a, b, c, d] = [y / size, -x / size, 0, 1 + z / size];
    const norm = Math.hypot(a, b, c, d);
    const quaternion = { x: a / norm, y: b / norm, z: c / norm, w: d / norm };
    await this.devtools.send('Emulation.setSensorOverrideReadings', {
      type: 'relative-orientation',
      reading: { quaternion },
    });
  }

  private async read(type: 'accelerometer' | 'gyroscope', [x, y, z]: Vector3): Promise<void> {
    await this.devtools.send('Emulation.setSensorOverrideReadings', {
      type,
      reading: { xyz: { x, y, z } },
    });
  }
}

async function downloadRecording(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByText('Share', { exact: true }).click();
  await page.getByRole('button', { name: /^Samples/ }).click();
  const download = await downloading;
  const bytes = await readFile(await download.path());
  return readRecording(bytes, { name: download.suggestedFilename() }).recording;
}

/**
 * Plays the motion events of an iPhone on this page: forces point down at rest, and nothing is rounded.
 * (Chromium's virtual sensors round to 0.1 m/s², as Chrome does on Android; reps do not survive that.) As on a
 * telephone, a busy page hears late of what was felt in time. `rows`: time, specific force, angular rate.
 */
function playIphone({ rows, interval_ms }: { rows: number[][]; interval_ms: number }) {
  let start_ms = Infinity;
  let next = 1;
  window.beginSet = () => (start_ms = performance.now());
  const felt = (at_ms: number) => {
    const t_s = rows[0][0] + Math.max(0, (at_ms - start_ms) / 1000);
    while (next < rows.length - 1 && rows[next][0] < t_s) next++;
    const [before, after] = [rows[next - 1], rows[next]];
    const share = Math.min(1, (t_s - before[0]) / (after[0] - before[0]));
    return before.map((value, i) => value + share * (after[i] - value));
  };
  const up = rows[0].slice(1, 4).map((each) => each / Math.hypot(...rows[0].slice(1, 4)));
  const degrees = (angle: number) => (angle * 180) / Math.PI;
  const tell = (at_ms: number) => {
    const [, x, y, z, alpha, beta, gamma] = felt(at_ms);
    const turned = {
      alpha: 0,
      beta: degrees(Math.asin(up[1])),
      gamma: degrees(Math.atan2(-up[0], up[2])),
    };
    window.dispatchEvent(new DeviceOrientationEvent('deviceorientation', turned));
    const moved = new DeviceMotionEvent('devicemotion', {
      accelerationIncludingGravity: { x: -x, y: -y, z: -z },
      rotationRate: { alpha, beta, gamma },
      interval: interval_ms / 1000,
    });
    window.dispatchEvent(Object.defineProperty(moved, 'timeStamp', { value: at_ms }));
  };
  let due_ms = performance.now();
  setInterval(() => {
    for (; due_ms <= performance.now(); due_ms += interval_ms) tell(due_ms);
  }, interval_ms);
}

test('counts the reps of a set that an iPhone feels, and their depths', async ({ page }) => {
  test.setTimeout(120_000);
  const { recording, truth } = simulate(SET);
  const rows = Array.from({ length: recording.length }, (_, i) => {
    const { t_s, accel_mps2, gyro_dps = [] } = sampleAt(recording, i);
    return [t_s, ...accel_mps2, ...gyro_dps];
  });
  await page.goto('/');
  await page.evaluate(playIphone, { rows, interval_ms: 1000 / RATE_Hz });
  await page.getByRole('button', { name: 'Use this phone' }).click();
  await expect(page.getByText(/This phone · \d+ Hz/)).toBeVisible();
  await page.evaluate(() => window.beginSet());
  const duration_s = recording.t_s[recording.length - 1] - recording.t_s[0];
  await expect(page.getByTestId('rep-count')).toHaveText(String(SET.set.reps), {
    timeout: (duration_s + 15) * 1000,
  });
  await page.waitForTimeout(2000);
  await expect(page.getByTestId('rep-count')).toHaveText(String(SET.set.reps));
  await page.getByRole('button', { name: 'End set' }).click();
  const table = page.getByRole('table');
  await expect(table.locator('tbody tr')).toHaveCount(SET.set.reps);
  const depths_cm = await table.evaluate((element) => {
    const rows = [...element.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
    );
    const column = rows[0].findIndex((title) => title.startsWith('Depth'));
    return rows.slice(1).map((row) => parseFloat(row[column]));
  });
  truth.reps.forEach(({ depth_m }, i) => {
    expect(Math.abs(depths_cm[i] / 100 - depth_m)).toBeLessThan(DEPTH_WITHIN_m);
  });
});

for (const [browser, sign] of [
  ['the specification has it', 1],
  ['iOS has it', -1],
] as const) {
  test(`stores what virtual sensors feel, force up at rest, with the sign as ${browser}`, async ({
    page,
    phone,
  }) => {
    const up: Vector3 = [5, 6, -6];
    const gyro_dps: Vector3 = [10, -20, 30];
    await page.goto('/');
    await phone.lie(up);
    await phone.feel({
      t_s: 0,
      accel_mps2: [sign * up[0], sign * up[1], sign * up[2]],
      gyro_dps,
    });
    await page.getByRole('button', { name: 'Use this phone' }).click();
    await expect(page.getByText(/This phone · \d+ Hz/)).toBeVisible();
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'End set' }).click();
    const { t_s, length, ...recording } = await downloadRecording(page);
    const { accel_mps2, gyro_dps: gyro } = recording;
    // Two seconds and the half that settled it; a busy machine leaves out some events.
    expect(length).toBeGreaterThan(RATE_Hz);
    expect(t_s[length - 1] - t_s[0]).toBeGreaterThan(2);
    (['x', 'y', 'z'] as const).forEach((axis, i) => {
      expect(accel_mps2[axis][length - 1]).toBeCloseTo(up[i]);
      expect(gyro?.[axis][length - 1]).toBeCloseTo(gyro_dps[i], 0);
    });
  });
}

base.describe('a telephone that cannot', () => {
  base.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  base('says that there is no motion sensor', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Use this phone' }).click();
    await expect(page.getByRole('alert')).toContainText('This device sends no motion');
    await expect(page.getByRole('button', { name: 'Use this phone' })).toBeEnabled();
  });

  base('says that the browser forbids it', async ({ page, context }) => {
    // Granting one permission denies the others.
    await context.grantPermissions(['geolocation']);
    await page.goto('/');
    await page.getByRole('button', { name: 'Use this phone' }).click();
    await expect(page.getByRole('alert')).toContainText('may not feel how the device moves');
  });
});

base('a computer with a mouse does not offer itself', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Try the simulated sled' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this phone' })).toBeHidden();
});

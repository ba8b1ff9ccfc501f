import { describe, expect, it } from 'vitest';
import { failureOf } from '$lib/devices/gatt';
import { UnpairedError } from '$lib/devices/sensor';

describe('an operation that failed', () => {
  const failed = (name: string, message: string) =>
    failureOf(new DOMException(message, name), 'Writing to the sled failed');

  it.each([
    ['NetworkError', 'GATT Error: Not paired.'],
    ['NetworkError', 'Authentication failed.'],
    ['SecurityError', 'GATT operation not authorized.'],
    ['NotSupportedError', 'GATT operation not permitted.'],
  ])('wants pairing where the browser says %s: %s', (name, message) => {
    const error = failed(name, message);
    expect(error).toBeInstanceOf(UnpairedError);
    expect(error).toMatchObject({
      code: 'not-ready',
      message:
        'Writing to the sled failed: it wants to be paired in this machine’s Bluetooth settings first.',
      cause: { message },
    });
  });

  it.each([
    ['NetworkError', 'GATT Server is disconnected.', 'GATT Server is disconnected.'],
    [
      'NotSupportedError',
      'GATT operation failed for unknown reason.',
      'GATT operation failed for unknown reason.',
    ],
    ['TimeoutError', 'signal timed out', 'it did not answer in time.'],
  ])('is unreachable where the browser says %s: %s', (name, message, why) => {
    const error = failed(name, message);
    expect(error).not.toBeInstanceOf(UnpairedError);
    expect(error).toMatchObject({
      code: 'unreachable',
      message: `Writing to the sled failed: ${why}`,
    });
  });
});

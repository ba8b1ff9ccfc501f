/**
 * Pseudo-random numbers from a seed: the same seed and stream give the same numbers everywhere.
 * xoshiro128** (Blackman & Vigna 2021, doi 10.1145/3460772), its state filled by a 32-bit
 * splitmix (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195).
 */
export class Random {
  readonly #state = new Uint32Array(4);
  #spareNormal = NaN;

  /** Streams of one seed are independent, so that one part of a simulation can change without the others. */
  constructor(seed: number, stream = '') {
    let z = seed >>> 0;
    for (const letter of stream) z = mix(z + letter.charCodeAt(0));
    for (let i = 0; i < 4; i++) {
      z = (z + 0x9e3779b9) >>> 0;
      this.#state[i] = mix(z);
    }
  }

  /** Uniform on [low, high). */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * (this.#next() / 2 ** 32);
  }

  /** Standard normal: polar method (Marsaglia & Bray 1964, doi 10.1137/1006063). */
  normal(): number {
    const spare = this.#spareNormal;
    this.#spareNormal = NaN;
    if (!Number.isNaN(spare)) return spare;
    for (;;) {
      const u = this.uniform(-1, 1);
      const v = this.uniform(-1, 1);
      const q = u * u + v * v;
      if (q >= 1 || q === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(q)) / q);
      this.#spareNormal = v * stretch;
      return u * stretch;
    }
  }

  /** A whole number from low to high, both included. */
  integer(low: number, high: number): number {
    return Math.floor(this.uniform(low, high + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)];
  }

  #next(): number {
    const s = this.#state;
    const answer = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotateLeft(s[3], 11);
    return answer;
  }
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** Scrambles 32 bits one to one (the finaliser of MurmurHash3, Appleby 2008, public domain). */
function mix(x: number): number {
  let z = x;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

import { error } from '@sveltejs/kit';
import { listUnfinished } from '$lib/store/unfinished';
import { liveWords } from '$lib/ui/words/live';
import { anySeed, SIMULATED_RATE_Hz } from '$lib/devices/simulated';
import type { PageLoad } from './$types';

/** Far more than any clip-on sensor sends; beyond it a page would only wait for the simulation. */
const HIGHEST_RATE_Hz = 1000;

/**
 * `?sensor=simulated` starts the simulated sled; `seed` names the set it plays (else chance does),
 * `speed` how many times faster than a clock, and `rate` the sensor's samples per second.
 * `?resume=` with the id of an unfinished recording goes on with that; `?calibrate` begins with reps that show the depth.
 */
export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('sledtrace:sets');
  const resume = url.searchParams.get('resume');
  const calibrates = url.searchParams.has('calibrate');
  if (url.searchParams.get('sensor') !== 'simulated') {
    const { database } = await parent();
    return { resume, calibrates, simulated: null, unfinished: await listUnfinished(database) };
  }
  return {
    resume,
    calibrates,
    unfinished: [],
    simulated: {
      seed: number(url.searchParams.get('seed'), Number.isInteger) ?? anySeed(),
      speed: number(url.searchParams.get('speed'), Number.isFinite) ?? 1,
      rate_Hz:
        number(url.searchParams.get('rate'), (rate_Hz) => rate_Hz <= HIGHEST_RATE_Hz) ??
        SIMULATED_RATE_Hz,
    },
  };
};

/** The number above zero that a parameter names, null without the parameter. Ends in an error page for any other text. */
function number(text: string | null, allowed: (value: number) => boolean): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (value > 0 && allowed(value)) return value;
  error(400, liveWords.wrongNumber);
}

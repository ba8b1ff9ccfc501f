/** What the screens say about this device as the sensor. */
export const phoneWords = {
  use: 'Use this phone',
  starting: 'Hold still…',
  mount:
    'Strap it flat to the sled so that nothing wobbles, then keep the page open and the screen on.',
  failed: 'This phone cannot be used',
} as const;

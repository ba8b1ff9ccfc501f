/** Version of the algorithm; changes whenever a figure may. */
export const ALGORITHM = 'sled-5';

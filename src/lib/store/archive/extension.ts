/** What an archive's name ends with. */
export const EXTENSION = '.sledtrace.json';

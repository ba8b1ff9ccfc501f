/** The program's version, as every export states it. */
export const VERSION = '0.1.0';

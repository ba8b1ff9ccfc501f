/*
 * No page is rendered on the server yet, so the build leaves this layout out of the server; the error
 * page must not ask for it there. To be removed with the first page that is.
 */
export const ssr = false;

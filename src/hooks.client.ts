import type { HandleClientError } from '@sveltejs/kit';
import { failureWords } from '$lib/ui/words/failure';

/** What the error page says of an error that no page has put into words. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (status === 404) return { message: failureWords.notFoundHint };
  // For whoever looks into it: the page can only say that it was not foreseen.
  reportError(error);
  return { message: failureWords.otherHint };
};

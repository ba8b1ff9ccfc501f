import { error } from '@sveltejs/kit';
import { isArticle } from '$lib/ui/guide-address';
import { guideWords } from '$lib/ui/words/guide';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  if (!isArticle(params.topic)) error(404, guideWords.notFound);
  return { article: params.topic };
};

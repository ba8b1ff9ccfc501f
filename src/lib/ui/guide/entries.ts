import { CLAIMS } from '$lib/guide/claims';
import { DISAGREEMENTS } from '$lib/guide/claims/disagreements';
import { QUESTIONS } from '$lib/guide/claims/questions';
import { ARTICLES, claimAddress, disagreementAddress, questionAddress } from '../guide-address';
import { guideWords } from '../words/guide';
import { disagreementOf, questionOf, statementOf } from '../words/guide/statements';
import { articleWords } from '../words/guide-articles';
import { prescriptionWords } from '../words/prescription';
import type { Findable } from './search';

/** A place in the guide that can be searched for. */
export interface GuideEntry extends Findable {
  readonly id: string;
  /** What it is: an article, a question, or the article a statement stands in. */
  readonly kind: string;
  readonly address: `/guide/${string}`;
}

/** Every article, question, disagreement and statement, in the person's language. */
export function guideEntries(): GuideEntry[] {
  const { kinds } = guideWords;
  const { articles } = articleWords;
  return [
    ...ARTICLES.map((id): GuideEntry => {
      const { title, lead } = articles[id];
      return {
        id,
        kind: kinds.article,
        text: `${title}: ${lead}`,
        also: '',
        address: `/guide/${id}`,
      };
    }),
    ...QUESTIONS.map((each): GuideEntry => {
      const address = questionAddress(each.id);
      return {
        id: `question-${each.id}`,
        kind: kinds.question,
        text: questionOf(each),
        also: '',
        address,
      };
    }),
    ...DISAGREEMENTS.map((each): GuideEntry => {
      const address = disagreementAddress(each.inventoryId);
      return {
        id: `disagreement-${each.id}`,
        kind: kinds.disagreement,
        text: disagreementOf(each),
        also: '',
        address,
      };
    }),
    ...CLAIMS.map((claim): GuideEntry => {
      const names = claim.variations.map((id) => prescriptionWords.variations[id].name);
      return {
        id: claim.id,
        kind: articles[claim.topic].title,
        text: statementOf(claim),
        also: [claim.id, articles[claim.topic].title, ...names].join(' '),
        address: claimAddress(claim.id),
      };
    }),
  ];
}

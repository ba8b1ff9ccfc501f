import type { Topic } from '$lib/guide/claim';
import { DISAGREEMENTS } from '$lib/guide/claims/disagreements';
import { QUESTIONS } from '$lib/guide/claims/questions';
import { type SourceId, SOURCES } from '$lib/guide/sources';
import { type Group, GROUPS } from '$lib/ui/guide/articles';
import { type Article, shortTitle, sourceAnchor } from '$lib/ui/guide-address';
import { guideWords } from '$lib/ui/words/guide';
import { disagreementOf, questionOf } from '$lib/ui/words/guide/statements';
import { articleWords } from '$lib/ui/words/guide-articles';

/** What stands under one heading: its anchor and the heading. */
export interface Part {
  readonly id: string;
  readonly title: string;
}

/** The headings of an article, in order. */
export function partsOf(article: Article): Part[] {
  switch (article) {
    case 'questions':
      return QUESTIONS.map((each) => ({ id: each.id, title: questionOf(each) }));
    case 'disagreements':
      return DISAGREEMENTS.map((each) => ({ id: each.id, title: disagreementOf(each) }));
    case 'sources':
      return [
        ...sourceIds().map((id) => ({ id: sourceAnchor(id), title: shortTitle(id) })),
        { id: 'left-out', title: guideWords.leftOut },
      ];
    default:
      return groupsOf(article).map(({ id }) => ({ id, title: groupTitle(article, id) }));
  }
}

export function groupsOf(topic: Topic): readonly Group[] {
  return GROUPS[topic];
}

export function groupTitle(topic: Topic, id: string): string {
  return (articleWords.groups[topic] as Record<string, string>)[id];
}

export function sourceIds(): SourceId[] {
  return Object.values(SOURCES).map(({ id }) => id);
}

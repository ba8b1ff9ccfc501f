import type { Topic } from '$lib/guide/claim';
import { claimById } from '$lib/guide/claims';
import { DISAGREEMENTS } from '$lib/guide/claims/disagreements';
import { sectionsCited } from '$lib/guide/sections';
import { type SourceId, SOURCES } from '$lib/guide/sources';

/** The articles of the guide: one for each topic, in the order they are read, then what stands across them. */
export const ARTICLES = [
  'set-up',
  'variations',
  'technique',
  'tempo',
  'depth',
  'errors',
  'machines',
  'programming',
  'safety',
  'complementary',
  'anatomy',
  'benefits',
  'questions',
  'disagreements',
  'sources',
] as const satisfies readonly (Topic | 'questions' | 'disagreements' | 'sources')[];
export type Article = (typeof ARTICLES)[number];

/** A place in the guide, for `resolve`. */
export type GuideAddress = `/guide/${string}#${string}`;

/** Where the claim stands: `resolve(claimAddress('G04'))` is its link. Throws for an id that the guide does not have. */
export function claimAddress(id: string): GuideAddress {
  return `/guide/${claimById(id).topic}#${id}`;
}

/** Where the question stands with its answers. */
export function questionAddress(id: string): GuideAddress {
  return `/guide/questions#${id}`;
}

/** Where both sides stand, by the inventory's id ("DIS-3"). Throws for one that the guide does not have. */
export function disagreementAddress(inventoryId: string): GuideAddress {
  const found = DISAGREEMENTS.find((each) => each.inventoryId === inventoryId);
  if (!found) throw new Error(`The guide has no disagreement ${inventoryId}.`);
  return `/guide/disagreements#${found.id}`;
}

/** What a document is called where its whole title is too long: what stands before the colon. */
export function shortTitle(id: SourceId): string {
  return SOURCES[id].title.split(':')[0];
}

/** Where a statement stands in its document: "Leg Press Master Class › Glutes and Hamstrings". */
export function citedPlace(id: string): string {
  const [cite] = claimById(id).cites;
  const [section] = sectionsCited(cite);
  return [shortTitle(cite.source), section].filter((part) => part !== null).join(' › ');
}

/** The document's anchor among the sources, made of its title. */
export function sourceAnchor(id: SourceId): string {
  return shortTitle(id)
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-');
}

/** Where the document is described. */
export function sourceAddress(id: SourceId): GuideAddress {
  return `/guide/sources#${sourceAnchor(id)}`;
}

export function isArticle(name: string): name is Article {
  return ARTICLES.some((each) => each === name);
}

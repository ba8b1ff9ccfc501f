import { expect, it } from 'vitest';
import { TOPICS } from '$lib/guide/claim';
import { CLAIMS } from '$lib/guide/claims';
import { DISAGREEMENTS } from '$lib/guide/claims/disagreements';
import {
  ARTICLES,
  claimAddress,
  disagreementAddress,
  isArticle,
} from '../../src/lib/ui/guide-address';

it('every topic has an article, and articles are told from other names', () => {
  expect(TOPICS.filter((topic) => !isArticle(topic))).toEqual([]);
  expect(new Set(ARTICLES).size).toBe(ARTICLES.length);
  expect(isArticle('rules')).toBe(false);
});

it('every claim has an address of its own, in the article of its topic', () => {
  expect(claimAddress('G04')).toBe('/guide/depth#G04');
  expect(claimAddress('J10')).toBe('/guide/complementary#J10');
  expect(new Set(CLAIMS.map(({ id }) => claimAddress(id))).size).toBe(CLAIMS.length);
});

it('a disagreement is found by the inventory’s id', () => {
  expect(disagreementAddress('DIS-3')).toBe('/guide/disagreements#depth');
  const all = DISAGREEMENTS.map(({ inventoryId }) => disagreementAddress(inventoryId));
  expect(new Set(all).size).toBe(DISAGREEMENTS.length);
});

it('what the guide does not have has no address', () => {
  expect(() => claimAddress('A20')).toThrow('no claim A20');
  expect(() => disagreementAddress('DIS-10')).toThrow('no disagreement DIS-10');
});

import { type Claim, type ClaimEntry, type Topic, TOPICS } from './claim';
import { ANATOMY } from './claims/anatomy';
import { BENEFITS } from './claims/benefits';
import { COMPLEMENTARY } from './claims/complementary';
import { DEPTH } from './claims/depth';
import { ERRORS } from './claims/errors';
import { MACHINES } from './claims/machines';
import { PROGRAMMING } from './claims/programming';
import { SAFETY } from './claims/safety';
import { SET_UP } from './claims/set-up';
import { TECHNIQUE } from './claims/technique';
import { TEMPO } from './claims/tempo';
import { VARIATION_CLAIMS } from './claims/variations';

const ENTRIES: Record<Topic, readonly ClaimEntry[]> = {
  anatomy: ANATOMY,
  variations: VARIATION_CLAIMS,
  machines: MACHINES,
  'set-up': SET_UP,
  technique: TECHNIQUE,
  tempo: TEMPO,
  depth: DEPTH,
  errors: ERRORS,
  safety: SAFETY,
  programming: PROGRAMMING,
  complementary: COMPLEMENTARY,
  benefits: BENEFITS,
};

/** Everything the guide says, topic by topic. */
export const CLAIMS: readonly Claim[] = TOPICS.flatMap((topic) =>
  ENTRIES[topic].map((entry) => ({ topic, also: [], figures: [], features: [], ...entry })),
);

const BY_ID = new Map(CLAIMS.map((claim) => [claim.id, claim]));

/** The claim with this id. Throws for an id that the guide does not have or has left out. */
export function claimById(id: string): Claim {
  const claim = BY_ID.get(id);
  if (!claim) throw new Error(`The guide has no claim ${id}.`);
  return claim;
}

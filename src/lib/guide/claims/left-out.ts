import type { Cite } from '../claim';

/** What a source says and the guide does not. */
export interface LeftOut {
  /** The inventory's. */
  id: string;
  cites: readonly Cite[];
  /** Whether there is no claim with this id, or a claim without the part that the reason names. */
  extent: 'whole' | 'part';
  reason: string;
  /** The inventory's disagreement or contradiction that is settled by it and therefore not shown. */
  settles: string;
}

export const LEFT_OUT: readonly LeftOut[] = [
  {
    id: 'A20',
    cites: [{ source: '002', lines: [35] }],
    extent: 'whole',
    reason:
      'It says that semitendinosus and semimembranosus do not reach the hip. They do, as two other sources say (A03, A24, A26): both begin at the sitting bone.',
    settles: 'DIS-10',
  },
  {
    id: 'D11',
    cites: [{ source: '003', lines: [45, 97] }],
    extent: 'whole',
    reason:
      'It has the lifter face away from the backrest and turn the back to it, which is the usual seat, while the rest describes another position. A coach must show how the body goes into the machine; it is neither told nor drawn.',
    settles: 'X2',
  },
  {
    id: 'A04',
    cites: [{ source: '000', lines: [7] }],
    extent: 'part',
    reason:
      'Its example for a straight knee is a press at a deep knee bend, which contradicts it. The fact stands without the example.',
    settles: 'X1',
  },
  {
    id: 'A24',
    cites: [{ source: '003', lines: [15] }],
    extent: 'part',
    reason: 'Which way the body faces is worded against itself (see D11).',
    settles: 'X2',
  },
  {
    id: 'A25',
    cites: [{ source: '003', lines: [17] }],
    extent: 'part',
    reason:
      'Here the weight is pushed behind the lifter; the steps of the same source move it towards the lifter and away. The claim speaks of the hips only.',
    settles: 'X3',
  },
];

import type { Topic, VariationId } from '$lib/guide/claim';
import type { MachineId } from '$lib/guide/machines';

/** A part of an article: statements under a heading, and what is drawn beside them. */
export interface Group {
  /** Its anchor, and what its heading is found by. */
  readonly id: string;
  /** The ids of the claims, in the order they are read. */
  readonly claims: readonly string[];
  readonly feet?: VariationId;
  readonly rail?: VariationId;
  readonly machines?: readonly MachineId[];
  readonly cautions?: VariationId;
}

/** How each topic is told: every claim of it in one group. */
export const GROUPS = {
  'set-up': [
    { id: 'seat', claims: ['D01', 'D02', 'D03'], rail: 'hamstring' },
    { id: 'feet', claims: ['D06', 'D04', 'D05'], feet: 'hamstring' },
    { id: 'back', claims: ['D09', 'D07', 'D08'] },
    { id: 'reverse', claims: ['D10', 'D13', 'D12', 'D14'], cautions: 'reverse' },
  ],
  variations: [
    { id: 'high', claims: ['B01', 'B02', 'B08'], feet: 'hamstring', cautions: 'hamstring' },
    { id: 'narrow', claims: ['B09', 'B10'], feet: 'hamstring-narrow' },
    { id: 'wide', claims: ['B04'], feet: 'hamstring-wide' },
    { id: 'single', claims: ['B05', 'B07', 'B06'], feet: 'hamstring-single' },
    { id: 'quad', claims: ['B12', 'B03'], feet: 'quad', cautions: 'quad' },
    { id: 'quad-single', claims: ['B11'], feet: 'quad-single' },
    { id: 'reverse', claims: ['B13', 'B14', 'B15', 'B16'], feet: 'reverse', cautions: 'reverse' },
    { id: 'reverse-single', claims: ['B17'], feet: 'reverse-single' },
  ],
  technique: [
    { id: 'drive', claims: ['E01', 'E02', 'E05'] },
    { id: 'back', claims: ['E03', 'E06'] },
    { id: 'knees', claims: ['E04'] },
    { id: 'reverse', claims: ['E08', 'E07'] },
  ],
  tempo: [
    { id: 'lower', claims: ['F01', 'F04', 'F06'] },
    { id: 'pause', claims: ['F02'] },
    { id: 'press', claims: ['F03', 'F07'] },
    { id: 'momentum', claims: ['F05'] },
    { id: 'reverse', claims: ['F08', 'F09', 'F10'] },
  ],
  depth: [
    { id: 'deep', claims: ['G01', 'G06', 'G05', 'G08'] },
    { id: 'limit', claims: ['G04', 'G07', 'G02', 'G03'], rail: 'hamstring' },
    { id: 'top', claims: ['G11', 'G12'] },
    { id: 'reverse', claims: ['G09', 'G10'], rail: 'reverse' },
  ],
  errors: [
    { id: 'back', claims: ['H01', 'H05'] },
    { id: 'feet', claims: ['H02', 'H03'] },
    { id: 'knees', claims: ['H04'] },
    { id: 'load', claims: ['H06'] },
    { id: 'reverse', claims: ['H07', 'H08', 'H09', 'H10', 'H11', 'H12'] },
  ],
  machines: [
    { id: 'differ', claims: ['C01', 'C02'] },
    { id: 'sled', claims: ['C07', 'C03'], machines: ['sled-45'] },
    { id: 'horizontal', claims: ['C04', 'C06'], machines: ['horizontal'] },
    { id: 'other', claims: ['C05'], machines: ['other-incline'] },
    { id: 'reverse', claims: ['C08'] },
    { id: 'unknown', claims: [], machines: ['selectorised-stack', 'lever-arm'] },
  ],
  programming: [
    { id: 'growth', claims: ['J01', 'J02', 'J03', 'J04', 'J05'] },
    { id: 'strength', claims: ['J06', 'J07', 'J08', 'J09'] },
    { id: 'rehab', claims: ['J11', 'J12', 'J13', 'J14'] },
    { id: 'first', claims: ['J15', 'K04'] },
    { id: 'weeks', claims: ['K02', 'K03', 'K01'] },
    { id: 'reverse', claims: ['J16', 'J17', 'J18', 'K05', 'K06'] },
  ],
  safety: [
    { id: 'suits', claims: ['I10', 'I01', 'I09'] },
    { id: 'load', claims: ['I02', 'I03'] },
    { id: 'back', claims: ['I05', 'I08', 'I04'] },
    { id: 'tear', claims: ['I06', 'I07'] },
    { id: 'reverse', claims: ['I11', 'I12', 'I13'], cautions: 'reverse' },
  ],
  complementary: [
    { id: 'beside', claims: ['L05', 'L01'] },
    { id: 'exercises', claims: ['L02', 'J10', 'L03', 'L04'] },
  ],
  anatomy: [
    { id: 'shift', claims: ['A12', 'A01', 'A08', 'A14', 'A10'] },
    { id: 'hamstrings', claims: ['A03', 'A04', 'A05', 'A02'] },
    { id: 'factors', claims: ['A07', 'A11', 'A09'] },
    { id: 'usual', claims: ['A13', 'A06', 'A15', 'A22'] },
    { id: 'doubts', claims: ['A16', 'A17', 'A18', 'A19', 'A21'] },
    { id: 'reverse', claims: ['A23', 'A24', 'A25', 'A26', 'A27'] },
  ],
  benefits: [
    { id: 'hamstrings', claims: ['K07'] },
    { id: 'quads', claims: ['M07'] },
    { id: 'reverse', claims: ['M08', 'M01', 'M02', 'M03', 'M04', 'M05', 'M06'] },
  ],
} as const satisfies Record<Topic, readonly Group[]>;

/** The anchors of a topic's groups. */
export type GroupId<T extends Topic> = (typeof GROUPS)[T][number]['id'];

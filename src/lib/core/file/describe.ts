import { unitNamed, type Column, type Quantity, type Unit } from './column-name';
import type { AxesColumns, Header, Mapping, TimeColumn } from './format';
import { parseClock, DAY_S } from './number';

/** The mapping that the names' own units give; null where time or every sensor is missing. */
export function describedMapping(header: Header): Mapping | null {
  const time = describedTime(header);
  const accel = describedAxes(header, 'accel');
  const gyro = describedAxes(header, 'gyro');
  return time && (accel ?? gyro) ? { time, accel, gyro } : null;
}

/** The column of that name, whatever its case. */
export function columnNamed(header: Header, ...names: string[]): Column | undefined {
  return header.columns.find(({ name }) =>
    names.some((wanted) => wanted.toLowerCase() === name.toLowerCase()),
  );
}

/** Whether all these columns are there. */
export function hasColumns(header: Header, ...names: string[]): boolean {
  return names.every((name) => columnNamed(header, name));
}

/** A column of times in that unit. */
export function timeColumn({ name, index }: Column, unit: string): TimeColumn {
  return { name, index, kind: 'number', unit: knownUnit('time', unit) };
}

/** A column of clock readings, a clock without a date starting again at midnight. */
export function clockColumn({ name, index }: Column): TimeColumn {
  return { name, index, kind: 'clock', unit: { label: 'clock', factor: 1 }, wrapsAfter_s: DAY_S };
}

/** Three columns by name, in a unit given by the format; null unless all three are there. */
export function axesNamed(
  header: Header,
  quantity: 'accel' | 'gyro',
  unit: string,
  names: readonly [string, string, string],
): AxesColumns | null {
  const columns = names.map((name) => columnNamed(header, name));
  return axesOf(columns, knownUnit(quantity, unit));
}

/** The first time column that says how it counts: by a unit in its name, or by reading as a clock. */
export function describedTime(header: Header): TimeColumn | null {
  const times = header.columns.filter(({ quantity }) => quantity === 'time');
  for (const column of times) {
    if (showsClock(header, column)) return clockColumn(column);
    if (column.unit) {
      return { name: column.name, index: column.index, kind: 'number', unit: column.unit };
    }
  }
  return null;
}

/** Whether the first row's cell in this column reads as a clock. */
export function showsClock(header: Header, column: Column): boolean {
  return Number.isFinite(parseClock(header.sample[column.index] ?? ''));
}

/** The sensor's three axes where their names carry a unit, and the same one. */
export function describedAxes(header: Header, quantity: 'accel' | 'gyro'): AxesColumns | null {
  const axes = columnsOf(header, quantity);
  const unit = axes[0]?.unit;
  if (!unit || axes.some((column) => column?.unit?.label !== unit.label)) return null;
  return axesOf(axes, unit);
}

/** The first column of each axis of a quantity. */
export function columnsOf(header: Header, quantity: Quantity): (Column | undefined)[] {
  return [0, 1, 2].map((axis) =>
    header.columns.find((column) => column.quantity === quantity && column.axis === axis),
  );
}

function axesOf(columns: (Column | undefined)[], unit: Unit): AxesColumns | null {
  const [x, y, z] = columns;
  if (!x || !y || !z) return null;
  return { names: [x.name, y.name, z.name], indexes: [x.index, y.index, z.index], unit };
}

function knownUnit(quantity: Quantity, text: string): Unit {
  const unit = unitNamed(quantity, text);
  if (!unit) throw new RangeError(`A format names the unit "${text}", which ${quantity} has not.`);
  return unit;
}

import * as v from 'valibot';

/* What the schemas of the archive are made of. */

/** A moment, ISO 8601 with offset. */
export const moment = () => v.pipe(v.string(), v.isoTimestamp());

/** An id as `newId` makes them, or one made from it: it stands in addresses and needs no escaping. */
export const id = () => v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

/** A length, mass, time or share that is never below zero. */
export const amount = () => v.pipe(v.number(), v.minValue(0));

export const count = () => v.pipe(v.number(), v.integer(), v.minValue(0));

export const list = <Each extends v.GenericSchema>(each: Each) =>
  v.pipe(v.array(each), v.readonly());

/** The schema with a sentence that the published one carries. */
export const told = <Schema extends v.GenericSchema>(schema: Schema, sentence: string) =>
  v.pipe(schema, v.description(sentence));

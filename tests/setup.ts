import './equal-columns';

/*
 * Tests read as a page does in Britain, whatever the machine speaks: newer Nodes have a navigator whose
 * language is the system's.
 */
Object.defineProperty(globalThis, 'navigator', {
  value: { language: 'en-GB' },
  configurable: true,
  writable: true,
});

/** What nobody means to send: wrong kinds, numbers at the ends, names that objects have, halves of signs, formulas, paths, long texts. */
/** Stands in an input for lists within lists, twenty thousand deep, which are put in when the input is text. */
const DEEP = '@deep'
const LEVELS = 20_000
/** @returns the input as the text that crosses a host */
export const asText = (input: unknown): string =>
  JSON.stringify(input).replaceAll(`"${DEEP}"`, () => '['.repeat(LEVELS) + ']'.repeat(LEVELS))
const LONG_TEXT = '权'.repeat(1_000_000)

/** Each is made anew, so that nothing is shared between inputs; the dear ones come last. */
export const NASTY: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => '',
  () => ' ',
  () => 'NaN',
  () => '-Infinity',
  () => '1e999',
  () => 0,
  () => -1,
  () => 0.1,
  () => 2 ** 53,
  () => -(2 ** 53),
  () => 1e308,
  () => 2 ** 31,
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'hasOwnProperty',
  () => "=cmd|'/c calc'!A0",
  () => '+1+1',
  () => '@SUM(A1)',
  () => '\t=1',
  () => '\ud800',
  () => 'x\udc00y',
  () => '𠮷'.repeat(41),
  () => '\u202e\u0000\u0007',
  () => 'x\u0000y',
  () => '社区\r\n社区',
  () => '<img src=x onerror=alert(1)>',
  () => "'; DROP TABLE step; --",
  () => '../outside/evil',
  () => '..\\outside\\evil',
  () => 'CON',
  () => '.',
  () => '字'.repeat(60),
  () => '2026-02-30',
  () => '9999-12-31',
  () => '0000-01-01',
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => JSON.parse('{"__proto__":{"polluted":1}}') as unknown,
  () => ({ constructor: { prototype: { polluted: 1 } } }),
  () => Array.from({ length: 300 }, () => '字'),
]
export const DEAR: readonly (() => unknown)[] = [() => LONG_TEXT, () => DEEP, () => Array.from({ length: 100_000 }, () => 0)]

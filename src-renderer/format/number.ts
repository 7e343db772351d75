/** How numbers are written on the screen: as everywhere else. */
export { formatChange, formatNumber, formatRate, formatShare } from '../../src-main/words/numbers.ts'

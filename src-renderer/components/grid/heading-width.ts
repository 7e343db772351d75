const [LETTER, AROUND, MOST] = [8, 40, 240]
/** Chinese letters count double. */
const lettersIn = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)

/** @returns so many pixels that the heading of a column, and the unit below it, are read whole; a very long one is cut */
export const headingWidth = (heading: string, unit = ''): number =>
  Math.min(MOST, Math.max(lettersIn(heading), lettersIn(unit)) * LETTER + AROUND)

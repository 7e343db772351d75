/**
 * The deletion filter (J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear programs, ORSA Journal on
 * Computing 3, 1991): leaves out one after the other; whatever is not needed for the contradiction stays out.
 * @param count of things that can't all hold together
 * @param canHold whether some of them, by position, can
 * @returns positions of a set that can't hold together, while without any one of them it can
 */
export async function minimalConflict(count: number, canHold: (positions: number[]) => boolean | Promise<boolean>): Promise<number[]> {
  let kept = Array.from({ length: count }, (_, position) => position)
  for (const position of [...kept]) {
    const without = kept.filter((each) => each !== position)
    if (!(await canHold(without))) kept = without
  }
  return kept
}

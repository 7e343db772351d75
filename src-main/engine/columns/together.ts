import type { PartRun, PolicyRun } from './run.ts'

/** Fen of the parts in the rows of the whole. */
function gathered(parts: readonly PartRun[], of: (run: PolicyRun) => Float64Array | undefined, length: number): Float64Array {
  const whole = new Float64Array(length)
  for (const { rows, run } of parts) {
    const own = of(run)
    if (own !== undefined) for (const [at, row] of rows.entries()) whole[row] = own[at]!
  }
  return whole
}

/** The same for what is no number. */
function listed<T>(parts: readonly PartRun[], of: (run: PolicyRun) => readonly T[]): T[] {
  const whole: T[] = []
  for (const { rows, run } of parts) for (const [at, row] of rows.entries()) whole[row] = of(run)[at]!
  return whole
}

/** Puts runs of parts together that fit beside each other. @param parts that of the plan's policy first */
export function runTogether(parts: readonly PartRun[]): PolicyRun {
  const [{ run: first }] = parts as [PartRun]
  const length = parts.reduce((sum, each) => sum + each.rows.length, 0)
  const gather = (of: (run: PolicyRun) => Float64Array | undefined): Float64Array => gathered(parts, of, length)
  const byKey = (of: (run: PolicyRun) => Map<string, Float64Array> | null): Map<string, Float64Array> | null => {
    const named = of(first)
    return named === null ? null : new Map([...named.keys()].map((key) => [key, gather((run) => of(run)?.get(key))]))
  }
  return {
    classifier: first.classifier,
    overrides: new Map(parts.flatMap((each) => [...each.run.overrides])),
    found: listed(parts, (run) => run.found),
    classes: listed(parts, (run) => run.classes),
    previous: gather((run) => run.previous),
    needs: listed(parts, (run) => run.needs),
    problems: parts.flatMap((each) => each.run.problems),
    amounts: gather((run) => run.amounts),
    components: byKey((run) => run.components)!,
    lines: first.lines.map((_, at) => gather((run) => (run === first ? run.lines[at] : undefined))),
    paid: byKey((run) => run.paid),
    reserve: gather((run) => run.reserve),
    guarantees: first.guarantees,
    transfers: first.transfers,
    parts,
  }
}

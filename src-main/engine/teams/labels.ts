/**
 * The assignment of rows to columns with the greatest sum (H. W. Kuhn, The Hungarian method for the assignment problem, Naval Research
 * Logistics Quarterly 2, 1955; by shortest augmenting paths).
 * @param gain square, numbers not below zero
 * @returns the column of each row
 */
function bestAssignment(gain: readonly (readonly number[])[]): number[] {
  const count = gain.length
  const rowPotential = new Float64Array(count + 1)
  const columnPotential = new Float64Array(count + 1)
  const rowOf = new Int32Array(count + 1)
  const before = new Int32Array(count + 1)
  for (let row = 1; row <= count; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(count + 1).fill(Infinity)
    const used = new Uint8Array(count + 1)
    do {
      used[column] = 1
      const current = rowOf[column]!
      let [step, next] = [Infinity, 0]
      for (let each = 1; each <= count; each++) {
        if (used[each] === 1) continue
        const cost = -gain[current - 1]![each - 1]! - rowPotential[current]! - columnPotential[each]!
        if (cost < least[each]!) {
          least[each] = cost
          before[each] = column
        }
        if (least[each]! < step) {
          step = least[each]!
          next = each
        }
      }
      for (let each = 0; each <= count; each++) {
        if (used[each] === 1) {
          rowPotential[rowOf[each]!]! += step
          columnPotential[each]! -= step
        } else least[each]! -= step
      }
      column = next
    } while (rowOf[column] !== 0)
    do {
      const previous = before[column]!
      rowOf[column] = rowOf[previous]!
      column = previous
    } while (column !== 0)
  }
  const columns = Array.from({ length: count }, () => 0)
  for (let column = 1; column <= count; column++) columns[rowOf[column]! - 1] = column - 1
  return columns
}

/**
 * Which number each group gets, so that as many communities as can be stay with the team that they have today.
 * @param today the team of each community, from 1; null: none
 * @returns a number from 1 for each group, each once
 */
export function labelsOf(groups: readonly (readonly number[])[], today: readonly (number | null)[]): number[] {
  const stays = groups.map((rows) => {
    const own = groups.map(() => 0)
    for (const row of rows) {
      const team = today[row]
      if (team !== null && team !== undefined && team <= groups.length) own[team - 1]! += 1
    }
    return own
  })
  return bestAssignment(stays).map((column) => column + 1)
}

/** What one community gets and what it is measured against: residents, or units of a need; and the group it belongs to. */
export interface Portion {
  amountFen: number
  weight: number
  group: string
}

/** A group's share of the weight and of the money, how unequal it is in itself, and what it adds to each part of the whole. */
export interface TheilGroup {
  group: string
  weightShare: number
  moneyShare: number
  theil: number
  within: number
  between: number
}
/** total = within + between, up to the last digits of a double. */
export interface Theil {
  total: number
  within: number
  between: number
  groups: TheilGroup[]
}
export interface Inequality {
  gini: number
  theil: Theil
}

const sum = <T>(list: readonly T[], numberOf: (each: T) => number): number => list.reduce((before, each) => before + numberOf(each), 0)

/**
 * Gini's coefficient of the amount per unit of weight (C. Gini, Variabilità e mutabilità, 1912), weighted: everybody in a community is
 * given its average. With x the amount per unit, w the weight, W all weight and m the average over all units,
 * G = (sum over i and j of w_i w_j |x_i - x_j|) / (2 W² m).
 * Computed as twice the covariance of x with its rank (R. I. Lerman and S. Yitzhaki, A note on the calculation and interpretation of the
 * Gini index, Economics Letters 15, 1984; with weights in Journal of Econometrics 42, 1989), the rank being the share of weight below plus
 * half one's own: G = 2 / m · sum of (w_i / W) (x_i - m) (F_i - 1/2). Without the correction for small samples, n / (n - 1): these are all
 * communities and not a sample of them.
 */
function giniOf(portions: readonly Portion[], weight: number, average: number): number {
  const rising = [...portions].sort((a, b) => a.amountFen / a.weight - b.amountFen / b.weight)
  let below = 0
  let covariance = 0
  for (const each of rising) {
    const rank = (below + each.weight / 2) / weight
    covariance += (each.weight / weight) * (each.amountFen / each.weight - average) * (rank - 0.5)
    below += each.weight
  }
  return Math.max(0, (2 * covariance) / average)
}

/** s ln(s / p), which goes to 0 with s: whoever gets nothing adds nothing. */
const term = (moneyShare: number, weightShare: number): number => (moneyShare === 0 ? 0 : moneyShare * Math.log(moneyShare / weightShare))

/**
 * Theil's T (H. Theil, Economics and Information Theory, 1967, chapter 4): with s a community's share of the money and p its share of the
 * weight, T = sum of s ln(s / p). It is 0 where all get the same per unit and ln(1 / p) where one community of share p gets everything.
 * T falls into parts without a rest (A. F. Shorrocks, The class of additively decomposable inequality measures, Econometrica 48, 1980):
 * within = sum over groups of S_g T_g, and between = sum over groups of S_g ln(S_g / P_g).
 */
function theilOf(portions: readonly Portion[], weight: number, money: number): Theil {
  const groups = [...Map.groupBy(portions, (each) => each.group)].map(([group, own]): TheilGroup => {
    const [ownWeight, ownMoney] = [sum(own, (each) => each.weight), sum(own, (each) => each.amountFen)]
    const theil =
      ownMoney === 0
        ? 0
        : Math.max(
            0,
            sum(own, (each) => term(each.amountFen / ownMoney, each.weight / ownWeight)),
          )
    const [weightShare, moneyShare] = [ownWeight / weight, ownMoney / money]
    return { group, weightShare, moneyShare, theil, within: moneyShare * theil, between: term(moneyShare, weightShare) }
  })
  const [within, between] = [
    sum(groups, (each) => each.within),
    Math.max(
      0,
      sum(groups, (each) => each.between),
    ),
  ]
  return { total: within + between, within, between, groups }
}

/**
 * How unequally money is spread over units of weight (residents, or a need), and how much of that lies between the groups.
 * @param portions amounts in fen, not below zero; weights above zero
 * @returns null where there is no community, or no money at all: then there is nothing to compare
 */
export function inequalityOf(portions: readonly Portion[]): Inequality | null {
  const [weight, money] = [sum(portions, (each) => each.weight), sum(portions, (each) => each.amountFen)]
  if (portions.length === 0 || money === 0) return null
  return { gini: giniOf(portions, weight, money / weight), theil: theilOf(portions, weight, money) }
}

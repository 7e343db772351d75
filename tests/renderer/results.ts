import type { CommunityResult } from '../../src-main/model/plan.ts'
import type { PolicyClass } from '../../src-main/model/policy.ts'

const WAN = 1_000_000

/** A community's result with what a test is about; everything else is plain. Amounts in 万元. */
export function community(
  name: string,
  place: string,
  more: { class?: string | null; amount?: number | null; previous?: number | null } = {},
): CommunityResult {
  const [district = '', subdistrict = ''] = place.split('/')
  const { class: key = 'A', amount = 15, previous = 20 } = more
  const fen = (wan: number | null): number | null => (wan === null ? null : wan * WAN)
  return {
    key: `${place}/${name}`,
    code: '',
    name,
    district,
    subdistrict,
    class: key,
    rule: key === null ? null : 'rule',
    policyClass: key,
    amountFen: fen(amount),
    previousFen: fen(previous),
    previousClass: null,
    cityFen: amount === null ? null : (amount * WAN) / 2,
    districtFen: amount === null ? null : (amount * WAN) / 2,
    trace: [],
    needs: [],
  }
}

export const classes: PolicyClass[] = [
  { key: 'A', name: { zh: 'A类', en: 'Class A' }, color: '#2f6db5' },
  { key: 'B', name: { zh: 'B类', en: 'Class B' }, color: '#c94f1e' },
]

import type { AppealSum } from '../../../src-main/model/appeal-account.ts'
import type { OutputOf } from '../../../src-main/contract/operations.ts'

/** @returns the sum of a district or subdistrict ('': of all); null where the plan has no such place */
export function appealPlaceSum(account: OutputOf<'appeals.account'>, district: string, subdistrict: string): AppealSum | null {
  if (district === '') return account.total
  const wanted = subdistrict === '' ? null : subdistrict
  return account.places.find((each) => each.district === district && each.subdistrict === wanted)?.sum ?? null
}

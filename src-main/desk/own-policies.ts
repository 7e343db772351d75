import type { DistrictPolicy } from '../engine/index.ts'
import type { Policy } from '../model/policy.ts'
import { textIn } from '../model/text.ts'
import type { Desk } from './desk.ts'

/** The districts of a year that stand under policies of their own: whatever the year's policy is, it is not about their communities. */
export const ownPoliciesOf = (desk: Desk, year: number): DistrictPolicy[] =>
  desk.derived(`own policies ${year}`, () =>
    desk.store.read.districtPolicies.list(year).map(({ district, policy }) => ({ district, policy })),
  )

/** A policy by title and version, as problems name it. */
export const policyNamed = ({ title, version }: Policy): { name: string; nameEn: string } => ({
  name: `${textIn(title, 'zh')} ${version}`,
  nameEn: `${textIn(title, 'en')} ${version}`,
})

import type { Policy } from './policy.ts'

/** @returns the policy under which a community stands: its district's own, else the plan's */
export const policyFor = (
  policy: Policy,
  own: readonly { district: string; policy: Policy }[],
  { district }: { district: string },
): Policy => own.find((each) => each.district === district)?.policy ?? policy

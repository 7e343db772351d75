import { isDeepStrictEqual } from 'node:util'
import type { ExampleOther, Policy, PolicyExample } from '../model/policy.ts'

/** An example of the version before that the new one no longer has, or has otherwise. */
export interface ChangedExample {
  key: string
  name: string
  kind: 'changed' | 'removed'
}

/** What an example asks and expects; its name, note and reason may be worded anew without a reason. */
const core = ({ others, expect, ...own }: PolicyExample): unknown => ({
  ...told(own),
  others: others?.map((each) => ({ ...told(each), count: each.count ?? 1 })),
  expect,
})

const told = ({ values, previousFen, district }: ExampleOther): object => ({
  values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  previousFen,
  district: district || undefined,
})

/** @returns the examples for which a new version owes a reason, in the order of the version before */
export function changedExamples(before: Policy, after: Policy): ChangedExample[] {
  return (before.examples ?? []).flatMap((example): ChangedExample[] => {
    const now = after.examples?.find((each) => each.key === example.key)
    if (now === undefined) return [{ key: example.key, name: example.name, kind: 'removed' }]
    return isDeepStrictEqual(core(example), core(now)) ? [] : [{ key: example.key, name: example.name, kind: 'changed' }]
  })
}

import { POLICY_FORMAT_VERSION, type Policy } from '../../model/policy.ts'
import type { Desk } from '../../desk/desk.ts'
import { versionsOf } from './versions.ts'

/** The least that is a policy: one class, which everybody falls into, and a standard of zero for it. */
export function emptyPolicy(desk: Desk): Policy {
  const taken = new Set([
    ...versionsOf(desk).map((each) => each.id),
    ...desk.store.read.policyDrafts.list().map((each) => each.document.id),
  ])
  let number = 1
  while (taken.has(`policy-${number}`)) number++
  return {
    format: 'quanheng-policy',
    formatVersion: POLICY_FORMAT_VERSION,
    id: `policy-${number}`,
    version: '1.0.0',
    title: { zh: `新办法 ${number}`, en: `New policy ${number}` },
    effectiveYear: desk.year.year,
    indicators: [],
    classes: [{ key: 'A', name: { zh: 'A类社区', en: 'Class A' }, color: '#2f6db5' }],
    classification: { rules: [], fallback: 'A' },
    allocation: {
      steps: [{ kind: 'standard', key: 'standard', name: { zh: '按类别定额', en: 'Standard by class' }, amountsFen: { A: 0 } }],
    },
  }
}

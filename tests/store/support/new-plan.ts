import { Dictionary } from '../../../src-main/model/indicator.ts'
import { Policy } from '../../../src-main/model/policy.ts'
import { hashOf } from '../../../src-main/shared/canonical-json.ts'
import type { NewPlan } from '../../../src-main/store/index.ts'

/** What a small plan is made of. */
export const policyNamed = (id: string, version = '1.0.0'): Policy =>
  Policy.parse({
    format: 'quanheng-policy',
    formatVersion: 1,
    id,
    version,
    title: { zh: id },
    effectiveYear: 2026,
    classes: [{ key: 'A', name: { zh: '甲' }, color: '#112233' }],
    classification: { rules: [], fallback: 'A' },
    allocation: { steps: [{ kind: 'standard', key: 'standard', name: { zh: '标准' }, amountsFen: { A: 15_000_000 } }] },
  })

export const dictionary = Dictionary.parse({
  format: 'quanheng-indicators',
  formatVersion: 1,
  groups: [{ key: 'people', label: { zh: '人口' } }],
  indicators: [
    { key: 'residents', label: { zh: '常住人口' }, kind: 'number', group: 'people' },
    { key: 'households', label: { zh: '户数' }, kind: 'number', group: 'people' },
  ],
})

export const newPlan: NewPlan = {
  name: '示例市',
  year: 2026,
  synthetic: true,
  dictionary,
  policy: policyNamed('reference'),
  policyHash: hashOf(policyNamed('reference')),
}

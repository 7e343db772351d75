import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { PolicyDocument } from '../../../src-main/model/policy.ts'
import { MATURE, smallPlan } from '../../support/desk.ts'
import { RESOURCES } from '../../support/open-app.ts'

it('a district that a policy’s payers name and the plan does not have is said to be doubtful, and the policy can be used all the same', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  const document = JSON.parse(readFileSync(join(RESOURCES, 'policies', 'components-and-payers.json'), 'utf8')) as PolicyDocument
  const said = async (name: string) => {
    const payers = document.allocation.payers!.map((payer) => ({ ...payer, byDistrict: { [name]: payer.pays } }))
    return (await ask('policy.check', { document: { ...document, allocation: { ...document.allocation, payers } } })).filter(
      (each) => each.code === 'policy.districtUnknown',
    )
  }
  expect(await said('东区')).toEqual([])
  expect((await said('不存在区')).map((each) => [each.level, each.params.district, each.params.districts])).toEqual(
    Array(3).fill(['warning', '不存在区', '东区']),
  )
  await ask('policy.use', { id: 'components-and-payers', version: '1.0.2' })
  expect((await ask('result.get')).policy.id).toBe('components-and-payers')
})

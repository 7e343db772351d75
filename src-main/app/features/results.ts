import { planWorkbook } from '../../documents/workbook/index.ts'
import { explain } from '../../engine/index.ts'
import { assertPolicy } from '../../policy/check.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../desk.ts'
import { planResult } from '../plan-result.ts'
import type { Service } from '../service.ts'
import { assertWhole, standpointOf } from '../standpoint.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const results = (desk: Desk) => ({
  'result.get': ({ scenario }) => {
    if (scenario === undefined) return desk.result
    const { policy, facts, overrides, year, ...standpoint } = standpointOf(desk, { kind: 'scenario', id: scenario })
    assertWhole(standpoint)
    return planResult({ policy, facts, overrides, dictionary: desk.dictionary.indicators, year: year.year, synthetic: year.synthetic })
  },
  'result.preview': ({ policy }) => {
    assertPolicy(policy, desk.dictionary.indicators)
    return planResult(desk.basis(policy))
  },
  'result.explain': ({ key }) => {
    const { policy, facts, overrides, dictionary } = desk.basis(desk.policy)
    const found = explain({ policy, indicators: dictionary, facts, overrides }, key)
    if (found === null) throw appError('plan.communityUnknown', { value: key }, { community: key })
    return found
  },
  'workbook.export': async ({ language }) => {
    const { result, policy, dictionary, facts, overrides, year } = desk
    const bytes = await planWorkbook({ result, policy, dictionary, facts, overrides, language, appVersion: desk.options.version })
    const fileName = language === 'en' ? `Service fund ${year.year}.xlsx` : `${year.year}年服务群众专项经费分配.xlsx`
    return { fileName, mediaType: XLSX, base64: Buffer.from(bytes).toString('base64') }
  },
}) satisfies Partial<Service>

import { expect, it } from 'vitest'
import { dutiesOf, findingsOfProject } from '../../../../src-main/engine/projects/index.ts'
import { workingDays } from '../../../../src-main/model/calendar.ts'
import { dutyInWords, findingInWords } from '../../../../src-renderer/modules/projects/shared.ts'
import { decided, goOn, paidPlan, proposed, step } from '../../../modules/projects/quarter.ts'

/** The tests' clock stands in 2026, and the delivered calendar ends with that year. */
it('says of a day, and of days late, that they were counted where no calendar is', async () => {
  const desk = await paidPlan()
  await goOn(desk, await proposed(desk, '甲', 1000), decided(1000), step('publishedBefore', '2026-04-13'))
  const { rules, today, projects } = await desk.ask('projects.list')
  expect(dutyInWords(projects[0]!, 'zh')).toMatch(/^备案 逾期\d+个工作日$/)
  await desk.ask('projects.rules', { ...rules, filingDays: 250 })
  expect(dutyInWords((await desk.ask('projects.list')).projects[0]!, 'zh')).toMatch(/^备案 2027-\d\d-\d\d（推算）$/)

  const lateIn = (known: Parameters<typeof workingDays>[0]): string => {
    const duties = dutiesOf(projects[0]!, rules, workingDays(known), today)
    return findingInWords(
      findingsOfProject({ ...projects[0]!, duties }, rules).find((each) => each.kind === 'unfiled')!,
      'zh',
    )
  }
  expect([lateIn([]), lateIn([{ year: 2026, document: '', days: [] }])]).toEqual(['备案（推算）', '备案'])
})

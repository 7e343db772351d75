import { read, utils } from 'xlsx'
import { expect, it } from 'vitest'
import { keyOf, MATURE, smallPlan } from '../../support/desk.ts'

it('the workbook has a sheet of what classes decide by lists, once there is a catalogue', async () => {
  const desk = await smallPlan({ 甲: MATURE })
  const sheets = async () => read(Buffer.from((await desk.ask('workbook.export', {})).base64, 'base64')).Sheets
  expect(await sheets()).not.toHaveProperty('措施与任务')
  await desk.ask('catalogue.reference')
  const rows = utils.sheet_to_json<Record<string, unknown>>((await sheets())['措施与任务']!, { range: 2 })
  const { items } = await desk.ask('catalogue.of', { key: keyOf('甲'), kind: 'measure' })
  const { total } = await desk.ask('catalogue.burden')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    社区: '甲',
    治理措施: items.filter((each) => each.answer === 'yes' || each.answer === 'consent').length,
    '下派任务工时（小时）': total.sent.minutes / 60,
  })
})

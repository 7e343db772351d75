import { describe, expect, it } from 'vitest'
import { codesOf, problemsOf, smallPlan } from '../../support/desk.ts'

const OWN = { year: 2027, document: '试行', days: [{ date: '2027-10-01', kind: 'holiday' as const, name: '国庆节' }] }

describe('the calendar of a plan', () => {
  it('is the delivered one until a year is the department’s own; undo and the log know it', async () => {
    const { ask } = await smallPlan({}, 2026)
    const origins = async () => (await ask('calendar.get')).map(({ year, origin }) => `${year} ${origin}`)
    expect(await origins()).toEqual(['2023 delivered', '2024 delivered', '2025 delivered', '2026 delivered'])
    const [, , , given] = await ask('calendar.get')
    const days = [
      ...given!.days.filter(({ date }) => date !== '2026-10-10'),
      { date: '2026-10-08', kind: 'holiday' as const, name: '地方假日' },
    ]
    await ask('calendar.save', { years: [{ year: 2026, document: given!.document, days }, OWN] })
    expect((await origins()).slice(3)).toEqual(['2026 own', '2027 own'])
    const [step] = await ask('history.list')
    expect(step).toMatchObject({ operation: 'calendar.save', said: { zh: '2026、2027 年工作日历' } })
    const { rows } = await ask('history.changes', { step: step!.id })
    expect(rows.find(({ key, field }) => key === '2026' && field === '2026-10-08')).toMatchObject({ after: '放假 地方假日' })
    await ask('calendar.reset', { year: 2026 })
    expect((await origins()).slice(3)).toEqual(['2026 delivered', '2027 own'])
    await ask('history.undo')
    await ask('history.undo')
    expect(await origins()).toHaveLength(4)
    expect(await codesOf(ask('calendar.reset', { year: 2026 }))).toEqual(['calendar.notOwn'])
  })

  it('refuses days of another year, said twice, and weekdays as working weekends; nothing is kept', async () => {
    const { ask } = await smallPlan({}, 2026)
    const wrong = [
      { date: '2026-10-01', kind: 'holiday' as const, name: '' },
      { date: '2027-10-09', kind: 'working' as const, name: '' },
      { date: '2027-10-09', kind: 'working' as const, name: '' },
      { date: '2027-10-08', kind: 'working' as const, name: '' },
    ]
    const found = await problemsOf(ask('calendar.save', { years: [{ ...OWN, days: wrong }] }))
    expect(found.map(({ code, params }) => [code, params['value']])).toEqual([
      ['calendar.dayOutsideYear', '2026-10-01'],
      ['calendar.dayTwice', '2027-10-09'],
      ['calendar.workingWeekday', '2027-10-08'],
    ])
    expect(await ask('calendar.get')).toHaveLength(4)
  })
})

describe('a list', () => {
  it('is read as notices and tables write it, and what is not understood is told by its line', async () => {
    const { ask } = await smallPlan({}, 2026)
    const text = [
      '日期\t放假或上班',
      '国庆节：2027年10月1日（周五）至7日放假调休',
      '2027-10-09 上班 国庆节',
      '2027/12/31\tholiday\tNew Year',
      '2027-13-01 放假',
      '2027-02-01 除夕',
    ].join('\n')
    const { years, problems } = await ask('calendar.read', { text })
    expect(years).toHaveLength(1)
    expect(years[0]!.days.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2027-10-0${day} holiday`),
      '2027-10-09 working',
      '2027-12-31 holiday',
    ])
    expect(years[0]!.days.at(-2)).toMatchObject({ name: '国庆节' })
    expect(problems.map(({ code, params }) => [code, params['line']])).toEqual([
      ['calendar.dayUnreadable', 5],
      ['calendar.kindUnreadable', 6],
    ])
    expect((await ask('calendar.read', { text: '没有' })).problems.map(({ code }) => code)).toEqual(['calendar.nothingRead'])
  })

  it.each(['zh', 'en'] as const)('is exported so that reading it again gives the same years (%s)', async (language) => {
    const { ask } = await smallPlan({}, 2026)
    const { fileName, base64 } = await ask('calendar.export', { language })
    const { years, problems } = await ask('calendar.read', { fileName, base64 })
    expect(problems).toEqual([])
    const known = await ask('calendar.get')
    expect(years).toEqual(known.map(({ year, document, days }) => ({ year, document, days })))
  })
})

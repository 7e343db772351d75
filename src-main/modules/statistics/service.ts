import { statisticsWorkbook } from '../../documents/statistics-workbook/index.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { isUnreconciled } from '../../desk/outgoing.ts'
import { textIn } from '../../model/text.ts'
import { UNRECONCILED } from '../../words/papers.ts'
import type { Service } from '../../desk/service.ts'
import { STATISTICS_SETTING, statisticsOf } from './table.ts'
import { fileAnswer } from '../../desk/file-answer.ts'

/** The table that superior departments ask for every year. */
export const statistics = (desk: Desk) =>
  ({
    'statistics.get': ({ year = desk.year.year }) => statisticsOf(desk, year),
    'statistics.configure': async (settings) => {
      const { area } = settings
      if (area !== null) {
        const indicator = desk.dictionary.indicators.find((each) => each.key === area.indicator && each.kind === 'category')
        if (indicator === undefined) throw appError('statistics.indicatorGone', { value: area.indicator }, { indicator: area.indicator })
        const both = indicator.options.find(({ key }) => area.urban.includes(key) && area.township.includes(key))
        if (both !== undefined)
          throw appError(
            'statistics.optionTwice',
            { value: both.label.zh, valueEn: both.label.en || both.label.zh },
            { indicator: area.indicator },
          )
      }
      await desk.store.command('statistics.configure', { key: 'statisticsConfigure', params: { count: settings.columns.length } }, (plan) =>
        plan.documentSettings.save(STATISTICS_SETTING, settings),
      )
      return {}
    },
    'statistics.export': async ({ year = desk.year.year, language, unreconciled }) => {
      const isMarked = year === desk.year.year && isUnreconciled(desk, unreconciled)
      const table = statisticsOf(desk, year)
      const bytes = await statisticsWorkbook(table, language, isMarked ? textIn(UNRECONCILED, language) : undefined)
      const title = language === 'en' ? `Service fund statistics ${year}` : `${year}年服务群众专项经费统计表`
      return fileAnswer(title, 'xlsx', bytes)
    },
  }) satisfies Partial<Service>

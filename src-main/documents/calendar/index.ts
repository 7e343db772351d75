import { weekdayOf, type CalendarYear } from '../../model/calendar.ts'
import type { Language } from '../../model/text.ts'
import { CENTRED, TEXT } from '../workbook/look.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = {
  zh: {
    title: '工作日历',
    note: '未列出的日子按星期：周一至周五上班。本表改后可再导入。',
    year: (year: number, document: string) => (document === '' ? `${year}年` : `${year}年（${document}）`),
    columns: ['日期', '星期', '放假或上班', '说明'],
    weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    kinds: { holiday: '放假', working: '上班' },
  },
  en: {
    title: 'Working-day calendar',
    note: 'Days that are not listed are as their weekdays say. This sheet can be changed and read again.',
    year: (year: number, document: string) => (document === '' ? String(year) : `${year} (${document})`),
    columns: ['Day', 'Weekday', 'Holiday or working', 'Note'],
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    kinds: { holiday: 'holiday', working: 'working' },
  },
} as const

/** @returns an .xlsx file with a section for each year, in the form in which it is read again */
export function calendarWorkbook(years: readonly CalendarYear[], language: Language): Promise<Uint8Array> {
  const say = SAY[language]
  const looks = [CENTRED, CENTRED, CENTRED, TEXT]
  const sheet = sheetOfSections(
    { name: say.title, title: say.title, left: say.note, right: '', columns: looks.length, synthetic: false, language },
    years.map(({ year, document, days }) => ({
      heading: say.year(year, document),
      columns: looks.map((look, at) => ({ heading: say.columns[at]!, look, widest: 30 })),
      rows: days.map(({ date, kind, name }) => () => [date, say.weekdays[weekdayOf(date)]!, say.kinds[kind], name]),
    })),
  )
  return wholeBook(writtenBook([sheet], { title: say.title, creator: 'Quanheng' }))
}

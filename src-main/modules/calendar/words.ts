import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'calendar.dayUnreadable': {
      status: 422,
      zh: '第{line}行“{value}”看不出是哪一天。请写成 2026-10-01 或 2026年10月1日至7日，后面写“放假”或“上班”。',
      en: 'Line {line}, "{value}", does not say which day it is about. Please write 2026-10-01, and after it "holiday" or "working".',
    },
    'calendar.kindUnreadable': {
      status: 422,
      zh: '第{line}行“{value}”没有说明是“放假”还是“上班”。',
      en: 'Line {line}, "{value}", does not say whether the day is a "holiday" or "working".',
    },
    'calendar.nothingRead': {
      status: 422,
      zh: '没有读到任何一天。每行写一天或一段：2026-10-01 放假 国庆节。',
      en: 'No day was found. Each line is about one day: 2026-10-01 holiday National Day.',
    },
    'calendar.dayOutsideYear': {
      status: 422,
      zh: '{value} 不在 {year} 年，没有保存。',
      en: '{value} is not a day of {year}; nothing was saved.',
    },
    'calendar.dayTwice': {
      status: 422,
      zh: '{value} 出现了两次，没有保存。请只留一行。',
      en: '{value} is listed twice; nothing was saved. Please leave one of the two.',
    },
    'calendar.workingWeekday': {
      status: 422,
      zh: '{value} 本来就是工作日，不能再列为调休上班日，没有保存。请核对日期。',
      en: '{value} is a weekday, so it needs no entry as a working weekend; nothing was saved. Please check the date.',
    },
    'calendar.notOwn': {
      status: 404,
      zh: '{year} 年没有自己的工作日历，无须恢复。',
      en: '{year} has no calendar of its own that could be given up.',
    },
  },

  summaries: {
    calendarSave: { zh: '{years} 年工作日历', en: 'Working-day calendar of {years}' },
    calendarReset: { zh: '{year} 年工作日历恢复原样', en: 'Working-day calendar of {year} as delivered' },
  },

  subjects: { calendar: { zh: '工作日历', en: 'Working-day calendar' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords

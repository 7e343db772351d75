import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { calendar: '工作日历' },

  operations: { calendar: { save: '修改工作日历', reset: '恢复工作日历' } },

  texts: {
    calendar: {
      note: '准入申请的期限按工作日计算。没有日历的年份按星期推算，并标明不确定。',
      year: '年度',
      delivered: '随程序提供',
      own: '本单位修改',
      counts: '放假 {holidays} 天，调休上班 {working} 天',
      days: '{year} 年的放假与调休',
      day: '日期',
      weekday: '星期',
      kind: '放假或上班',
      name: '说明',
      document: '依据文件',
      holiday: '放假',
      working: '上班',
      add: '添加',
      remove: '删除 {day}',
      reset: '恢复随程序提供的日历',
      export: '导出 Excel',
      exported: '已导出：{file}',
      import: '粘贴或导入……',
      importTitle: '导入工作日历',
      importNote: '每行一天或一段，例如“2026年10月1日至7日 放假 国庆节”“2026-10-10 上班”。导入的年份整年替换。',
      list: '清单',
      file: '或选择 Excel、CSV 文件',
      read: '读取',
      importYear: '{year} 年：放假 {holidays} 天，调休上班 {working} 天',
      apply: '导入 {years} 年',
      saved: '已保存 {year} 年工作日历',
      imported: '已导入 {years} 年工作日历',
      resetDone: '已恢复 {year} 年工作日历',
      weekdays: { d0: '周日', d1: '周一', d2: '周二', d3: '周三', d4: '周四', d5: '周五', d6: '周六' },
    },
  },
} as const satisfies ModuleTexts

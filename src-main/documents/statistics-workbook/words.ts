import type { StatisticsColumn, StatisticsHeading } from '../../model/statistics.ts'
import type { Language } from '../../model/text.ts'

interface Words {
  sheet: string
  title(year: number): string
  unit: string
  synthetic: string
  total: string
  item: string
  sections: Readonly<Record<StatisticsHeading, string>>
  columns: Readonly<Record<StatisticsColumn, string>>
}

export const statisticsWords: Readonly<Record<Language, Words>> = {
  zh: {
    sheet: '统计表',
    title: (year) => `${year}年社区服务群众专项经费统计表`,
    unit: '单位：个、元',
    synthetic: '示例数据（合成，非真实）',
    total: '合计',
    item: '项目',
    sections: { area: '按城镇和乡镇', class: '按类别', district: '按区县', subdistrict: '按街道（镇）' },
    columns: {
      communities: '社区数',
      inPlace: '已落实经费的社区',
      amount: '本年金额',
      average: '社均经费',
      previous: '上年金额',
      change: '增减',
      urban: '城镇社区数',
      urbanAmount: '城镇社区经费',
      township: '乡镇社区数',
      townshipAmount: '乡镇社区经费',
      reported: '已报执行的社区',
      allocated: '已报社区核定',
      spent: '已报社区支出',
      rate: '执行率',
      carried: '结余',
    },
  },
  en: {
    sheet: 'Statistics',
    title: (year) => `Service fund of communities, statistics ${year}`,
    unit: 'Unit: communities, yuan',
    synthetic: 'Synthetic sample data',
    total: 'Total',
    item: 'Item',
    sections: { area: 'Urban and township', class: 'By class', district: 'By district', subdistrict: 'By subdistrict' },
    columns: {
      communities: 'Communities',
      inPlace: 'With a fund in place',
      amount: 'This year',
      average: 'Per community',
      previous: 'Last year',
      change: 'Change',
      urban: 'Urban',
      urbanAmount: 'Urban: fund',
      township: 'Township',
      townshipAmount: 'Township: fund',
      reported: 'Reported use',
      allocated: 'Allocated (reported)',
      spent: 'Spent (reported)',
      rate: 'Execution rate',
      carried: 'Carried over',
    },
  },
}

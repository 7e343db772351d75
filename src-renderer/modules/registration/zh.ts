import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { registration: '以房管人' },
  operations: { registration: { enter: '登记以房管人数目', import: '导入以房管人数目' } },
  texts: {
    registration: {
      tabs: { rates: '登记和抽查', quarter: '按季登记', lines: '缺口清单' },
      quarter: '季度',
      quarterOf: '第 {number} 季度',
      register: '台账',
      check: '抽查',
      onlyNamed: '只看要求登记的社区',
      quarterNote: '只登记数目，不登记个人信息。漏登、登错都算在“在住人数”之内。',
      sample: '要认定',
      rate: '指标',
      bound: '目标',
      expected: '预计不符',
      persons: '至少核对 {count} 人，其中不符不超过 {cases} 人',
      never: '预计不符不低于目标所容许的，核对再多也不能认定',
      tooMany: '预计不符太接近目标，所需样本大到无从抽查',
      outOfRange: '请填0到100之间的数',
      without: '{count} 个社区未计入',
      lodgings: '民宿旅馆 入系统/总数',
      dayRooms: '日租房 备案/总数',
      landlords: '房东 申报/总数',
      tenants: '登记租客',
      found: '抽查在住',
      interval: '95%区间',
      there: '推算在住租客',
      note: '台账取各数最近一个季度的，抽查为全年合计。区间为精确区间（Clopper-Pearson）；在住租客 = 登记租客 ×（1 − 滞留率）÷ 登记率，合计为各社区之和。区间和样本数只对逐人随机抽取成立：整户、整栋抽查时，同户同楼的人往往一并漏登，实际区间更宽，应多查。',
    },
  },
} as const satisfies ModuleTexts

import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { receipts: '到账' },

  operations: { receipts: { add: '登记到账', save: '改正到账', remove: '删除到账', instalments: '修改拨付期次' } },

  texts: {
    receipts: {
      noneYet: '本年还没有登记到账，下面的欠拨是截至 {date} 按计划到期的数',
      note: '应拨按本年金额和拨付期次，截至 {date}',
      add: '登记到账',
      added: '已登记 {count} 笔到账，合计 {amount} 元',
      remove: '删除',
      removed: '已删除到账',
      excel: '导出 Excel',
      search: '搜索社区',
      allPayers: '全部拨款单位',
      onlyShort: '只看欠拨',
      lateFor: '逾期',
      unknown: '有 {count} 个社区的应拨金额还不知道（方案没有算出），除已到账外，上面各数都不含这些社区',
      dueUnknown: '方案没有算出这个社区的金额，应拨未知',
      unknownLeftOut: '{count} 个社区的应拨金额还不知道，没有列入',
      lateSaid: '{count} 个社区，最长 {days} 天',
      late: '{payer}欠拨 {amount} 万元，涉及 {count} 个社区，逾期最长 {days} 天',
      daysLate: '逾期 {count} 天',
      parts: '各期应拨（已到账 / 应拨，元）',
      received: '到账明细',
      nothing: '还没有到账',
      by: '登记方式',
      bys: { one: '一个社区', due: '各社区到期未到账的金额', year: '各社区全年未到账的金额' },
      sum: '{count} 个社区，合计 {amount} 元',
      instalments: '拨付期次……',
      instalmentsTitle: '拨付期次',
      instalmentsSaved: '已保存拨付期次',
      instalmentsNote: '每个拨款单位各期之和须为 100%；没有单独期次的按“其余单位”。两期各半是本软件预设的。',
      dueDay: '到期日（月-日）',
      percent: '比例（%）',
      everybody: '其余单位',
      another: '增加一期',
      takeOut: '删去',
    },
  },
} as const satisfies ModuleTexts

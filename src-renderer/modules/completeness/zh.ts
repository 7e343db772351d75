import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { completeness: '完整性' },

  operations: {},

  texts: {
    completeness: {
      title: '完整性',
      search: '搜索社区、街道',
      delivered: '已报社区',
      share: '应填已填',
      owing: '欠表的街道',
      undecided: '因缺指标未定',
      cells: '{filled} / {asked} 格',
      subdistricts: '各街道（镇）',
      gaps: '缺什么',
      matters: '影响结果的缺项',
      others: '其他缺项',
      lastChange: '最近填报',
      lastFile: '最近交来的文件：{file}',
      state: '状态',
      owes: '欠表',
      complete: '齐全',
      partly: '有缺项',
      matterCount: '影响结果',
      onlyMatters: '只看影响结果的',
      none: '没有缺漏',
      noneNote: '各社区的指标都齐全。',
      noneHere: '这里没有缺漏',
      go: '到表格中填写{name}的{indicator}',
      goRow: '到表格中查看 {name}',
      mattersNote: '只有这些缺项会改变类别或金额，其余缺项无论填什么结果都一样',
      notDelivered: '未报',
      notComputed: '算不出类别和金额，因此不知道哪些缺项影响结果',
      ofCommunities: '{shown} 个社区有缺项',
      nothingMissing: '无',
    },
  },
} as const satisfies ModuleTexts

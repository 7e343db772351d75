import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { communities: '社区指标' },

  operations: { communities: { add: '新增社区', arrange: '调整区县、街道次序', remove: '移除社区' }, indicators: { update: '修改指标' } },

  texts: {
    communities: {
      title: '社区指标',
      search: '搜索社区、街道、代码',
      add: '新增社区',
      remove: '移除',
      removeAsk: '从本年度移除 {count} 个社区？',
      removeNote: '可以用“撤销”恢复。',
      removed: '已移除 {count} 个社区',
      added: '已新增：{name}',
      hint: '直接键入即修改；F2 编辑；Delete 清空；可从 Excel 或 WPS 复制一块粘贴；Ctrl+D 向下填充；Ctrl+F 查找；Alt+↓ 筛选本列；Ctrl+Z 撤销',
      saved: '已保存 {count} 格',
      refusedTitle: '{count} 格未保存',
      refusedNote: '这些格子里的内容不合要求，没有写入方案。改正后会自动保存。',
      discard: '放弃这些内容',
      placeGroup: '社区',
      ledgerGroup: '上年情况',
      previousAmount: '上年金额',
      previousClass: '上年类别',
      name: '社区名称',
      derived: '由其他指标算出，不能修改',
      pasteOutside: '粘贴的内容超出表格，多出的 {count} 格没有写入',
      pasteReadOnly: '{count} 格在不能修改的列中，已略过',
      empty: '本年度还没有社区',
      emptyNote: '导入指标表是最快的办法。',
      codeLabel: '代码（12 位，可空）',
      codeWrong: '代码应为 12 位数字',
      addTitle: '新增社区',
      subdistrictLabel: '街道（镇）',
      gridLabel: '社区指标表',
      onlyMissing: '只看不完整的',
      required: '必填',
      saving: '正在保存……',
      rows: '{shown} / {total} 个社区',
    },
  },
} as const satisfies ModuleTexts

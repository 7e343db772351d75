export const statistics = {
  title: '统计报表', settings: '设置……', print: '打印', export: '导出 Excel', exported: '已导出 {file}', saved: '已保存统计表设置', item: '项目', empty: '本年度还没有社区', emptyNote: '导入社区指标之后，这里会按城乡、类别和区县统计。',
  note: '“已落实经费”指本年金额大于零的社区；核定、支出和执行率只含两项都已报的社区。', undecidedNote: '有 {count} 个社区金额未定，不计入经费，也不计入已落实经费的社区。', counts: '个', defaultTitle: '{year} 年社区服务群众专项经费统计表',
  settingsTitle: '统计表设置', save: '保存', ownTitle: '表题（空：按默认）', columnsLabel: '列', sectionsLabel: '分组', areaLabel: '城镇、乡镇的区分', areaIndicator: '按哪个分类指标', noArea: '不区分', urban: '城镇', township: '乡镇', neither: '都不算', atLeastOne: '至少选一列。',
  sections: { area: '按城镇和乡镇', class: '按类别', district: '按区县' },
  columns: { communities: '社区数', inPlace: '已落实经费', amount: '本年经费', average: '社均经费', previous: '上年经费', change: '增减', urban: '城镇社区', urbanAmount: '城镇经费', township: '乡镇社区', townshipAmount: '乡镇经费', reported: '已报执行', allocated: '核定', spent: '支出', rate: '执行率', carried: '结余' },
}

export const dictionary = {
  title: '指标字典', search: '搜索名称、键名、别名', showRetired: '显示停用的', add: '增加指标', addTitle: '增加指标', changeTitle: '修改指标：{indicator}', save: '保存',
  note: '这里的改动立即用于填报模板、社区指标表、导入和导出；每一步都可以撤销。', counted: '{count} 项指标', retiredCount: '另有 {count} 项已停用',
  indicator: '指标', key: '键名', kind: '类型', range: '范围', synonyms: '别名', formula: '公式', retired: '已停用', groupUp: '整组上移：{group}', groupDown: '整组下移：{group}',
  change: '修改', retire: '停用', restore: '恢复', up: '上移', down: '下移', named: '{action}：{indicator}',
  added: '已增加：{indicator}', changed: '已修改：{indicator}', retiredDone: '已停用：{indicator}。数值都还在，可随时恢复。', restored: '已恢复：{indicator}', moved: '已移动：{indicator}',
  doubtful: '已经保存，但以下原有数值不再合乎定义，请核对', from: '不少于 {min}', to: '不多于 {max}', fromTo: '{min} 到 {max}', notAbove: '不超过{indicator}',
  kinds: { number: '数', share: '占比', category: '分类', flag: '是否' },
  form: {
    label: '名称', labelEnglish: '英文名称（可空）', key: '键名', keyNote: '小写字母开头的字母和数字，公式和办法里用；定下后不能再改。', kind: '类型', group: '分组', newGroup: '新的分组……', newGroupName: '新分组的名称',
    unit: '单位（可空）', unitEnglish: '英文单位（可空）', min: '最小（可空）', max: '最大（可空）', minPercent: '最小 %（可空）', maxPercent: '最大 %（可空）', step: '最小计数单位', required: '必填', synonyms: '别名（各街道表格里的其他叫法，用顿号隔开）',
    options: '选项（每行一个；英文写在斜杠后：城区 / Urban）', formula: '公式（填了就由其他指标算出，不再填报）', insert: '插入指标……', insertLabel: '在公式中插入指标', whenDivisorIsZero: '除数为零时取（可空：记为未知）',
    note: '填报说明（可空；印在模板的批注里）', noteEnglish: '填报说明（英文，可空）', notNumber: '应填一个数', notAbove: '不超过（选中的指标；超过时不能录入或导入）', addNotAbove: '加一项……', takeNotAbove: '去掉：{indicator}',
  },
}

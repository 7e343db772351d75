/** The tools around the indicator table. */
export const grid = {
  filter: '筛选：{column}', condition: '条件', contains: '包含', atLeast: '不小于', atMost: '不大于', between: '介于', equals: '等于', empty: '为空', filled: '不为空',
  value: '数值', text: '文字', upTo: '至', apply: '确定', take: '去掉', unreadable: '请填写数字，如 5,000、1.2万、35%', sortUp: '升序', sortDown: '降序', hideColumn: '隐藏此列',
  chipContains: '{column} 包含“{from}”', chipAtLeast: '{column} ≥ {from}', chipAtMost: '{column} ≤ {from}', chipBetween: '{column} {from} 至 {to}', chipEquals: '{column} = {from}',
  chipEmpty: '{column} 为空', chipFilled: '{column} 不为空', removeChip: '去掉筛选：{what}',
  views: '列与视图', viewsNamed: '视图：{name}', columns: '显示的列', allColumns: '全部显示', saved: '已存的视图', savedNone: '还没有。把列、筛选和排序设好后，在下面起名保存。',
  saveAs: '视图名称', save: '保存当前视图', savedDone: '已保存视图：{name}', removeView: '删除视图：{name}', standard: '恢复默认', close: '关闭',
  tree: '街道列表', treeLabel: '区县和街道', all: '全部', open: '展开 {name}', fold: '收起 {name}', noSubdistrict: '（未分街道）',
  compare: '与上年对照', compareNote: '每格下面一行是 {year} 年的数', compareNone: '方案中没有更早的年度',
  find: '查找', findLabel: '在表中查找', findCount: '{at} / {count}', findNone: '没有找到', next: '下一处', previous: '上一处',
  errors: '错误 {count}', warnings: '提示 {count}', errorsNote: '不合要求的格子，点击逐个查看', warningsNote: '与上年或同类社区相差很大的格子，请核实，属实不必改动；点击逐个查看',
  lastYearNone: '—',
}

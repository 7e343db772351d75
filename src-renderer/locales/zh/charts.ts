export const charts = {
  save: '把“{title}”存为 {kind}',
  count: '社区数',
  total: '总额',
  now: '现在 {value}',
  yuanPerResident: '元/人',
  residentsShare: '人口累计占比',
  moneyShare: '经费累计占比',
  lorenz: '洛伦兹曲线',
  equal: '人均相等',
  spent: '已支出',
  carried: '结余',
  rate: '执行率',
}

export const policy = {
  title: '办法', list: '可用的办法', inUse: '使用中', use: '用于 {year} 年', used: '已改用：{title}', export: '导出 JSON',
  import: '导入 JSON……', imported: '已增加：{title}', importProblems: '这份文件不能作为办法使用', importWarnings: '可以使用，但请留意', importAnyway: '仍然增加',
  version: '版本 {version}', effective: '自 {year} 年起', document: '依据：{title}', classes: '类别', rules: '定类规则',
  rulesNote: '从上到下逐条对照，符合的第一条决定类别。', ruleOutcome: '归入{class}', fallbackRule: '以上都不符合：归入{class}', steps: '经费怎么算',
  stepsNote: '按顺序逐步计算。', split: '分担比例', splitDefault: '市级 {city} : 区县 {district}',
  splitDistrict: '{name}：市级 {city} : 区县 {district}', noSplit: '办法没有规定市级与区县的分担比例。', previousAmount: '没有上年金额的社区，按上年 {amount} 计。',
  columnClass: '类别', columnDescription: '特征',
}

export const words = {
  all: '以下各项全部符合', any: '以下任一项符合', not: '以下不成立',
}

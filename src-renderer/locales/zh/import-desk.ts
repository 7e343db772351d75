export const importDesk = {
  drop: '把表格文件拖到这里（可一次多份）', more: '再加文件', startOver: '清空重来', export: '导出本年指标', exportNote: '与填报模板同样的格式，已填好本年的数；再导入不会有任何改动。', readAgain: '重新读取',
  reading: '正在读取 {count} 份文件', files: '文件', file: '文件', sheetsRead: '读取的工作表', rows: '数据行', problems: '问题', layout: '表样', layoutUsed: '沿用上次的对应', remove: '拿掉', removeNamed: '拿掉：{file}',
  returnSheet: '下载退回表', returnNamed: '下载退回表：{file}', returnNote: '原表的样子，每个有问题的格子带批注，可发回街道改正。', returned: '已保存退回表：{file}', exported: '已导出：{file}', see: '看 {file}',
  unreadable: '没有可读的表', noProblems: '没有问题', errorsAndWarnings: '{errors} 错误，{warnings} 提醒', counts: { rows: '数据行', added: '新增社区', changed: '修改格数', unchanged: '不变的社区', skipped: '略过的行', conflicts: '待定冲突' },
  conflicts: '各表说法不一', conflictsNote: '同一格在几份表里不一样：请逐格选定，或整份文件为准。选定后才能导入。', present: '现值', sources: '各表的值', allFrom: '都以“{file}”为准', where: '{file} · {sheet} · {row} 行 {column} 列',
  decided: '已选定 {decided} / {total}', decideFirst: '还有 {count} 处冲突没有选定', moreConflicts: '更多冲突', choice: '{community}的{field}', from: '来源', moreRows: '更多',
  applyNamed: '{files} 份文件：新增 {added} 个社区，修改 {changed} 格', applied: '已导入 {files} 份文件：新增 {added} 个社区，修改 {changed} 格，{delivered} 个社区已交表', layoutsKept: '，记住 {count} 种表样',
  errorsFirst: '有错误的表格不能导入：请把退回表发回街道改正，再重新选择文件；或先拿掉这些文件。', nothing: '没有可以导入的内容', onlyDelivered: '表格与现有数据一致，没有要改的；点“导入”记下这些社区已交表', readSheets: '读取哪些工作表', noSheetLeft: '至少读取一个工作表',
  layouts: '记住的表样', layoutsNote: '手工指定过的列对应，遇到同样表头时自动沿用。', saved: '记住的时间', headings: '手工指定的列', forget: '忘记', forgetNamed: '忘记：{file}', forgotten: '已忘记：{file}', chosenAs: '{heading} → {field}',
}

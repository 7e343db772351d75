export const documents = {
  intro: '附表和说明的版式随方案文件保存，可以撤销。', print: '打印预览', pdf: '存为 PDF', making: '正在生成 PDF', saved: '已生成：{file}', list: '附表', layout: '版式：{table}', preview: '预览',
  previewNote: '与打印件同宽、同字；分页以打印件为准。',
  tables: { allocation: '分配表', classification: '分类表', payers: '出资表', overrides: '人工定类表', comparison: '比较表', history: '变更记录', statement: '社区核定单' },
  department: '部门名称', departmentNote: '用于标题和说明中的 {gap}', departmentSave: '保存名称', report: '情况说明（Word）', reportExport: '导出 Word', reportTitle: '标题', reportBody: '正文模板', reportNote: '每行一段；以 # 开头为小标题。可用：{gaps}；表格：{tables}。',
  paper: '纸张', orientation: '方向', landscape: '横向', portrait: '纵向', margins: '页边距', official: '公文（GB/T 9704）', narrow: '窄', unit: '单位', decimals: '小数位', asNeeded: '按需（不取整）',
  attachment: '附件号', heading: '标题', note: '附注', signatures: '落款栏（每行一项）', columns: '栏目', column: '显示“{column}”', width: '“{column}”的宽度', up: '“{column}”前移', down: '“{column}”后移',
  save: '保存版式', reset: '恢复默认', done: '已保存版式：{table}', back: '已恢复默认：{table}', unsaved: '有未保存的修改', community: '社区', changed: '已修改', lastColumn: '至少保留一栏', gapsNote: '标题中可用 {gaps}',
  names: {
    number: '序号', district: '区县', subdistrict: '街道（镇）', name: '社区', code: '社区代码', class: '类别', lastClass: '上年类别', previous: '上年金额', amount: '本年金额', change: '增减', paid: '各级承担', rule: '定类依据', remark: '备注',
    count: '社区数', place: '区县、街道', ruleClass: '按办法', reason: '理由', document: '依据文件', who: '何人何时', classBefore: '原类别', before: '原金额', after: '现金额', step: '步骤', subject: '对象', year: '年度', field: '栏目', running: '累计',
  },
}

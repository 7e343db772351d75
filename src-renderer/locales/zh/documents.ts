export const documents = {
  intro: '附表和说明的版式随方案文件保存，可以撤销。', print: '打印预览', pdf: '存为 PDF', making: '正在生成 PDF', saved: '已生成：{file}', list: '附表', layout: '版式：{table}', preview: '预览',
  previewNote: '与打印件同宽、同字；分页以打印件为准。',
  tables: { allocation: '分配表', classification: '分类表', payers: '出资表', overrides: '人工定类表', comparison: '比较表', history: '变更记录', statement: '社区核定单', statistics: '统计表', certificate: '对账单' },
  department: '部门名称', departmentNote: '用于标题和说明中的 {gap}', departmentSave: '保存名称', report: '情况说明（Word）', reportExport: '导出 Word', reportTitle: '标题', reportBody: '正文模板', reportNote: '每行一段；# 开头为一级小标题，## 为二级；> 开头为落款，靠右；表和图单独占一行。标题在 {bar} 处换行。',
  gapName: '占位符', gapMeaning: '代表', insertGap: '把 {gap} 插入正文', gapList: '可用的占位符', gapWrong: '不认识的占位符：{gaps}。请改为右侧所列的，或删去。', gapNotAlone: '要单独占一行：{gaps}。',
  chartChoice: '图（未在正文中安排位置的，排在正文之后）', chartPlaced: '已在正文中', chartAfter: '排在正文之后', chartNothing: '没有可画的内容，未放入：{charts}', makingReport: '正在生成说明……',
  chartSeparator: '，', chartUndecided: '{count}个社区金额未定，未计入', chartCompared: '两年金额都已知的{count}个社区', chartOuter: '增减最大的{count}个区县',
  charts: {
    classes: '各类社区两年经费', flow: '类别流向', districts: '各区县增减', ranked: '各社区增减',
    classesTitle: '各类社区两年专项经费（万元）', flowTitle: '社区类别变化（个）', districtsTitle: '各区县专项经费增减（万元）', rankedTitle: '各社区专项经费增减，由多到少（万元）',
  },
  gaps: {
    year: '年度', department: '部门名称', plan: '方案名称', policy: '办法标题', communities: '社区数', total: '本年金额合计', compared: '与上年相比的一句话（上年、增减、增加和减少的社区）', classes: '各类个数和金额', districts: '各区县金额', payers: '各出资方金额', components: '各经费分项金额',
    exceptions: '人工定类和金额未定的情况', signature: '落款的部门名称；没有设置时该行不出现', previous: '上年金额合计', change: '增减合计', gainers: '增加的社区数', gains: '增加合计', losers: '减少的社区数', losses: '减少合计', undecided: '金额未定的社区数', overrides: '人工定类的社区数',
    tables: { classes: '表：按类别', districts: '表：按区县', payers: '表：按出资方', components: '表：按经费分项' },
  },
  paper: '纸张', orientation: '方向', landscape: '横向', portrait: '纵向', margins: '页边距', official: '公文（GB/T 9704）', narrow: '窄', unit: '单位', decimals: '小数位', asNeeded: '按需（不取整）',
  statisticsNote: '{gap} 代表在“统计报表”的设置里写的表题；栏目和分组也在那里选择。', attachment: '附件号', heading: '标题', note: '附注', signatures: '落款栏（每行一项）', columns: '栏目', column: '显示“{column}”', width: '“{column}”的宽度', up: '“{column}”前移', down: '“{column}”后移',
  save: '保存版式', reset: '恢复默认', done: '已保存版式：{table}', back: '已恢复默认：{table}', unsaved: '有未保存的修改', community: '社区', changed: '已修改', lastColumn: '至少保留一栏', gapsNote: '标题中可用 {gaps}',
  names: {
    number: '序号', district: '区县', subdistrict: '街道（镇）', name: '社区', code: '社区代码', class: '类别', lastClass: '上年类别', previous: '上年金额', amount: '本年金额', change: '增减', paid: '各级承担', rule: '定类依据', remark: '备注',
    count: '社区数', place: '区县、街道', ruleClass: '按办法', reason: '理由', document: '依据文件', who: '何人何时', classBefore: '原类别', before: '原金额', after: '现金额', step: '步骤', subject: '对象', year: '年度', field: '栏目', running: '累计',
  },
}

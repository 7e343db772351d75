export const common = {
  yes: '是', no: '否', close: '关闭', cancel: '取消', confirm: '确定', retry: '重新读取', loading: '正在读取……', year: '年度', unit: '单位', yuan: '元',
  wan: '万元', communities: '社区', clearFilters: '清除筛选', yearNamed: '{year} 年', sample: '示例数据', sampleNote: '指标为合成的示例数据，不是任何真实社区的情况',
  listComma: '、', sentenceComma: '，', semicolon: '；', withUnit: '{label}（{unit}）', labelled: '{label}：{value}',
  counted: '{count} 个', showing: '显示 {shown} / {total}', undecided: '未定', noClass: '未分类', notKnown: '不详', total: '合计', change: '增减',
  name: '名称', district: '区县', subdistrict: '街道（镇）', community: '社区', class: '类别', className: '{key} 类', lastYear: '上年',
  thisYear: '本年', cityPart: '市级承担', districtPart: '区县承担', amount: '金额', count: '个数', reason: '理由', document: '依据文件',
  sortBy: '按“{column}”排序', allDistricts: '全部区县', allSubdistricts: '全部街道（镇）', allClasses: '全部类别',
  noPlan: '还没有打开方案文件', noPlanNote: '方案文件保存一座城市各年度的社区指标、办法和结果。可以用示例城市先看一遍，也可以新建空白方案。', toPlans: '打开或新建方案', notLoaded: '没能读出来',
  dismiss: '知道了', moreProblems: '其余 {count} 处未列出', nothingFound: '没有符合条件的记录', nothingFoundNote: '换一个搜索词，或清除筛选。',
}

export const shell = {
  product: '权衡', skip: '跳到正文', navigation: '主导航', noPlan: '未打开方案', policy: '办法', undo: '撤销', redo: '重做',
  undoNamed: '撤销：{step}（Ctrl+Z）', redoNamed: '重做：{step}（Ctrl+Y）', nothingToUndo: '没有可撤销的步骤', nothingToRedo: '没有可重做的步骤',
  undone: '已撤销：{step}', redone: '已重做：{step}', language: 'English', languageLabel: 'Switch to English', moneyUnit: '金额单位',
  operator: '操作人', operatorNote: '姓名记入变更记录，只保存在本机。', operatorSet: '设置操作人', busy: '正在处理……', undoing: '正在撤销：{step}', redoing: '正在重做：{step}', stopped: '已停止，没有改动', yearUsed: '已切换到 {year} 年',
  newYear: '新的年度……', newYearLabel: '年度（四位数字）', failureTitle: '程序没能正常启动',
  failureNote: '下面写明了原因和可以采取的办法。您的方案文件没有被改动。', failureFolder: '数据文件夹', failurePlans: '仍可打开其他方案文件：',
  pages: {
    overview: '总览', communities: '社区指标', import: '导入', classification: '分类', allocation: '分配', policy: '办法', history: '变更记录',
    plans: '方案文件', help: '帮助', years: '年度', units: '区划变更', ledger: '经费使用', completeness: '完整性', dictionary: '指标字典',
    'what-if': '情景推演', scenarios: '情景', analysis: '分析', overrides: '人工定类', comparison: '方案比较', rollup: '报送与汇总', statistics: '统计报表', documents: '文件与打印',
  },
  sections: { data: '数据', result: '结果', whatIf: '推演', file: '文件' },
}

export const operations = {
  app: { rename: '设置操作人' }, plan: { create: '新建方案', open: '打开方案', close: '关闭方案', useYear: '切换年度', adopt: '定稿' },
  communities: { add: '新增社区', remove: '移除社区' }, indicators: { update: '修改指标' }, import: { apply: '导入表格', applyDesk: '导入表格', forgetLayout: '不再记住表样' },
  policy: { add: '增加办法', use: '更换办法', adopt: '办法定稿', draft: { create: '新建办法草稿', save: '修改办法草稿', remove: '删除办法草稿' } }, overrides: { set: '人工定类', clear: '取消人工定类', setMany: '批量人工定类', clearMany: '批量取消人工定类' }, scenarios: { create: '新建情景', save: '修改情景', revert: '撤回情景的改动', duplicate: '复制情景', stack: '叠加情景', lock: '锁定情景', unlock: '解锁情景', remove: '删除情景', import: '导入情景' },
  years: { start: '开始新年度' }, ledger: { update: '修改台账', apply: '导入台账' },
  units: { found: '设立社区', merge: '合并社区', split: '拆分社区', rename: '社区更名', move: '社区调整隶属', dissolve: '撤销社区' },
  dictionary: {
    addIndicator: '增加指标', changeIndicator: '修改指标定义', retireIndicator: '停用指标', restoreIndicator: '恢复指标', reorder: '调整指标顺序',
  },
  documents: { save: '修改文件格式', reset: '恢复文件格式' },
  package: { open: '打开方案包为新方案' }, rollup: { apply: '合并方案包' }, statistics: { configure: '设置统计表' },
  history: { undo: '撤销', redo: '重做' },
}

export const overview = {
  title: '总览', communities: '社区数', undecided: '未定类', total: '{year} 年专项经费', lastYear: '上年专项经费', net: '净增减', netWithout: '{unit}，不含缺金额的 {count} 个', cityPart: '市级承担',
  districtPart: '区县承担', byClass: '各类社区', shift: '比上年增减', shiftByLastClass: '归入该类、两年金额都已知的社区：本年金额减上年金额', flow: '类别流向',
  flowNote: '左为上年类别，右为本年类别，宽度为社区个数', from: '上年类别', to: '本年类别', fundChange: '经费增减', district: '各区县经费增减',
  districtNote: '两年金额都已知的社区，本年减上年，单位：万元', showTable: '看数据表', showChart: '看图', quality: '数据情况', qualityMissing: '必填指标缺漏',
  qualityMissingNote: '{cells} 格，涉及 {communities} 个社区', qualityComplete: '必填指标齐全', qualityUndecided: '因缺指标未定类',
  qualityOverrides: '人工定类', qualityPreviousMissing: '缺上年金额', next: '下一步', nextImport: '导入各街道报来的指标表', nextCommunities: '核对社区指标',
  nextUndecided: '查看未定类的社区', nextAllocation: '查看分配表并打印', empty: '本年度还没有社区', emptyNote: '导入一份指标表，或在“社区指标”中逐个新增。',
  policyNote: '依据：{policy}', resultProblems: '按所用办法算不出结果',
}

export const communities = {
  title: '社区指标', search: '搜索社区、街道、代码', add: '新增社区', remove: '移除', removeAsk: '从本年度移除 {count} 个社区？', removeNote: '可以用“撤销”恢复。',
  removed: '已移除 {count} 个社区', added: '已新增：{name}', hint: '直接键入即修改；F2 编辑；Delete 清空；可从 Excel 或 WPS 复制一块粘贴；Ctrl+D 向下填充；Ctrl+F 查找；Alt+↓ 筛选本列；Ctrl+Z 撤销',
  saved: '已保存 {count} 格', refusedTitle: '{count} 格未保存', refusedNote: '这些格子里的内容不合要求，没有写入方案。改正后会自动保存。', discard: '放弃这些内容',
  placeGroup: '社区', ledgerGroup: '上年', previousAmount: '上年金额', previousClass: '上年类别', name: '社区名称', derived: '由其他指标算出，不能修改',
  pasteOutside: '粘贴的内容超出表格，多出的 {count} 格没有写入', pasteReadOnly: '{count} 格在不能修改的列中，已略过', empty: '本年度还没有社区', emptyNote: '导入指标表是最快的办法。',
  codeLabel: '代码（12 位，可空）', codeWrong: '代码应为 12 位数字', addTitle: '新增社区', subdistrictLabel: '街道（镇）', gridLabel: '社区指标表',
  onlyMissing: '只看不完整的', required: '必填', saving: '正在保存……', rows: '{shown} / {total} 个社区',
}

export const imports = {
  title: '导入', choose: '选择文件', formats: '支持 .xlsx、.xls、.csv（UTF-8 或 GBK）。导入前先预览，不会直接改动数据。', template: '下载填报模板',
  templateNote: '发给各街道填写，列名和单位已经写好。', applying: '正在导入', cancel: '停止', cancelled: '已停止，数据没有改动',
  headerRows: '表头行', headerFrom: '第', headerTo: '行到第', headerEnd: '行',
  skipped: '略过的行', mapping: '列的对应', column: '列', heading: '表头', field: '对应', how: '依据',
  notTaken: '不导入', factor: '换算', factorTimes: '× {factor}', howLabel: '名称相同', howSynonym: '常用别名', howPinyin: '拼音相同', howRemembered: '上次的对应', howPosition: '列的位置', howChosen: '人工指定', howNone: '未识别',
  addedList: '将新增的社区', changedList: '将修改的内容', before: '原值', after: '新值', row: '行', problems: '问题',
  problemsNone: '没有发现问题', apply: '导入',
  fields: {
    code: '社区代码', name: '社区名称', district: '区县', subdistrict: '街道（镇）', previousAmount: '上年金额', previousClass: '上年类别',
  },
  mappingNote: '识别有误时可在此改正，预览随之更新。',
}

export const classification = {
  title: '分类', search: '搜索社区、街道', rule: '决定的规则', lastClass: '上年类别', changed: '类别有变化', overridden: '人工', overriddenOnly: '人工定类',
  undecidedOnly: '未定类',
  decidedBy: {
    rule: '由规则决定', fallback: '不符合任何规则，归入兜底类别', override: '人工定类', 'every-completion': '缺指标，但无论取何值类别都相同', undecided: '缺指标，不能定类',
  },
  fallback: '兜底', everyCompletion: '各种可能均同', why: '为什么是这个类别', whyUndecided: '为什么还不能定类', needs: '还需要的指标', possible: '可能的类别',
  rulesTried: '规则逐条对照', ruleHolds: '符合', ruleFails: '不符合', ruleUnknown: '不能判断', theValue: '现为{value}', distances: '离其他类别有多远',
  distanceNumber: '{indicator}由{from}变为{to}（{by}），即为{class}', distanceChoice: '{indicator}由{from}变为{to}，即为{class}',
  distancesNone: '单独改变任何一项指标都不会改变类别。', policySays: '按办法应为{class}', override: '人工定类', overrideSet: '人工定类……', overrideClear: '取消人工定类',
  overrideSave: '定为此类', overrideClass: '定为', overrideReason: '理由（必填）', overrideDocument: '依据文件（可空）',
  overrideNote: '人工定类优先于规则，并在表格和打印件中标明。', overrideDone: '{name}已定为{class}', overrideCleared: '已取消人工定类：{name}',
  choose: '点选左侧的社区查看理由', panel: '社区详情', print: '打印分类表', open: '查看 {name} 的理由',
}

export const allocation = {
  wide: '经费分项、出资方与保障', components: '经费分项', useCategory: '用途类别', budgetCode: '预算科目', mainComponent: '主项', payers: '出资方', reserve: '预留', reserveNote: '达到标准后拨付，不在上面的金额之内', guarantees: '有来源的保障', guaranteeCost: '保障所需 {cost}，由增幅封顶的社区承担', highestGain: '最高增幅 {gain}', gives: '让出', receives: '得到',
  title: '分配', search: '搜索社区、街道', level: '展开到', levelDistrict: '区县', levelSubdistrict: '街道', levelCommunity: '社区', sort: '组内排序',
  sortCode: '代码', sortName: '名称', sortAmount: '本年金额', sortChange: '增减', export: '导出 Excel', print: '打印分配表', exported: '已导出：{file}',
  grandTotal: '合计', filteredTotal: '筛选合计', subtotalOf: '{count} 个社区', leftOut: '另有 {count} 个未定', trace: '金额怎么来的', step: '步骤',
  running: '累计', splitRatio: '市级 {city} : 区县 {district}', unknownAmount: '缺少指标，金额未定', changed: '只看有增减的', exporting: '正在生成工作簿',
  open: '查看 {name} 的金额怎么来', tableLabel: '分配表', filteredNote: '小计和合计只算显示的社区',
}

export const history = {
  title: '变更记录', empty: '还没有变更', emptyNote: '修改、导入、定类和更换办法都会记在这里，可以逐步撤销。', when: '时间', who: '操作人', what: '操作', detail: '内容',
  changes: '涉及格数', undone: '已撤销', more: '更早的记录', noName: '未署名',
}

export const plans = {
  title: '方案文件', folder: '文件夹：{folder}', create: '新建方案', createNote: '方案文件保存在数据文件夹中。', name: '方案名称', year: '年度', policy: '办法',
  withSample: '装入示例城市（180 个社区，合成数据）', createButton: '新建并打开', open: '打开', opened: '已打开：{name}', created: '已新建：{name}',
  current: '使用中', modified: '修改时间', size: '大小', empty: '数据文件夹中还没有方案文件', emptyNote: '在右侧新建一个。可以先装入示例城市试用。', adopted: '定稿',
  adopt: '把当前结果定稿', adoptNote: '定稿后原样保存，以后修改指标或办法都不影响它。', adoptTitle: '标题', adoptedDone: '已定稿：{title}', adoptedEmpty: '还没有定稿。',
  adoptedAt: '定稿时间', amount: '金额', print: '打印', defaultAdoptTitle: '{year} 年度服务群众专项经费分配方案', defaultName: '{year} 年度方案',
  standardPolicy: '默认办法',
}

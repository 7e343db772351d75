export const log = {
  filters: '筛选', communityPlaceholder: '社区（键入名称）', allFields: '全部指标', allOperators: '全部操作人', allOperations: '全部操作', from: '自', to: '至',
  fromLabel: '起始日期', toLabel: '截止日期', indicators: '指标', otherFields: '其他栏目', noneFound: '没有符合条件的变更', noneFoundNote: '换一个条件，或清除筛选。',
  shown: '{count} 步', shownMore: '{count} 步以上', open: '看第 {step} 步的变更', close: '收起第 {step} 步的变更', step: '步号', subject: '对象', field: '栏目', before: '原值', after: '新值',
  moreChanges: '更多变更', noChanges: '这一步没有改动数据', onlyMatching: '只列出符合筛选条件的变更', unknownCommunity: '没有叫“{name}”的社区',
  verify: '核验记录', verifying: '正在核验……', whole: '记录完整：{steps} 步都与当初写入的一样，与现在的数据一致。', altered: '第 {step} 步的记录被改动过，从这一步起不能再作为依据。请用这一步之前的备份核对。',
  missing: '第 {step} 步的记录不见了，从这一步起不能再作为依据。请用备份核对。', content: '记录没有被改动，但现在的数据与记录不一致：表 {table}，行 {row}。有人绕过本程序改过文件，请用备份核对。',
  print: '打印', everything: '全部记录', printFilter: '筛选：{filter}', printShortened: '这一步共有更多变更，此处只列前 {count} 条',
  printedSteps: '只列最近 {count} 步', undone: '（已撤销）', present: '有', absent: '无',
  subjects: {
    community: '社区', override: '人工定类', ledger: '经费使用', unitChange: '区划变更', indicator: '指标', group: '指标分组', policy: '办法', year: '年度', settings: '方案', scenario: '情景',
    adopted: '定稿', layout: '表格式样', delivery: '交表', policyDraft: '办法草稿', documentSetting: '文件格式', policyAdoption: '办法定稿',
  },
  fields: {
    present: '存在', code: '社区代码', name: '名称', district: '区县', subdistrict: '街道（镇）', previousAmount: '上年金额', previousClass: '上年类别', override: '人工定类', overrideReason: '人工定类的理由',
    overrideDocument: '人工定类的依据文件', overrideExpires: '人工定类的有效期至', ledgerAllocated: '核定金额', ledgerSpent: '已支出', ledgerCarried: '结余', unitChange: '区划变更', position: '排列位置', label: '名称', unit: '单位', kind: '类型', group: '分组',
    required: '必填', range: '范围', step: '最小计数单位', notAbove: '不超过', options: '选项', synonyms: '别名', formula: '公式', whenDivisorIsZero: '除数为零时', note: '说明', retired: '停用', key: '键名', policy: '办法',
    synthetic: '示例数据', currentYear: '当前年度', delivered: '交来社区数', count: '个数',
  },
}

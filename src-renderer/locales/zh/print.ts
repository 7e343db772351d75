export const print = {
  attachment: '附件 1', attachmentClassification: '附件 2', allocationTitle: '{year} 年度社区服务群众专项经费分配表',
  classificationTitle: '{year} 年度社区分类表', unitLine: '单位：{unit}', number: '序号', subdistrict: '街道（镇）', community: '社区', class: '类别',
  lastAmount: '上年金额', amount: '本年金额', change: '增减', cityPart: '市级承担', districtPart: '区县承担', subtotal: '小计',
  districtTotal: '{district}合计', total: '总计', rule: '定类依据', lastClass: '上年类别', remark: '备注', countOf: '{count} 个社区',
  prepared: '制表人：', checked: '审核人：', head: '负责人：', date: '日期：', pageBefore: '第 ', pageMiddle: ' 页 / 共 ', pageAfter: ' 页',
  policyLine: '依据：{policy}', sample: '示例数据', paper: '纸张', rulesNote: '注：定类规则从上到下逐条对照，符合的第一条决定类别。', saveAsPdf: '存为 PDF……',
  attachmentComparison: '附件 3', comparisonTitle: '“{other}”与“{base}”比较表', byHandNote: '✎ 为人工定类，共 {count} 个社区。', withCount: '{label}（{note}）', printNow: '打印', back: '返回', undecidedRemark: '缺：{needs}',
  undecidedNote: '另有 {count} 个社区因缺少指标未定，不计入合计。', hint: '在打印对话框中关闭浏览器自带的页眉页脚。', remarkUndecided: '未定',
}

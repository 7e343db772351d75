export const print = {
  unitLine: '单位：{unit}', number: '序号', subdistrict: '街道（镇）', community: '社区', class: '类别',
  lastAmount: '上年金额', amount: '本年金额', change: '增减', cityPart: '市级承担', districtPart: '区县承担', subtotalOf: '{place}小计',
  districtTotal: '{district}合计', total: '总计', rule: '定类依据', lastClass: '上年类别', remark: '备注', countOf: '{count} 个社区',
  pageBefore: '第 ', pageMiddle: ' 页 / 共 ', pageAfter: ' 页',
  policyLine: '依据：{policy}', sample: '示例数据', paper: '纸张', rulesNote: '注：定类规则从上到下逐条对照，符合的第一条决定类别。', saveAsPdf: '存为 PDF……',
  byHandNote: '✎ 为人工定类，共 {count} 个社区。', withCount: '{label}（{note}）', printNow: '打印', back: '返回', undecidedRemark: '缺：{needs}',
  undecidedNote: '注：有 {count} 个社区因缺少指标未定，其金额不计入小计、合计和总计。', undecidedAgainstNote: '注：有 {count} 个社区因缺少指标未定，其本年金额、增减和各级承担不计入小计、合计和总计，上年金额计入。',
  unknownChangeNote: '注：有 {count} 个社区的一方金额未知，其增减不计入合计和总计。', hint: '在打印对话框中关闭浏览器自带的页眉页脚。', remarkUndecided: '未定',
  place: '区县、街道', ruleClass: '按办法', byHandClass: '人工', who: '何人何时', expired: '{year} 年后失效', overridesNote: '注：增减为该社区本年金额与按办法所得金额之差；失效的不影响本年金额。',
  draft: '草案', fontMissing: '这台电脑没有中文字体，汉字会显示和印成方框。请安装中文字体（如宋体、仿宋或思源宋体 Noto Serif CJK），再重新打开本页。', settings: '版式', code: '社区代码', paid: '各级承担', paidBy: '{payer}承担', communities: '社区数', noPlace: '未注明', step: '步骤', stepAmount: '金额', running: '累计',
  roundedNote: '注：金额按最末位取整，各栏按最大余数法调整，使所列各项之和等于小计、合计和总计；同一行各栏之间可能相差一个最末位。', roundedStepsNote: '注：金额按最末位取整，各步金额和各级承担按最大余数法调整，使其和等于本年金额。', reasonsNotKept: '注：定稿之后数据有变，人工定类的理由和文件没有随定稿保留，备注不再列出。', indicatorsNotKept: '定稿之后数据有变，当时的指标没有随定稿保留，不再列出。', payersNote: '注：{rule}。', noPayers: '注：办法未规定由谁承担。',
  statementClass: '一、类别和依据', statementMoney: '二、金额的由来', statementIndicators: '三、所报指标',
}

export const overrides = {
  title: '人工定类', note: '人工定的类别优先于规则；每个与按办法定类相比花多少，逐个重算', byHand: '人工定类', lock: '批量定类、锁定……', clear: '取消所选', clearCount: '取消所选 {count} 个', cleared: '已取消 {count} 个社区的人工定类',
  expires: '有效期至（年度，可空）', noEnd: '长期有效', until: '有效期至 {year} 年', pastYear: '早于 {year} 年：保存后不再起作用，类别按规则定',
  empty: '本年度没有人工定类的社区', emptyNote: '在“分类”中点开一个社区可以人工定类；也可以一次锁定许多社区的现有类别。', counting: '起作用的人工定类', idle: '另有 {count} 个已不起作用', together: '合在一起的费用', togetherNote: '与全部按办法定类相比',
  sum: '逐个费用之和', sumSame: '与合在一起的费用相等', sumDiffers: '与合在一起的费用不等：一个社区的类别会影响其他社区的金额', unknownCosts: '有 {count} 个算不出', ruleToHand: '按办法 → 人工', why: '理由、依据文件', validTo: '有效期至', ruleAmount: '按办法', amount: '现金额', cost: '对总额影响', setBy: '何人何时',
  markAll: '全选', markOne: '勾选：{name}', markShown: '选中列出的 {count} 个', markFirst: '请先勾选社区', lockTitle: '批量人工定类', lockAction: '定类 {count} 个', lockNote: '锁定：保持各自现有的类别，以后指标变动也不再改变。已经人工定类的保持不变。', asIs: '现有类别（锁定）',
  setDone: '已人工定类 {set} 个社区，{kept} 个原已人工定类、保持不变',
  states: { counts: '起作用', expired: '已过期', unknownClass: '办法无此类' },
}

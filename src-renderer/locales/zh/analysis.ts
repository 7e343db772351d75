export const analysis = {
  title: '分析', sensitivity: '敏感性', sweep: '阈值扫描', goal: '目标求解', equity: '公平', timeline: '历年', withChanges: '含推演改动 {count} 处', number: '要移动的数', from: '从', to: '到', value: '取值',
  sweepHint: '虚线是现在的位置；点图上任意一处，推演就改用那个值。', sweepExact: '包含每一个变化点，共 {count} 点', sweepSampled: '取样 {count} 点',
  average: '人均经费', gini: '基尼系数', giniMeans: '0 为人均相等，1 为全归一人', theil: '泰尔指数', theilMeans: '0 为人均相等，越大越不均', within: '区县内', withinMeans: '同一区县内各社区的差别', between: '区县间', betweenMeans: '各区县人均之间的差别',
  needGini: '按需要的基尼系数', needGiniMeans: '0 为每一份需要得到同样的钱', leftOut: '{count} 个社区人口或金额未知，没有计入', needChart: '人均经费与需要', needNote: '每点一个社区', need: '需要的指标', lorenzNote: '曲线离对角线越远越不均',
  timelineNote: '各类经费相叠，线为支出与结余', timelineBelow: '数据见下表。', basis: '依据', basisAdopted: '定稿', basisComputed: '按办法计算', basisNone: '算不出',
  nearest: '最近的变化', relative: '相对距离', cost: '变动的花费', borderline: '只看临界社区（{count} 个）', withinOf: '距离不超过', byHand: '人工定类，不随指标变', moves: '改为其他类别的花费', own: '本社区', total: '总额', sensitivityNote: '距离按各指标的离散程度换算，便于比较；每一个距离都重新分类核对过。临界社区建议先到现场核实。花费为其余不变时总额的增减（万元）。',
  demandsTitle: '要满足的要求', addDemand: '＋ 再加一条要求', demandKind: '要求', removeDemand: '删去第 {position} 条要求', searchTitle: '求什么', searchAmounts: '各类定额', searchThreshold: '分类阈值（可多选，逐一求解）', unitOf: '以', aim: '优先', leastChange: '改动最小', highestTotal: '总额最高', solve: '求解',
  refused: '不能求解', goalHint: '例如：总额不超过 3,590 万元，B 类不低于 A 类的 2 倍，任何社区比上年减少不超过 10%。', atLeastTimes: '不低于', otherClass: '另一类别', times: '倍', least: '最少', most: '最多', conflict: '这些要求不能同时满足；去掉其中任何一条即可：', alreadySo: '现在的办法已经满足全部要求。', found: '这样可以满足全部要求：',
  today: '现在', then: '求得', candidate: '候选阈值', noValue: '无解', effect: '类别变动 {moved} 个社区，增减金额合计 {changed} 万元。', use: '用到推演中',
  demands: { totalAtMost: '总额不超过', totalExactly: '总额正好', classTimes: '类别定额倍数', classBetween: '类别定额范围', lossAtMost: '比上年减少不超过', classTotalAtLeast: '某类合计不低于', districtTotalAtLeast: '某区县合计不低于', classOrder: '定额由高到低' },
}

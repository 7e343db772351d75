export const comparison = {
  title: '方案比较', choose: '相比较的方案', years: '年度方案', lastYears: '上年（随本年数据报来）', lastYearOf: '上年（{last} 年）', adopted: '定稿', adoptedNamed: '{title}（{year} 年）', others: '其他', sideNumber: '第 {number} 个方案', take: '去掉第 {number} 个方案', add: '再加一个…',
  totals: '总额', plan: '方案', amount: '总额', net: '净增减', moved: '类别变动', who: '{count} 个，{people} 人', founded: '新设', vanished: '撤销', baseNote: '其余方案的增减都与它相比', lookAt: '下面详看这个方案', toMind: '需要留意', detail: '对照',
  tabs: { classes: '按类别', matrix: '类别对照表', districts: '按区县', subdistricts: '按街道' }, countChange: '个数增减', classChangeNote: '某类的金额增减：归入该类的社区与它们在基础方案中的金额之差；撤销的社区计入原类别。',
  measure: '格中第二行', measures: { changeFen: '金额增减', baseFen: '基础金额', withFen: '对照金额' }, chartNote: '由“{base}”到“{now}”',
  communities: '逐个社区', show: '列出', shown: { changed: '有变化的', moved: '类别变了的', gain: '增加的', loss: '减少的', founded: '新设的', vanished: '撤销的', unknown: '金额未定的', byHand: '人工定类的', all: '全部' },
  presentOn: '{side} 中有', unknownOn: '{side} 中未定', dropFilter: '去掉筛选：{filter}', pin: '置顶或取消：{name}', notThere: '无',
  explainOn: '看哪个方案', onlyDelivered: '上年只存有随本年数据报来的类别和金额，没有当时的指标和算法，所以没有逐条的理由。', keptNote: '定稿保存了当时的类别、金额和算法步骤（定类依据：{rule}）；当时的指标不再保存，所以没有规则的逐条对照。',
  printLine: '增加 {gain}（{gainers} 个社区），减少 {loss}（{losers} 个社区），净增减 {net}', classBefore: '原类别', reason: '变化原因',
  reasons: { founded: '新设立', vanished: '已撤销', moved: '{from} → {to}：{why}', same: '不变', amount: '类别不变，金额标准变化' },
}

export const whatIf = {
  removed: '删去', title: '情景推演', levers: '可调的数', searchLevers: '搜索', slide: '拖动：{label}', backTo: '恢复为 {value}', caught: '命中 {count}', fallback: '其余归 {class} 类：{count} 个',
  previous: '上年金额', payers: '分担', total: '推演总额', baseWas: '基础 {value}', net: '净增减', moved: '类别变动', gain: '增加', loss: '减少', who: '{count} 个社区，{people} 人',
  byClass: '按类别', baseCount: '基础', newCount: '推演', base: '基础方案', supposed: '推演', baseAmount: '基础', newAmount: '推演', people: '常住人口', communities: '受影响的社区', chart: '图表',
  outerOnly: '只画两端 {shown} 个，共 {total} 个；数据表中有全部', changes: '与基础方案的差异', changesCount: '改动 {count} 处', takeBack: '撤回：{change}', byHand: '人工定类', byRules: '按办法',
  supposeHere: '假设这个社区', indicator: '选择指标', value: '假设的值', suppose: '假设', tried: '推演试算', copyOf: '{name} 副本', saveAs: '另存为情景', save: '保存', scenarioName: '情景名称', nameHint: '如：老旧楼院占比六成', note: '备注',
  saved: '已保存情景“{name}”', locked: '已锁定，改动请另存', notSaved: '有改动未保存', notThere: '上次推演的 {count} 处改动，现在的办法里已没有', reset: '全部恢复', refused: '这样改算不出结果，下面仍是上一次的结果：', nothingYet: '拖动左边的数，或直接输入，右边立即显示谁变了、花多少、谁少了。现在与基础方案完全相同。',
  startFrom: '从', years: '年度方案', policies: '本年数据套用其他办法', planNow: '{year} 年方案（当前）', planOf: '{year} 年方案', lockedName: '{name}（已锁定）',
  filters: { changed: '有变化', moved: '类别变了', gain: '增加', loss: '减少', all: '全部' },
  charts: {
    flow: '类别流向', flowNote: '由基础方案的类别到推演的类别，宽度为社区数', districts: '区县增减', districtsNote: '相对基础方案，万元', subdistricts: '街道增减', subdistrictsNote: '相对基础方案，万元',
    ranked: '社区增减排序', rankedNote: '每根柱一个社区，由多到少，万元',
  },
  fields: {
    amountsFen: '金额', amountFen: '金额', rateFen: '单价', per: '每份', above: '超过', minFen: '最少', maxFen: '最多', totalFen: '总额', points: '分值', from: '从', share: '比例', aboveFen: '超过', loss: '最多减少', gain: '最多增加',
    previousAmountFen: '上年金额', ratio: '比例', fixedFen: '定额',
  },
}

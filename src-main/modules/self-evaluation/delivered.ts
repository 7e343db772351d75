import type { EvaluationItem } from '../../model/self-evaluation.ts'

const item = (id: number, points: number, more: Omit<EvaluationItem, 'id' | 'tenths'>): EvaluationItem => ({
  id,
  tenths: points * 10,
  ...more,
})

/**
 * What is judged until the department says something else. The points of the levels are those of 财预〔2020〕10号; the items and their
 * targets are ours, and said to be, until those of the approved performance goals are entered.
 */
export const DELIVERED_ITEMS: readonly EvaluationItem[] = [
  item(1, 10, { aspect: 'quantity', name: '受益社区数', way: 'atLeast', target: null, unit: '个', figure: 'communities' }),
  item(2, 10, { aspect: 'quantity', name: '完成项目数', way: 'atLeast', target: null, unit: '个', figure: 'projects' }),
  item(3, 10, { aspect: 'quality', name: '违规使用资金', way: 'atMost', target: 0, unit: '件', figure: 'violations' }),
  item(4, 5, { aspect: 'timeliness', name: '资金到位率', way: 'atLeast', target: 100, unit: '%', figure: 'received' }),
  item(5, 5, { aspect: 'timeliness', name: '按期公示率', way: 'atLeast', target: 100, unit: '%', figure: 'published' }),
  item(6, 10, { aspect: 'cost', name: '决算占批准金额', way: 'atMost', target: 100, unit: '%', figure: 'settled' }),
  item(7, 10, { aspect: 'social', name: '服务措施完成率', way: 'atLeast', target: 100, unit: '%', figure: 'measures' }),
  item(8, 10, { aspect: 'social', name: '群众诉求办结率', way: 'atLeast', target: 95, unit: '%', figure: 'appealsSolved' }),
  item(9, 10, { aspect: 'lasting', name: '社区环境和服务持续改善', way: 'grade', target: null, unit: '', figure: null }),
  item(10, 10, { aspect: 'served', name: '居民满意度', way: 'atLeast', target: 90, unit: '%', figure: null }),
]

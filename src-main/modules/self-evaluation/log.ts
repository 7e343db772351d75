import { EvaluationItems, TENTHS, type EvaluationItem } from '../../model/self-evaluation.ts'
import type { Text } from '../../model/text.ts'
import type { Change } from '../../store/index.ts'
import { EVALUATION_PARTS, targetInWords } from '../../words/self-evaluation.ts'
import { inShort, parsed, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

const NOT_SAID: Text = { zh: '', en: '' }
const PERCENT: Text = { zh: '评分比例', en: 'Share of the points' }

/** Texts and answers by their own parts. */
const PARTS: Readonly<Record<string, Text>> = {
  target: EVALUATION_PARTS.target,
  result: EVALUATION_PARTS.result,
  percent: PERCENT,
  reason: EVALUATION_PARTS.reason,
  project: EVALUATION_PARTS.project,
  department: EVALUATION_PARTS.department,
  unit: EVALUATION_PARTS.unit,
  goal: EVALUATION_PARTS.goal,
  achieved: EVALUATION_PARTS.achieved,
}

function partsOf({ before, after }: Change): Pair[] {
  const [was, is] = [parsed(before, 'value'), parsed(after, 'value')]
  return Object.entries(PARTS).flatMap(([part, field]): Pair[] => {
    const [old, now] = [inShort(was[part]) ?? '', inShort(is[part]) ?? '']
    if (old === now) return []
    const said = (value: unknown): Text => ({ zh: String(value), en: String(value) })
    return [[field.zh, old, now, { field, before: said(old), after: said(now) }]]
  })
}

const itemsOf = (row: Row | null): Map<number, EvaluationItem> =>
  new Map(row === null ? [] : EvaluationItems.parse(JSON.parse(String(row['value']))).map((item) => [item.id, item]))

function saidItem(item: EvaluationItem | undefined): Text {
  if (item === undefined) return NOT_SAID
  const target = targetInWords(item, item.target)
  const points = item.tenths / TENTHS
  return { zh: `${item.name} ${target.zh} ${points}分`, en: `${item.name} ${target.en}, ${points} points` }
}

/** Item by item, those that are another than before. */
function itemPairs({ before, after }: Change): Pair[] {
  const [was, is] = [itemsOf(before), itemsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Pair[] => {
    const [old, now] = [saidItem(was.get(id)), saidItem(is.get(id))]
    const name = (is.get(id) ?? was.get(id))!.name
    return old.zh === now.zh ? [] : [[name, old.zh, now.zh, { field: { zh: name, en: name }, before: old, after: now }]]
  })
}

export const selfEvaluationRows = {
  self_evaluation: {
    subject: 'selfEvaluation',
    tell: (change) => {
      const [year, district, part] = [Number(change.key[0]), String(change.key[1]), String(change.key[2])]
      return { key: `${district} ${part}`, name: district, year, pairs: part === 'items' ? itemPairs(change) : partsOf(change) }
    },
  },
} satisfies RowsInLog

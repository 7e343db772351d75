import { burdenOf, burdensOf, compiledOver, CONSENT, YES, type CompiledCatalogue } from '../../engine/catalogue/index.ts'
import { classEffect, type DepartmentPart, type SaidEffect } from '../../engine/index.ts'
import type { Catalogue, CatalogueItem, ItemKind } from '../../model/catalogue.ts'
import { hoursOf } from '../../model/hours.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'

interface ListLine {
  item: CatalogueItem
  consent: boolean
  unknown: boolean
  quantity: number | null
}

const MARK = { zh: { consent: '须同意', unknown: '未定' }, en: { consent: 'with consent', unknown: 'undecided' } } as const

function lineText({ item, consent, unknown, quantity }: ListLine, language: Language): string {
  const details = [
    ...(item.kind === 'task' ? [`${hoursOf(item.minutes * (quantity ?? 1))}${language === 'zh' ? '小时' : ' h'}`] : []),
    ...(item.kind === 'measure' && quantity !== null ? [`${language === 'zh' ? '数量' : 'quantity '}${quantity}`] : []),
    ...(consent ? [MARK[language].consent] : []),
    ...(unknown ? [MARK[language].unknown] : []),
  ]
  const title = textIn(item.title, language)
  if (details.length === 0) return title
  return language === 'zh' ? `${title}（${details.join('，')}）` : `${title} (${details.join(', ')})`
}

const inBoth = (line: ListLine): Text => ({ zh: lineText(line, 'zh'), en: lineText(line, 'en') })

/** The items of a kind that are not answered no, for one community. */
function linesOf(kind: ItemKind, compiled: CompiledCatalogue, row: number): ListLine[] {
  return compiled.items.flatMap((item, position) => {
    if (item.kind !== kind) return []
    const { answer, quantity } = compiled.resolve(position, row)
    return answer === 'no' ? [] : [{ item, consent: answer === 'consent', unknown: answer === 'unknown', quantity }]
  })
}

const isSent = (verdict: number): boolean => verdict === YES || verdict === CONSENT

/** The parts of each department, added up over its items of a kind. */
function byDepartment(
  kind: ItemKind,
  { items }: CompiledCatalogue,
  partOf: (position: number, item: CatalogueItem) => Omit<DepartmentPart, 'department'>,
): DepartmentPart[] {
  const parts = new Map<string, DepartmentPart>()
  items.forEach((item, position) => {
    if (item.kind !== kind) return
    const { value, unknown } = partOf(position, item)
    const sum = parts.get(item.department.zh) ?? { department: item.department, value: 0, unknown: 0 }
    parts.set(item.department.zh, { ...sum, value: sum.value + value, unknown: sum.unknown + unknown })
  })
  return [...parts.values()]
}

/** How many items of a kind are answered yes for each community. */
function countsOf(kind: ItemKind, compiled: CompiledCatalogue, rows: number): Float64Array {
  const counts = new Float64Array(rows)
  compiled.items.forEach((item, position) => {
    if (item.kind !== kind) return
    const verdicts = compiled.verdicts(position)
    for (let row = 0; row < rows; row++) if (isSent(verdicts[row]!)) counts[row]! += 1
  })
  return counts
}

/** What a class changes by lists: measures, tasks with their hours, and services, over a year's catalogue. None where it is empty. */
export function catalogueEffects(catalogue: Catalogue): readonly SaidEffect[] {
  const over = compiledOver(catalogue)
  const has = (kind: ItemKind): boolean => catalogue.items.some((each) => each.kind === kind && each.withdrawn !== true)
  const effect = (kind: ItemKind, title: Text, count: Text): SaidEffect[] =>
    !has(kind)
      ? []
      : [
          classEffect<ListLine>({
            key: `${kind}s`,
            title,
            of: (columns, run, row) => linesOf(kind, over(columns, run), row),
            words: inBoth,
            about: ({ item }) => item.id,
            figures: [
              {
                key: `${kind}s`,
                title: count,
                unit: 'pieces',
                of: (columns, run) => countsOf(kind, over(columns, run), columns.facts.length),
                departments: (columns, run) =>
                  byDepartment(kind, over(columns, run), (position) => ({
                    value: over(columns, run).verdicts(position).filter(isSent).length,
                    unknown: 0,
                  })),
              },
            ],
          }),
        ]
  const hours = classEffect<{ tasks: number; minutes: number; unmeasured: number }>({
    key: 'hours',
    title: { zh: '下派任务工时', en: 'Hours of tasks sent' },
    of: (columns, run, row) => {
      const { sent, unmeasured } = burdenOf(over(columns, run), row)
      return [{ ...sent, unmeasured }]
    },
    words: ({ tasks, minutes, unmeasured }) => ({
      zh: `${tasks}项，${hoursOf(minutes)}小时${unmeasured === 0 ? '' : `（另有${unmeasured}项缺指标，工时未知）`}`,
      en: `${tasks} tasks, ${hoursOf(minutes)} hours${unmeasured === 0 ? '' : ` (hours of ${unmeasured} more unknown, for want of an indicator)`}`,
    }),
    about: () => 'hours',
    figures: [
      {
        key: 'minutes',
        title: { zh: '下派任务工时', en: 'Hours of tasks sent' },
        unit: 'minutes',
        of: (columns, run) =>
          Float64Array.from(burdensOf(over(columns, run), columns.facts.length).communities, (each) =>
            each.unmeasured > 0 ? Number.NaN : each.sent.minutes,
          ),
        departments: (columns, run) => {
          const { tasks } = burdensOf(over(columns, run), columns.facts.length)
          return byDepartment('task', over(columns, run), (_, { id }) => {
            const { sent, unmeasured } = tasks.get(id)!
            return { value: sent.minutes, unknown: unmeasured }
          })
        },
      },
    ],
  })
  return [
    ...effect('measure', { zh: '治理措施', en: 'Measures' }, { zh: '治理措施', en: 'Measures' }),
    ...(has('task') ? [hours] : []),
    ...effect('task', { zh: '可下派任务', en: 'Tasks that may be sent' }, { zh: '可下派任务', en: 'Tasks that may be sent' }),
    ...effect('service', { zh: '建议代办的服务', en: 'Services suggested by proxy' }, { zh: '建议代办的服务', en: 'Services by proxy' }),
  ]
}

import {
  classEffect,
  type DepartmentPart,
  type EffectFigure,
  type FactColumns,
  type PolicyRun,
  type SaidEffect,
} from '../../engine/index.ts'
import { compiledOver, NO, OPEN, YES, type CompiledCatalogue } from '../../engine/catalogue/index.ts'
import type { Catalogue, Target } from '../../model/catalogue.ts'
import { REGISTER_INDICATORS } from '../../model/registration.ts'
import type { TargetState } from '../../model/target.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'
import { indicatorLabels, stateInWords } from '../../words/targets.ts'
import { isOfRegister, shortageOf, stateOf, targetsIn } from './states.ts'

type Over = ReturnType<typeof compiledOver>
interface Line {
  target: Target
  state: TargetState
  text: Text
}

function linesOf(compiled: CompiledCatalogue, columns: FactColumns, row: number): Line[] {
  const indicators = [...columns.vocabulary.indicators.values(), ...REGISTER_INDICATORS]
  return targetsIn(compiled).flatMap(({ target, position }) => {
    const state = stateOf({ compiled }, position, row)?.state
    if (state === undefined) return []
    const said = (language: Language): string =>
      `${textIn(target.title, language)}${language === 'zh' ? '：' : ': '}${stateInWords(target, state, indicatorLabels(indicators, language), language)}`
    return [{ target, state, text: { zh: said('zh'), en: said('en') } }]
  })
}

/** The shortage of each community; NaN where it is not known. */
function shortages(compiled: CompiledCatalogue, position: number, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const found = stateOf({ compiled }, position, row)
    return found === null ? 0 : shortageOf(found.state)
  })
}

/** The shortage of one target that is counted, with the part of its department. */
function shortageFigure({ id, title, department }: Target, over: Over): EffectFigure {
  const all = (columns: FactColumns, run: PolicyRun): Float64Array => {
    const compiled = over(columns, run)
    return shortages(
      compiled,
      compiled.items.findIndex((each) => each.id === id),
      columns.facts.length,
    )
  }
  return {
    key: `target ${id}`,
    title: { zh: `${title.zh}缺口`, en: `Short of ${textIn(title, 'en')}` },
    unit: 'pieces',
    of: all,
    departments: (columns, run) => {
      const found = all(columns, run)
      const known = found.filter((each) => !Number.isNaN(each))
      return [{ department, value: known.reduce((sum, each) => sum + each, 0), unknown: found.length - known.length }]
    },
  }
}

/** How many targets of the housing register hold for each community: their counts are of many things, and add up to nothing. */
const registerFigure = (over: Over): EffectFigure => ({
  key: 'registerTargets',
  title: { zh: '以房管人目标', en: 'Targets of the housing register' },
  unit: 'pieces',
  of: (columns, run) => {
    const compiled = over(columns, run)
    const counts = new Float64Array(columns.facts.length)
    compiled.items.forEach((item, position) => {
      if (item.kind !== 'target' || !isOfRegister(item)) return
      compiled.verdicts(position).forEach((verdict, row) => (counts[row]! += verdict === NO ? 0 : verdict === YES ? 1 : Number.NaN))
    })
    return counts
  },
  departments: (columns, run) => {
    const compiled = over(columns, run)
    const parts = new Map<string, DepartmentPart>()
    compiled.items.forEach((item, position) => {
      if (item.kind !== 'target' || !isOfRegister(item)) return
      const verdicts = compiled.verdicts(position)
      const part = parts.get(item.department.zh) ?? { department: item.department, value: 0, unknown: 0 }
      const count = (wanted: number): number => verdicts.reduce((sum, each) => sum + Number(each === wanted), 0)
      parts.set(item.department.zh, { ...part, value: part.value + count(YES), unknown: part.unknown + count(OPEN) })
    })
    return [...parts.values()]
  },
})

/** What a class changes by targets: which hold, and how many are short of each that is counted. None where there are no targets. */
export function targetEffects(catalogue: Catalogue): readonly SaidEffect[] {
  const targets = catalogue.items.flatMap((each) => (each.kind === 'target' && each.withdrawn !== true ? [each] : []))
  if (targets.length === 0) return []
  const over = compiledOver(catalogue)
  return [
    classEffect<Line>({
      key: 'targets',
      title: { zh: '目标', en: 'Targets' },
      of: (columns, run, row) => linesOf(over(columns, run), columns, row),
      words: ({ text }) => text,
      about: ({ target }) => target.id,
      figures: [
        ...targets.filter((each) => !isOfRegister(each)).map((each) => shortageFigure(each, over)),
        ...(targets.some(isOfRegister) ? [registerFigure(over)] : []),
      ],
    }),
  ]
}

import type { EffectSums } from '../../model/class-effect.ts'
import { hoursOf } from '../../model/hours.ts'
import { textIn } from '../../model/text.ts'
import { range } from '../workbook/address.ts'
import { CHANGE, COUNT, COUNT_CHANGE, MONEY, TEXT, type Look } from '../workbook/look.ts'
import type { Content, SheetPlan } from '../workbook/page.ts'
import { sheetOfSections, type Section } from '../workbook/sections.ts'
import type { ComparisonBook } from './plan.ts'

/** Hours are written as money is. */
const TWO_DECIMALS = MONEY

interface Group {
  names: (string | null)[]
  count: number | null
  figures: EffectSums['departments'][number]['figures']
}

/** Measures, tasks, hours and services of groups: under the base, under the other plan, and the change. */
function groupsOf({ own, say, input }: ComparisonBook, work: EffectSums, heading: string, levels: string[], groups: Group[]): Section {
  const shown = work.figures.flatMap((figure, at) => (figure.unit === 'fen' ? [] : [{ ...figure, at }]))
  const told = (value: number, unit: string): number => (unit === 'minutes' ? hoursOf(value) : value)
  const withUnit = (title: string, unit: string): string => (unit === 'minutes' ? `${title}${own.hours}` : title)
  const first = levels.length + 2
  const column = (title: string, look: Look) => ({ heading: title, look, widest: 22 })
  return {
    heading,
    columns: [
      ...levels.map((level) => column(level, TEXT)),
      column(say.count, COUNT),
      ...shown.flatMap(({ title, unit }) => {
        const name = withUnit(textIn(title, input.language), unit)
        const [number, change] = unit === 'minutes' ? [TWO_DECIMALS, CHANGE] : [COUNT, COUNT_CHANGE]
        return [column(`${name} ${own.base}`, number), column(`${name} ${own.other}`, number), column(`${name} ${own.difference}`, change)]
      }),
      column(own.workUnknown, COUNT),
    ],
    rows: groups.map(({ names, count, figures }) => (): Content[] => [
      ...names,
      count,
      ...shown.flatMap(({ at, unit }): Content[] => {
        const figure = figures[at]
        if (figure === null || figure === undefined) return [null, null, null]
        const [was, is] = [told(figure.base, unit), told(figure.with, unit)]
        return [was, is, is - was]
      }),
      shown.reduce((most, { at }) => Math.max(most, figures[at]?.unknown ?? 0), 0),
    ]),
    total: (body): Content[] => [
      say.total,
      ...levels.slice(1).map(() => null),
      groups.some((each) => each.count === null)
        ? null
        : { formula: `SUM(${range(levels.length + 1, body.first, body.last)})`, result: work.total.count },
      ...shown.flatMap(({ at, unit }, position): Content[] => {
        const { base, with: other } = work.total.figures[at]!
        const [was, is] = [told(base, unit), told(other, unit)]
        return [was, is, is - was].map((result, which) => ({
          formula: `SUM(${range(first + position * 3 + which, body.first, body.last)})`,
          result,
        }))
      }),
    ],
  }
}

/** What classes decide beside money under both plans, by class, place and department. */
export function workSheet(book: ComparisonBook, work: EffectSums): SheetPlan {
  const { own, say, input } = book
  const placed = work.subdistricts.map(({ district, subdistrict, ...rest }) => ({ names: [district, subdistrict], ...rest }))
  const sections = [
    groupsOf(
      book,
      work,
      own.byClass,
      [say.class],
      work.classes.map((each) => ({ names: [each.class ?? say.undecidedClass], ...each })),
    ),
    groupsOf(book, work, own.bySubdistrict, [say.district, say.subdistrict], placed),
    groupsOf(
      book,
      work,
      own.byDepartment,
      [own.department],
      work.departments.map((each) => ({ names: [textIn(each.department, input.language)], count: null, figures: each.figures })),
    ),
  ]
  const frame = {
    name: own.sheets.work,
    title: own.titles.work,
    left: '',
    right: '',
    columns: sections[1]!.columns.length,
    synthetic: input.base.result.input.synthetic,
    language: input.language,
  }
  return sheetOfSections(frame, sections)
}

import type { Workbook } from 'exceljs'
import { stepsOf } from '../../contract/fund.ts'
import { classInWords, moneyInWords, ruleInWords, stepInWords } from '../../contract/policy-in-words.ts'
import type { Policy, Ratio } from '../../contract/policy.ts'
import { textIn } from '../../contract/text.ts'
import { fixedCell, fixedRange } from './address.ts'
import type { Book } from './book.ts'
import type { WorkbookInput } from './input.ts'
import { CENTRED, COUNT, LABEL, MONEY, TEXT } from './look.ts'
import { closePage, openPage, yuan } from './page.ts'
import type { Content } from './page.ts'
import { fitOnePage, placesOf, writeSections } from './sections.ts'
import type { Section } from './sections.ts'
import { words } from './words.ts'

/** The parameter sheet and the places on it that formulas of other sheets refer to, as fixed addresses. */
export interface Parameters {
  sections: Section[]
  /** Class keys and standard amounts, row by row. */
  classKeys: string
  standards: string
  /** The cells of a district's ratio; null without a split. */
  ratioOf: (district: string) => { city: string; district: string } | null
}

const AMOUNT_COLUMN = 4
const [CITY_COLUMN, DISTRICT_COLUMN] = [4, 5]

const documentLine = ({ title, number, date }: NonNullable<Policy['document']>): string => [title, number, date ?? ''].filter((each) => each !== '').join(' ')

const basics = ({ result, policy, language, appVersion }: WorkbookInput): Section => {
  const say = words[language]
  const items = say.basicsItems
  const { document } = policy
  const previous = policy.allocation.previousAmountFen
  const lines: [string, string][] = [
    [items.policy, textIn(policy.title, language)],
    [items.policyId, result.policy.id], [items.policyVersion, result.policy.version], [items.policyHash, result.policy.hash],
    ...(document === undefined ? [] : [[items.document, documentLine(document)] as [string, string]]),
    [items.year, String(result.year)], [items.previousAmount, previous === undefined ? say.notDelivered : moneyInWords(previous, language)],
    [items.inputRows, String(result.input.rows)], [items.inputHash, result.input.hash],
    [items.synthetic, result.input.synthetic ? say.synthetic : say.realData], [items.engine, result.engine], [items.app, appVersion],
  ]
  return {
    heading: say.basics,
    columns: [{ heading: say.number, look: LABEL }, { heading: say.item, look: TEXT, widest: 30 }, { heading: say.content, look: TEXT, widest: 80 }],
    rows: lines.map(([item, content], i) => () => [i + 1, item, content]),
  }
}

const classes = ({ policy, language }: WorkbookInput): Section => {
  const say = words[language]
  const standards = stepsOf(policy).filter((step) => step.kind === 'standard')
  return {
    heading: say.classes,
    columns: [
      { heading: say.class, look: CENTRED, widest: 12 }, { heading: say.className, look: TEXT, widest: 30 },
      { heading: say.description, look: TEXT, widest: 80 },
      ...standards.map((step) => ({ heading: `${textIn(step.name, language)}（${language === 'zh' ? '元' : 'yuan'}）`, look: MONEY, widest: 24 })),
    ],
    rows: policy.classes.map((each) => () => [
      each.key, textIn(each.name, language), each.description === undefined ? '' : textIn(each.description, language),
      ...standards.map((step) => yuan(step.amountsFen[each.key] ?? null)),
    ]),
  }
}

const rules = (input: WorkbookInput): Section => {
  const { policy, language } = input
  const say = words[language]
  const { fallback } = policy.classification
  return {
    heading: say.rules,
    columns: [
      { heading: say.number, look: LABEL }, { heading: say.rule, look: TEXT, widest: 30 }, { heading: say.meaning, look: TEXT, widest: 80 },
      { heading: say.class, look: CENTRED },
    ],
    rows: [
      ...policy.classification.rules.map((rule, i) => (): Content[] => [i + 1, textIn(rule.name, language), ruleInWords(rule, input, language), rule.class]),
      () => [policy.classification.rules.length + 1, say.fallback, say.fallbackMeaning(classInWords(fallback, policy, language)), fallback],
    ],
  }
}

const steps = (input: WorkbookInput): Section => {
  const say = words[input.language]
  return {
    heading: say.steps,
    columns: [{ heading: say.number, look: LABEL }, { heading: say.step, look: TEXT, widest: 30 }, { heading: say.meaning, look: TEXT, widest: 80 }],
    rows: stepsOf(input.policy).map((step, i) => () => [i + 1, textIn(step.name, input.language), stepInWords(step, input, input.language)]),
  }
}

const ratios = ({ result, policy, language }: WorkbookInput): { section: Section; districts: string[] } | null => {
  const { split } = policy.allocation
  if (split === undefined) return null
  const say = words[language]
  const districts = [...new Set(result.communities.map((each) => each.district))]
  const row = (name: string, note: string, ratio: Ratio, i: number) => (): Content[] => [i + 1, name, note, ratio.city, ratio.district]
  return {
    districts,
    section: {
      heading: say.split,
      columns: [
        { heading: say.number, look: LABEL }, { heading: say.district, look: TEXT, widest: 30 }, { heading: say.ratio, look: TEXT },
        { heading: say.cityPart, look: COUNT }, { heading: say.districtPart, look: COUNT },
      ],
      rows: [
        ...districts.map((district, i) => {
          const own = split.byDistrict[district]
          return own === undefined ? row(district, say.generalRatio, split.ratio, i) : row(district, say.ownRatio, own, i)
        }),
        row(say.otherDistricts, say.generalRatio, split.ratio, districts.length),
      ],
    },
  }
}

/** Lays out the parameter sheet, so that the other sheets can refer to it before it is written. */
export const planParameters = (input: WorkbookInput): Parameters => {
  const name = words[input.language].sheets.parameters
  const split = ratios(input)
  const sections = [basics(input), classes(input), rules(input), steps(input), ...(split === null ? [] : [split.section])]
  const places = placesOf(sections)
  const classRows = places[1]!
  return {
    sections,
    classKeys: fixedRange(name, 1, classRows.first, classRows.last),
    standards: fixedRange(name, AMOUNT_COLUMN, classRows.first, classRows.last),
    ratioOf: (district) => {
      if (split === null) return null
      const row = places[4]!.first + split.districts.indexOf(district)
      return { city: fixedCell(name, CITY_COLUMN, row), district: fixedCell(name, DISTRICT_COLUMN, row) }
    },
  }
}

/** Writes the parameter sheet: where the numbers come from, in words and with the hashes that identify policy and data. */
export const writeParameters = (workbook: Workbook, { input, say, parameters, byStandardOnly }: Book): void => {
  const { result, language } = input
  const page = openPage(workbook, {
    name: say.sheets.parameters, title: say.titles.parameters(result.year), left: byStandardOnly ? say.noteTryOut : '', right: say.unit,
    columns: Math.max(...parameters.sections.map((section) => section.columns.length)),
    oneTable: false, onePage: fitOnePage(parameters.sections), synthetic: result.input.synthetic, language,
  })
  writeSections(page, parameters.sections)
  closePage(page)
}

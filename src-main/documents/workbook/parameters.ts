import { stepsOf } from '../../model/fund.ts'
import { districtsOf } from '../../model/places.ts'
import { classInWords, moneyInWords, ruleInWords, stepInWords } from '../../words/policies.ts'
import type { Payer, Policy } from '../../model/policy.ts'
import { textIn } from '../../model/text.ts'
import type { Language } from '../../model/text.ts'
import { fixedCell, fixedRange } from './address.ts'
import type { Book } from './book.ts'
import type { WorkbookInput } from './input.ts'
import { CENTRED, LABEL, MONEY, NUMBER, TEXT } from './look.ts'
import { yuan } from './page.ts'
import type { Content, SheetPlan } from './page.ts'
import { partsAreExact, payerLists, ruleIn } from './payers.ts'
import type { PayerList, RuleCell } from './payers.ts'
import { placesOf, sheetOfSections } from './sections.ts'
import type { Section } from './sections.ts'
import type { Trial } from './trial.ts'
import { words } from './words.ts'

/** The cells of a step's own parameters. */
export interface StepPlace {
  parameter: (position: number) => string
  labels: string
  froms: string
  values: string
}

/** The parameter sheet and the places on it that formulas of other sheets refer to, as fixed addresses. */
export interface Parameters {
  sections: Section[]
  /** Class keys, row by row, and the standard amounts of a step of standards. */
  classKeys: string
  standardsOf: (step: string) => string
  placeOf: (step: string) => StepPlace
  ruleCell: RuleCell
  /** Payers' parts are formulas: see partsAreExact. */
  exactParts: boolean
}

const FIRST_AMOUNT_COLUMN = 4
const [LABEL_COLUMN, FROM_COLUMN, VALUE_COLUMN] = [3, 4, 5]
const FIRST_RULE_COLUMN = 4

const documentLine = ({ title, number, date }: NonNullable<Policy['document']>): string =>
  [title, number, date ?? ''].filter((each) => each !== '').join(' ')

const basics = ({ result, policy, language, appVersion }: WorkbookInput): Section => {
  const say = words[language]
  const items = say.basicsItems
  const { document } = policy
  const previous = policy.allocation.previousAmountFen
  const lines: [string, string][] = [
    [items.policy, textIn(policy.title, language)],
    [items.policyId, result.policy.id],
    [items.policyVersion, result.policy.version],
    [items.policyHash, result.policy.hash],
    ...(document === undefined ? [] : [[items.document, documentLine(document)] as [string, string]]),
    [items.year, String(result.year)],
    [items.previousAmount, previous === undefined ? say.notDelivered : moneyInWords(previous, language)],
    [items.inputRows, String(result.input.rows)],
    [items.inputHash, result.input.hash],
    [items.synthetic, result.input.synthetic ? say.synthetic : say.realData],
    [items.engine, result.engine],
    [items.app, appVersion],
  ]
  return {
    heading: say.basics,
    columns: [
      { heading: say.number, look: LABEL },
      { heading: say.item, look: TEXT, widest: 30 },
      { heading: say.content, look: TEXT, widest: 80 },
    ],
    rows: lines.map(([item, content], i) => () => [i + 1, item, content]),
  }
}

const classes = ({ policy, language }: WorkbookInput): Section => {
  const say = words[language]
  const standards = stepsOf(policy).filter((step) => step.kind === 'standard')
  return {
    heading: say.classes,
    columns: [
      { heading: say.class, look: CENTRED, widest: 12 },
      { heading: say.className, look: TEXT, widest: 30 },
      { heading: say.description, look: TEXT, widest: 80 },
      ...standards.map((step) => ({
        heading: `${textIn(step.name, language)}（${language === 'zh' ? '元' : 'yuan'}）`,
        look: MONEY,
        widest: 24,
      })),
    ],
    rows: policy.classes.map((each) => () => [
      each.key,
      textIn(each.name, language),
      each.description === undefined ? '' : textIn(each.description, language),
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
      { heading: say.number, look: LABEL },
      { heading: say.rule, look: TEXT, widest: 30 },
      { heading: say.meaning, look: TEXT, widest: 80 },
      { heading: say.class, look: CENTRED },
    ],
    rows: [
      ...policy.classification.rules.map((rule, i) => (): Content[] => [
        i + 1,
        textIn(rule.name, language),
        ruleInWords(rule, input, language),
        rule.class,
      ]),
      () => [policy.classification.rules.length + 1, say.fallback, say.fallbackMeaning(classInWords(fallback, policy, language)), fallback],
    ],
  }
}

const steps = (input: WorkbookInput, trial: Trial): Section => {
  const say = words[input.language]
  return {
    heading: say.steps,
    columns: [
      { heading: say.number, look: LABEL },
      { heading: say.step, look: TEXT, widest: 30 },
      { heading: say.meaning, look: TEXT, widest: 80 },
      { heading: say.whenTried, look: TEXT, widest: 30 },
    ],
    rows: trial.steps.map(({ step, following }, i) => () => [
      i + 1,
      textIn(step.name, input.language),
      stepInWords(step, input, input.language),
      say.following[following],
    ]),
  }
}

const stepParameters = (input: WorkbookInput, trial: Trial): Section => {
  const say = words[input.language]
  const lines = trial.steps.flatMap(({ step, parameters }) => parameters.map((parameter) => ({ step, parameter })))
  return {
    heading: say.stepParametersHeading,
    columns: [
      { heading: say.number, look: LABEL },
      { heading: say.step, look: TEXT, widest: 30 },
      { heading: say.parameter, look: TEXT, widest: 80 },
      { heading: say.bound, look: NUMBER, widest: 24 },
      { heading: say.value, look: NUMBER, widest: 24 },
    ],
    rows: lines.map(({ step, parameter }, i) => () => [
      i + 1,
      textIn(step.name, input.language),
      parameter.label,
      parameter.from,
      parameter.value,
    ]),
  }
}

const ruleContent = (payer: Payer, district: string | null): Content => {
  const rule = district === null ? payer.pays : ruleIn(payer, district)
  return 'ratio' in rule ? rule.ratio : yuan(rule.fixedFen)
}

/** What a payer's numbers are: parts of what is left, amounts in 元, or one or the other by district. */
const unitOf = (payer: Payer, language: Language): string => {
  const fixed = [payer.pays, ...Object.values(payer.byDistrict)].map((rule) => 'fixedFen' in rule)
  const say = words[language]
  return fixed.every(Boolean) ? say.fixedInYuan : fixed.some(Boolean) ? say.fixedOrRatio : ''
}

/** The rules of a list of payers, district by district; a district without a rule of its own is shown with the general one. */
const rulesOfPayers = (
  { payers, name }: PayerList,
  districts: readonly string[],
  { language, policy }: WorkbookInput,
  exactParts: boolean,
): Section => {
  const say = words[language]
  const isSplit = policy.allocation.split !== undefined && name === null
  const what = [isSplit ? say.split : say.payerRules, ...(name === null ? [] : [textIn(name, language)])].join(
    language === 'zh' ? '：' : ': ',
  )
  const noteOn = (district: string): string =>
    payers.some((payer) => payer.byDistrict[district] !== undefined) ? say.ownRatio : say.generalRatio
  return {
    heading: exactParts ? what : what + say.partsStay,
    columns: [
      { heading: say.number, look: LABEL },
      { heading: say.district, look: TEXT, widest: 30 },
      { heading: say.ratio, look: TEXT },
      ...payers.map((payer) => ({ heading: textIn(payer.name, language) + unitOf(payer, language), look: NUMBER, widest: 24 })),
    ],
    rows: [
      ...districts.map((district, i) => (): Content[] => [
        i + 1,
        district,
        noteOn(district),
        ...payers.map((payer) => ruleContent(payer, district)),
      ]),
      () => [districts.length + 1, say.otherDistricts, say.generalRatio, ...payers.map((payer) => ruleContent(payer, null))],
    ],
  }
}

/** Lays out the parameter sheet, so that the other sheets can refer to it before it is written. */
export const planParameters = (input: WorkbookInput, trial: Trial): Parameters => {
  const { result, policy } = input
  const name = words[input.language].sheets.parameters
  const lists = payerLists(policy)
  const districts = districtsOf(result.communities)
  const exactParts = partsAreExact(input)
  const stepNumbers = stepParameters(input, trial)
  const fixedSections = [
    basics(input),
    classes(input),
    rules(input),
    steps(input, trial),
    ...(stepNumbers.rows.length === 0 ? [] : [stepNumbers]),
  ]
  const sections = [...fixedSections, ...lists.map((list) => rulesOfPayers(list, districts, input, exactParts))]
  const places = placesOf(sections)
  const classRows = places[1]!
  const standards = stepsOf(policy).filter((step) => step.kind === 'standard')
  const firstOf = new Map<string, { first: number; count: number }>()
  let next = places[4]?.first ?? 0
  for (const { step, parameters } of trial.steps) {
    firstOf.set(step.key, { first: next, count: parameters.length })
    next += parameters.length
  }
  return {
    sections,
    exactParts,
    classKeys: fixedRange(name, 1, classRows.first, classRows.last),
    standardsOf: (step) =>
      fixedRange(name, FIRST_AMOUNT_COLUMN + standards.findIndex((each) => each.key === step), classRows.first, classRows.last),
    placeOf: (step) => {
      const { first, count } = firstOf.get(step)!
      const column = (position: number): string => fixedRange(name, position, first, first + count - 1)
      return {
        parameter: (position) => fixedCell(name, VALUE_COLUMN, first + position),
        labels: column(LABEL_COLUMN),
        froms: column(FROM_COLUMN),
        values: column(VALUE_COLUMN),
      }
    },
    ruleCell: (list, district, payer) =>
      fixedCell(
        name,
        FIRST_RULE_COLUMN + lists[list]!.payers.findIndex((each) => each.key === payer),
        places[fixedSections.length + list]!.first + districts.indexOf(district),
      ),
  }
}

/** What the reader may try, and what does not follow. */
const noteOnTrying = ({ say, byStandardOnly, trial }: Book): string => {
  if (byStandardOnly) return say.noteTryOut
  return trial.steps.some((each) => each.rule !== null) ? say.noteTrySteps : say.noteNothingFollows
}

/** The parameter sheet: where the numbers come from, in words and with the hashes that identify policy and data. */
export const parametersSheet = (book: Book): SheetPlan => {
  const { input, say, parameters, isDraft } = book
  const { result, language } = input
  const frame = {
    name: say.sheets.parameters,
    title: say.titles.parameters(result.year),
    left: noteOnTrying(book),
    right: say.unit,
    columns: Math.max(...parameters.sections.map((section) => section.columns.length)),
    synthetic: result.input.synthetic,
    draft: isDraft,
    language,
  }
  return sheetOfSections(frame, parameters.sections)
}

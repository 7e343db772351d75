import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CatalogueFile, formulasOf, namesOfIndicators, type Bounds, type CatalogueItem, type Target } from '../model/catalogue.ts'
import { indicatorsIn } from '../model/condition.ts'
import type { Indicator } from '../model/indicator.ts'
import { problem, warning, type Place, type Problem } from '../model/problem.ts'
import { RATE_WORDS } from '../model/registration.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { schemaProblems } from '../shared/schema-problems.ts'
import { FormulaError, formulaKeys, parseFormula } from '../engine/indicators/index.ts'
import { checkCondition } from './checks/conditions.ts'

/** Items as a document has them. @throws catalogue.shape for everything that is wrong, each with its path */
export function catalogueOfDocument(document: unknown): CatalogueItem[] {
  const parsed = CatalogueFile.safeParse(document)
  if (!parsed.success) throw new AppError(schemaProblems('catalogue.shape', parsed.error, document))
  return parsed.data.items
}

/** Reads a catalogue's file: UTF-8 JSON. @throws catalogue.notJson and the errors of catalogueOfDocument */
export function readCatalogue(bytes: Uint8Array): CatalogueItem[] {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw appError('catalogue.notJson', {}, {}, cause)
  }
  return catalogueOfDocument(document)
}

/** The set that comes with the app: measures of the source, and tasks and services whose names and hours are ours. */
export const referenceCatalogue = (resourcesFolder: string): CatalogueItem[] =>
  readCatalogue(readFileSync(join(resourcesFolder, 'catalogue.json')))

/** Items whose id another one before them has already. */
export const idsTwice = (items: readonly CatalogueItem[], placeOf: (position: number) => Place): Problem[] =>
  items.flatMap(({ id, title }, position) => {
    const other = items.slice(0, position).find((each) => each.id === id)
    return other === undefined
      ? []
      : [problem('catalogue.idTwice', { value: id, name: title.zh, nameEn: title.en, other: other.title.zh }, placeOf(position))]
  })

/**
 * What is wrong in an item on its own: a condition that can't be asked of its indicators is an error; an indicator that is no longer
 * asked for, and a class that the policy does not have, are warnings, because items outlive both.
 * @param indicators in use
 * @param retired keys of those no longer asked for
 */
export function checkItem(
  item: CatalogueItem,
  { indicators, retired, classes }: { indicators: readonly Indicator[]; retired: ReadonlySet<string>; classes: readonly string[] },
  place: Place,
): Problem[] {
  const known = new Map(indicators.map((each) => [each.key, each]))
  const said = { name: item.title.zh, nameEn: item.title.en || item.title.zh }
  const named = namesOfIndicators(item, indicatorsIn)
  const gone = named.filter((key) => !known.has(key))
  const ofCondition = item.when === undefined || gone.length > 0 ? [] : checkCondition(item.when, '', known)
  return [
    ...gone.map((indicator) =>
      retired.has(indicator)
        ? warning('catalogue.indicatorRetired', { ...said, indicator }, place)
        : problem('policy.indicatorUnknown', { indicator }, place),
    ),
    ...ofCondition.map((each) => ({ ...each, place })),
    ...(item.quantity?.kind === 'rate' && !isNumber(known.get(item.quantity.indicator))
      ? [problem('catalogue.quantityUnreadable', { value: item.quantity.indicator }, place)]
      : []),
    ...(item.kind === 'target' ? problemsOfTarget(item, known, retired, said, place) : []),
    ...Object.keys(item.answers)
      .filter((each) => !classes.includes(each))
      .map((each) => warning('catalogue.classUnknown', { ...said, class: each, classes: classes.join(', ') }, place)),
  ]
}

type Said = { name: string; nameEn: string }

/** A formula that can't be read, and what it reads. */
function problemsOfFormula(
  value: string,
  known: Map<string, Indicator>,
  retired: ReadonlySet<string>,
  said: Said,
  place: Place,
): Problem[] {
  try {
    return formulaKeys(parseFormula(value)).flatMap((indicator) => {
      if (retired.has(indicator) && !known.has(indicator)) return [warning('catalogue.indicatorRetired', { ...said, indicator }, place)]
      if (!known.has(indicator)) return [problem('policy.indicatorUnknown', { indicator }, place)]
      const { kind } = known.get(indicator)!
      return kind === 'number' || kind === 'share' ? [] : [problem('catalogue.formulaNotNumber', { ...said, indicator }, place)]
    })
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return [problem('catalogue.formulaUnreadable', { ...said, value, found: error.found }, place)]
  }
}

/** What is wrong in a target alone: formulas, bands, bounds against what is there, and an answer that targets don't have. */
function problemsOfTarget(
  target: Target,
  known: Map<string, Indicator>,
  retired: ReadonlySet<string>,
  said: Said,
  place: Place,
): Problem[] {
  const conditions = target.bands.map((each) => each.when).filter((each) => indicatorsIn([each]).every((key) => known.has(key)))
  const hasConsent = [target.others, ...Object.values(target.answers)].includes('consent')
  return [
    ...formulasOf(target).flatMap((each) => problemsOfFormula(each, known, retired, said, place)),
    ...conditions.flatMap((each) => checkCondition(each, '', known).map((found) => ({ ...found, place }))),
    ...problemsOfPresent(target, known, said, place),
    ...(hasConsent ? [problem('catalogue.consentOfTarget', said, place)] : []),
  ]
}

/** A number needs a bound; a rate needs the one that its kind is held against, as a share of which nothing is left off. */
function problemsOfPresent(
  { present, level, bands, ...target }: Target,
  known: Map<string, Indicator>,
  said: Said,
  place: Place,
): Problem[] {
  const all: Bounds[] = [target, ...bands]
  if (present.kind !== 'rate') {
    const isCounted = present.kind === 'entered' || isNumber(known.get(present.indicator))
    return [
      ...(isCounted ? [] : [problem('catalogue.presentNotNumber', { ...said, indicator: present.indicator }, place)]),
      ...(target.least === undefined && target.most === undefined ? [problem('catalogue.boundsMissing', said, place)] : []),
    ]
  }
  const [wanted, other] = present.rate === 'stale' ? (['most', 'least'] as const) : (['least', 'most'] as const)
  const words = {
    ...said,
    rate: RATE_WORDS[present.rate].zh,
    rateEn: RATE_WORDS[present.rate].en,
    side: SIDES[wanted].zh,
    sideEn: SIDES[wanted].en,
  }
  const noShare = all.map((each) => each[wanted]).find((each) => each !== undefined && Number(each) > 1)
  return [
    ...(all.some((each) => each[wanted] === undefined || each[other] !== undefined) ? [problem('catalogue.rateSide', words, place)] : []),
    ...(noShare === undefined ? [] : [problem('catalogue.rateNoShare', { ...words, value: noShare }, place)]),
    ...(level < 1 ? [problem('catalogue.rateLevel', words, place)] : []),
  ]
}
const SIDES = { least: { zh: '最少需要', en: 'Least' }, most: { zh: '最多', en: 'Most' } } as const

/** An unknown one is told of already. */
const isNumber = (indicator: Indicator | undefined): boolean => indicator === undefined || indicator.kind === 'number'

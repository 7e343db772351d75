import type { OutputOf } from '../../contract/operations.ts'
import type { CatalogueItem, ItemKind, Target } from '../../model/catalogue.ts'
import type { TargetLine } from '../../model/target.ts'
import type { Dictionary, Indicator } from '../../model/indicator.ts'
import type { CommunityFacts, PlanResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import type { Problem } from '../../model/problem.ts'
import type { Language } from '../../model/text.ts'
import {
  assertPolicy,
  checkPolicy,
  failuresIn,
  policyOf,
  readPolicy,
  preset,
  presetNames,
  referenceCatalogue,
  standardDictionary,
} from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { ResolvedLists } from '../catalogue/index.ts'
import type { ToldPosting } from './teams.ts'
import type { Previous } from './previous.ts'

export type { Previous } from './previous.ts'
export type { ToldPosting } from './teams.ts'
export type { ToldRenovation } from './renovation.ts'
/** What a sheet says of its communities; `dictionary` holds the policies' own indicators, `standard` only those that come with the app. */
export interface SheetFacts {
  facts: CommunityFacts[]
  problems: Problem[]
  synthetic: boolean
  dictionary: Dictionary
  standard: Indicator[]
}
/** What targets come to over a sheet. */
export interface TargetsOfSheet {
  items: Target[]
  targets: OutputOf<'targets.account'>['targets']
  lines: TargetLine[]
  registration: Omit<OutputOf<'registration.account'>, 'year'>
}
export interface PlanFromFile {
  result: PlanResult
  problems: Problem[]
  workbook(): Promise<Uint8Array>
}

/**
 * What the command line does without a plan file: from a sheet and a policy straight to the result. Reading, calculation and workbooks
 * are loaded where they are used.
 */
export class CommandLine {
  readonly #resources: string
  readonly #version: string
  readonly #dictionary: Dictionary

  constructor(options: { resourcesFolder: string; version: string }) {
    this.#resources = options.resourcesFolder
    this.#version = options.version
    this.#dictionary = standardDictionary(options.resourcesFolder)
  }

  /** The set that comes with the app, over the communities of a sheet. */
  async listsOf(sheet: SheetFacts, policy: Policy, kind: ItemKind): Promise<{ items: CatalogueItem[]; lists: ResolvedLists }> {
    const { listsOfSheet } = await import('./catalogue.ts')
    const items = referenceCatalogue(this.#resources)
    return { items, lists: listsOfSheet(sheet, policy, items, kind) }
  }

  /** The delivered number of teams, posted over the communities of a sheet. */
  async postingOf(sheet: SheetFacts, policy: Policy): Promise<ToldPosting> {
    const { postingOfSheet } = await import('./teams.ts')
    return postingOfSheet(sheet, policy)
  }

  /** Courtyards to be renovated, of a sheet or a file of their own. `year` of a sheet, which names none; `by`: when all is to be done. */
  async renovationOf(input: { bytes: Uint8Array; fileName: string; year: number; by: number | null }) {
    const { renovationOfFile } = await import('./renovation.ts')
    return renovationOfFile(input)
  }

  /** The targets that come with the app over the communities of a sheet, and what the sheet says of the housing register. */
  async targetsOf(sheet: SheetFacts & { bytes: Uint8Array; fileName: string }, policy: Policy): Promise<TargetsOfSheet> {
    const { countsOfSheet, resolvedSheet } = await import('./targets.ts')
    const { gapsOf, targetsAccount } = await import('../targets/index.ts')
    const { registrationAccount } = await import('../registration/index.ts')
    const items = referenceCatalogue(this.#resources).filter((each) => each.kind === 'target')
    const counted = await countsOfSheet(sheet.bytes, sheet.fileName)
    const year = resolvedSheet(sheet, policy, items, counted)
    const asTheyAre = <T>(lines: readonly T[]): readonly T[] => lines
    return {
      items,
      targets: targetsAccount(
        year,
        policy.classes.map((each) => each.key),
        asTheyAre,
      ),
      lines: gapsOf(year, { all: true }, asTheyAre),
      registration: registrationAccount(year, counted, asTheyAre),
    }
  }

  get version(): string {
    return this.#version
  }

  policyNames(): Array<{ name: string; policy: Policy }> {
    return presetNames(this.#resources).map((name) => ({ name, policy: preset(this.#resources, name)! }))
  }

  /** @throws policy.unknownName */
  policyNamed(name: string): Policy {
    const found = preset(this.#resources, name)
    if (found === null) throw appError('policy.unknownName', { name, names: presetNames(this.#resources).join(', ') })
    return found
  }

  /**
   * @returns a policy from a file's bytes.
   * @throws policy.notJson, policy.newerFormat, policy.shape, every error of the static checks, and how it fails its own tests
   */
  policyFrom(bytes: Uint8Array): Policy {
    const policy = readPolicy(bytes)
    assertPolicy(policy, this.#dictionary.indicators)
    const failures = failuresIn(policy, this.#dictionary.indicators)
    if (failures.length > 0) throw new AppError(failures)
    return policy
  }

  /** @returns everything wrong or doubtful in a policy file, and how it fails its own tests; empty when all is well */
  checkPolicy(bytes: Uint8Array): Problem[] {
    return this.#problemsOf(() => {
      const policy = policyOf(readPolicy(bytes))
      const found = checkPolicy(policy, this.#dictionary.indicators)
      return found.some((each) => each.level === 'error') ? found : [...found, ...failuresIn(policy, this.#dictionary.indicators)]
    })
  }

  #problemsOf(work: () => Problem[]): Problem[] {
    try {
      return work()
    } catch (error) {
      if (error instanceof AppError) return error.problems
      throw error
    }
  }

  /** The dictionary with the policy's own indicators, so that their columns are read as well. */
  #dictionaryWith(policy: Policy): Dictionary {
    return { ...this.#dictionary, indicators: [...this.#dictionary.indicators, ...policy.indicators] }
  }

  /**
   * The communities of a sheet, for one policy or several. Any error in the sheet stops it: all or nothing.
   * @throws AppError with all errors of the sheet
   */
  async factsFrom(input: { bytes: Uint8Array; fileName: string; policies: Policy[]; previous?: Previous }): Promise<SheetFacts> {
    const own = new Map(input.policies.flatMap((policy) => policy.indicators).map((each) => [each.key, each]))
    const dictionary = { ...this.#dictionary, indicators: [...this.#dictionary.indicators, ...own.values()] }
    const read = await this.#read(input.bytes, input.fileName, dictionary)
    const errors = read.problems.filter((each) => each.level === 'error')
    if (errors.length > 0) throw new AppError(errors)
    const facts = await this.#withPrevious(read.facts, input.previous, dictionary)
    return { facts, problems: read.problems, synthetic: read.synthetic, dictionary, standard: this.#dictionary.indicators }
  }

  async #withPrevious(facts: CommunityFacts[], previous: Previous | undefined, dictionary: Dictionary): Promise<CommunityFacts[]> {
    if (previous === undefined) return facts
    const { previousOf, withPrevious } = await import('./previous.ts')
    return withPrevious(facts, await previousOf(previous, dictionary))
  }

  async #read(
    bytes: Uint8Array,
    fileName: string,
    dictionary: Dictionary,
  ): Promise<{ facts: CommunityFacts[]; problems: Problem[]; synthetic: boolean }> {
    const { factsOfRow, readSheet } = await import('../../desk/read-rows.ts')
    const { checkDistricts } = await import('../../desk/district-checks.ts')
    const { recognition, rows } = await readSheet(bytes, fileName, dictionary)
    const districts = checkDistricts(rows.rows, [], { file: fileName, sheet: recognition.sheet })
    return {
      facts: rows.rows.map(factsOfRow),
      problems: [...recognition.problems, ...rows.problems, ...districts],
      synthetic: rows.synthetic,
    }
  }

  /** The import problems of a sheet and nothing else. @throws file.* and import.* when there is nothing to read */
  async checkFile(input: { bytes: Uint8Array; fileName: string; policy?: Policy }): Promise<Problem[]> {
    const dictionary = input.policy === undefined ? this.#dictionary : this.#dictionaryWith(input.policy)
    return (await this.#read(input.bytes, input.fileName, dictionary)).problems
  }

  /**
   * Reads, classifies, allocates.
   * @throws AppError with all errors of the sheet, or the engine's named errors
   */
  async planFromFile(input: {
    bytes: Uint8Array
    fileName: string
    policy: Policy
    previous?: Previous
    year?: number
    language: Language
  }): Promise<PlanFromFile> {
    const { policy, language, previous } = input
    const { facts, problems, synthetic, dictionary } = await this.factsFrom({
      bytes: input.bytes,
      fileName: input.fileName,
      policies: [policy],
      ...(previous && { previous }),
    })
    const year = input.year ?? policy.effectiveYear
    const { planResult } = await import('../../desk/plan-result.ts')
    const result = planResult({ policy, dictionary: this.#dictionary.indicators, facts, overrides: [], own: [], year, synthetic })
    return {
      result,
      problems: [...problems, ...result.problems],
      workbook: async () => {
        const { planWorkbook } = await import('../../documents/workbook/index.ts')
        return planWorkbook({ result, policy, dictionary, facts, overrides: [], language, appVersion: this.#version, adopted: null })
      },
    }
  }

  /** An empty, commented import sheet; what the policy needs is marked. */
  async template(policy: Policy): Promise<Uint8Array> {
    const { templateWorkbook } = await import('../../documents/template/index.ts')
    const { indicatorsOfPolicy } = await import('../../desk/plan-result.ts')
    const year = policy.effectiveYear
    return templateWorkbook(this.#dictionaryWith(policy), {
      title: `${year}年社区基本情况表`,
      year,
      policyIndicators: indicatorsOfPolicy(policy, this.#dictionary.indicators),
      classes: policy.classes.map((each) => each.key),
    })
  }
}

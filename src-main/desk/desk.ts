import { mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { communitiesIn, type Area, type Areas } from '../model/areas.ts'
import type { Dictionary } from '../model/indicator.ts'
import { districtsOf } from '../model/places.ts'
import { inPlaceOrder, KeptPlaces, type PlaceOrder } from '../model/place-order.ts'
import { countsIn, type CommunityFacts, type Override, type PlanResult } from '../model/plan.ts'
import { withRows } from '../model/keyed-rows.ts'
import type { Policy } from '../model/policy.ts'
import type { Problem } from '../model/problem.ts'
import { preset, standardDictionary } from '../policy/index.ts'
import { appError } from '../shared/app-error.ts'
import { factsOfFile, openPlanFile, realFile, type PlanStore, type PlanYear } from '../store/index.ts'
import { Derived } from './derived.ts'
import { KeptFiles } from './kept-files.ts'
import type { DeskParts } from './module.ts'
import { PlanCheck } from './plan-check.ts'
import { ownPoliciesOf } from './own-policies.ts'
import { planResult, policyHash, type PlanBasis } from './plan-result.ts'
import type { Logger } from './service.ts'
import { readPreferences, writePreferences, type Preferences } from './preferences.ts'

/** What the app is given by its host; nothing else is taken from the surroundings. */
export interface AppOptions {
  dataFolder: string
  resourcesFolder: string
  version: string
  now: () => Date
  logger: Logger
}

export const PLAN_EXTENSION = '.quanheng'
/** So many plan files are offered again that lie outside of the data folder. */
const REMEMBERED_PLANS = 12
/** Under which name the order of places is kept among the settings of papers. */
export const PLACES = 'places'
/** So many plan files are remembered with the year at which they were left. */
const REMEMBERED_YEARS = 50
/** Bytes of a plan's name: beside its backups' day and step it must fit into the 255 that Linux gives a file name. A sign has at most four. */
const LONGEST_NAME = 180
const LONGEST_SIGN = 4
const FORBIDDEN_IN_NAMES = /[\\/:*?"<>|\p{Cc}]|^\.|\.$/u

/** The one desk at which somebody works: the open plan file, and what is derived from it until the plan changes. */
export class Desk {
  readonly options: AppOptions
  readonly parts: DeskParts
  /** Files that were handed over; they belong to the plan that is open, and go with it. */
  readonly files: KeptFiles
  readonly #kept = new Map<string, unknown>()
  #importing: string | null = null
  /** Ends when all commands that were asked for so far are over. */
  #commands: Promise<unknown> = Promise.resolve()
  readonly #threads = new Set<Promise<unknown>>()
  readonly #ending = new AbortController()
  startProblems: Problem[] = []
  #preferences: Preferences
  #open: { store: PlanStore; derived: Derived; check: PlanCheck } | null = null

  /** @param parts what the modules bring */
  constructor(options: AppOptions, parts: DeskParts) {
    this.options = options
    this.parts = parts
    mkdirSync(options.dataFolder, { recursive: true })
    this.#preferences = readPreferences(options.dataFolder)
    this.files = new KeptFiles(options.dataFolder, options.now)
  }

  get preferences(): Preferences {
    return this.#preferences
  }

  prefer(change: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...change }
    writePreferences(this.options.dataFolder, this.#preferences)
  }

  get storeOptions(): { operator: () => string; now: () => Date } {
    return { operator: () => this.#preferences.operator, now: this.options.now }
  }

  get isOpen(): boolean {
    return this.#open !== null
  }

  /** @throws plan.none when no plan is open */
  get store(): PlanStore {
    if (this.#open === null) throw appError('plan.none')
    return this.#open.store
  }

  /** Whether the plan is what its change log says. @throws plan.none when no plan is open */
  get check(): PlanCheck {
    if (this.#open === null) throw appError('plan.none')
    return this.#open.check
  }

  /** Plan files of the data folder, the one changed last first. */
  planFiles(): Array<{ file: string; name: string; modified: string; bytes: number }> {
    const { dataFolder } = this.options
    return readdirSync(dataFolder)
      .filter((name) => name.endsWith(PLAN_EXTENSION))
      .flatMap((file) => {
        // A link may lead nowhere, or to itself.
        const facts = factsOfFile(join(dataFolder, file))
        return facts === null ? [] : [{ file, name: file.slice(0, -PLAN_EXTENSION.length), ...facts }]
      })
      .sort((a, b) => (a.modified < b.modified ? 1 : -1))
  }

  /**
   * @param file a name within the data folder, or (Electron's own dialog) an absolute path
   * @returns where the plan is; of a link, where it leads
   */
  pathOf(file: string): string {
    return realFile(basename(file) === file ? join(this.options.dataFolder, file) : file)
  }

  /** What the open plan is called: as its file, so that a file that was renamed or copied has one name. */
  get planTitle(): string {
    return basename(this.store.file, PLAN_EXTENSION)
  }

  /** A name as a file may have it. @throws plan.nameWrong, plan.nameTooLong */
  planName(wanted: string): string {
    const name = wanted.trim()
    if (FORBIDDEN_IN_NAMES.test(name) || name === '') throw appError('plan.nameWrong', { value: wanted })
    if (Buffer.byteLength(name) > LONGEST_NAME) throw appError('plan.nameTooLong', { value: name, limit: LONGEST_NAME / LONGEST_SIGN })
    return name
  }

  /** Opens a plan file; the present one is closed only once the new one is open. */
  async open(file: string): Promise<void> {
    const path = this.pathOf(file)
    if (this.#open?.store.file === path) return
    await this.use(openPlanFile(path, this.storeOptions))
  }

  async use(store: PlanStore): Promise<void> {
    await this.close()
    this.#open = { store, derived: new Derived(store), check: new PlanCheck(store) }
    this.startProblems = []
    const { recentPlans } = this.preferences
    const recent = [store.file, ...recentPlans.filter((each) => each !== store.file)]
    this.prefer({ lastPlan: store.file, recentPlans: recent.slice(0, REMEMBERED_PLANS) })
  }

  /**
   * Does something with a plan file as a whole: where it is the open one, it is closed before and opened again afterwards.
   * @param work returns the path under which the plan is then, or null where it is gone
   * @throws what the work throws; then the plan is open as before
   */
  async whileClosed(path: string, work: () => string | null): Promise<void> {
    if (this.#open?.store.file !== path) return void work()
    await this.close()
    let now: string | null = path
    try {
      now = work()
    } finally {
      if (now !== null) await this.open(now)
    }
  }

  async close(): Promise<void> {
    const open = this.#open
    this.#open = null
    this.#kept.clear()
    this.files.clear()
    open?.check.end()
    await open?.store.close()
  }

  /**
   * Runs an import, during which nothing else may change the plan: what was entered meanwhile would rest on what the import replaces.
   * @param file named to those who try
   */
  async whileImporting<T>(file: string, work: () => Promise<T>): Promise<T> {
    this.refuseWhileImporting()
    this.#importing = file
    try {
      await this.store.backUp()
      return await work()
    } finally {
      this.#importing = null
    }
  }

  /** @throws plan.importing while an import is being applied */
  refuseWhileImporting(): void {
    if (this.#importing !== null) throw appError('plan.importing', { file: this.#importing })
  }

  /**
   * Runs a command when all that were asked for before it are over: it rests on what they have left. A step that is taken back can be
   * waited for; an import can't, for whoever entered something meanwhile has not seen what it brings.
   * @throws plan.importing
   */
  async inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    this.refuseWhileImporting()
    const result = this.#commands.then(work)
    this.#commands = result.catch(() => undefined)
    return result
  }

  /**
   * Runs work that has a thread of its own.
   * @param work ends its thread when the signal that it is given is aborted, and itself only when the thread is gone
   */
  async inThread<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const running = work(AbortSignal.any([signal, this.#ending.signal]))
    this.#threads.add(running)
    return running.finally(() => this.#threads.delete(running))
  }

  /**
   * The end of the program: waits for the commands under way, ends the threads, and closes the plan. A process that ends while one of
   * its threads is ending can crash.
   */
  async end(): Promise<void> {
    this.#ending.abort()
    await Promise.allSettled([this.#commands, ...this.#threads])
    await this.close()
  }

  /** What a module keeps for as long as this plan is open, by a name of its own. */
  kept<T>(name: string, make: () => T): T {
    if (!this.#kept.has(name)) this.#kept.set(name, make())
    return this.#kept.get(name) as T
  }

  /**
   * Computes once, and again when something has changed that the value rests on.
   * @param name of the value, and of everything it is computed from beside the plan
   * @param compute reads by itself all that it needs of the plan: what was read before and is handed in would not be noticed
   * @param renew makes the value that is right now from the one that was right before those changes, where that is quicker
   * @throws plan.none; what the computation throws
   */
  derived<T>(name: string, compute: () => T, renew?: (before: T, changed: Areas) => T): T {
    if (this.#open === null) throw appError('plan.none')
    return this.#open.derived.of(name, compute, renew)
  }

  /** @returns what the work returns, and what in the plan it rests on as far as it was read at once; null: no plan is open */
  watched<T>(work: () => T): { value: T; restsOn: ReadonlySet<Area> | null } {
    return this.#open === null ? { value: work(), restsOn: null } : this.#open.derived.watched(work)
  }

  /** With the retired indicators. */
  get wholeDictionary(): Dictionary {
    return this.derived('wholeDictionary', () => this.store.read.dictionary.get())
  }

  /** What is asked for: everything else that works with indicators sees these only. */
  get dictionary(): Dictionary {
    return this.derived('dictionary', () => ({
      ...this.wholeDictionary,
      indicators: this.wholeDictionary.indicators.filter((each) => each.retired !== true),
    }))
  }

  get standardDictionary(): Dictionary {
    return standardDictionary(this.options.resourcesFolder)
  }

  /**
   * The year at which the reader stands: the one chosen last on this computer, where that one is gone (its start was taken back) the last
   * one before it, else the plan's own.
   */
  get year(): PlanYear {
    return this.derived('year', () => {
      const { years, settings } = this.store.read
      const chosen = this.#preferences.years[this.store.file]
      const before = chosen === undefined ? undefined : years.list().findLast((each) => each.year <= chosen)
      return before ?? years.get(settings.get().currentYear)
    })
  }

  /**
   * Goes to another year of the plan. Where a reader stands is no change of the plan: it is remembered on this computer, is no step
   * and is not logged.
   * @throws plan.yearUnknown
   */
  standAt(year: number): void {
    this.store.read.years.get(year)
    this.#rememberYear(this.store.file, year)
    // What was derived rests on rows of the plan, and none of them has changed.
    this.#open!.derived = new Derived(this.store)
  }

  #rememberYear(file: string, year: number): void {
    const { [file]: _, ...others } = this.#preferences.years
    this.prefer({ years: Object.fromEntries([...Object.entries(others).slice(1 - REMEMBERED_YEARS), [file, year]]) })
  }

  /** A plan file has another name: the reader stands at the same year of it. */
  moveYear(from: string, to: string): void {
    const year = this.#preferences.years[from]
    if (year === undefined) return
    this.#rememberYear(to, year)
    if (this.isOpen) this.#open!.derived = new Derived(this.store)
  }

  /** @throws plan.yearUnknown */
  yearOf(year: number): PlanYear {
    return this.derived(`year ${year}`, () => this.store.read.years.get(year))
  }

  /** Nothing is said of the places where the setting is of a shape that this version does not know. */
  get placeOrder(): PlaceOrder {
    return this.derived('place order', () => KeptPlaces.safeParse(this.store.read.documentSettings.all().get(PLACES)).data?.order ?? [])
  }

  /** A community whose facts did not change stays the same object; all of them in the order of their codes. */
  #factsByCode(year: number): CommunityFacts[] {
    const { communities } = this.store.read
    const all = (): CommunityFacts[] => communities.facts(year)
    return this.derived(`facts by code ${year}`, all, (before, changed) => {
      const keys = communitiesIn(changed, year)
      return (keys === null ? null : withRows(before, keys, (key) => communities.find(year, key))) ?? all()
    })
  }

  /** In the order of the plan: that of its places, then that of the codes. */
  factsOf(year: number): CommunityFacts[] {
    return this.derived(`facts ${year}`, () => [...inPlaceOrder(this.#factsByCode(year), this.placeOrder)])
  }

  get facts(): CommunityFacts[] {
    return this.factsOf(this.year.year)
  }

  /** With those that have expired. */
  allOverridesOf(year: number): Override[] {
    return this.derived(`all overrides ${year}`, () => this.store.read.overrides.list(year))
  }

  /** The classes set by hand that count in the year. */
  overridesOf(year: number): Override[] {
    return this.derived(`overrides ${year}`, () => this.allOverridesOf(year).filter((each) => countsIn(each, year)))
  }

  get overrides(): Override[] {
    return this.overridesOf(this.year.year)
  }

  policyOf(year: number): Policy {
    const { id, version } = this.yearOf(year).policy
    return this.derived(`policy ${year}`, () => this.policyNamed(id, version))
  }

  get policy(): Policy {
    return this.policyOf(this.year.year)
  }

  /** A policy of the plan (the newest version where none is named), else one that comes with the app. @throws policy.unknownName */
  policyNamed(id: string, version?: string): Policy {
    const own = this.store.read.policies
      .list()
      .map((each) => each.policy)
      .filter((each) => each.id === id && (version === undefined || each.version === version))
      .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
      .at(-1)
    const found = own ?? preset(this.options.resourcesFolder, id)
    if (found === null || (version !== undefined && found.version !== version))
      throw appError('policy.unknownName', { name: version === undefined ? id : `${id} ${version}` })
    return found
  }

  hashOf(policy: Policy): string {
    return policyHash(policy, this.dictionary.indicators)
  }

  basis(policy: Policy, { year, synthetic }: PlanYear = this.year): PlanBasis {
    const [facts, overrides, own] = [this.factsOf(year), this.overridesOf(year), ownPoliciesOf(this, year)]
    return { policy, dictionary: this.dictionary.indicators, facts, overrides, own, year, synthetic }
  }

  /**
   * A result as people see it, in the order of the plan's places. What is kept and handed over (adopted plans, packages) stays in the order
   * of the codes, so that it does not depend on how somebody likes to read it.
   */
  arranged(result: PlanResult): PlanResult {
    if (this.placeOrder.length === 0) return result
    const communities = [...inPlaceOrder(result.communities, this.placeOrder)]
    const districts = districtsOf(communities).flatMap((name) => result.districts.filter((each) => each.district === name))
    return { ...result, communities, districts }
  }

  /** A year's result under its policy, in the order of the codes. @throws the engine's named errors */
  resultOf(year: number): PlanResult {
    return this.derived(`result ${year}`, () => planResult(this.basis(this.policyOf(year), this.yearOf(year))))
  }

  get result(): PlanResult {
    return this.resultOf(this.year.year)
  }
}

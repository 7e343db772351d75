import { accountOf, byPayer, type Moved } from '../../engine/projects/index.ts'
import { dayAfter, yearOfDay, type Day } from '../../model/calendar.ts'
import { payersOf } from '../../model/fund.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { standingOf } from '../../model/project-standing.ts'
import type { Account, CarryOrigin, CommunityAccount } from '../../model/project.ts'
import { communityOf, type Community } from '../../model/plan.ts'
import { WHOLE_PAYER } from '../../model/receipt.ts'
import type { Text } from '../../model/text.ts'
import { adoptedResultOf } from '../../desk/last-year.ts'
import type { Desk } from '../../desk/desk.ts'
import { AppError } from '../../shared/app-error.ts'
import { today } from '../calendar/index.ts'

/** The years of the plan, earliest first. */
export const yearsOf = (desk: Desk): number[] => desk.derived('register years', () => desk.store.read.years.list().map(({ year }) => year))

/** The first and last day whose money belongs to a year of the plan: the next one begins with its 1 January, also after a gap. */
export function periodOf(desk: Desk, year: number): { from: Day; to: Day } {
  const next = yearsOf(desk).find((each) => each > year)
  return { from: `${year}-01-01`, to: next === undefined ? '9999-12-31' : dayAfter(`${next}-01-01`, -1) }
}

/** @returns the year of the plan to which a day's money belongs */
export const yearAt = (desk: Desk, day: Day): number | undefined => yearsOf(desk).findLast((each) => each <= yearOfDay(day))

/** @returns the day at which a year's account is looked at: today, or the last day of a year that is over */
export function dayOf(desk: Desk, year: number): Day {
  const [now, { to }] = [today(desk), periodOf(desk, year)]
  return now < to ? now : to
}

/** Who took over the communities that were merged in a year, by their keys: the last one, where the heir was itself merged later on. */
const heirsIn = (desk: Desk, year: number): ReadonlyMap<string, string> =>
  desk.derived(`heirs ${year}`, () => {
    const next = new Map<string, string>()
    for (const { kind, from, to } of desk.store.read.unitChanges.list(year)) {
      const [heir] = to
      if (kind !== 'merge' || heir === undefined) continue
      for (const { key } of from) if (!to.some((each) => each.key === key)) next.set(key, heir.key)
    }
    const lastOf = (key: string): string => {
      const passed = new Set([key])
      let heir = next.get(key)!
      for (let after = next.get(heir); after !== undefined && !passed.has(after); after = next.get(heir)) {
        passed.add(heir)
        heir = after
      }
      return heir
    }
    return new Map([...next.keys()].map((key) => [key, lastOf(key)]))
  })

/** @returns whose account a community's money is in by the end of a year: its own, or that of the one that it was merged into */
export function heirs(desk: Desk, from: number, to: number): (key: string) => string {
  const merged = yearsOf(desk)
    .filter((year) => year >= from && year <= to)
    .map((year) => heirsIn(desk, year))
    .filter((each) => each.size > 0)
  return (key) => merged.reduce((heir, each) => each.get(heir) ?? heir, key)
}
export const heirOf = (desk: Desk, key: string, from: number, to: number): string => heirs(desk, from, to)(key)

type Sums = Map<string, number>
const add = (sums: Sums, key: string, fen: number): void => void sums.set(key, (sums.get(key) ?? 0) + fen)

interface Carried {
  fen: number
  from: CarryOrigin
}

/**
 * What was carried over into a year, by community. Last year's ledger says so; where it does not, the register of last year does, and where
 * that has nothing either, the year's own indicator. Where two of them differ it is told (see `differences`).
 */
export const carriedInto = (desk: Desk, year: number): ReadonlyMap<string, Carried> =>
  desk.derived(`carried into ${year}`, () => {
    const carried = new Map<string, Carried>()
    const last = yearsOf(desk).findLast((each) => each < year)
    const heirIn = heirs(desk, year, year)
    const take = (key: string, fen: number, from: CarryOrigin): void => {
      const heir = heirIn(key)
      const before = carried.get(heir)
      carried.set(heir, { fen: (before?.fen ?? 0) + fen, from: before?.from ?? from })
    }
    const told = new Set<string>()
    if (last !== undefined) {
      const entered = desk.store.read.ledger.list(last)
      for (const { key, carriedFen } of entered)
        if (carriedFen !== null) {
          take(key, carriedFen, 'ledger')
          told.add(key)
        }
      if (isKept(desk, last))
        for (const [key, { carryFen, receivedFen, paidFen, isMoved }] of movedIn(desk, last, periodOf(desk, last).to))
          if (isMoved && !told.has(key)) {
            take(key, carryFen + receivedFen - paidFen, 'register')
            told.add(key)
          }
    }
    for (const { key, values } of desk.factsOf(year)) {
      const yuan = values['carryOver']
      if (!carried.has(key) && typeof yuan === 'number') carried.set(key, { fen: Math.round(yuan * FEN_PER_YUAN), from: 'indicator' })
    }
    return carried
  })

interface MovedOf extends Moved {
  /** Whether the register knows anything of it. */
  isMoved: boolean
  received: ReadonlyMap<string, number>
}

/** Whether the register or the receipts of a year, or of one before, hold anything at all. */
export const isKept = (desk: Desk, year: number): boolean =>
  desk.derived(`register kept ${year}`, () =>
    yearsOf(desk)
      .filter((each) => each <= year)
      .some((each) => desk.store.read.projects.committed(each).length > 0 || desk.store.read.receipts.list(each).length > 0),
  )

/** What projects hold back by community at a day. After the last step that is what is kept; before, the steps up to it are gone through. */
function committedAt(desk: Desk, year: number, day: Day): Iterable<{ key: string; fen: number }> {
  const { projects } = desk.store.read
  if ((projects.lastDay(year) ?? '') <= day) return projects.committed(year)
  const sums: Sums = new Map()
  for (const [, own] of Map.groupBy(projects.allEvents(year), (each) => `${each.key}\n${each.number}`))
    add(sums, own[0]!.key, standingOf(own, day).committedFen)
  return [...sums].map(([key, fen]) => ({ key, fen }))
}

/** What came in, went out and is held back of each community in a year of the plan, up to and with a day. */
function movedIn(desk: Desk, year: number, day: Day): ReadonlyMap<string, MovedOf> {
  const { from, to } = periodOf(desk, year)
  const until = day < to ? day : to
  const { projects, receipts } = desk.store.read
  const [paid, committed]: [Sums, Sums] = [new Map(), new Map()]
  const received = new Map<string, Map<string, number>>()
  for (const each of yearsOf(desk)) {
    if (each > year) break
    const own = heirs(desk, each === year ? year : each + 1, year)
    for (const { key, fen } of projects.paid(each, from, until)) add(paid, own(key), fen)
    for (const { key, fen } of committedAt(desk, each, until)) add(committed, own(key), fen)
    for (const { key, payer, fen } of receipts.sums(each, from, until)) {
      const payers = received.get(own(key)) ?? new Map<string, number>()
      received.set(own(key), payers.set(payer, (payers.get(payer) ?? 0) + fen))
    }
  }
  const carried = carriedInto(desk, year)
  const keys = new Set([...carried.keys(), ...paid.keys(), ...committed.keys(), ...received.keys()])
  return new Map(
    [...keys].map((key) => {
      const payers = received.get(key) ?? new Map<string, number>()
      return [
        key,
        {
          carryFen: carried.get(key)?.fen ?? 0,
          receivedFen: [...payers.values()].reduce((sum, fen) => sum + fen, 0),
          paidFen: paid.get(key) ?? 0,
          committedFen: committed.get(key) ?? 0,
          received: payers,
          isMoved: paid.has(key) || committed.has(key) || received.has(key),
        },
      ]
    }),
  )
}

/** Who pays by the plan: its policy's payers, else one without a name; with those who have paid all the same, also for a year before. */
export const payersIn = (desk: Desk, year: number): Array<{ key: string; name: Text }> =>
  desk.derived(`payers ${year}`, () => {
    const named: Array<{ key: string; name: Text }> = payersOf(desk.policyOf(year))
    const known = named.length > 0 ? named : [WHOLE_PAYER]
    const { from, to } = periodOf(desk, year)
    const { receipts } = desk.store.read
    const paying = yearsOf(desk).flatMap((each) =>
      each > year ? [] : [...receipts.sums(each, from, to), ...(each === year ? receipts.list(year) : [])].map(({ payer }) => payer),
    )
    const others = [...new Set(paying)].filter((key) => !known.some((each) => each.key === key)).sort()
    return [...known, ...others.map((key) => ({ key, name: key === WHOLE_PAYER.key ? WHOLE_PAYER.name : { zh: key, en: '' } }))]
  })

/** What the plan has each payer pay to each community in fen; null: not known. Of an adopted year what was adopted counts. */
export const plannedDues = (desk: Desk, year: number): ReadonlyMap<string, Readonly<Record<string, number>> | null> =>
  desk.derived(`planned dues ${year}`, () => {
    const names = payersOf(desk.policyOf(year))
    return new Map(
      resultIfAny(desk, year).map(({ key, amountFen, paid }) => [
        key,
        amountFen === null ? null : names.length === 0 ? { [WHOLE_PAYER.key]: amountFen } : (paid ?? null),
      ]),
    )
  })

/** Receipts and accounts are kept also where the plan can't be computed: then nobody knows what is due. */
function resultIfAny(desk: Desk, year: number) {
  try {
    return (adoptedResultOf(desk, year) ?? desk.resultOf(year)).communities
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

export interface PaidAccount extends CommunityAccount {
  byPayer: Record<string, Account>
}

/** A community that the year does not have, as it was called when it was there last. */
function gone(desk: Desk, key: string, year: number): Community {
  for (const each of yearsOf(desk).toReversed()) {
    if (each > year) continue
    const found = desk.factsOf(each).find((facts) => facts.key === key)
    if (found !== undefined) return communityOf(found)
  }
  const side = desk.store.read.unitChanges
    .list()
    .flatMap(({ from, to }) => [...from, ...to])
    .find((each) => each.key === key)
  return side === undefined ? { key, code: '', name: key, district: '', subdistrict: '' } : communityOf(side)
}

/**
 * The account of every community of a year at a day, in the order of the plan; those that are gone and still have money come last.
 * @returns carry-over + received - paid - committed = free, exact for each, and for each payer of each
 */
export const accountsAt = (desk: Desk, year: number, day: Day): PaidAccount[] =>
  desk.derived(`accounts ${year} ${day}`, () => {
    const moved = movedIn(desk, year, day)
    const carried = carriedInto(desk, year)
    const dues = plannedDues(desk, year)
    const payers = payersIn(desk, year)
    const lineOf = (community: Community, isGone: boolean): PaidAccount => {
      const own = moved.get(community.key)
      const account = accountOf(own ?? { carryFen: 0, receivedFen: 0, paidFen: 0, committedFen: 0 })
      const parts = byPayer(
        account,
        payers.map(({ key }) => ({ weight: dues.get(community.key)?.[key] ?? 0, receivedFen: own?.received.get(key) ?? 0 })),
      )
      return {
        ...communityOf(community),
        ...account,
        carryFrom: carried.get(community.key)?.from ?? 'none',
        gone: isGone,
        byPayer: Object.fromEntries(payers.map(({ key }, at) => [key, parts[at]!])),
      }
    }
    const facts = desk.factsOf(year)
    const present = new Set(facts.map((each) => each.key))
    const others = [...moved.keys()].filter((key) => !present.has(key)).sort()
    return [...facts.map((each) => lineOf(each, false)), ...others.map((key) => lineOf(gone(desk, key, year), true))]
  })

/** @returns how a community is called and where it is; of one that is gone, where it was */
export const placeOf = (desk: Desk, year: number): ((key: string) => Community) => {
  const known = new Map<string, Community>(desk.factsOf(year).map((each) => [each.key, communityOf(each)]))
  return (key) => {
    const found = known.get(key) ?? gone(desk, key, year)
    known.set(key, found)
    return found
  }
}

import type { z } from 'zod'
import type { Burden } from '../../model/burden.ts'
import { PERIODS, type CatalogueItem } from '../../model/catalogue.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { yearOfDay } from '../../model/calendar.ts'
import { communityOf } from '../../model/plan.ts'
import { burdenBy, burdenByPlace, burdenOfAll, burdensOf, YES } from '../../engine/catalogue/index.ts'
import { catalogueOf, resolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'
import { lastYearOf } from '../../desk/last-year.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { shortageOf, stateOf } from '../targets/index.ts'
import { bureausOfTeams, plannedDuties } from '../teams/index.ts'
import type { catalogueOperations } from './contract.ts'

/** The burden of each community of a year, by key. */
const burdensIn = (desk: Desk, year: number): Map<string, Burden> => {
  const { columns, compiled } = resolvedYear(desk, year)
  const { communities } = burdensOf(compiled, columns.facts.length)
  return new Map(columns.facts.map(({ key }, row) => [key, communities[row]!]))
}

/** The account of the year against everything to everyone and against last year. @throws the engine's named errors */
export function burdenAccount(desk: Desk): OutputOf<'catalogue.burden'> {
  const { year } = desk.year
  const { columns, run, compiled } = resolvedYear(desk, year)
  const { communities, tasks } = burdensOf(compiled, columns.facts.length)
  const before = lastYearOf(desk, year)
  const last = before === null || catalogueOf(desk, before).items.length === 0 ? null : before
  const ofLast = last === null ? new Map<string, Burden>() : burdensIn(desk, last)
  const order = new Map(desk.policy.classes.map(({ key }, position) => [key as string | null, position]))
  const departments = Map.groupBy(
    compiled.items.filter((each) => each.kind === 'task'),
    (each) => each.department.zh,
  )
  const rows = columns.facts.map((facts, row) => ({ ...communityOf(facts), class: run.classes[row]!, burden: communities[row]! }))
  const arranged = inPlaceOrder(rows, desk.placeOrder)
  return {
    total: burdenOfAll(communities),
    lastYear: last === null ? null : { year: last, total: burdenOfAll(ofLast.values()), communities: Object.fromEntries(ofLast) },
    classes: [...burdenBy(communities, (row) => run.classes[row]!)]
      .map(([own, sum]) => ({ class: own, ...sum }))
      .sort((a, b) => (order.get(a.class) ?? Infinity) - (order.get(b.class) ?? Infinity)),
    departments: [...departments.values()].map((own) => ({
      department: own[0]!.department,
      tasks: own.length,
      burden: burdenOfAll(own.map((each) => tasks.get(each.id)!)),
    })),
    places: burdenByPlace(
      arranged,
      arranged.map((each) => each.burden),
    ),
    communities: [...arranged],
  }
}

/** Where services are suggested and offered. */
export function servicesAccount(desk: Desk): OutputOf<'catalogue.services'> {
  const { year } = desk.year
  const { columns, run, compiled } = resolvedYear(desk, year)
  const offers = new Map(desk.store.read.serviceOffers.list(year).map((each) => [`${each.item} ${each.key}`, each]))
  const services: OutputOf<'catalogue.services'>['services'] = []
  const lines: OutputOf<'catalogue.services'>['lines'] = []
  compiled.items.forEach((item, position) => {
    if (item.kind !== 'service') return
    const sum = { id: item.id, suggested: 0, offered: 0, people: 0, cases: 0, minutes: 0, metres: 0, open: 0 }
    columns.facts.forEach((facts, row) => {
      const resolved = compiled.resolve(position, row)
      const offer = offers.get(`${item.id} ${facts.key}`) ?? null
      if (resolved.answer === 'yes') sum.suggested += 1
      if (offer !== null) {
        sum.offered += 1
        if (offer.people === null || offer.cases === null || offer.metres === null) sum.open += 1
        sum.people += offer.people ?? 0
        sum.cases += offer.cases ?? 0
        sum.minutes += (offer.cases ?? 0) * item.minutesACase
        sum.metres += (offer.cases ?? 0) * (offer.metres ?? 0)
      }
      if (offer !== null || resolved.answer !== 'no') lines.push({ ...communityOf(facts), class: run.classes[row]!, resolved, offer })
    })
    services.push(sum)
  })
  return { services, lines: [...inPlaceOrder(lines, desk.placeOrder)] }
}

type PlanInput = z.output<(typeof catalogueOperations)['catalogue.plan']['input']>

/** The months (0 to 11) that a number of units of a year falls into: evenly, the later ones where they don't come out even. */
export function spreadOverMonths(units: number, times: number): number[] {
  const months = new Array<number>(12).fill(0)
  const parts = Math.max(1, Math.min(12, times))
  for (let part = 1; part <= parts; part++) {
    const until = Math.floor((units * part) / parts)
    const since = Math.floor((units * (part - 1)) / parts)
    months[Math.ceil((12 * part) / parts) - 1]! += until - since
  }
  return months
}

/** The month (0 to 11) in which what is short of a target is to be there: that of its day due, else the last; null: in another year. */
function monthDue({ due }: Extract<CatalogueItem, { kind: 'target' }>, year: number): number | null {
  if (due === undefined) return 11
  return yearOfDay(due) === year ? Number(due.slice(5, 7)) - 1 : null
}

/** How many units a year an item means for a community, and in how many portions they come. */
function workOf(item: CatalogueItem, quantity: number): { units: number; times: number; minutes: number } | null {
  if (Number.isNaN(quantity)) return null
  if (item.kind === 'measure') return { units: quantity, times: PERIODS[item.period], minutes: 0 }
  if (item.kind === 'task') return { units: Math.max(1, item.timesAYear), times: item.timesAYear, minutes: item.minutes * quantity }
  return null
}

/** The work plan of a class, place or department: what is due in which month, over all its communities. */
export function workPlan(desk: Desk, wanted: PlanInput): OutputOf<'catalogue.plan'> {
  const { columns, run, compiled } = resolvedYear(desk, desk.year.year)
  const rows = columns.facts.flatMap((each, row) =>
    (wanted.class === undefined || run.classes[row] === wanted.class) &&
    (wanted.district === undefined || each.district === wanted.district) &&
    (wanted.subdistrict === undefined || each.subdistrict === wanted.subdistrict)
      ? [row]
      : [],
  )
  const lines = compiled.items.flatMap((item, position) => {
    if (item.kind === 'service' || (wanted.department !== undefined && item.department.zh !== wanted.department)) return []
    const verdicts = compiled.verdicts(position)
    const own = rows.filter((row) => verdicts[row] === YES)
    if (own.length === 0) return []
    const line = { id: item.id, communities: own.length, months: new Array<number>(12).fill(0), total: 0, minutes: 0, open: 0 }
    if (item.kind === 'target') {
      const due = monthDue(item, desk.year.year)
      if (item.present.kind === 'rate' || due === null) return []
      for (const row of own) {
        const shortage = shortageOf(stateOf({ compiled }, position, row)!.state)
        if (Number.isNaN(shortage)) line.open += 1
        else {
          line.months[due]! += shortage
          line.total += shortage
        }
      }
      return line.total === 0 && line.open === 0 ? [] : [line]
    }
    for (const row of own) {
      const work = workOf(item, compiled.quantity(position, row))
      if (work === null) {
        line.open += 1
        continue
      }
      spreadOverMonths(work.units, work.times).forEach((units, month) => (line.months[month]! += units))
      line.total += work.units
      line.minutes += work.minutes
    }
    return [line]
  })
  const isWhole = wanted.class === undefined && wanted.district === undefined && wanted.subdistrict === undefined
  const communities = isWhole ? null : new Set(rows.map((row) => columns.facts[row]!.key))
  const duties = plannedDuties(desk, { communities, department: wanted.department })
  return { communities: rows.length, lines, duties, bureaus: bureausOfTeams(desk) }
}

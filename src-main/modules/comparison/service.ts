import type { ComparedCommunity, ComparedGroup, Comparison } from '../../model/comparison.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { byPlace } from '../../model/places.ts'
import { textIn, type Language } from '../../model/text.ts'
import { comparisonWorkbook, notThere, type ComparedRow } from '../../documents/comparison-workbook/index.ts'
import { versusFirst } from '../../engine/columns/index.ts'
import { planSide, type PlanSide } from './compared-plan.ts'
import type { Desk } from '../../desk/desk.ts'
import { isUnreconciled } from '../../desk/outgoing.ts'
import { UNRECONCILED } from '../../words/papers.ts'
import type { Service } from '../../desk/service.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { comparedWork } from './work.ts'

const NOT_THERE: ComparedCommunity['sides'][number] = { present: false, class: null, amountFen: null, overridden: false, decider: null }

/** Every community that any side has, by key; named and placed as the last side has it that has it. */
function communitiesOf(sides: PlanSide[]): ComparedCommunity[] {
  const rows = sides.map((side) => new Map(side.rows.map((each) => [each.key, each])))
  const keys = [...new Set(sides.flatMap((side) => side.rows.map((each) => each.key)))]
  return keys
    .map((key) => {
      const found = rows.map((side) => side.get(key))
      const { code, name, district, subdistrict } = found.findLast((each) => each !== undefined)!
      return {
        key,
        code,
        name,
        district,
        subdistrict,
        people: found.findLast((each) => each !== undefined && each.people !== null)?.people ?? null,
        sides: found.map((each) =>
          each === undefined
            ? NOT_THERE
            : { present: true, class: each.class, amountFen: each.amountFen, overridden: each.overridden, decider: each.decider },
        ),
      }
    })
    .sort((a, b) => Number(a.code === '') - Number(b.code === '') || (a.key < b.key ? -1 : 1))
}

/** What a community gets on a side; nothing where it is not there, null where it is not known. */
const fenOf = (community: ComparedCommunity, side: number): number | null =>
  community.sides[side]!.present ? community.sides[side]!.amountFen : 0

function groupOf(district: string, subdistrict: string | null, own: ComparedCommunity[], sides: number): ComparedGroup {
  return {
    district,
    subdistrict,
    sides: Array.from({ length: sides }, (_, side) => {
      const group = { count: 0, unknown: 0, amountFen: 0, changeFen: 0 }
      for (const community of own) {
        const [base, fen] = [fenOf(community, 0), fenOf(community, side)]
        if (community.sides[side]!.present) group.count++
        if (fen === null) group.unknown++
        group.amountFen += fen ?? 0
        group.changeFen += base === null || fen === null ? 0 : fen - base
      }
      return group
    }),
  }
}

/** The rows of a workbook; who is in one plan only has the whole amount as change. */
function comparedRows(sides: PlanSide[], language: Language): ComparedRow[] {
  const rowOf = ({ present, class: reached, amountFen }: ComparedCommunity['sides'][number]) => ({
    reached: present ? reached : notThere(language),
    fen: amountFen,
    known: present ? amountFen : 0,
  })
  return communitiesOf(sides).map(({ code, name, district, subdistrict, sides: [base, other] }) => {
    const [before, now] = [rowOf(base!), rowOf(other!)]
    return {
      code,
      name,
      district,
      subdistrict,
      from: before.reached,
      to: now.reached,
      baseFen: before.fen,
      withFen: now.fen,
      changeFen: before.known === null || now.known === null ? null : now.known - before.known,
    }
  })
}

export const comparison = (desk: Desk) =>
  ({
    'comparison.export': async ({ base, other, language, unreconciled }) => {
      const isMarked = isUnreconciled(desk, unreconciled)
      const sides = [planSide(desk, base), planSide(desk, other)] as const
      const work = comparedWork(desk, base, other)
      const bytes = await comparisonWorkbook({
        base: sides[0].source(),
        other: sides[1].source(),
        rows: [...inPlaceOrder(comparedRows([...sides], language), desk.placeOrder)],
        language,
        // Money alone stands on the other sheets.
        work: work !== null && work.figures.length > 1 ? work : undefined,
        mark: isMarked ? textIn(UNRECONCILED, language) : undefined,
      })
      const [before, now] = sides.map((side) => textIn(side.plan.name, language))
      return fileAnswer(language === 'en' ? `Comparison, ${before} - ${now}` : `方案比较 ${before}—${now}`, 'xlsx', bytes)
    },
    'comparison.work': ({ base, other }) => comparedWork(desk, base, other),
    'comparison.get': ({ sides: references }): Comparison => {
      const sides = references.map((reference) => planSide(desk, reference))
      const communities = [...inPlaceOrder(communitiesOf(sides), desk.placeOrder)]
      const districts = byPlace(communities, (each) => each)
      return {
        sides: sides.map((side) => side.plan),
        communities,
        districts: districts.map(({ district, own }) => groupOf(district, null, own, sides.length)),
        subdistricts: districts.flatMap(({ district, subdistricts }) =>
          subdistricts.map(({ subdistrict, own }) => groupOf(district, subdistrict, own, sides.length)),
        ),
        versus: sides
          .slice(1)
          .map((side, i) => versusFirst(communities, i + 1, { base: sides[0]!.plan.totals.byClass, other: side.plan.totals.byClass })),
        problems: sides.flatMap((side) => side.problems),
      }
    },
  }) satisfies Partial<Service>

import type { CatalogueItem, Resolved } from '../../model/catalogue.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { comparable, textIn } from '../../model/text.ts'
import { CONSENT, NO, YES } from '../../engine/catalogue/index.ts'
import { resolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OutputOf } from '../../contract/operations.ts'

type Line = { task: string; community: string }

/** Names that share most of their signs: a task that was meant. */
function likeliest(wanted: string, tasks: readonly CatalogueItem[]): string | undefined {
  const signs = new Set(comparable(wanted))
  const shared = (name: string): number => [...new Set(comparable(name))].filter((sign) => signs.has(sign)).length
  const best = tasks.map((each) => each.title.zh).sort((a, b) => shared(b) - shared(a))[0]
  return best !== undefined && shared(best) * 2 >= signs.size ? best : undefined
}

/** A community by key, code or name. @returns the problem where there is none of that name, or several */
function communityNamed(wanted: string, facts: readonly CommunityFacts[]): { row: number } | Problem {
  const name = comparable(wanted)
  const rows = facts.flatMap((each, row) => ([each.key, each.code].includes(wanted.trim()) ? [row] : []))
  const named = rows.length > 0 ? rows : facts.flatMap((each, row) => (comparable(each.name) === name ? [row] : []))
  if (named.length === 1) return { row: named[0]! }
  const place = { community: wanted }
  if (named.length === 0) return problem('plan.communityUnknown', { value: wanted }, place)
  const places = named.map((row) => `${facts[row]!.district}${facts[row]!.subdistrict} ${facts[row]!.code}`).join('、')
  return problem('import.nameNotUnique', { count: named.length, value: wanted, places }, place)
}

/** May these tasks be sent to these communities? Every line has its answer with the reason, or the problem why it has none. */
export function admissionOf(desk: Desk, lines: readonly Line[]): OutputOf<'catalogue.ask'> {
  const { columns, run, compiled } = resolvedYear(desk, desk.year.year)
  const tasks = compiled.items.filter((each) => each.kind === 'task')
  const byName = new Map(
    compiled.items.flatMap((item, position) =>
      item.kind === 'task' ? [item.id, item.title.zh, textIn(item.title, 'en')].map((name) => [comparable(name), position] as const) : [],
    ),
  )
  return lines.map(({ task, community }) => {
    const position = byName.get(comparable(task))
    const found = communityNamed(community, columns.facts)
    const facts = 'row' in found ? columns.facts[found.row]! : null
    const known = {
      task,
      community,
      key: facts?.key ?? null,
      name: facts?.name ?? community,
      class: 'row' in found ? run.classes[found.row]! : null,
    }
    if (position === undefined) {
      const like = likeliest(task, tasks)
      const params = { value: task, ...(like !== undefined && { like }) }
      return { ...known, item: null, resolved: null, problem: problem('catalogue.taskUnknown', params, { path: task }) }
    }
    const item = compiled.items[position]!
    if (!('row' in found)) return { ...known, item, resolved: null, problem: found }
    return { ...known, item, resolved: compiled.resolve(position, found.row), problem: null }
  })
}

const VERDICT = { [YES]: 'yes', [CONSENT]: 'consent', [NO]: 'no' } as const

/** A department's tasks, each with its communities by verdict. */
export function tasksOfDepartment(desk: Desk, department: string): OutputOf<'catalogue.department'> {
  const { columns, compiled } = resolvedYear(desk, desk.year.year)
  return compiled.items.flatMap((item, position) => {
    if (item.kind !== 'task' || item.department.zh !== department) return []
    const communities: Record<Resolved['answer'], string[]> = { yes: [], consent: [], no: [], unknown: [] }
    compiled.verdicts(position).forEach((code, row) => {
      communities[VERDICT[code as keyof typeof VERDICT] ?? 'unknown'].push(columns.facts[row]!.key)
    })
    return [{ id: item.id, communities }]
  })
}

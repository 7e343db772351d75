import type { ToldPosting } from '../../modules/command-line/index.ts'
import type { Language } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { brokenInWords, pointsText, proofInWords, workEachText } from '../../words/teams.ts'
import { COMMON, DEFAULT_POLICY, exactly, policyOf, type Terminal } from './commands.ts'
import { readInput } from './files.ts'
import { withOwnHost } from './own-host.ts'
import { table } from './plan-text.ts'

const SAY = {
  zh: {
    team: '队',
    officers: '人数',
    count: '社区数',
    work: '工作量（分）',
    each: '人均（分）',
    communities: '社区',
    and: '、',
    none: '无服务队',
  },
  en: {
    team: 'Team',
    officers: 'Officers',
    count: 'Communities',
    work: 'Points',
    each: 'An officer',
    communities: 'Communities',
    and: ', ',
    none: 'No team',
  },
} as const

/** The posting of a plan file; where it has none, one is solved, and the file stays as it is. */
async function fromPlan(file: string): Promise<ToldPosting> {
  return withOwnHost({ plan: file }, async (ask) => {
    const found = await ask('teams.get', {})
    if (found.staff.length > 0) return found
    await ask('teams.solve', {})
    return ask('teams.proposal', {})
  })
}

function postingText({ settings, communities, teams, after, broken, proof }: ToldPosting, language: Language): string {
  const say = SAY[language]
  const namesOf = (team: number | null): string =>
    communities
      .filter((each) => each.team === team)
      .map(({ name }) => name)
      .join(say.and)
  const lines = teams.map(({ team, officers, communities: count, work }) => [
    String(team),
    String(officers),
    String(count),
    pointsText(work),
    workEachText(work, officers),
    namesOf(team),
  ])
  const rest = communities.filter(({ team }) => team === null)
  if (rest.length > 0) {
    const work = rest.reduce((sum, each) => sum + each.work, 0)
    lines.push([say.none, '', String(rest.length), pointsText(work), '', namesOf(null)])
  }
  const names = { bureaus: settings.bureaus, nameOf: (key: string) => communities.find((each) => each.key === key)?.name ?? key }
  return [
    ...table([[say.team, say.officers, say.count, say.work, say.each, say.communities], ...lines], { last: 'words' }),
    '',
    ...(after === null ? [] : [proofInWords(after, proof, language)]),
    ...broken.map((each) => brokenInWords(each, names, language)),
  ].join('\n')
}

/** Which team serves which communities, with the work of each team and how even it is. */
export async function teams(terminal: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, plan: 'value', policy: 'value', json: 'flag' })
  const { values, flags } = parsed
  if (values.plan !== undefined && parsed.rest.length > 0) throw appError('usage.together', { option: '--plan', other: 'INPUT' })
  if (values.plan !== undefined && values.policy !== undefined) throw appError('usage.together', { option: '--plan', other: '--policy' })
  const [input] = values.plan === undefined ? exactly(parsed, ['INPUT | --plan FILE']) : []
  const found = values.plan === undefined ? await fromSheet(terminal, input!, values.policy ?? DEFAULT_POLICY) : await fromPlan(values.plan)
  const { year, communities, staff, teams: lines, after, broken, proof, problems } = found
  terminal.complain(problems)
  terminal.print(
    flags.has('json')
      ? JSON.stringify({ year, teams: lines, staff, communities, evenness: after, broken, proof, problems })
      : postingText(found, terminal.language),
  )
}

async function fromSheet({ app, complain }: Terminal, path: string, policyName: string): Promise<ToldPosting> {
  const policy = policyOf(app, policyName)
  const sheet = await app.factsFrom({ ...readInput(path), policies: [policy] })
  complain(sheet.problems)
  return app.postingOf(sheet, policy)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RESOURCES } from '../../resources/generator/sample-city.ts'
import { createApp } from '../../src-main/modules/app.ts'
import { writePreferences } from '../../src-main/desk/preferences.ts'
import { policyHash } from '../../src-main/desk/plan-result.ts'
import { ProjectEvent, type ProjectStep } from '../../src-main/model/project.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { createPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { manyCommunities } from './many-communities.ts'

/**
 * How much longer the register takes to be opened, filtered and summed (every project with state, amounts and what is due; the account of
 * every community, place and payer) than plain SQLite needs to read the same projects and sum the same payments; both in one run, the
 * quickest of several. The aim is at most twice.
 * Run by hand: `node tests/bench/projects.ts [COMMUNITIES] [PROJECTS OF EACH] [PAYMENTS OF EACH]`
 */
const COMMUNITIES = Number(process.argv[2] ?? 2000)
const PROJECTS = Number(process.argv[3] ?? 10)
const PAYMENTS = Number(process.argv[4] ?? 5)
const RUNS = 5
const YEAR = 2026
const now = (): Date => new Date(Date.UTC(YEAR, 10, 23))

const folder = mkdtempSync(join(tmpdir(), 'quanheng-bench-'))
const file = join(folder, 'register.quanheng')
const policy = preset(RESOURCES, 'reference')!
const dictionary = standardDictionary(RESOURCES)
const facts = manyCommunities(COMMUNITIES)

const step = (kind: ProjectStep, date: string, amountFen: number | null = null): ProjectEvent =>
  ProjectEvent.parse({ kind, date: `${YEAR}-${date}`, amountFen, body: '居民代表会议', reason: '' })
const BEFORE = [step('proposed', '04-01'), step('decided', '04-10', 500_000), step('filed', '04-15'), step('started', '04-20')]
const events = [...BEFORE, ...Array.from({ length: PAYMENTS }, (_, at) => step('paid', `05-${String(10 + at)}`, 90_000))]

const store = createPlanFile(
  file,
  { operator: () => '', now },
  { name: 'register', year: YEAR, synthetic: true, dictionary, policy, policyHash: policyHash(policy, dictionary.indicators) },
  (plan) => {
    plan.communities.save(YEAR, facts)
    for (const { key } of facts) {
      plan.receipts.add({ year: YEAR, key, payer: 'city', date: `${YEAR}-03-01`, amountFen: 20_000_000, document: '' })
      for (let number = 1; number <= PROJECTS; number++) {
        const category = number % 2 === 0 ? 'services' : 'environment'
        const project = { purpose: '楼道照明', category, plannedFen: 500_000, cases: null, urgent: '', note: '', use: null }
        plan.projects.save({ year: YEAR, key, number: String(number), ...project }, events)
      }
    }
  },
)
await store.close()

/** The same projects and sums without any program of ours. */
function plain(): number {
  const begun = performance.now()
  const connection = connect(file, 'read')
  const projects = connection.prepare<[], { category: string; planned_fen: number }>('SELECT * FROM project').all()
  const paid = connection
    .prepare<[], { fen: number }>(
      `SELECT community_key, number, sum(amount_fen) AS fen, max(date) FROM project_event WHERE kind = 'paid'
       GROUP BY year, community_key, number`,
    )
    .all()
  const accounts = connection
    .prepare<[], { fen: number }>(
      `SELECT p.community_key, sum(p.committed_fen) AS fen, (SELECT sum(amount_fen) FROM receipt r
       WHERE r.year = p.year AND r.community_key = p.community_key) FROM project p GROUP BY p.year, p.community_key`,
    )
    .all()
  const found = projects.filter((each) => each.category === 'services')
  const sum = found.reduce((all, each) => all + each.planned_fen, 0) + paid.reduce((all, each) => all + each.fen, 0)
  connection.close()
  if (sum === 0 || accounts.length !== COMMUNITIES) throw new Error('nothing was summed')
  return performance.now() - begun
}

/** The register as a page asks for it, in a plan that was just opened; opening any plan is not counted. */
async function register(): Promise<{ list: number; accounts: number }> {
  writePreferences(folder, { operator: 'bench', lastPlan: file, recentPlans: [], years: {}, handedOut: {} })
  const app = await createApp({
    dataFolder: folder,
    resourcesFolder: RESOURCES,
    version: '0',
    now,
    logger: { error: console.error, info: () => undefined },
  })
  const context = { signal: new AbortController().signal, progress: () => undefined, host: 'test' as const }
  // Classes and amounts of the year are there for every page.
  await app.service['result.get']({}, context)
  const begun = performance.now()
  const { projects } = await app.service['projects.list']({}, context)
  const found = projects.filter((each) => each.category === 'services')
  const sum = found.reduce((all, each) => all + each.plannedFen + each.paidFen, 0)
  const listed = performance.now()
  const { total, communities } = await app.service['projects.accounts']({}, context)
  const ended = performance.now()
  await app.close()
  const expected = total.carryFen + COMMUNITIES * (20_000_000 - PROJECTS * 500_000)
  if (sum === 0 || communities.length !== COMMUNITIES || total.freeFen !== expected) throw new Error(`wrong sums: ${total.freeFen}`)
  return { list: listed - begun, accounts: ended - listed }
}

const plainly = Array.from({ length: RUNS }, plain).sort((a, b) => a - b)[0]!
const runs: Array<{ list: number; accounts: number }> = []
for (let left = RUNS; left > 0; left--) runs.push(await register())
const [{ list, accounts }] = runs.sort((a, b) => a.list + a.accounts - b.list - b.accounts) as [{ list: number; accounts: number }]
process.stdout.write(
  `${COMMUNITIES * PROJECTS} projects, ${COMMUNITIES * PROJECTS * PAYMENTS} payments: SQLite ${plainly.toFixed(0)} ms, list ${list.toFixed(0)} ms, accounts ${accounts.toFixed(0)} ms, ratio ${((list + accounts) / plainly).toFixed(2)}\n`,
)
rmSync(folder, { recursive: true, force: true })

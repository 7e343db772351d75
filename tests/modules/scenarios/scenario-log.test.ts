import { expect, it } from 'vitest'
import { planWithOlderScenario } from '../../store/support/older-scenario.ts'
import { keyOf, MATURE, OLD, openDesk, smallPlan, type Desk } from '../../support/desk.ts'

/** Every step of the log, oldest first, each with its lines as the page and the paper of the log read them. */
async function lines({ ask }: Desk, since: number) {
  const steps = (await ask('history.list', { limit: 1000 })).filter((each) => each.id > since).reverse()
  const told: Array<[operation: string, ...lines: string[]]> = []
  for (const { id, operation } of steps) {
    const { rows } = await ask('history.changes', { step: id, limit: 1000, detailed: true })
    expect(rows.length, operation).toBeGreaterThan(0)
    told.push([
      operation,
      ...rows.map(({ name, field, before, after, told: said }) =>
        said === undefined
          ? `${name}: ${field} ${before} > ${after}`
          : `${name}: ${said.field.zh} ${said.before.zh || '–'} > ${said.after.zh || '–'}`,
      ),
    ])
  }
  return told
}
const revision = async ({ ask }: Desk): Promise<number> => (await ask('app.status')).plan!.revision

it('the log tells every saved, changed, locked, copied, stacked, removed and taken back scenario, in words', async () => {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD })
  const { ask } = desk
  const before = await revision(desk)
  const policy = structuredClone(await ask('policy.get'))
  policy.allocation.steps.find((each) => each.kind === 'standard')!.amountsFen['B'] = 31_000_000
  const { id } = await ask('scenarios.create', {
    name: '试算',
    policy,
    values: [{ key: keyOf('甲'), field: 'staff', value: 10 }],
    overrides: [{ key: keyOf('乙'), class: 'D', reason: '试' }],
  })
  await ask('scenarios.save', { id, note: '会上提出', values: [{ key: keyOf('甲'), field: 'staff', value: 11 }] })
  const { differences } = await ask('scenarios.get', { id })
  await ask('scenarios.revert', { id, paths: [{ area: 'policy', path: differences[0]!.path }] })
  await ask('scenarios.lock', { id, locked: true })
  const { id: copy } = await ask('scenarios.duplicate', { id, name: '另一个' })
  await ask('scenarios.stack', { first: id, second: copy, name: '叠加' })
  await ask('scenarios.save', { id: copy, base: { kind: 'scenario', id } })
  await ask('scenarios.remove', { id: copy })
  await ask('history.undo')
  const [created, saved, reverted, locked, , , moved, removed] = await lines(desk, before)
  expect(created).toEqual([
    'scenarios.create',
    '试算: present 0 > 1',
    '试算: name null > 试算',
    '试算: 基础 – > 2025年度',
    '试算: 步骤“按类别定额” · B 30万元 > 31万元',
    '试算: 甲 · 社区工作人员 – > 10人',
    '试算: 乙 · 人工定类 – > D类社区',
  ])
  expect(saved).toEqual(['scenarios.save', '试算: note null > 会上提出', '试算: 甲 · 社区工作人员 10人 > 11人'])
  expect(reverted).toEqual(['scenarios.revert', '试算: 步骤“按类别定额” · B 31万元 > 30万元'])
  expect(locked).toEqual(['scenarios.lock', '试算: 锁定 否 > 是'])
  expect(moved).toContain('另一个: 基础 2025年度 > 情景“试算”')
  expect(removed!.slice(0, 3)).toEqual(['scenarios.remove', '另一个: present 1 > 0', '另一个: name 另一个 > null'])
})

it('what a scenario did to a policy is still told when the year has another policy since', async () => {
  const desk = await smallPlan({ 甲: MATURE })
  const { ask } = desk
  const before = await revision(desk)
  const policy = structuredClone(await ask('policy.get'))
  policy.classification.rules[0]!.class = policy.classification.rules[0]!.class === 'A' ? 'B' : 'A'
  await ask('scenarios.create', { name: '试算', policy })
  await ask('policy.use', { id: 'flat-2018' })
  const [created] = await lines(desk, before)
  expect(created!.at(-1)).toBe('试算: 办法 – > 改动 1 处（现在的办法里已找不到）')
})

it('the log of a plan with a scenario of an older program, a whole policy, opens too', async () => {
  const desk = await openDesk()
  await desk.ask('plan.open', { file: planWithOlderScenario() })
  const [made] = await lines(desk, 0)
  expect(made).toContain('旧情景: 基础 – > 2026年度')
  await desk.ask('scenarios.lock', { id: 7, locked: true })
  await desk.ask('history.undo')
  const [locked, undone] = await lines(desk, 1)
  expect([locked, undone]).toEqual([
    ['scenarios.lock', '旧情景: 锁定 否 > 是'],
    ['history.undo', '旧情景: 锁定 是 > 否'],
  ])
})

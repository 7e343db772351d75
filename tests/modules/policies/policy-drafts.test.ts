import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src-main/model/policy.ts'
import { codesOf, keyOf, MATURE, OLD, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

const REFERENCE = { id: 'reference', version: '1.0.1' }
const DOCUMENT = { title: '关于调整分类标准的通知', number: '某组发〔2026〕1号', date: '2026-01-05' }

/** So many examples the reference policy is delivered with. */
const DELIVERED = 5

const plan = (): Promise<Desk> => smallPlan({ 甲: MATURE, 乙: OLD })
/** A draft of the reference policy, changed in one go. */
async function draftOf({ ask }: Desk, change: (policy: Policy) => void): Promise<{ draft: number; document: Policy }> {
  const { draft, document } = await ask('policy.draft.create', { from: REFERENCE })
  const changed = structuredClone(document)
  change(changed)
  await ask('policy.draft.save', { draft, document: changed })
  return { draft, document: changed }
}
const oldShareOf = (policy: Policy): { value: number } =>
  (policy.classification.rules[1]!.when as unknown as { of: { value: number }[] }).of[0]!
const adoption = (draft: number, more: object = {}) => ({ draft, version: '1.1.0', effectiveYear: 2026, document: DOCUMENT, ...more })

describe('a draft', () => {
  it('begins with a version, under the next free number, and lets that version be', async () => {
    const { ask } = await plan()
    const first = await ask('policy.draft.create', { from: REFERENCE })
    expect(first).toMatchObject({ base: REFERENCE, document: { id: 'reference', version: '1.1.0', effectiveYear: 2025 } })
    expect(first.document.document).toBeUndefined()
    expect(await ask('policy.drafts')).toMatchObject([{ draft: first.draft, id: 'reference', errors: 0 }])
    expect((await ask('policy.get', REFERENCE)).version).toBe('1.0.1')
  })

  it('begins empty, as a policy that everybody falls into the one class of', async () => {
    const { ask } = await plan()
    const { draft, document, base } = await ask('policy.draft.create', {})
    expect([base, document.id, document.classes.length]).toEqual([null, 'policy-1', 1])
    expect((await ask('result.preview', { policy: document })).totals).toMatchObject({ communities: 2, undecided: 0, amountFen: 0 })
    expect((await ask('policy.draft.create', {})).document.id).toBe('policy-2')
    expect((await ask('policy.drafts')).map((each) => each.draft)).toEqual([draft, draft + 1])
  })

  it('may be wrong in itself, is kept so, and says how much is wrong', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, (policy) => {
      policy.classification.rules[0]!.class = 'X'
    })
    expect(await desk.ask('policy.drafts')).toMatchObject([{ draft, errors: 1 }])
    expect((await desk.ask('policy.draft.get', { draft })).document.classification.rules[0]!.class).toBe('X')
    expect(await codesOf(desk.ask('policy.adopt', adoption(draft)))).toEqual(['policy.classUnknown'])
  })

  it('can begin with a file that is wrong in itself, but not with one that can not be read', async () => {
    const { ask } = await plan()
    const document = structuredClone(await ask('policy.get', REFERENCE))
    oldShareOf(document).value = 50
    const { draft, base } = await ask('policy.draft.create', { document })
    expect(base).toBeNull()
    expect(await ask('policy.adoption', { draft })).toMatchObject({ problems: [{ code: 'policy.outsideRange', params: { value: 50 } }] })
    expect(await codesOf(ask('policy.draft.create', { document: { ...document, formatVersion: 2 } }))).toEqual(['policy.newerFormat'])
    expect(await codesOf(ask('policy.draft.create', { document: { ...document, classes: [] } }))).toEqual(['policy.shape'])
    expect(await codesOf(ask('policy.draft.save', { draft, document: {} }))).toContain('policy.shape')
  })

  it('is saved as one step that says in both languages what was changed, and undone like any other', async () => {
    const desk = await plan()
    const { draft, document } = await draftOf(desk, (policy) => {
      oldShareOf(policy).value = 0.6
    })
    const { ask } = desk
    const [step] = await ask('history.list', { limit: 1 })
    expect(step).toMatchObject({
      operation: 'policy.draft.save',
      summary: '规则“老旧楼院密集社区”：老旧楼院占比不低于50% → 老旧楼院占比不低于60%',
    })
    expect((await ask('history.changes', { step: step!.id })).rows).toMatchObject([
      {
        subject: 'policyDraft',
        field: '规则“老旧楼院密集社区”',
        before: '老旧楼院占比不低于50%',
        after: '老旧楼院占比不低于60%',
        told: { after: { en: 'Share of old courtyards at least 60%' } },
      },
    ])
    await ask('history.undo')
    expect(oldShareOf((await ask('policy.draft.get', { draft })).document).value).toBe(0.5)
    await ask('history.redo')
    expect((await ask('policy.draft.get', { draft })).document).toEqual(document)
  })

  it('that is saved without a change leaves no step', async () => {
    const desk = await plan()
    const { draft, document } = await desk.ask('policy.draft.create', { from: REFERENCE })
    const { revision } = (await desk.ask('app.status')).plan!
    await desk.ask('policy.draft.save', { draft, document })
    expect((await desk.ask('app.status')).plan!.revision).toBe(revision)
  })

  it('is removed, comes back by undo, and is unknown in between', async () => {
    const { ask } = await plan()
    const { draft } = await ask('policy.draft.create', { from: REFERENCE })
    await ask('policy.draft.remove', { draft })
    expect(await codesOf(ask('policy.draft.get', { draft }))).toEqual(['policy.draftUnknown'])
    expect(await codesOf(ask('policy.draft.remove', { draft }))).toEqual(['policy.draftUnknown'])
    await ask('history.undo')
    expect(await ask('policy.draft.get', { draft })).toMatchObject({ draft, base: REFERENCE })
  })

  it('with a rule on a retired indicator says so by name', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, (policy) => {
      policy.classification.rules[0]!.when = { kind: 'compare', indicator: 'homestays', operator: '>', value: 3 }
    })
    await desk.ask('dictionary.retireIndicator', { key: 'homestays' })
    const [problem] = await desk.ask('policy.check', { document: (await desk.ask('policy.draft.get', { draft })).document })
    const label = (await desk.ask('dictionary.get', { retired: true })).indicators.find((each) => each.key === 'homestays')!.label.zh
    expect(problem).toMatchObject({
      code: 'policy.indicatorRetired',
      params: { indicator: label },
      place: { path: '/classification/rules/0/when' },
    })
    expect(await codesOf(desk.ask('policy.adopt', adoption(draft)))).toEqual(['policy.indicatorRetired'])
  })
})

describe('adopting', () => {
  it('owes a reason for every example that was taken out in the draft, also where none stood in the version before; not for undone ones', async () => {
    const desk = await plan()
    const { ask } = desk
    const { draft, document } = await ask('policy.draft.create', { from: REFERENCE })
    const failing = { key: 'own', name: '自写样例', values: { location: 'township', residents: 200 }, expect: { class: 'A' } }
    await ask('policy.draft.save', { draft, document: { ...document, examples: [failing] } })
    await ask('history.undo')
    await ask('policy.draft.save', { draft, document: { ...document, title: { zh: '改名', en: 'Renamed' } } })
    expect((await ask('policy.adoption', { draft })).reasons).toEqual([])
    const named = (await ask('policy.draft.get', { draft })).document
    await ask('policy.draft.save', { draft, document: { ...named, examples: [failing, { ...failing, key: 'empty', values: {} }] } })
    await ask('policy.draft.save', { draft, document: named })
    expect((await ask('policy.adoption', { draft })).reasons).toEqual([{ key: 'own', name: '自写样例', kind: 'removed', reason: '' }])
    expect(await codesOf(ask('policy.adopt', adoption(draft)))).toEqual(['policy.exampleReason'])
    expect(await ask('policy.adopt', adoption(draft, { exampleReasons: { own: '写错了对象' } }))).toMatchObject({ status: 'adopted' })
  })

  it('owes a reason for the examples of the file that a draft began with', async () => {
    const desk = await plan()
    const { ask } = desk
    const { $schema: _, ...reference } = await ask('policy.get', REFERENCE)
    const example = { key: 'one', name: '样例', values: { location: 'township', residents: 200 }, expect: { class: 'A' } }
    const { draft, document } = await ask('policy.draft.create', { document: { ...reference, id: 'from-file', examples: [example] } })
    await ask('policy.draft.save', { draft, document: { ...document, examples: [{ ...example, expect: { class: 'D' } }] } })
    expect((await ask('policy.adoption', { draft })).reasons).toMatchObject([{ key: 'one', kind: 'changed', reason: '' }])
  })

  it('a policy that fails its own tests is neither added nor used, and one that holds later is not used before', async () => {
    const { ask } = await plan()
    const { $schema: _, ...reference } = await ask('policy.get', REFERENCE)
    const example = { key: 'one', name: '样例', values: { location: 'township', residents: 200 }, expect: { class: 'A' } }
    const failing = { ...reference, id: 'failing', examples: [example] }
    expect(await codesOf(ask('policy.add', { document: failing }))).toEqual(['policy.exampleClass'])
    expect((await ask('policy.check', { document: failing })).map((each) => each.code)).toEqual(['policy.exampleClass'])
    await ask('policy.add', { document: { ...reference, id: 'later', effectiveYear: 2099 } })
    expect(await codesOf(ask('policy.use', { id: 'later' }))).toEqual(['policy.notYet'])
    expect(await codesOf(ask('years.start', { year: 2030, policy: { id: 'later' } }))).toEqual(['policy.notYet'])
    expect((await ask('policy.get', {})).id).toBe('reference')
  })

  it('makes a version that can be used and is told as adopted; the draft is gone', async () => {
    const desk = await plan()
    const { ask } = desk
    const { draft } = await draftOf(desk, (policy) => {
      oldShareOf(policy).value = 0.81
    })
    expect(await ask('policy.adopt', adoption(draft, { effectiveYear: 2025 }))).toMatchObject({
      id: 'reference',
      version: '1.1.0',
      status: 'adopted',
      effectiveYear: 2025,
    })
    expect(await ask('policy.drafts')).toEqual([])
    expect(await ask('policy.get', { id: 'reference', version: '1.1.0' })).toMatchObject({ document: DOCUMENT })
    const status = new Map((await ask('policy.list')).map((each) => [`${each.id} ${each.version}`, each.status]))
    expect([status.get('reference 1.0.1'), status.get('reference 1.1.0')]).toEqual(['preset', 'adopted'])
    await ask('policy.use', { id: 'reference', version: '1.1.0' })
    expect((await ask('result.get')).totals.byClass['B']!.count).toBe(0)
    const next = await ask('policy.draft.create', { from: { id: 'reference', version: '1.1.0' } })
    expect(next.document.version).toBe('1.2.0')
    expect((await ask('policy.adoption', { draft: next.draft })).differences).toContainEqual(
      expect.objectContaining({
        label: { zh: '依据文件', en: 'Document' },
        old: { zh: '关于调整分类标准的通知 某组发〔2026〕1号 2026-01-05', en: expect.any(String) },
        new: { zh: '', en: '' },
      }),
    )
  })

  it('is one step: undo takes the version away and brings the draft back', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, (policy) => {
      oldShareOf(policy).value = 0.81
    })
    await desk.ask('policy.adopt', adoption(draft))
    await desk.ask('history.undo')
    expect(await desk.ask('policy.drafts')).toMatchObject([{ draft }])
    expect(await codesOf(desk.ask('policy.get', { id: 'reference', version: '1.1.0' }))).toEqual(['policy.unknownName'])
  })

  it('is refused under the number of a version that exists', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, () => undefined)
    expect(await codesOf(desk.ask('policy.adopt', adoption(draft, { version: '1.0.1' })))).toEqual(['policy.exists'])
  })

  it('says before what would change and what is in the way', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, (policy) => {
      oldShareOf(policy).value = 0.6
      policy.examples!.push({ key: 'one', name: '一', values: {}, expect: { class: 'B' } })
    })
    const found = await desk.ask('policy.adoption', { draft })
    expect(found.differences.map(({ label, old, new: now }) => [label.zh, old.zh, now.zh])).toEqual([
      ['版本', '1.0.1', '1.1.0'],
      ['生效年度', '2023', '2025'],
      ['规则“老旧楼院密集社区”', '老旧楼院占比不低于50%', '老旧楼院占比不低于60%'],
      ['样例“一”', '', '→ B类社区'],
    ])
    expect(found).toMatchObject({ version: '1.1.0', reasons: [], examples: Array.from({ length: DELIVERED + 1 }, () => expect.anything()) })
    expect(found.examples.at(-1)).toMatchObject({ key: 'one', passed: false, class: null })
  })
})

describe("the policy's own tests", () => {
  const withExamples = async (desk: Desk): Promise<{ draft: number; document: Policy }> => {
    const { draft, document } = await desk.ask('policy.draft.create', { from: REFERENCE })
    const examples = await desk.ask('policy.examples.fromCommunities', { keys: [keyOf('甲'), keyOf('乙')], policy: document })
    const changed = { ...document, examples: [...document.examples!, ...examples] }
    await desk.ask('policy.draft.save', { draft, document: changed })
    return { draft, document: changed }
  }

  it('are made of communities as the policy decides them, and hold at once', async () => {
    const desk = await plan()
    const { document } = await withExamples(desk)
    expect(document.examples!.slice(DELIVERED)).toMatchObject([
      { name: '甲', district: '东区', expect: { class: 'A', amountFen: 15_000_000 } },
      { name: '乙', expect: { class: 'B', amountFen: 30_000_000 } },
    ])
    expect(Object.keys(document.examples![DELIVERED]!.values)).not.toContain('elderly')
    const { results, problems } = await desk.ask('policy.examples.run', { policy: document })
    expect([results.every((each) => each.passed), results.length, problems]).toEqual([true, DELIVERED + 2, []])
    expect(await codesOf(desk.ask('policy.examples.fromCommunities', { keys: ['nobody'], policy: document }))).toEqual([
      'plan.communityUnknown',
    ])
  })

  it('that fail block adopting until they are changed, and a changed one needs a reason', async () => {
    const desk = await plan()
    const { ask } = desk
    const first = await withExamples(desk)
    await ask('policy.adopt', adoption(first.draft))
    const { draft, document } = await ask('policy.draft.create', { from: { id: 'reference', version: '1.1.0' } })
    const changed = structuredClone(document)
    oldShareOf(changed).value = 0.81
    await ask('policy.draft.save', { draft, document: changed })
    const wanted = adoption(draft, { version: '1.2.0' })
    expect(await problemsOf(ask('policy.adopt', wanted))).toMatchObject([
      { code: 'policy.exampleClass', params: { example: '乙', expected: 'B' } },
      { code: 'policy.exampleAmount', params: { expectedFen: 30_000_000, foundFen: 15_000_000 } },
    ])
    changed.examples!.at(-1)!.expect = { class: 'A', amountFen: 15_000_000 }
    await ask('policy.draft.save', { draft, document: changed })
    expect(await ask('policy.adoption', { draft })).toMatchObject({
      reasons: [{ key: 'example2', name: '乙', kind: 'changed', reason: '' }],
    })
    expect(await problemsOf(ask('policy.adopt', wanted))).toMatchObject([{ code: 'policy.exampleReason', params: { example: '乙' } }])
    await ask('policy.adopt', { ...wanted, exampleReasons: { example2: '门槛提高是本次调整的目的' } })
    expect((await ask('policy.get', { id: 'reference', version: '1.2.0' })).examples!.at(-1)).toMatchObject({
      reason: '门槛提高是本次调整的目的',
    })
    const next = await ask('policy.draft.create', { from: { id: 'reference', version: '1.2.0' } })
    const emptied = { ...next.document, examples: next.document.examples!.slice(0, -1) }
    await ask('policy.draft.save', { draft: next.draft, document: emptied })
    expect(await codesOf(ask('policy.adopt', adoption(next.draft, { version: '1.3.0' })))).toEqual(['policy.exampleReason'])
    expect(await ask('policy.adopt', adoption(next.draft, { version: '1.3.0', exampleReasons: { example2: '社区已撤销' } }))).toMatchObject(
      { version: '1.3.0' },
    )
  })

  it('are not tried while the policy is wrong in itself, which is said', async () => {
    const desk = await plan()
    const { document } = await withExamples(desk)
    document.classification.fallback = 'X'
    expect(await desk.ask('policy.examples.run', { policy: document })).toMatchObject({
      results: [],
      problems: [{ code: 'policy.classUnknown' }],
    })
  })
})

describe('versions side by side and as files', () => {
  it('are compared in words, in both languages, drafts too', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, (policy) => {
      policy.classification.rules.reverse()
      policy.classes[1]!.color = '#000000'
      const [standard] = policy.allocation.steps
      if (standard?.kind === 'standard') standard.amountsFen['B'] = 32_000_000
    })
    const { from, to, differences } = await desk.ask('policy.difference', { from: REFERENCE, to: { draft } })
    expect([from.version, to.version]).toEqual(['1.0.1', '1.1.0'])
    const said = differences.map(({ part, label, old, new: now }) => [part, label.zh, label.en, old.zh, now.zh, now.en])
    expect(said).toContainEqual(['steps', '步骤“按类别定额” · B', 'Step "Standard by class" · B', '30万元', '32万元', '320,000 yuan'])
    expect(said).toContainEqual(['classes', '类别“B” · 颜色', 'Class "B" · colour', '#c8501e', '#000000', '#000000'])
    expect(differences.find((each) => each.part === 'rules')).toMatchObject({
      label: { zh: '规则的顺序', en: 'Order of rules' },
      old: { zh: expect.stringMatching(/^乡镇小规模社区、/) },
      new: { zh: expect.stringMatching(/、乡镇小规模社区$/) },
    })
    expect((await desk.ask('policy.difference', { from: REFERENCE, to: REFERENCE })).differences).toEqual([])
    expect(await codesOf(desk.ask('policy.difference', { from: REFERENCE, to: { draft: 99 } }))).toEqual(['policy.draftUnknown'])
  })

  it('tell what a component of the fund is made of, and who pays', async () => {
    const desk = await plan()
    const first = await draftOf(desk, (policy) => {
      policy.allocation.components = [
        {
          key: 'extra',
          name: { zh: '专项', en: 'Extra' },
          steps: [{ kind: 'standard', key: 'extraStandard', name: { zh: '定额', en: '' }, amountsFen: { A: 100, B: 200, C: 300, D: 400 } }],
        },
      ]
    })
    const said = async (from: object, to: object) =>
      (await desk.ask('policy.difference', { from, to } as never)).differences
        .filter((each) => each.part === 'steps' || each.part === 'split')
        .map(({ label, old, new: now }) => [label.zh, old.zh, now.zh])
    expect(await said(REFERENCE, { draft: first.draft })).toEqual([['经费分项“专项”', '', '按类别定额：A 1元，B 2元，C 3元，D 4元']])
    const second = await desk.ask('policy.draft.create', { document: first.document })
    const changed = structuredClone(first.document)
    const [component] = changed.allocation.components!
    component!.steps[0] = { ...component!.steps[0]!, amountsFen: { A: 100, B: 200, C: 300, D: 500 } } as never
    component!.payers = [{ key: 'city', name: { zh: '市级', en: '' }, pays: { ratio: 1 }, byDistrict: {} }]
    changed.allocation.split = { ratio: { city: 6, district: 4 }, byDistrict: {} }
    await desk.ask('policy.draft.save', { draft: second.draft, document: changed })
    expect(await said({ draft: first.draft }, { draft: second.draft })).toEqual([
      ['专项 · 步骤“定额” · D', '4元', '5元'],
      ['经费分项“专项” · 由谁出资', '', expect.stringContaining('市级')],
      ['分担比例', '市级与区县级按 5:5 分担', '市级与区县级按 6:4 分担'],
    ])
  })

  it('tell several changes of one condition as one, and name them all', async () => {
    const desk = await plan()
    const { draft } = await draftOf(desk, (policy) => {
      Object.assign(oldShareOf(policy), { operator: '>', value: 0.7 })
    })
    const [change] = (await desk.ask('policy.difference', { from: REFERENCE, to: { draft } })).differences.filter(
      (each) => each.part === 'rules',
    )
    expect(change).toMatchObject({ old: { en: 'Share of old courtyards at least 50%' }, new: { en: 'Share of old courtyards above 70%' } })
    expect([change!.difference, ...change!.also].map((each) => each.path)).toEqual([
      'classification/rules/oldCourtyards/when/of/0/operator',
      'classification/rules/oldCourtyards/when/of/0/value',
    ])
  })

  it('go out as the file that comes in again', async () => {
    const desk = await plan()
    const { ask } = desk
    const { fileName, base64 } = await ask('policy.export', { policy: REFERENCE })
    expect(fileName).toBe('reference-1.0.1.json')
    const document = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as Policy
    expect(document).toEqual(await ask('policy.get', REFERENCE))
    expect(await codesOf(ask('policy.add', { document }))).toEqual(['policy.exists'])
    expect(await ask('policy.add', { document: { ...document, id: 'other' } })).toMatchObject({ id: 'other', status: 'imported' })
  })
})

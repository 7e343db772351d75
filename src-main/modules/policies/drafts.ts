import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts'
import type { Policy } from '../../model/policy.ts'
import type { PolicyDraft } from '../../model/policy-draft.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { summaryText, type Summary } from '../../words/summaries.ts'
import { cutTo, textIn } from '../../model/text.ts'
import { changedExamples, differences, policyOf, type ChangedExample } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { emptyPolicy } from './empty-policy.ts'
import { errorsOfPolicy, examplesOf, problemsOfPolicy } from './problems-of.ts'
import { differencesOf, nextVersion, summaryOf, versionsOf } from './versions.ts'
import type { Service } from '../../desk/service.ts'

const titled = ({ title, version }: Policy): Summary => ({
  key: 'policyTitle',
  params: { title: title.zh, titleEn: textIn(title, 'en'), version },
})

const LONGEST = 40
const inShort = (text: string): string => cutTo(text, LONGEST)

/** What a step of the history says of a saved draft: the first difference in words, and how many there are. */
function summaryOfChange(desk: Desk, before: Policy, after: Policy): Summary {
  const list = differencesOf(desk, before, after)
  const [first] = list
  if (first === undefined) return titled(after)
  const { label, old, new: now } = first
  const params = { label: label.zh, labelEn: label.en, ...(list.length > 1 ? { count: list.length } : {}) }
  if (old.zh === '') return { key: 'policyAdded', params }
  if (now.zh === '') return { key: 'policyRemoved', params }
  return {
    key: 'policyChanged',
    params: { ...params, before: inShort(old.zh), beforeEn: inShort(old.en), after: inShort(now.zh), afterEn: inShort(now.en) },
  }
}

/** The version a draft began with; null where it began with none, or the plan no longer has it. */
function baseOf(desk: Desk, { base }: PolicyDraft): Policy | null {
  const known = base !== null && versionsOf(desk).some((each) => each.id === base.id && each.version === base.version)
  return known ? desk.policyNamed(base.id, base.version) : null
}

/** Every document that the draft was, as the change log has it: first the one that it began with. What was undone does not count. */
const writtenOf = (desk: Desk, { draft }: PolicyDraft): Policy[] =>
  desk.store.read.history.formsOf('policy_draft', [draft]).map((row) => JSON.parse(String(row['document'])) as Policy)

/**
 * The examples for which a reason is owed: changed or taken out since the version, or the file, that the draft began with; and those that
 * were written in the draft itself and taken out again. One that says nothing of a community yet tries nothing, and may go.
 */
function owedExamples(written: readonly Policy[], before: Policy | null, document: Policy): ChangedExample[] {
  const begun = before ?? written[0] ?? document
  const present = new Set([...(begun.examples ?? []), ...(document.examples ?? [])].map((each) => each.key))
  const dropped = written
    .flatMap((each) => each.examples ?? [])
    .filter((each) => !present.has(each.key) && Object.values(each.values).some((value) => value !== null))
  const last = new Map(dropped.map(({ key, name }) => [key, { key, name, kind: 'removed' as const }]))
  return [...changedExamples(begun, document), ...last.values()]
}

function adoptionOf(desk: Desk, draft: PolicyDraft): OutputOf<'policy.adoption'> {
  const { document } = draft
  const before = baseOf(desk, draft)
  const problems = problemsOfPolicy(desk, document)
  const examples = problems.some((each) => each.level === 'error') ? [] : examplesOf(desk, document)
  const written = writtenOf(desk, draft)
  const reasons = owedExamples(written, before, document).map((each) => {
    const [was, is] = [(before ?? written[0])?.examples, document.examples].map(
      (list) => list?.find(({ key }) => key === each.key)?.reason ?? '',
    )
    // A reason that is still the one of the version before says nothing of the present change.
    return { ...each, reason: is === was ? '' : is! }
  })
  return {
    base: before === null ? null : draft.base,
    version: nextVersion(desk, document.id),
    problems,
    examples,
    reasons,
    differences: before === null ? [] : differencesOf(desk, before, document),
  }
}

/** The draft as the version that it becomes, with the reasons of its changed examples. */
function adoptedDocument({ document }: PolicyDraft, wanted: ParsedInputOf<'policy.adopt'>, reasons: ReadonlyMap<string, string>): Policy {
  const examples = document.examples?.map((each) => (reasons.has(each.key) ? { ...each, reason: reasons.get(each.key)! } : each))
  return policyOf({
    ...document,
    version: wanted.version,
    effectiveYear: wanted.effectiveYear,
    document: wanted.document,
    ...(examples === undefined ? {} : { examples }),
  })
}

/** @throws everything that is wrong in the policy, fails among its examples, or lacks its reason; policy.exists */
async function adopt(desk: Desk, wanted: ParsedInputOf<'policy.adopt'>): Promise<OutputOf<'policy.adopt'>> {
  const draft = desk.store.read.policyDrafts.get(wanted.draft)
  const { examples, reasons: owed } = adoptionOf(desk, draft)
  const reasons = new Map(owed.map((each) => [each.key, wanted.exampleReasons[each.key] ?? each.reason]))
  const policy = adoptedDocument(draft, wanted, new Map([...reasons].filter(([, reason]) => reason !== '')))
  const failures: Problem[] = [
    ...errorsOfPolicy(desk, policy),
    ...examples.flatMap((each) => each.problems),
    ...owed
      .filter((each) => reasons.get(each.key) === '')
      .map((each) => problem('policy.exampleReason', { example: each.name }, { path: `/examples/${each.key}` })),
  ]
  if (failures.length > 0) throw new AppError(failures)
  const { id, version } = policy
  if (versionsOf(desk).some((each) => each.id === id && each.version === version))
    throw appError('policy.exists', { name: policy.title.zh, version })
  await desk.store.command('policy.adopt', titled(policy), (plan) => {
    plan.policies.add(policy, desk.hashOf(policy))
    plan.policyAdoptions.add({
      policy: { id, version },
      adopted: desk.options.now().toISOString(),
      base: draft.base,
      reasons: Object.fromEntries(reasons),
    })
    plan.policyDrafts.remove(draft.draft)
  })
  return summaryOf(desk, policy)
}

/** Policies that are being written. Each saved edit is a step of its own, which says what was changed. */
export const policyDrafts = (desk: Desk) =>
  ({
    'policy.drafts': () =>
      desk.store.read.policyDrafts
        .list()
        .map(({ document, ...rest }) => ({
          ...rest,
          title: document.title,
          id: document.id,
          version: document.version,
          errors: errorsOfPolicy(desk, document).length,
        })),
    'policy.draft.get': ({ draft }) => desk.store.read.policyDrafts.get(draft),
    'policy.draft.create': async ({ from, document }) => {
      const source =
        from !== undefined ? desk.policyNamed(from.id, from.version) : document === undefined ? emptyPolicy(desk) : policyOf(document)
      // What rests on a version is meant to follow it; the document that the old one rests on is not the new one's.
      const { document: _, ...rest } = source
      const written: Policy =
        from === undefined
          ? source
          : { ...rest, version: nextVersion(desk, source.id), effectiveYear: Math.max(source.effectiveYear, desk.year.year) }
      const draft = await desk.store.command('policy.draft.create', titled(written), (plan) =>
        plan.policyDrafts.add(written, from ?? null, desk.options.now().toISOString()),
      )
      return desk.store.read.policyDrafts.get(draft)
    },
    'policy.draft.save': async ({ draft, document }) => {
      const policy = policyOf(document)
      const summary = summaryOfChange(desk, desk.store.read.policyDrafts.get(draft).document, policy)
      await desk.store.command('policy.draft.save', summary, (plan) => {
        if (differences(plan.policyDrafts.get(draft).document, policy).length > 0)
          plan.policyDrafts.save(draft, policy, desk.options.now().toISOString())
      })
      return { said: summaryText(summary) }
    },
    'policy.draft.remove': async ({ draft }) => {
      await desk.store.command('policy.draft.remove', titled(desk.store.read.policyDrafts.get(draft).document), (plan) =>
        plan.policyDrafts.remove(draft),
      )
      return {}
    },
    'policy.adoption': ({ draft }) => adoptionOf(desk, desk.store.read.policyDrafts.get(draft)),
    'policy.adopt': (wanted) => adopt(desk, wanted),
  }) satisfies Partial<Service>

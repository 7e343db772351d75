import type { CellEntry } from '../../components/grid/grid-types.ts'
import { parseIndicatorValue, type Entry } from '../../format/indicator-value.ts'
import { parseMoney } from '../../format/money.ts'
import type { Dictionary } from '../../../src-main/model/indicator.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import { problem, type Problem } from '../../../src-main/model/problem.ts'
import { PREVIOUS_AMOUNT, PREVIOUS_CLASS } from './grid-content.ts'

export type Edit = InputOf<'indicators.update'>['edits'][number]

/** An entry that was not written, and why. The text is kept, so that it can be corrected. */
export interface Refused {
  entry: CellEntry
  problem: Problem
}

function read(entry: CellEntry, dictionary: Dictionary, policy: Policy): Entry {
  const text = entry.text.trim()
  if (entry.columnKey === PREVIOUS_AMOUNT) {
    const fen = text === '' ? null : parseMoney(text, 'yuan')
    return text !== '' && fen === null ? { ok: false, code: 'import.amountExpected', params: { value: text } } : { ok: true, value: fen }
  }
  if (entry.columnKey === PREVIOUS_CLASS) {
    const key = text.normalize('NFKC').replace(/\s*类$/, '')
    const found = policy.classes.find((each) =>
      [each.key, each.name.zh, each.name.en].some((name) => name.toLowerCase() === key.toLowerCase()),
    )
    if (text === '' || found !== undefined) return { ok: true, value: found?.key ?? null }
    return {
      ok: false,
      code: 'plan.classUnknown',
      params: { value: text, class: text, classes: policy.classes.map((each) => each.key).join('、') },
    }
  }
  const indicator = dictionary.indicators.find((each) => each.key === entry.columnKey)
  return indicator === undefined
    ? { ok: false, code: 'plan.indicatorUnknown', params: { value: entry.columnKey } }
    : parseIndicatorValue(indicator, text)
}

const placeOf = (entry: CellEntry): Problem['place'] => ({ key: entry.rowKey, indicator: entry.columnKey })

/** Sorts a batch of texts into edits that can be sent and entries that can't be read. */
export function readEntries(entries: readonly CellEntry[], dictionary: Dictionary, policy: Policy): { edits: Edit[]; refused: Refused[] } {
  const edits: Edit[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    const result = read(entry, dictionary, policy)
    if (result.ok) edits.push({ key: entry.rowKey, field: entry.columnKey, value: result.value })
    else refused.push({ entry, problem: problem(result.code, result.params, placeOf(entry)) })
  }
  return { edits, refused }
}

/**
 * Finds the edits that a refusal is about. The plan file takes all edits or none; those it did not name can be sent again.
 * Where it names no cell at all, every edit is meant.
 */
export function refusedBy(
  problems: readonly Problem[],
  edits: readonly Edit[],
  entryOf: (edit: Edit) => CellEntry,
): { refused: Refused[]; rest: Edit[] } {
  const named = new Map(
    problems.filter((each) => each.level === 'error').map((each) => [`${each.place.key}\n${each.place.indicator}`, each]),
  )
  const refused: Refused[] = []
  const rest: Edit[] = []
  for (const edit of edits) {
    const found = named.get(`${edit.key}\n${edit.field}`)
    if (found === undefined) rest.push(edit)
    else refused.push({ entry: entryOf(edit), problem: found })
  }
  if (refused.length > 0) return { refused, rest }
  return { refused: edits.map((edit) => ({ entry: entryOf(edit), problem: { ...problems[0]!, place: placeOf(entryOf(edit)) } })), rest: [] }
}

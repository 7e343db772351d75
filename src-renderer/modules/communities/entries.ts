import type { CellEntry } from '../../components/grid/grid-types.ts'
import { fieldOf } from '../../../src-main/model/field.ts'
import type { Dictionary } from '../../../src-main/model/indicator.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import { problem, type Problem } from '../../../src-main/model/problem.ts'
import { plainClass, readAmountText, readClassText, readText, refuse, TYPED, type Reading } from '../../../src-main/model/value.ts'

export type Edit = InputOf<'indicators.update'>['edits'][number]

/** An entry that was not written, and why. The text is kept, so that it can be corrected. */
export interface Refused {
  entry: CellEntry
  problem: Problem
}

/** Reads a text as the field of its column asks for: as a sheet's cell is read, but that a class has to be one of the policy. */
function read({ columnKey, text }: CellEntry, { indicators }: Dictionary, policy: Policy): Reading {
  const field = fieldOf(columnKey, indicators)
  if (field === null) return refuse('plan.indicatorUnknown', { indicator: columnKey })
  switch (field.kind) {
    case 'amount':
      return readAmountText(text, TYPED)
    case 'class':
      return readPolicyClass(text, policy)
    case 'indicator':
      return readText(field.indicator, text, TYPED)
    case 'place':
      return { value: text.trim() }
  }
}

function readPolicyClass(text: string, { classes }: Policy): Reading {
  const reading = readClassText(text)
  if (!('value' in reading) || reading.value === null) return reading
  const found = classes.find(({ key, name }) => [key, name.zh, name.en].some((each) => plainClass(each) === reading.value))
  return found === undefined
    ? refuse('plan.classUnknown', { class: text.trim(), classes: classes.map((each) => each.key).join('、') })
    : { value: found.key }
}

const placeOf = (entry: CellEntry): Problem['place'] => ({ key: entry.rowKey, indicator: entry.columnKey })

/** Sorts a batch of texts into edits that can be sent and entries that can't be read. */
export function readEntries(entries: readonly CellEntry[], dictionary: Dictionary, policy: Policy): { edits: Edit[]; refused: Refused[] } {
  const edits: Edit[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    const reading = read(entry, dictionary, policy)
    if ('value' in reading) edits.push({ key: entry.rowKey, field: entry.columnKey, value: reading.value })
    else refused.push({ entry, problem: problem(reading.code, { value: entry.text.trim(), ...reading.params }, placeOf(entry)) })
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

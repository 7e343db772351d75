import { LARGEST_COUNT } from '../model/count.ts'
import { personalIn } from '../model/personal.ts'
import { problem, type Place, type Problem } from '../model/problem.ts'
import { isBlankMark, parseWrittenNumber } from '../model/written-number.ts'

/** A family name and one to three signs, nothing else: what stands beside a household in sheets of persons. */
const LIKE_A_NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,2}[某＊*]{1,2}[\p{Script=Han}]?$|^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/u
/** After a count there may be what was counted. */
const COUNTED = ['', '人', '件', '次', '户', '米', '项', '个', '处', 'm', '套', '栋', '家', '间']

/** A text as a count; null: nothing is entered. What tells of a person is refused without being repeated. */
export function countIn(text: string, place: Place): number | null | Problem {
  if (isBlankMark(text)) return null
  const plain = text.trim()
  const personal = personalIn(plain)
  if (personal !== null) return problem(`text.${personal.kind}`, { field: place.path ?? '', value: personal.shown }, place)
  if (LIKE_A_NAME.test(plain)) return problem('catalogue.nameInCounts', { value: plain }, place)
  const written = parseWrittenNumber(plain)
  const isCount = written !== null && COUNTED.includes(written.behind) && Number.isSafeInteger(written.number)
  return isCount && written.number >= 0 && written.number <= LARGEST_COUNT
    ? written.number
    : problem('catalogue.countExpected', { value: plain, limit: LARGEST_COUNT }, place)
}

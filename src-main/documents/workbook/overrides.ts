import type { CommunityResult, Override } from '../../model/plan.ts'
import { classInWords } from '../../words/policies.ts'
import { LIST_HEADER, overrideOf } from './book.ts'
import type { Book } from './book.ts'
import { CENTRED, LABEL, TEXT } from './look.ts'
import { writeTable } from './page.ts'
import type { Column, SheetPlan } from './page.ts'
import { placeColumns } from './place-columns.ts'

/** An override is told beside the class itself, where a reader wonders about it; on every sheet that shows the class. */
export const noteOnOverride = (community: CommunityResult, { input, say }: Book): string | null => {
  const override = overrideOf(community, input)
  if (override === undefined) return null
  const before = community.policyClass === null ? say.undecidedClass : classInWords(community.policyClass, input.policy, input.language)
  return say.comment(before, override.reason, override.document, override.expires)
}

interface Line {
  number: number
  override: Override
  community: CommunityResult | undefined
  counts: boolean
}

const linesOf = (book: Book): Line[] => {
  const { communities } = book.input.result
  const byKey = new Map(communities.map((each) => [each.key, each]))
  return book.input.overrides.map((override, i) => {
    const community = byKey.get(override.key)
    return { number: i + 1, override, community, counts: community !== undefined && overrideOf(community, book.input) === override }
  })
}

const columnsOf = ({ say }: Book): Column<Line>[] => [
  ...placeColumns<Line>(say, ({ community, override }) => community ?? { district: '', subdistrict: '', name: override.key, code: '' }),
  {
    heading: say.policyClass,
    look: CENTRED,
    widest: 14,
    cell: ({ community }) => (community === undefined ? null : (community.policyClass ?? say.undecidedClass)),
  },
  { heading: say.classByHand, look: CENTRED, widest: 14, cell: ({ override }) => override.class },
  { heading: say.overrideReasonOnly, look: TEXT, widest: 40, cell: ({ override }) => override.reason },
  { heading: say.document, look: TEXT, widest: 30, cell: ({ override }) => override.document },
  { heading: say.expires, look: LABEL, widest: 14, cell: ({ override }) => override.expires ?? say.untilTakenBack },
  { heading: say.counts, look: CENTRED, widest: 14, cell: ({ counts }) => (counts ? say.yes : say.no) },
]

/** Every class set by hand, with what it rests on and how long it counts; also one that the engine could not take. */
export const overridesSheet = (book: Book): SheetPlan => {
  const { input, say } = book
  const { result, language } = input
  const [columns, lines] = [columnsOf(book), linesOf(book)]
  return {
    frame: {
      name: say.sheets.overrides,
      title: say.titles.overrides(result.year),
      left: '',
      right: '',
      columns: columns.length,
      fixedColumns: 4,
      oneTable: true,
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    rows: (page) => writeTable(page, LIST_HEADER, columns, lines, say.noOverrides),
  }
}

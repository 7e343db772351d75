import { districtsOf } from '../../model/places.ts'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/canonical-json.ts'
import {
  APPEALS_PART,
  CATALOGUE_PART,
  FURTHER_PARTS,
  OWN_POLICIES_PART,
  PACKAGE_PARTS,
  RENOVATION_PART,
  SPENDING_PART,
  TEAMS_PART,
  type PackageManifest,
  type PackagePart,
} from '../../model/package.ts'
import type { PlanPackage } from './content.ts'

const encoder = new TextEncoder()

/** A list with an element a line, so that two packages can be compared by eye and a wrong line can be found. */
const listText = (elements: readonly unknown[]): string =>
  elements.length === 0 ? '[]' : `[\n${elements.map(canonicalJson).join(',\n')}\n]`

/** The same for what holds lists: each of its fields begins a line. Keys in the order of their signs, as in canonical JSON. */
function partText(content: unknown): string {
  if (Array.isArray(content)) return listText(content)
  const fields = Object.entries(content as object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const written = fields.map(([key, value]) => `${JSON.stringify(key)}:${Array.isArray(value) ? listText(value) : canonicalJson(value)}`)
  return `{\n${written.join(',\n')}\n}`
}

/** @returns a part as it lies in the package: JSON in UTF-8 with a line break at its end; equal content has equal bytes */
export const partBytes = (content: unknown): Uint8Array => encoder.encode(`${partText(content)}\n`)

const CONTENT_OF: Readonly<Record<PackagePart, (content: PlanPackage) => unknown>> = {
  'policy.json': ({ policy }) => policy,
  'dictionary.json': ({ dictionary }) => dictionary,
  'communities.json': ({ communities }) => communities,
  'overrides.json': ({ overrides }) => overrides,
  'unit-changes.json': ({ unitChanges }) => unitChanges,
  'ledger.json': ({ ledger }) => ledger,
  'result.json': ({ result }) => result,
  [CATALOGUE_PART]: ({ catalogue }) => catalogue,
  [SPENDING_PART]: ({ spending }) => spending,
  [TEAMS_PART]: ({ teams }) => teams,
  [APPEALS_PART]: ({ appeals }) => appeals,
  [RENOVATION_PART]: ({ renovation }) => renovation,
  [OWN_POLICIES_PART]: ({ ownPolicies }) => ownPolicies,
}

/** @returns every part but the manifest, with its fingerprint, in the order in which they lie in the package */
export const partsOf = (content: PlanPackage): { path: PackagePart; bytes: Uint8Array; sha256: string }[] =>
  [...PACKAGE_PARTS, ...FURTHER_PARTS.filter((path) => CONTENT_OF[path](content) !== undefined)].map((path) => {
    const bytes = partBytes(CONTENT_OF[path](content))
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  })

/** What the manifest says of the content, as far as the content itself says it. */
export const summaryOf = ({
  result,
}: Pick<PlanPackage, 'result'>): Pick<
  PackageManifest,
  'engine' | 'policy' | 'inputHash' | 'communities' | 'undecided' | 'amountUnknown' | 'amountFen' | 'synthetic' | 'year' | 'districts'
> => ({
  engine: result.engine,
  year: result.year,
  synthetic: result.input.synthetic,
  policy: result.policy,
  inputHash: result.input.hash,
  districts: districtsOf(result.communities).sort(),
  communities: result.totals.communities,
  undecided: result.totals.undecided,
  ...(result.totals.amountUnknown !== undefined && { amountUnknown: result.totals.amountUnknown }),
  amountFen: result.totals.amountFen,
})

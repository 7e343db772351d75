import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isSound } from '../../model/appeal-sums.ts'
import { Dictionary } from '../../model/indicator.ts'
import {
  APPEALS_PART,
  OWN_POLICIES_PART,
  PackageOwnPolicies,
  PACKAGE_FORMAT_VERSION,
  PACKAGE_MANIFEST,
  CATALOGUE_PART,
  SPENDING_PART,
  TEAMS_PART,
  RENOVATION_PART,
  partsOfVersion,
  PackageAppeals,
  PackageCatalogue,
  PackageSpending,
  PackageTeams,
  PackageRenovation,
  type PackagePart,
  PackageCommunities,
  PackageLedger,
  PackageManifest,
  PackageOverrides,
  PackageUnitChanges,
} from '../../model/package.ts'
import { PlanResult } from '../../model/plan.ts'
import { Policy } from '../../model/policy.ts'
import type { Problem } from '../../model/problem.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { canonicalJson, hashOf } from '../../shared/canonical-json.ts'
import { personalIn } from '../../model/personal.ts'
import { EVENT_PARTS, projectTexts } from '../../words/projects.ts'
import { schemaProblems } from '../../shared/schema-problems.ts'
import { readStoredZip } from '../../shared/stored-zip.ts'
import type { ReadPackage } from './content.ts'
import { summaryOf } from './parts.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/** The place in the file goes before the path inside of the part. */
const inFile = (file: string, path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((each) => ({
    ...each,
    params: { ...each.params, file },
    place: { file, path: `${path}${each.place.path === undefined || each.place.path === '/' ? '' : each.place.path}` },
  }))

/** @throws package.shape where the part is no JSON */
function jsonOf(parts: Parts, path: string, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(parts.get(path))) as unknown
  } catch (cause) {
    throw appError('package.shape', { file, expected: 'JSON' }, { file, path }, cause)
  }
}

/** @throws package.shape with everything that is wrong in the part */
function shaped<S extends z.ZodType>(schema: S, document: unknown, path: string, file: string): z.output<S> {
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  throw new AppError(inFile(file, path, schemaProblems('package.shape', parsed.error, document)))
}

/** What the file says it is, before anything else of it is believed. @throws package.notOurs, package.newer, package.shape */
function manifestOf(parts: Parts, file: string): PackageManifest {
  const document = jsonOf(parts, PACKAGE_MANIFEST, file)
  const { format, formatVersion } = (document ?? {}) as Partial<Record<string, unknown>>
  if (format !== 'quanheng-package') throw appError('package.notOurs', { file }, { file })
  if (typeof formatVersion === 'number' && formatVersion > PACKAGE_FORMAT_VERSION)
    throw appError('package.newer', { file, value: formatVersion, limit: PACKAGE_FORMAT_VERSION }, { file })
  return shaped(PackageManifest, document, PACKAGE_MANIFEST, file)
}

/** Every part that belongs in a package is there once, no other, and each is as the manifest says. */
function refuseOtherParts(parts: Parts, paths: readonly string[], { parts: named, formatVersion }: PackageManifest, file: string): void {
  const known = new Set<string>([
    PACKAGE_MANIFEST,
    ...partsOfVersion(
      formatVersion,
      named.map((each) => each.path),
    ),
  ])
  const stranger = [...parts.keys(), ...named.map((each) => each.path)].find((path) => !known.has(path))
  if (stranger !== undefined) throw appError('package.partUnknown', { file, value: stranger }, { file, path: stranger })
  const isOnce = (list: readonly string[], path: string): boolean =>
    list.indexOf(path) >= 0 && list.indexOf(path) === list.lastIndexOf(path)
  const inManifest = named.map((each) => each.path)
  const missing = [...known].find((path) => !isOnce(paths, path) || (path !== PACKAGE_MANIFEST && !isOnce(inManifest, path)))
  if (missing !== undefined) throw appError('package.partMissing', { file, value: missing }, { file, path: missing })
  for (const { path, bytes, sha256 } of named) {
    const content = parts.get(path)!
    if (content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256)
      throw appError('package.partDiffers', { file, value: path }, { file, path })
  }
}

/** What the manifest tells of the content is what the content says. @throws package.manifestDiffers with the first field that is not */
function refuseOtherSummary({ manifest, result, stated, file }: Pick<ReadPackage, 'manifest' | 'result' | 'stated' | 'file'>): void {
  const expected: Record<string, unknown> = { ...summaryOf({ result }), resultHash: hashOf(stated) }
  const differing = Object.keys(expected).find(
    (field) => canonicalJson(expected[field]) !== canonicalJson(manifest[field as keyof PackageManifest]),
  )
  if (differing !== undefined)
    throw appError('package.manifestDiffers', { file, field: differing }, { file, path: `${PACKAGE_MANIFEST}/${differing}` })
}

/** What is decided and counted is about the package's own communities and items. @throws package.shape */
function refuseLooseEnds({ catalogue, communities, file }: ReadPackage): void {
  if (catalogue === undefined) return
  const known = { keys: new Set(communities.map((each) => each.key)), ids: new Set(catalogue.items.map((each) => each.id)) }
  for (const part of ['exceptions', 'counts', 'offers', 'presents', 'register', 'checks'] as const) {
    const rows: readonly { key: string; item?: string }[] = catalogue[part] ?? []
    const position = rows.findIndex(({ key, item }) => !known.keys.has(key) || (item !== undefined && !known.ids.has(item)))
    if (position < 0) continue
    const { key, item = '' } = rows[position]!
    throw appError(
      'package.shape',
      { file, value: `${key} ${item}`, expected: 'key, item' },
      { file, path: `${CATALOGUE_PART}/${part}/${position}` },
    )
  }
}

/** Projects and receipts are of the package's own communities and year, and tell of no person. @throws package.shape, text.identity, text.mobile */
function refuseOthersMoney({ spending, communities, manifest, file }: ReadPackage): void {
  if (spending === undefined) return
  const known = new Set(communities.map((each) => each.key))
  for (const part of ['projects', 'receipts'] as const) {
    const position = spending[part].findIndex(({ key, year }) => !known.has(key) || year !== manifest.year)
    if (position < 0) continue
    const { key, year } = spending[part][position]!
    throw appError(
      'package.shape',
      { file, value: `${year} ${key}`, expected: 'year, key' },
      { file, path: `${SPENDING_PART}/${part}/${position}` },
    )
  }
  const refusePersonal = (texts: Readonly<Record<string, string>>, path: string): void => {
    for (const [field, text] of Object.entries(texts)) {
      const found = personalIn(text)
      if (found !== null) throw appError(`text.${found.kind}`, { field, value: found.shown }, { file, path: `${SPENDING_PART}/${path}` })
    }
  }
  for (const [position, each] of spending.projects.entries()) refusePersonal(projectTexts(each, each.events), `projects/${position}`)
  for (const [position, { document }] of spending.receipts.entries())
    refusePersonal({ [EVENT_PARTS.document.zh]: document }, `receipts/${position}`)
}

/** Postings are of the package's own communities and teams, and no bureau is a person. @throws package.shape, text.identity, text.mobile */
function refuseOthersTeams({ teams, communities, file }: ReadPackage): void {
  if (teams === undefined) return
  const { settings, staff, posts } = teams
  const known = new Set(communities.map((each) => each.key))
  const refuse = (path: string, value: string, expected: string): never => {
    throw appError('package.shape', { file, value, expected }, { file, path: `${TEAMS_PART}/${path}` })
  }
  for (const [at, { key }] of posts.entries()) if (!known.has(key)) refuse(`posts/${at}`, key, 'key')
  for (const [at, { team }] of staff.entries()) if (team !== at + 1) refuse(`staff/${at}`, String(team), String(at + 1))
  for (const [at, { name }] of settings.bureaus.entries()) {
    const found = personalIn(`${name.zh}\n${name.en}`)
    if (found !== null)
      throw appError(`text.${found.kind}`, { field: name.zh, value: found.shown }, { file, path: `${TEAMS_PART}/settings/bureaus/${at}` })
  }
}

/** Appeals are of the package's own communities, can be, and no subject is a person. @throws package.shape, text.identity, text.mobile */
function refuseOthersAppeals({ appeals, communities, file }: ReadPackage): void {
  if (appeals === undefined) return
  const known = new Set(communities.map((each) => each.key))
  const position = appeals.counts.findIndex((each) => !known.has(each.key) || !isSound(each) || personalIn(each.subject) !== null)
  if (position >= 0) {
    const { key, month } = appeals.counts[position]!
    throw appError(
      'package.shape',
      { file, value: `${key} ${month}`, expected: 'key; solved ≤ received' },
      { file, path: `${APPEALS_PART}/counts/${position}` },
    )
  }
  for (const [at, { id, label }] of appeals.subjects.entries()) {
    const found = personalIn(`${id}\n${label.zh}\n${label.en}`)
    if (found !== null)
      throw appError(`text.${found.kind}`, { field: label.zh, value: found.shown }, { file, path: `${APPEALS_PART}/subjects/${at}` })
  }
}

/** Courtyards are of the package's own communities and kinds, each once, and no kind is a person. @throws package.shape, text.identity, text.mobile */
function refuseOthersCourtyards({ renovation, communities, file }: ReadPackage): void {
  if (renovation === undefined) return
  const { settings, lots, money } = renovation
  const known = new Set(communities.map((each) => each.key))
  const kinds = new Set(settings.kinds.map(({ key }) => key))
  const refuse = (path: string, value: string): never => {
    throw appError('package.shape', { file, value, expected: 'key, kind' }, { file, path: `${RENOVATION_PART}/${path}` })
  }
  const taken = new Set<string>()
  for (const [at, { key, kind, aidShare, aidFen }] of lots.entries()) {
    const isTwice = taken.has(`${key} ${kind}`)
    if (!known.has(key) || !kinds.has(kind) || isTwice || (aidShare !== null && aidFen !== null)) refuse(`lots/${at}`, `${key} ${kind}`)
    taken.add(`${key} ${kind}`)
  }
  const stranger = money.findIndex(({ key }) => !known.has(key))
  if (stranger >= 0) refuse(`money/${stranger}`, money[stranger]!.key)
  for (const [at, { name }] of settings.kinds.entries()) {
    const found = personalIn(`${name.zh}\n${name.en}`)
    if (found !== null)
      throw appError(
        `text.${found.kind}`,
        { field: name.zh, value: found.shown },
        { file, path: `${RENOVATION_PART}/settings/kinds/${at}` },
      )
  }
}

/** Own policies are of the package's own districts, each once, and just those that the result names. @throws package.shape */
function refuseOtherOwn({ ownPolicies = [], result, file }: ReadPackage): void {
  const named = (result.own ?? []).map(({ district, title, policy: { id, version } }) => ({ district, title, id, version }))
  const there = ownPolicies.map(({ district, policy: { title, id, version } }) => ({ district, title, id, version }))
  if (canonicalJson(there) === canonicalJson(named)) return
  const value = there.map((each) => each.district).join('、')
  const expected = named.map((each) => each.district).join('、')
  throw appError('package.shape', { file, value, expected }, { file, path: OWN_POLICIES_PART })
}

/**
 * Reads a plan package. Nothing is written, and paths in the file lead nowhere: parts are known by name, and any other is refused.
 * @param file name of the file, for the words
 * @returns its content, in which every part has its form and its fingerprint; whether the result follows from the rest is for others to say
 * @throws AppError package.notOurs, package.newer, package.damaged, package.partDiffers, package.partMissing, package.partUnknown,
 *   package.pathOutside, package.shape, package.manifestDiffers, each with the place
 */
export function readPackage(bytes: Uint8Array, file: string): ReadPackage {
  const archive = readStoredZip(bytes, file, PACKAGE_MANIFEST)
  const parts: Parts = new Map(archive.map((part) => [part.path, part.bytes]))
  const manifest = manifestOf(parts, file)
  refuseOtherParts(
    parts,
    archive.map((part) => part.path),
    manifest,
    file,
  )
  const read = <S extends z.ZodType>(path: PackagePart, schema: S): z.output<S> => shaped(schema, jsonOf(parts, path, file), path, file)
  const stated = jsonOf(parts, 'result.json', file)
  const content: ReadPackage = {
    file,
    manifest,
    app: manifest.app,
    source: manifest.source,
    stated,
    policy: read('policy.json', Policy),
    dictionary: read('dictionary.json', Dictionary),
    communities: read('communities.json', PackageCommunities),
    overrides: read('overrides.json', PackageOverrides),
    unitChanges: read('unit-changes.json', PackageUnitChanges),
    ledger: read('ledger.json', PackageLedger),
    result: shaped(PlanResult, stated, 'result.json', file),
    ...(parts.has(CATALOGUE_PART) && { catalogue: read(CATALOGUE_PART, PackageCatalogue) }),
    ...(parts.has(SPENDING_PART) && { spending: read(SPENDING_PART, PackageSpending) }),
    ...(parts.has(APPEALS_PART) && { appeals: read(APPEALS_PART, PackageAppeals) }),
    ...(parts.has(TEAMS_PART) && { teams: read(TEAMS_PART, PackageTeams) }),
    ...(parts.has(RENOVATION_PART) && { renovation: read(RENOVATION_PART, PackageRenovation) }),
    ...(parts.has(OWN_POLICIES_PART) && { ownPolicies: read(OWN_POLICIES_PART, PackageOwnPolicies) }),
  }
  refuseOtherSummary(content)
  refuseLooseEnds(content)
  refuseOthersMoney(content)
  refuseOthersTeams(content)
  refuseOthersAppeals(content)
  refuseOthersCourtyards(content)
  refuseOtherOwn(content)
  return content
}

import { nothingOpen, openInMessage } from '../../model/open-counts.ts'
import { packageName, writePackage } from '../../documents/package/index.ts'
import { appError } from '../../shared/app-error.ts'
import { nextTurn } from '../../shared/turns.ts'
import { bytesOf } from '../../shared/file-content.ts'
import { verifyPackage } from '../../verifier/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { lastYearOf } from '../../desk/last-year.ts'
import { isUnreconciled } from '../../desk/outgoing.ts'
import { adoptedContent, presentContent } from './content.ts'
import { applyRollup, labelOf, prepareRollup, previewOf, type PreparedRollup } from './merging.ts'
import { endKept, keptDistricts } from './kept-districts.ts'
import { openPackageAsPlan } from './open.ts'
import { inPlanOrder, missingDistricts } from './outcome.ts'
import type { Service } from '../../desk/service.ts'

const PACKAGE_TYPE = 'application/zip'

/** Plan packages: written for the city, merged by it, and the certificate that a plan adds up. */
export function packages(desk: Desk) {
  /** The packages opened last; only they can be merged. */
  let prepared: PreparedRollup | null = null
  return {
    'package.export': ({ adopted, districts, confirmed, unreconciled }) => {
      if (adopted === undefined) isUnreconciled(desk, unreconciled)
      const content = adopted === undefined ? presentContent(desk, districts ?? null) : adoptedContent(desk, adopted)
      const { totals } = content.result
      if (!nothingOpen(totals) && !confirmed) throw appError('package.undecided', openInMessage(totals))
      return { fileName: packageName(content), mediaType: PACKAGE_TYPE, base64: Buffer.from(writePackage(content)).toString('base64') }
    },
    'package.open': ({ name, ...file }) => {
      const bytes = bytesOf(desk.files.contentOf(file), file.fileName)
      return openPackageAsPlan(desk, { fileName: file.fileName, bytes, name: name ?? null })
    },
    'rollup.preview': async ({ files, kept }, context) => {
      prepared = await prepareRollup(desk, files, prepared?.opened ?? [], kept, context)
      return previewOf(desk, prepared)
    },
    'rollup.apply': async ({ id, confirmed }, context) => {
      const chosen = prepared
      if (chosen?.id !== id) throw appError('import.stale')
      const applied = await desk.whileImporting(labelOf(chosen), () => applyRollup(desk, chosen, confirmed, context))
      desk.files.free(chosen.opened.map(({ handed }) => handed))
      prepared = null
      return applied
    },
    'rollup.list': () => {
      const { year } = desk.year
      const list = desk.store.read.mergedPackages.list(year)
      const merged = inPlanOrder(
        desk,
        list.map((each) => each.district),
      ).map((district) => list.find((each) => each.district === district)!)
      return { year, lastYear: lastYearOf(desk, year), merged, kept: keptDistricts(desk), missing: missingDistricts(desk, new Set()) }
    },
    'rollup.endKept': ({ district }) => endKept(desk, district),
    'certificate.get': async ({ adopted }) => {
      const content = adopted === undefined ? presentContent(desk) : adoptedContent(desk, adopted)
      const bytes = writePackage(content)
      await nextTurn()
      return verifyPackage(bytes, packageName(content))
    },
  } satisfies Partial<Service>
}

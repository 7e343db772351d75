import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { operations, type InputOf, type OperationName, type OutputOf } from '../../src-main/contract/operations.ts'
import type { TableName } from '../../src-main/model/paper.ts'
import type { CommunityResult } from '../../src-main/model/plan.ts'
import { FEN_PER_YUAN } from '../../src-main/model/money.ts'
import { ROOT, temporaryFolder } from '../support/project.ts'
import { hasPoppler } from '../support/printed-words.ts'
import { BROWSER_MISSING, installedBrowser, POPPLER_MISSING } from '../support/tools.ts'
import { openSession, startWebHostProcess } from '../support/web-host.ts'

/** Why nothing can be printed here; null where it can. */
export const whyNot = (): string | null => {
  if (installedBrowser() === null) return BROWSER_MISSING()
  if (!existsSync(join(ROOT, 'out', 'renderer', 'index.html'))) return 'the pages are not built (npm run build)'
  return hasPoppler() ? null : POPPLER_MISSING()
}

export interface PrintingHost {
  ask<N extends OperationName>(name: N, input?: InputOf<N>): Promise<OutputOf<N>>
  /** Makes a PDF without a dialog. @returns its file */
  print(table: TableName, query?: Record<string, string>, language?: 'zh' | 'en'): Promise<string>
  folder: string
  end(): Promise<void>
}

/** The real loopback host with a plan of its own, which starts with the sample city; its PDFs are made by the installed browser. */
export async function startPrintingHost(env: Record<string, string> = {}): Promise<PrintingHost> {
  const { folder, remove } = temporaryFolder('paper')
  const host = await startWebHostProcess(folder, undefined, { env })
  const call = await openSession(host.address)
  let printed = 0
  const ask: PrintingHost['ask'] = async (name, input) => {
    const { reply } = await call(name, operations[name].input.parse(input ?? {}))
    const { ok, value, problems } = reply as { ok: boolean; value: unknown; problems?: unknown }
    if (!ok) throw new Error(`${name}: ${JSON.stringify(problems)}`)
    return value as never
  }
  return {
    ask,
    folder,
    async print(table, query = {}, language = 'zh') {
      const file = join(folder, `${table}-${++printed}.pdf`)
      writeFileSync(file, Buffer.from((await ask('document.pdf', { table, query, language })).base64, 'base64'))
      return file
    },
    async end() {
      await host.end()
      remove()
    },
  }
}

/** Places in the sample city of communities that are not as the others. */
export const [BY_HAND, UNKNOWN, EXPIRING] = [3, 7, 40]
/**
 * The sample city under a policy whose amounts differ from community to community and are paid by three; one is undecided, two
 * are set by hand.
 */
export async function makeSamplePlan({ ask }: PrintingHost): Promise<void> {
  const keys = (await ask('communities.list')).map((each) => each.key)
  await ask('policy.use', { id: 'components-and-payers' })
  await ask('overrides.set', { key: keys[BY_HAND]!, class: 'C', reason: '流动人口集中', document: '组发〔2023〕5号' })
  await ask('overrides.set', { key: keys[EXPIRING]!, class: 'A', reason: '整村搬迁', document: '会议纪要', expires: 2024 })
  await ask('indicators.update', {
    edits: [
      { key: keys[UNKNOWN]!, field: 'residents', value: null },
      { key: keys[9]!, field: 'floating', value: 1234 },
    ],
  })
}

/** An amount as it should be printed in 元, written apart from the code that prints it. */
export const yuan = (fen: number | null, decimals = 0): string =>
  fen === null ? '' : (fen / FEN_PER_YUAN).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
export const signedYuan = (fen: number | null, decimals = 0): string => `${fen !== null && fen > 0 ? '+' : ''}${yuan(fen, decimals)}`
/** The sum of what is known. */
export const sum = (amounts: readonly (number | null)[]): number => amounts.reduce((all: number, each) => all + (each ?? 0), 0)
export const changeOf = ({ amountFen, previousFen }: CommunityResult): number | null =>
  amountFen === null || previousFen === null ? null : amountFen - previousFen

/** Communities by district and subdistrict, in the order in which they come. */
export const places = (
  communities: readonly CommunityResult[],
): Array<{ district: string; own: CommunityResult[]; subdistricts: Array<{ subdistrict: string; own: CommunityResult[] }> }> =>
  [...Map.groupBy(communities, (each) => each.district)].map(([district, own]) => ({
    district,
    own,
    subdistricts: [...Map.groupBy(own, (each) => each.subdistrict)].map(([subdistrict, inside]) => ({ subdistrict, own: inside })),
  }))
/** The difference of two sums; none where somebody is in one of them only. */
export const changeOfAll = (own: readonly CommunityResult[]): string =>
  own.some((each) => (each.amountFen === null) !== (each.previousFen === null)) ? '' : signedYuan(sum(own.map(changeOf)))

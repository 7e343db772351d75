import type { Desk } from './desk.ts'
import type { Service, ServiceOperation } from './service.ts'

/** The files that leave the house: a package for the city, papers, the note, workbooks. */
const HANDED_OUT: readonly ServiceOperation[] = ['package.export', 'document.pdf', 'report.export', 'statistics.export', 'workbook.export']
/** So many years of plan files are remembered. */
const REMEMBERED = 100

const keyOf = (desk: Desk, year: number): string => `${year} ${desk.store.file}`

/** @returns when a file of the year was last made on this computer, as an ISO time; null: never */
export const handedOutAt = (desk: Desk, year: number): string | null => desk.preferences.handedOut[keyOf(desk, year)] ?? null

function remember(desk: Desk): void {
  const key = keyOf(desk, desk.year.year)
  const { [key]: _, ...others } = desk.preferences.handedOut
  const kept = Object.entries(others).slice(1 - REMEMBERED)
  desk.prefer({ handedOut: Object.fromEntries([...kept, [key, desk.options.now().toISOString()]]) })
}

/**
 * The same service, which remembers on this computer that a file was made: making one changes nothing in the plan, so that the plan can't
 * know it.
 */
export function rememberingFiles(service: Service, desk: Desk): Service {
  const remembering = HANDED_OUT.map((name) => {
    // Each operation gets back exactly what it was given; the types of all of them can't be followed one by one.
    const work = service[name] as (input: unknown, context: unknown) => unknown
    const run = async (input: unknown, context: unknown): Promise<unknown> => {
      const file = await work(input, context)
      remember(desk)
      return file
    }
    return [name, run] as const
  })
  return { ...service, ...(Object.fromEntries(remembering) as unknown as Partial<Service>) } as Service
}

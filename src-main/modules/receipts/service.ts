import type { OutputOf } from '../../contract/operations.ts'
import { addedUp, sumOfKnown, unknownIn } from '../../model/places.ts'
import type { Receipt, ReceiptEntry } from '../../model/receipt.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { duesWorkbook } from '../../documents/receipts/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { refusePersonal } from '../../desk/personal.ts'
import type { Service } from '../../desk/service.ts'
import { AppError } from '../../shared/app-error.ts'
import { today } from '../calendar/index.ts'
import { communityProblems, duesAt, heirs, isKept, payersIn, placeOf, yearAt } from '../projects/index.ts'

function payerSums(desk: Desk, year: number): OutputOf<'receipts.list'>['payers'] {
  const communities = duesAt(desk, year)
  return payersIn(desk, year).map(({ key, name }, at) => {
    const own = communities.map((each) => each.payers[at]!)
    const sum = (field: 'dueFen' | 'dueNowFen' | 'shortFen' | 'overFen'): number | null => sumOfKnown(own.map((each) => each[field]))
    return {
      key,
      name,
      dueFen: sum('dueFen'),
      dueNowFen: sum('dueNowFen'),
      receivedFen: addedUp(own.map((each) => each.receivedFen)),
      shortFen: sum('shortFen'),
      overFen: sum('overFen'),
      unknown: unknownIn(own.map((each) => each.dueFen)),
      late: own.filter((each) => (each.shortFen ?? 0) > 0).length,
      lateDays: own.reduce((most, each) => Math.max(most, each.lateDays), 0),
    }
  })
}

/** What speaks against a receipt, and against changing one of that day. */
function problemsOf(desk: Desk, year: number, key: string, { payer, date }: Pick<ReceiptEntry, 'payer' | 'date'>): Problem[] {
  const [now, from] = [today(desk), `${desk.yearOf(year).year}-01-01`]
  const payers = payersIn(desk, year)
  const place = { key, path: date }
  const at = yearAt(desk, date)
  const isClosed = desk.store.read.closedRegisters.list().some((each) => each.year === at)
  const options = {
    options: payers.map(({ name }) => name.zh).join('、'),
    optionsEn: payers.map(({ name }) => name.en || name.zh).join(', '),
  }
  return [
    ...communityProblems(desk, year, key),
    ...(payers.some((each) => each.key === payer) ? [] : [problem('receipt.payerUnknown', { value: payer, ...options }, place)]),
    ...(date < from || date > now ? [problem('receipt.dayWrong', { value: date, from, limit: now }, place)] : []),
    ...(isClosed ? [problem('receipt.yearClosed', { value: date, year: at! }, place)] : []),
  ]
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError([...problems])
}
const nameOf = (desk: Desk, { year, key }: Pick<Receipt, 'year' | 'key'>): string => placeOf(desk, year)(key).name

function mergedIn(desk: Desk, year: number): OutputOf<'receipts.list'>['merged'] {
  const heirIn = heirs(desk, year, year)
  const keys = new Set(desk.store.read.receipts.list(year).map((each) => each.key))
  return [...keys].flatMap((key) => (heirIn(key) === key ? [] : [{ key, name: nameOf(desk, { year, key }), into: heirIn(key) }]))
}

export const receipts = (desk: Desk) =>
  ({
    'receipts.list': ({ year = desk.year.year }) => ({
      year: desk.yearOf(year).year,
      today: today(desk),
      payers: payerSums(desk, year),
      instalments: desk.store.read.spendingSettings.instalments(),
      communities: duesAt(desk, year),
      receipts: desk.store.read.receipts.list(year),
      merged: mergedIn(desk, year),
    }),
    'receipts.add': async ({ year = desk.year.year, entries }) => {
      refuse(entries.flatMap((each) => problemsOf(desk, year, each.key, each)))
      refusePersonal({ 文号: entries.map((each) => each.document).join('\n') })
      const sumFen = entries.reduce((sum, each) => sum + each.amountFen, 0)
      await desk.store.command('receipts.add', { key: 'receiptAdd', params: { year, count: entries.length, sumFen } }, (plan) => {
        for (const each of entries) plan.receipts.add({ year, ...each })
      })
      return { added: entries.length }
    },
    'receipts.save': async (receipt) => {
      const before = desk.store.read.receipts.get(receipt.year, receipt.key, receipt.id)
      refuse([...problemsOf(desk, receipt.year, receipt.key, before), ...problemsOf(desk, receipt.year, receipt.key, receipt)])
      refusePersonal({ 文号: receipt.document })
      const { date, amountFen } = receipt
      await desk.store.command(
        'receipts.save',
        { key: 'receiptSave', params: { community: nameOf(desk, receipt), date, amountFen } },
        (plan) => plan.receipts.save([receipt]),
      )
      return {}
    },
    'receipts.remove': async ({ year, key, id }) => {
      const receipt = desk.store.read.receipts.get(year, key, id)
      refuse(problemsOf(desk, year, key, receipt).filter((each) => each.code === 'receipt.yearClosed'))
      const { date, amountFen } = receipt
      await desk.store.command(
        'receipts.remove',
        { key: 'receiptSave', params: { community: nameOf(desk, receipt), date, amountFen } },
        (plan) => plan.receipts.remove(year, key, id),
      )
      return {}
    },
    'receipts.instalments': async ({ instalments }) => {
      const payers = payersIn(desk, desk.year.year)
      const unknown = instalments.find(({ payer }) => payer !== null && !payers.some((each) => each.key === payer))
      if (unknown !== undefined)
        refuse([
          problem('receipt.payerUnknown', {
            value: unknown.payer!,
            options: payers.map(({ name }) => name.zh).join('、'),
            optionsEn: payers.map(({ name }) => name.en || name.zh).join(', '),
          }),
        ])
      await desk.store.command('receipts.instalments', { key: 'receiptInstalments', params: {} }, (plan) =>
        plan.spendingSettings.saveInstalments(instalments),
      )
      return {}
    },
    'receipts.late': () =>
      !isKept(desk, desk.year.year)
        ? []
        : payerSums(desk, desk.year.year).flatMap(({ key, name, shortFen, late, lateDays }) =>
            shortFen === null || shortFen === 0 ? [] : [{ key, name, shortFen, late, lateDays }],
          ),
    'receipts.export': async ({ year = desk.year.year, language }) => {
      const title = language === 'zh' ? `${year}年服务群众专项经费到账情况` : `Receipts of the service fund ${year}`
      const input = { title, payers: payersIn(desk, year), placeOf: placeOf(desk, year), synthetic: desk.yearOf(year).synthetic, language }
      return fileAnswer(title, 'xlsx', await duesWorkbook(duesAt(desk, year), desk.store.read.receipts.list(year), input))
    },
  }) satisfies Partial<Service>

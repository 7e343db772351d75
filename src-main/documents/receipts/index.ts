import type { Community } from '../../model/plan.ts'
import type { CommunityDues, Receipt } from '../../model/receipt.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'
import { EVENT_PARTS } from '../../words/projects.ts'
import { RECEIPT_PARTS } from '../../words/receipts.ts'
import { CENTRED, COUNT, MONEY, TEXT, type Look } from '../workbook/look.ts'
import { yuan, type Content } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = {
  zh: { dues: '应拨和到账', receipts: '到账明细', community: '社区', subdistrict: '街道', district: '区县', unit: '金额单位：元' },
  en: {
    dues: 'Due and received',
    receipts: 'Receipts',
    community: 'Community',
    subdistrict: 'Subdistrict',
    district: 'District',
    unit: 'Amounts in yuan',
  },
} as const

interface Input {
  title: string
  payers: readonly { key: string; name: Text }[]
  /** Also of communities that the year does not have any more. */
  placeOf: (key: string) => Pick<Community, 'name' | 'subdistrict' | 'district'>
  synthetic: boolean
  language: Language
}

/** @returns what each payer owes to each community and what came in, and every receipt, as two sheets */
export function duesWorkbook(
  communities: readonly CommunityDues[],
  receipts: readonly Receipt[],
  { title, payers, placeOf, synthetic, language }: Input,
): Promise<Uint8Array> {
  const say = SAY[language]
  const column = (heading: string, look: Look = TEXT) => ({ heading, look, widest: 24 })
  const places = [column(say.community), column(say.subdistrict), column(say.district)]
  const nameOf = new Map(payers.map(({ key, name }) => [key, textIn(name, language)]))
  const amounts = ['dueFen', 'dueNowFen', 'receivedFen', 'shortFen', 'overFen'] as const
  const dues = {
    heading: say.dues,
    columns: [
      ...places,
      column(textIn(RECEIPT_PARTS.payer, language)),
      ...amounts.map((each) => column(textIn(RECEIPT_PARTS[each], language), MONEY)),
      column(textIn(RECEIPT_PARTS.lateDays, language), COUNT),
    ],
    rows: communities.flatMap(({ name, subdistrict, district, payers: own }) =>
      own.map((each) => (): Content[] => [
        name,
        subdistrict,
        district,
        nameOf.get(each.payer) ?? each.payer,
        ...amounts.map((part) => (each[part] === null ? null : yuan(each[part]))),
        each.dueFen === null ? null : each.lateDays,
      ]),
    ),
  }
  const list = {
    heading: say.receipts,
    columns: [
      ...places,
      column(textIn(RECEIPT_PARTS.payer, language)),
      column(textIn(RECEIPT_PARTS.date, language), CENTRED),
      column(textIn(RECEIPT_PARTS.amountFen, language), MONEY),
      column(textIn(EVENT_PARTS.document, language)),
    ],
    rows: receipts.map((each) => (): Content[] => {
      const { name, subdistrict, district } = placeOf(each.key)
      return [name, subdistrict, district, nameOf.get(each.payer) ?? each.payer, each.date, yuan(each.amountFen), each.document]
    }),
  }
  const sheets = [dues, list].map((section) =>
    sheetOfSections({ name: section.heading, title, left: '', right: say.unit, columns: section.columns.length, synthetic, language }, [
      section,
    ]),
  )
  return wholeBook(writtenBook(sheets, { title, creator: 'Quanheng' }))
}

import type { RenovationSettings } from '../../model/renovation.ts'
import type { Text } from '../../model/text.ts'
import { LOT_PARTS, MONEY_PARTS, ORDER_WORDS, percentText } from '../../words/renovation.ts'
import { moneyInWords } from '../../words/money.ts'
import { communityRow, parsed, presence, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

const NOT_SAID: Text = { zh: '-', en: '-' }
const money = (fen: number): Text => ({ zh: moneyInWords(fen, 'zh'), en: moneyInWords(fen, 'en') })
const share = (parts: number): Text => ({ zh: percentText(parts), en: percentText(parts) })
const count = (number: number): Text => ({ zh: String(number), en: String(number) })

const pairOf = (field: Text, was: Text, is: Text): Pair[] =>
  was.zh === is.zh ? [] : [[field.zh, was.zh, is.zh, { field, before: was, after: is }]]

type Part = readonly [column: string, field: Required<Text>, said: (value: number) => Text]
const LOT: readonly Part[] = [
  ['count', LOT_PARTS.count, count],
  ['unit_fen', LOT_PARTS.unitFen, money],
  ['aid_share', LOT_PARTS.aidShare, share],
  ['aid_fen', LOT_PARTS.aidFen, money],
]
const MONEY: readonly Part[] = [
  ['start_fen', MONEY_PARTS.startFen, money],
  ['fixed_fen', MONEY_PARTS.fixedFen, money],
  ['other_fen', MONEY_PARTS.otherFen, money],
  ['share', MONEY_PARTS.share, share],
]
const numberOf = (row: Row | null, column: string): number | null => {
  const value = row?.[column] ?? null
  return value === null ? null : Number(value)
}
const pairsOf = (parts: readonly Part[], before: Row | null, after: Row | null, name: Text | null = null): Pair[] =>
  parts.flatMap(([column, field, said]) => {
    const [was, is] = [numberOf(before, column), numberOf(after, column)]
    const label = name === null ? field : { zh: `${name.zh} ${field.zh}`, en: `${name.en || name.zh} ${field.en}` }
    return pairOf(label, was === null ? NOT_SAID : said(was), is === null ? NOT_SAID : said(is))
  })

/** Kinds by their names, with what is set for each; then what holds for all. */
function settingPairs(before: Row | null, after: Row | null): Pair[] {
  const [was, is] = [before, after].map((row) => (row === null ? null : (parsed(row, 'settings') as unknown as RenovationSettings)))
  const kind = (of: RenovationSettings | null | undefined, key: string): Text => {
    const found = of?.kinds.find((each) => each.key === key)
    if (found === undefined) return NOT_SAID
    const unit = (language: 'zh' | 'en'): string => (found.unitFen === null ? '-' : moneyInWords(found.unitFen, language))
    const rest = (language: 'zh' | 'en'): string => `${unit(language)}, +${percentText(found.worsens)}`
    return { zh: `${found.name.zh} ${rest('zh')}`, en: `${found.name.en || found.name.zh} ${rest('en')}` }
  }
  const whole = (of: RenovationSettings | null | undefined, said: (settings: RenovationSettings) => Text): Text =>
    of === null || of === undefined ? NOT_SAID : said(of)
  const keys = [...new Set([...(was?.kinds ?? []), ...(is?.kinds ?? [])].map((each) => each.key))]
  const order = (language: 'zh' | 'en') => (of: RenovationSettings) =>
    of.kinds.map(({ name }) => (language === 'zh' ? name.zh : name.en || name.zh)).join(language === 'zh' ? '、' : ', ')
  return [
    ...keys.flatMap((key) => pairOf({ zh: '种类', en: 'Kind' }, kind(was, key), kind(is, key))),
    ...pairOf(
      { zh: '种类先后', en: 'Order of kinds' },
      whole(was, (of) => ({ zh: order('zh')(of), en: order('en')(of) })),
      whole(is, (of) => ({ zh: order('zh')(of), en: order('en')(of) })),
    ),
    ...pairOf(
      { zh: '先后', en: 'Order' },
      whole(was, (of) => ORDER_WORDS[of.order]),
      whole(is, (of) => ORDER_WORDS[of.order]),
    ),
    ...pairOf(
      { zh: '每年涨价', en: 'Price rise a year' },
      whole(was, (of) => share(of.priceRise)),
      whole(is, (of) => share(of.priceRise)),
    ),
    ...pairOf(
      MONEY_PARTS.share,
      whole(was, (of) => share(of.share)),
      whole(is, (of) => share(of.share)),
    ),
  ]
}

export const renovationRows = {
  renovation_plan: {
    subject: 'renovationPlan',
    tell: (change) => {
      const year = Number(change.key[0])
      const pairs = change.after === null ? [presence(change)] : settingPairs(change.before, change.after)
      return { key: String(year), name: String(year), year, pairs }
    },
  },
  renovation_lot: {
    subject: 'renovationLot',
    tell: ({ key, before, after }, { nameOf, kindOf }) => {
      const [year, community, kind] = [Number(key[0]), String(key[1]), String(key[2])]
      return { key: community, name: nameOf(community, year), year, pairs: pairsOf(LOT, before, after, kindOf(kind, year)) }
    },
  },
  renovation_money: communityRow('renovationMoney', ({ before, after }) => pairsOf(MONEY, before, after)),
} satisfies RowsInLog

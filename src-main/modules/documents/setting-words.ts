import { DELIVERED_SETTINGS } from '../../words/papers.ts'
import type { TableName } from '../../model/paper.ts'
import { PAPER_FORMS } from '../words.ts'
import type { HistoryChange } from '../../model/history.ts'
import type { PlaceOrder } from '../../model/place-order.ts'
import { DEFAULT_STATISTICS } from '../../model/statistics.ts'
import { settingNameOf } from './settings.ts'

type Said = NonNullable<HistoryChange['told']>['field']

const said = (zh: string, en: string): Said => ({ zh, en })

/** What is set beside papers, or under another name than the paper's. */
const OTHERS: Readonly<Record<string, Said>> = {
  statisticsPaper: said('统计表版式', 'Layout of the statistics'),
  report: said('情况说明', 'Explanatory note'),
  department: said('单位名称', 'Name of the department'),
  places: said('区县、街道的次序', 'Order of districts and subdistricts'),
}

const PARTS: Readonly<Record<string, Said>> = {
  paper: said('纸张', 'Paper'),
  orientation: said('方向', 'Orientation'),
  margins: said('页边距', 'Margins'),
  unit: said('单位', 'Unit'),
  decimals: said('小数位', 'Decimals'),
  attachment: said('附件号', 'Attachment'),
  title: said('标题', 'Title'),
  note: said('附注', 'Note'),
  signatures: said('落款栏', 'Signatures'),
  columns: said('栏目', 'Columns'),
  body: said('正文', 'Text'),
  charts: said('图表', 'Charts'),
  order: said('次序', 'Order'),
  sections: said('分项', 'Sections'),
  area: said('城镇和乡镇的划分', 'Urban and township'),
  zh: said('中文名称', 'Chinese name'),
  en: said('英文名称', 'English name'),
}

const VALUES: Readonly<Record<string, Said>> = {
  landscape: said('横向', 'landscape'),
  portrait: said('纵向', 'portrait'),
  official: said('公文', 'official'),
  narrow: said('窄', 'narrow'),
  yuan: said('元', 'yuan'),
  wan: said('万元', 'ten thousand yuan'),
}

interface OwnWords {
  zh: string
  en: string
}
const isArranged = (value: unknown): value is PlaceOrder[number] => Array.isArray((value as PlaceOrder[number] | null)?.subdistricts)
/** Names are the same in both languages. */
const named = (names: readonly string[]): OwnWords[] => names.filter((each) => each !== '').map((each) => ({ zh: each, en: each }))
const isOwnWords = (value: unknown): value is OwnWords => typeof (value as OwnWords | null)?.zh === 'string'

/** What a part of a paper's settings says; a list is told by its texts, else by how many it has. */
function valueOf(part: string, value: unknown): Said {
  if (value === undefined) return said('', '')
  if (value === null) return part === 'decimals' ? said('按需', 'as needed') : said('', '')
  if (typeof value === 'string') return VALUES[value] ?? said(value, value)
  if (isOwnWords(value)) return said(value.zh, value.en)
  if (!Array.isArray(value)) return said(typeof value === 'object' ? '' : String(value), typeof value === 'object' ? '' : String(value))
  if (value.length > 0 && value.every(isArranged))
    return valueOf(
      part,
      value.flatMap(({ district, subdistricts }) => named([district, ...subdistricts])),
    )
  if (value.length > 0 && value.every(isOwnWords))
    return said(value.map((each) => each.zh).join('、'), value.map((each) => each.en).join(', '))
  return said(`${value.length}项`, String(value.length))
}

/** Where both sides read the same, something inside them is another: the order or the width of columns. */
const distinct = (before: Said, after: Said): Said =>
  before.zh === after.zh && before.en === after.en ? said(`${after.zh}（内容有变）`, `${after.en} (changed)`) : after

/** @returns how a paper looks that nobody has set, by the key of its settings; none where it is not known */
export const deliveredSetting = (key: string): Record<string, unknown> => {
  const { tables, report, department } = DELIVERED_SETTINGS
  const delivered: Readonly<Record<string, object>> = {
    ...tables,
    [settingNameOf('statistics')]: tables.statistics,
    report,
    department,
    statistics: DEFAULT_STATISTICS,
  }
  return { ...delivered[key] }
}

const isPaper = (key: string): key is TableName => Object.hasOwn(PAPER_FORMS, key)

/** @returns the name of a paper by the key of its settings */
export const paperInWords = (key: string): Said => OTHERS[key] ?? (isPaper(key) ? PAPER_FORMS[key].name : said(key, key))

/** One part of a paper's settings that was changed, in both languages. */
export function settingInWords(key: string, part: string, before: unknown, after: unknown): NonNullable<HistoryChange['told']> {
  const [was, is] = [valueOf(part, before), valueOf(part, after)]
  return { name: paperInWords(key), field: PARTS[part] ?? said(part, part), before: was, after: distinct(was, is) }
}

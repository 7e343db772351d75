import { z } from 'zod'
import { fill } from './problems.ts'
import type { Text } from '../model/text.ts'

/**
 * What the steps of the history say of themselves, as problems do: {name} is filled in, a part in [ ] is left out where its gap
 * is not known.
 */
const SUMMARIES = {
  communitiesRemove: { zh: '{community}等{count}个社区', en: '{community} and others, {count} communities in all' },
  dictionaryRename: { zh: '{label} → {newLabel}', en: '{label} → {newLabel}' },
  dictionaryIndicator: { zh: '{label}', en: '{label}' },
  dictionaryReorder: { zh: '{count}个指标', en: '{count} indicators' },
  documentSave: { zh: '{paper}', en: '{paper}' },
  importApply: {
    zh: '{files}[等{number}个文件]：新增{added}，更改{changed}[，交来{delivered}个社区]',
    en: '{files}[ and others, {number} files in all]: {added} added, {changed} changed[, {delivered} communities delivered]',
  },
  indicatorUpdate: { zh: '{community} {field} {before} → {after}', en: '{community}, {field}: {before} → {after}' },
  indicatorsUpdate: { zh: '{field}等{count}个数值', en: '{field} and others, {count} values in all' },
  ledgerApply: { zh: '{year}年 {file}：更改{count}个金额', en: '{year}, {file}: {count} amounts changed' },
  ledgerClear: { zh: '{year}年 {community} {field} 清空', en: '{year}, {community}: {field} taken out' },
  ledgerUpdate: { zh: '{year}年 {community} {field} {amountFen}', en: '{year}, {community}: {field} {amountFen}' },
  ledgerUpdateMany: { zh: '{year}年 {field}等{count}个金额', en: '{year}: {field} and others, {count} amounts in all' },
  overridesClear: { zh: '{names}：取消人工定类', en: '{names}: by the rules again' },
  overridesLock: { zh: '{names}：锁定现有类别', en: '{names}: locked at their class' },
  overridesSet: { zh: '{names} → {class}', en: '{names} → {class}' },
  policyTitle: { zh: '{title} {version}', en: '{title} {version}' },
  policyAdded: { zh: '增加{label}[，等{count}处]', en: 'Added: {label}[, {count} places in all]' },
  policyChanged: { zh: '{label}：{before} → {after}[，等{count}处]', en: '{label}: {before} → {after}[, {count} places in all]' },
  policyRemoved: { zh: '删去{label}[，等{count}处]', en: 'Removed: {label}[, {count} places in all]' },
  rollupApply: {
    zh: '合并方案包：{districts}（新增{added}，更改{changed}，移出{removed}）',
    en: 'Merged packages: {districts} ({added} added, {changed} changed, {removed} taken out)',
  },
  statisticsConfigure: { zh: '统计表设置：{count}列', en: 'Settings of the statistics: {count} columns' },
  unitDissolve: { zh: '撤销：{from}[ → {to}]', en: 'Dissolved: {from}[ → {to}]' },
  unitFound: { zh: '设立：{to}', en: 'Founded: {to}' },
  unitMerge: { zh: '合并：{from} → {to}', en: 'Merged: {from} → {to}' },
  unitMove: { zh: '划转：{from} → {to}', en: 'Moved: {from} → {to}' },
  unitRename: { zh: '更名：{from} → {to}', en: 'Renamed: {from} → {to}' },
  unitSplit: { zh: '拆分：{from} → {to}', en: 'Split: {from} → {to}' },
  yearStart: { zh: '{year}年（沿用{from}年）', en: '{year} (from {from})' },
  yearUse: { zh: '{year}年', en: '{year}' },
} as const satisfies Record<string, Text>
export type SummaryKey = keyof typeof SUMMARIES
export const SUMMARY_KEYS = Object.keys(SUMMARIES) as [SummaryKey, ...SummaryKey[]]

/** A step's words in a form that every language can say: amounts are fen and end in Fen, a second form for English ends in En. */
export const Summary = z.object({ key: z.enum(SUMMARY_KEYS), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Summary = z.infer<typeof Summary>

/** @returns the step's words in both languages */
export const summaryText = ({ key, params }: Summary): Text => ({
  zh: fill(SUMMARIES[key].zh, params, 'zh'),
  en: fill(SUMMARIES[key].en, params, 'en'),
})

/**
 * A step's words as they are shown. What an older program wrote, or a newer one that knows more sentences, is shown as it was written.
 * @param message the step's Summary as JSON, or null
 */
export function saidOf(summary: string, message: string | null): Text {
  const known = message === null ? undefined : Summary.safeParse(JSON.parse(message)).data
  return known === undefined ? { zh: summary || ' ', en: '' } : summaryText(known)
}

/** Names in a row, the first three of many; with their form for English. */
export function namesIn<P extends string>(param: P, names: readonly string[]): Record<P | `${P}En`, string> {
  const first = names.slice(0, 3)
  const more = names.length > 3
  return {
    [param]: `${first.join('、')}${more ? `等${names.length}个` : ''}`,
    [`${param}En`]: `${first.join(', ')}${more ? ` and others, ${names.length} in all` : ''}`,
  } as Record<P | `${P}En`, string>
}

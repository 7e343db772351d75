import type { Demand } from '../model/goal.ts'
import type { Policy } from '../model/policy.ts'
import { moneyInWords } from './money.ts'
import { numberInWords, shareInWords } from './numbers.ts'
import { classInWords } from './values.ts'
import type { Text } from '../model/text.ts'

function inChinese(demand: Demand, policy: Policy): string {
  const money = (fen: number): string => moneyInWords(fen, 'zh')
  const named = (key: string): string => classInWords(key, policy, 'zh')
  switch (demand.kind) {
    case 'totalAtMost':
      return `总额不超过${money(demand.fen)}`
    case 'totalExactly':
      return `总额正好${money(demand.fen)}`
    case 'classTimes':
      return `${named(demand.class)}的标准不低于${named(demand.of)}的${numberInWords(demand.times)}倍`
    case 'classBetween': {
      const limits = [
        ...(demand.minFen === undefined ? [] : [`不低于${money(demand.minFen)}`]),
        ...(demand.maxFen === undefined ? [] : [`不超过${money(demand.maxFen)}`]),
      ]
      return `${named(demand.class)}的标准${limits.join('，') || '不限'}`
    }
    case 'lossAtMost':
      return `任何社区比上年减少不超过${demand.share === undefined ? money(demand.fen!) : shareInWords(demand.share)}`
    case 'classTotalAtLeast':
      return `${named(demand.class)}合计不低于${money(demand.fen)}`
    case 'districtTotalAtLeast':
      return `${demand.district}合计不低于${money(demand.fen)}`
    case 'classOrder':
      return `标准由高到低：${demand.classes.map(named).join('、')}`
  }
}

function inEnglish(demand: Demand, policy: Policy): string {
  const money = (fen: number): string => moneyInWords(fen, 'en')
  const named = (key: string): string => classInWords(key, policy, 'en')
  switch (demand.kind) {
    case 'totalAtMost':
      return `the total is at most ${money(demand.fen)}`
    case 'totalExactly':
      return `the total is exactly ${money(demand.fen)}`
    case 'classTimes':
      return `the amount of ${named(demand.class)} is at least ${numberInWords(demand.times)} times that of ${named(demand.of)}`
    case 'classBetween': {
      const limits = [
        ...(demand.minFen === undefined ? [] : [`at least ${money(demand.minFen)}`]),
        ...(demand.maxFen === undefined ? [] : [`at most ${money(demand.maxFen)}`]),
      ]
      return `the amount of ${named(demand.class)} is ${limits.join(' and ') || 'free'}`
    }
    case 'lossAtMost':
      return `nobody gets less than last year by more than ${demand.share === undefined ? money(demand.fen!) : shareInWords(demand.share)}`
    case 'classTotalAtLeast':
      return `${named(demand.class)} gets at least ${money(demand.fen)} in all`
    case 'districtTotalAtLeast':
      return `${demand.district} gets at least ${money(demand.fen)} in all`
    case 'classOrder':
      return `amounts from high to low: ${demand.classes.map(named).join(', ')}`
  }
}

/** @returns what a demand asks for, as a part of a sentence in both languages. */
export const demandInWords = (demand: Demand, policy: Policy): Text => ({ zh: inChinese(demand, policy), en: inEnglish(demand, policy) })

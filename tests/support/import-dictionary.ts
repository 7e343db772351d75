import { Dictionary } from '../../src-main/model/indicator.ts'

const indicator = (key: string, zh: string, more: object = {}) => ({
  key,
  label: { zh, en: '' },
  kind: 'number',
  group: 'population',
  range: { min: 0 },
  ...more,
})
const people = { unit: { zh: '人', en: 'people' } }
const pieces = { unit: { zh: '个', en: 'count' }, group: 'estates' }

/** A dictionary with one indicator of every kind, and with labels that contain one another. */
export const importDictionary: Dictionary = Dictionary.parse({
  format: 'quanheng-indicators',
  formatVersion: 1,
  groups: [
    { key: 'population', label: { zh: '人口', en: 'Population' } },
    { key: 'estates', label: { zh: '小区与楼院', en: 'Estates' } },
  ],
  indicators: [
    indicator('residents', '常住人口', { ...people, required: true, label: { zh: '常住人口', en: 'Resident population' } }),
    indicator('registered', '户籍人口', people),
    indicator('households', '常住户数', { unit: { zh: '户', en: 'households' }, synonyms: ['总户数'] }),
    indicator('staff', '社区工作者', { ...people, synonyms: ['工作人员'] }),
    indicator('elderly', '老年人口', people),
    indicator('area', '辖区面积', { unit: { zh: '平方公里', en: 'km2' }, step: 0.01, range: { min: 0, max: 1000 } }),
    indicator('floatingShare', '流动人口占比', { kind: 'share', range: undefined, step: 0.001 }),
    indicator('courtyards', '楼院', { ...pieces, synonyms: ['楼院总数'] }),
    indicator('oldCourtyards', '老旧楼院', { ...pieces, notAbove: ['courtyards'] }),
    indicator('carryOver', '上年结余', { unit: { zh: '元', en: 'yuan' }, step: 0.01 }),
    indicator('hasProperty', '有无物业', { kind: 'flag', range: undefined, group: 'estates' }),
    indicator('location', '区位', {
      kind: 'category',
      range: undefined,
      group: 'estates',
      options: [
        { key: 'urban', label: { zh: '城区', en: 'Urban' }, synonyms: ['主城区'] },
        { key: 'edge', label: { zh: '城郊', en: 'Edge' } },
        { key: 'none', label: { zh: '无', en: 'None' } },
      ],
    }),
    indicator('density', '人口密度', { unit: { zh: '人/平方公里', en: '' }, formula: 'residents / area' }),
  ],
})

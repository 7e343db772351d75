import { describe, expect, it } from 'vitest'
import { standardDictionary } from '../../../../src-main/policy/presets.ts'
import { Indicator } from '../../../../src-main/model/indicator.ts'
import { formOfColumn, indicatorOf } from '../../../../src-renderer/modules/dictionary/indicator-form.ts'
import { RESOURCES } from '../../../support/project.ts'

const dictionary = standardDictionary(RESOURCES)

describe('a column that becomes an indicator', () => {
  it.each([
    ['志愿者（人）', ['45', '1,200', ''], { label: '志愿者', unit: '人', kind: 'number', step: '1' }],
    ['绿地面积(公顷)', ['0.5', '12.25'], { label: '绿地面积', unit: '公顷', kind: 'number', step: '0.01' }],
    ['覆盖率', ['35%', '40.5%'], { label: '覆盖率', unit: '', kind: 'share' }],
    ['入住率（%）', ['35', '40'], { label: '入住率', unit: '', kind: 'share' }],
    ['有无食堂', ['有', '无'], { label: '有无食堂', kind: 'flag' }],
    ['管理方式', ['自管', '托管', '自管'], { label: '管理方式', kind: 'category', options: '自管\n托管' }],
    ['尚未填写', [], { label: '尚未填写', kind: 'number', step: '1' }],
  ] as const)('%s is filled in as its heading and its values say', (heading, samples, expected) => {
    const form = formOfColumn(dictionary, heading, samples)
    expect(form).toMatchObject(expected)
    expect(Indicator.safeParse(indicatorOf(form, dictionary, null)).error).toBeUndefined()
  })
})

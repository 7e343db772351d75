import { expect, it } from 'vitest'
import { personalIn } from '../../src-main/model/personal.ts'

it.each([
  ['身份证11010519491231002X', 'identity', '110****2X'],
  ['１１０１０５１９４９１２３１００２ｘ', 'identity', '110****2x'],
  ['联系人 13800138000', 'mobile', '138****00'],
  ['+86 138-0013-8000', 'mobile', '138****00'],
  ['电话：138 0013 8000。', 'mobile', '138****00'],
  ['补助张三先生家', 'name', '张**'],
  ['李女士反映漏水', 'name', '李**'],
  ['姓名：欧阳明', 'name', '欧**'],
  ['户主 王小二，电表', 'name', '王**'],
])('%s tells of a person', (text, kind, shown) => expect(personalIn(text)).toEqual({ kind, shown }))

it.each([
  '110105194912310021',
  '110105194913310020',
  '630105001004',
  '0971-8230000',
  '办公室 12345',
  '11380013800099',
  '经费 13800138元',
  '居民 高度关注的事项',
  '居民代表会议',
  '联系人：社区居委会',
  '高龄老人助餐',
  '业主委员会同志',
  '万元以上项目公示',
  '王府井社区',
  '',
])('%s does not', (text) => expect(personalIn(text)).toBeNull())

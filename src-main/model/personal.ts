/** What tells of one person, and stands in no text of a plan. */
export type Personal = { kind: 'identity' | 'mobile' | 'name'; shown: string }

/** An identity number of mainland China: place, day of birth, sequence, check digit. */
const IDENTITY = /(?<!\d)\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g
/** A mobile number of mainland China, in one piece or in the usual three, with or without +86. */
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g

/** Headings of columns that tell of persons. */
export const PERSONAL_HEADING =
  /姓名|身份证|证件号|手机|联系电话|电话号码|联系方式|来电号码|主叫|诉求人|反映人|来电人|\bname of\b|\bphone\b|\bmobile\b|identity (number|card)/i

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
/** GB 11643: the last sign follows from the others, so that a code or an amount of eighteen digits is hardly ever taken for one. */
const isIdentity = (digits: string): boolean =>
  CHECK_DIGITS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % CHECK_DIGITS.length] ===
  digits.at(-1)!.toUpperCase()

/** Surnames of nine in ten people (公安部, report on names 2020), and the commonest of two signs. */
const SURNAME =
  '(?:欧阳|司马|诸葛|上官|慕容|皇甫|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文])'
/** Whoever is called by a word that only persons are called by. */
const CALLED = new RegExp(`${SURNAME}[\\u4e00-\\u9fff]{0,2}?(?:先生|女士|小姐|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷|婆婆)`)
/** A name behind the word for one: 姓名：张三, 户主 李四光. */
const LABELLED = new RegExp(
  `(?:姓名|户主|申请人|联系人|受益人|受助人|当事人|投诉人|来电人|反映人|居民|业主|房东|租客)(?:[:：]\\s*|\\s+)(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff])`,
)

/** @returns somebody's name as far as a text says itself that it is one; of a name by itself nobody can tell */
function nameIn(text: string): string | null {
  const name = LABELLED.exec(text)?.[1] ?? CALLED.exec(text)?.[0]
  return name === undefined ? null : `${name[0]!}**`
}

/** So that a message about a number does not repeat it. */
const masked = (number: string): string => `${number.slice(0, 3)}****${number.slice(-2)}`

/** @returns the first identity number, mobile number or name in a text, shown so that nobody is named by it; null where there is none */
export function personalIn(text: string): Personal | null {
  const plain = text.normalize('NFKC')
  const identity = plain.match(IDENTITY)?.find(isIdentity)
  if (identity !== undefined) return { kind: 'identity', shown: masked(identity) }
  const mobile = plain.replaceAll(IDENTITY, ' ').match(MOBILE)?.[0]
  if (mobile !== undefined) return { kind: 'mobile', shown: masked(mobile.replace(/^\+?86[- ]?/, '').replaceAll(/[- ]/g, '')) }
  const name = nameIn(plain)
  return name === null ? null : { kind: 'name', shown: name }
}

import { packageOfSheet, verifyPackageFile } from '../../modules/command-line/packages.ts'
import type { Certificate, CertificateLine } from '../../model/certificate.ts'
import { textIn, type Language } from '../../model/text.ts'
import { parseArguments, wholeNumber } from '../../shared/arguments.ts'
import { appError } from '../../shared/app-error.ts'
import { COMMON, DEFAULT_POLICY, exactly, policyOf, previousOf, SAY, type Terminal } from './commands.ts'
import { readInput, writeOutput } from './files.ts'
import { table, yuanText } from './plan-text.ts'

const WORDS = {
  zh: {
    title: '对账单',
    line: '项目',
    addends: '项数',
    sum: '相加（元）',
    total: '应为（元）',
    difference: '相差（元）',
    holds: '各项相符。',
    fails: '有不符之处，见标准错误。',
    again: '用本程序重新计算，结果逐字节相同。',
    part: (count: number) => `金额是 ${count} 个社区统一计算结果中的一部分：类别已重新计算，金额为报送的金额。`,
    communities: '各社区',
    subdistricts: '各街道（镇）',
    districts: '各区县',
    classes: '各类别',
    payers: '各出资方',
    components: '各经费分项',
    steps: '各分配步骤',
    district: '区县',
    payer: '出资方',
    component: '经费分项',
    previous: '上年：各社区',
    previousDistricts: '上年：各区县',
    conservation: '与上年对照',
    count: (count: number, undecided: number, unknown: number) => `社区 ${count} 个，其中未定类 ${undecided} 个、金额未知 ${unknown} 个`,
    packageHash: '文件',
    inputHash: '指标',
    policyHash: '办法',
    resultHash: '结果',
  },
  en: {
    title: 'Certificate',
    line: 'Line',
    addends: 'Amounts',
    sum: 'Added up (yuan)',
    total: 'Should be (yuan)',
    difference: 'Difference (yuan)',
    holds: 'Everything adds up.',
    fails: 'Something does not agree; see standard error.',
    again: 'Computed again by this program, the result is the same byte for byte.',
    part: (count: number) =>
      `A part of what ${count} communities were given together: classes are computed again, amounts are as delivered.`,
    communities: 'Communities',
    subdistricts: 'Subdistricts',
    districts: 'Districts',
    classes: 'Classes',
    payers: 'Payers',
    components: 'Components',
    steps: 'Steps',
    district: 'District',
    payer: 'Payer',
    component: 'Component',
    previous: 'Last year: communities',
    previousDistricts: 'Last year: districts',
    conservation: 'Against last year',
    count: (count: number, undecided: number, unknown: number) =>
      `${count} communities, ${undecided} without a class, ${unknown} without an amount`,
    packageHash: 'file',
    inputHash: 'input',
    policyHash: 'policy',
    resultHash: 'result',
  },
} as const

/** The certificate for a reader: each line with its two sums and their difference, then the fingerprints. */
function certificateText(certificate: Certificate, isSame: boolean, language: Language): string {
  const say = WORDS[language]
  const named = ({ key, name }: CertificateLine): string => (name === null ? say[key] : `${say[key]} ${textIn(name, language)}`)
  const rows = certificate.lines.map((each) => [
    named(each),
    String(each.addends),
    yuanText(each.sumFen),
    yuanText(each.totalFen),
    yuanText(each.differenceFen),
  ])
  const { year, districts, title, policy, communities, undecided, amountUnknown } = certificate
  const hashes = [
    [say.packageHash, certificate.packageHash],
    [say.inputHash, certificate.inputHash],
    [say.policyHash, policy.hash],
    [say.resultHash, certificate.resultHash],
  ]
  return [
    `${say.title}   ${year}   ${districts.join('、')}`,
    `${textIn(title, language)} ${policy.version}   ${say.count(communities, undecided, amountUnknown)}`,
    '',
    ...table([[say.line, say.addends, say.sum, say.total, say.difference], ...rows]),
    '',
    ...hashes.map(([name, hash]) => `${name}  ${hash}`),
    '',
    certificate.holds ? say.holds : say.fails,
    ...(certificate.whole !== undefined ? [say.part(certificate.whole.communities)] : isSame ? [say.again] : []),
  ].join('\n')
}

/** Verifies a plan package and prints its certificate. Exit status 1 where something does not agree. */
export async function verify({ language, print, complain }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, json: 'flag' })
  const [path] = exactly(parsed, ['PACKAGE'])
  const { bytes, fileName } = readInput(path!)
  const { certificate, problems } = verifyPackageFile(bytes, fileName)
  complain(problems)
  const isSame = certificate.holds && problems.length === 0
  print(
    parsed.flags.has('json')
      ? JSON.stringify({ ...certificate, reproduced: isSame && certificate.whole === undefined, problems })
      : certificateText(certificate, isSame, language),
  )
  if (!certificate.holds || problems.some((each) => each.level === 'error')) process.exitCode = 1
}

/** Writes a plan package from a sheet. */
export async function packageCommand({ app, language, print, complain }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, {
    ...COMMON,
    policy: 'value',
    'previous-amount': 'value',
    previous: 'value',
    year: 'value',
    out: 'value',
    confirmed: 'flag',
  })
  const [input] = exactly(parsed, ['INPUT'])
  const { values, flags } = parsed
  if (values.out === undefined) throw appError('usage.missing', { what: '--out NAME.quanheng-package' })
  const year = values.year === undefined ? undefined : wholeNumber('--year', values.year, 1990, 2200)
  const previous = previousOf(values['previous-amount'], values.previous)
  const policy = policyOf(app, values.policy ?? DEFAULT_POLICY)
  const sheet = await app.factsFrom({ ...readInput(input!), policies: [policy], ...(previous && { previous }) })
  complain(sheet.problems)
  writeOutput(
    values.out,
    packageOfSheet(sheet, policy, { year: year ?? policy.effectiveYear, app: app.version, confirmed: flags.has('confirmed') }),
  )
  print(`${SAY[language].written} ${values.out}`)
}

import { describe, expect, it } from 'vitest'
import { file, openImportDesk, type Delivered } from './import-files.ts'

const WAN = 1_000_000
const PLACED = ['区县', '街道', '社区名称', '常住人口（人）']

/** The sample city, and the communities of one of its subdistricts. */
async function withSample() {
  const desk = await openImportDesk()
  const all = await desk.ask('communities.list')
  const own = all.filter((each) => each.subdistrict === '朝阳街道')
  const read = (given: Delivered, answers?: Record<string, string | null>) =>
    desk.ask('import.desk', { files: [{ ...given, ...(answers && { answers }) }] })
  return { desk, all, own, read }
}
type Found = Awaited<ReturnType<Awaited<ReturnType<typeof withSample>>['read']>>
const codesIn = ({ files }: Found): string[] =>
  files.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error').map(({ code }) => code))

describe('a subdistrict spelled as offices spell it', () => {
  it.each([
    ['朝阳街道办事处'],
    ['朝阳街道办'],
    ['朝阳街办'],
    ['城北区朝阳街道'],
    ['城北区朝阳街道办事处'],
    ['朝阳街道（2个社区）'],
    ['一、朝阳街道'],
    ['朝 阳 街 道'],
  ])('%s is the same one: nobody is added, and nothing else changes', async (spelled) => {
    const { own, read, desk } = await withSample()
    expect(own.length).toBeGreaterThan(1)
    const rows = own.map(({ name }, at) => ['城北区', spelled, name, 90_000 + at])
    const found = await read(file('朝阳.xlsx', [PLACED, ...rows]))
    expect([codesIn(found), found.counts.added, found.counts.values]).toEqual([[], 0, own.length])
    await desk.ask('import.applyDesk', { id: found.id })
    expect((await desk.ask('result.get', {})).totals.amountFen % WAN).toBe(0)
    expect((await desk.ask('communities.list')).filter((each) => each.subdistrict === '朝阳街道')).toHaveLength(own.length)
  })

  it.each([['朝阳街道1'], ['朝阳街道2']])(
    'a number that belongs to the name (%s) makes it another place: a question, and not the same',
    async (spelled) => {
      const { own, read } = await withSample()
      const found = await read(file('一.xlsx', [PLACED, ['城北区', spelled, own[0]!.name, 90_000]]))
      expect([codesIn(found), found.counts.values]).toEqual([['import.looksLike'], 0])
    },
  )

  it.each([['1.{}'], ['一、{}'], ['（3）{}'], ['{}居委会']])('a name as lists have it (%s) is the same community', async (form) => {
    const { own, read } = await withSample()
    const [first] = own
    const spelled = form.replace('{}', form.endsWith('居委会') ? first!.name.replace(/社区$/, '') : first!.name)
    const found = await read(file('朝阳.xlsx', [PLACED, ['城北区', '朝阳街道', spelled, 90_000]]))
    expect(found.counts).toMatchObject({ added: 0, values: 1, errors: 0 })
  })
})

describe('a row that looks like a community of the plan', () => {
  const odd = async () => {
    const sample = await withSample()
    const known = sample.own.find((each) => each.name === '祁连路西社区')!
    return { ...sample, known }
  }

  it('with a sign more than a name of two signs is a question; with another sign of two it is another community', async () => {
    const { all, read } = await withSample()
    const known = all.find((each) => /^..社区$/u.test(each.name))!
    const [first, second] = known.name
    const at = (name: string) => read(file('一.xlsx', [PLACED, [known.district, known.subdistrict, name, 91_234]]))
    const asked = await at(`${first}山${second}社区`)
    expect(asked.files[0]!.problems.filter(({ level }) => level === 'error')).toMatchObject([
      { code: 'import.looksLike', params: { otherKey: known.key } },
    ])
    expect(asked.counts).toMatchObject({ added: 0, values: 0 })
    expect((await at(`${first}璇社区`)).counts).toMatchObject({ added: 1, errors: 0 })
  })

  it.each([['祁连路酉社区'], ['祁连路西社区（新）'], ['祁连西社区'], ['朝阳街道祁连路西社区'], ['祁连路西社区党群服务中心']])(
    '%s is a question, and nobody is added meanwhile',
    async (spelled) => {
      const { read, known, desk } = await odd()
      const given = file('一.xlsx', [PLACED, ['城北区', '朝阳街道', spelled, 91_234]])
      const asked = await read(given)
      const [question] = asked.files[0]!.problems.filter(({ level }) => level === 'error')
      expect(question).toMatchObject({ code: 'import.looksLike', params: { other: known.name, otherKey: known.key }, place: { row: 2 } })
      expect(asked.counts).toMatchObject({ added: 0, values: 0, errors: 1 })

      const same = await read(given, { [question!.place.key!]: known.key })
      expect(same.counts).toMatchObject({ added: 0, values: 1, errors: 0 })
      expect(same.changed[0]).toMatchObject({ key: known.key, field: 'residents', after: 91_234 })
      const fresh = await read(given, { [question!.place.key!]: null })
      expect(fresh.counts).toMatchObject({ added: 1, errors: 0 })
      await desk.ask('import.applyDesk', { id: fresh.id })
      expect((await desk.ask('communities.list')).map((each) => each.name)).toContain(spelled)
    },
  )

  it('a known name in another subdistrict, or with a code of its own, is a question', async () => {
    const { read, known } = await odd()
    const elsewhere = await read(file('一.xlsx', [PLACED, ['城北区', '马坊街道', known.name, 91_234]]))
    expect(codesIn(elsewhere)).toEqual(['import.looksLike'])
    const coded = ['社区代码', ...PLACED]
    const mistyped = await read(file('二.xlsx', [coded, ['630105001099', '城北区', '朝阳街道', known.name, 91_234]]))
    expect(codesIn(mistyped)).toEqual(['import.looksLike'])
  })

  it('is none where the sheet has that community as well, nor in a plan without communities, nor for a name of its own', async () => {
    const { read, own, known } = await odd()
    const rows = [...own.map(({ name }) => ['城北区', '朝阳街道', name, 91_234]), ['城北区', '朝阳街道', '祁连路酉社区', 90_005]]
    expect((await read(file('一.xlsx', [PLACED, ...rows]))).counts).toMatchObject({ added: 1, errors: 0 })
    expect((await read(file('二.xlsx', [PLACED, ['城北区', '朝阳街道', '崭新家园社区', 90_005]]))).counts).toMatchObject({
      added: 1,
      errors: 0,
    })
    expect(known.code).not.toBe('')
  })
})

describe('code and name', () => {
  it('a column of codes that slipped by a row is a question in every row, and renames nobody', async () => {
    const { own, read } = await withSample()
    const names = own.map((each) => each.name)
    const rows = own.map(({ code }, at) => [code, '城北区', '朝阳街道', names[(at + 1) % names.length]!, 90_000])
    const found = await read(file('一.xlsx', [['社区代码', ...PLACED], ...rows]))
    expect(codesIn(found)).toEqual(own.map(() => 'import.codeOfAnother'))
    expect(found.counts).toMatchObject({ added: 0, changed: 0, errors: own.length })
  })

  it('a new name under a known code that no other community has is a correction of the name, as before', async () => {
    const { own, read } = await withSample()
    const found = await read(
      file('一.xlsx', [
        ['社区代码', ...PLACED],
        [own[0]!.code, '城北区', '朝阳街道', '全新名称社区', 90_000],
      ]),
    )
    expect(found.counts).toMatchObject({ added: 0, changed: 1, errors: 0 })
    expect(found.changed.map(({ field }) => field).sort()).toEqual(['name', 'residents'])
  })
})

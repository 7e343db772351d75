import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { PLAN_EXTENSION } from '../../src-main/desk/desk.ts'
import { PACKAGE_EXTENSION } from '../../src-main/model/package.ts'
import { ROOT, temporaryFolder } from '../support/project.ts'

// What is packed and how it starts is tried by `npm run package -- --check`, which takes minutes; here is what can be seen at once.

const load = <T>(name: string): Promise<T> =>
  import(pathToFileURL(join(ROOT, 'src-main', 'hosts', 'launch', 'package', name)).href) as Promise<T>
const { putTogether, filesBelow } = await load<{
  putTogether: (folder: string, target: string) => string[]
  filesBelow: (folder: string) => string[]
}>('program.mjs')
const { thirdPartyNotices, listOfParts } = await load<{
  thirdPartyNotices: (packages: string[]) => string
  listOfParts: (packages: string[]) => { components: { name: string; hashes: { content: string }[] }[] }
}>('notices.mjs')
const { settingsFor } = await load<{ settingsFor: (places: object) => { fileAssociations: { ext: string }[] } }>('settings.mjs')

const { writeDigests } = await load<{ writeDigests: (made: string, algorithm: string, listName: string) => Promise<void> }>('digests.mjs')

const { folder, remove } = temporaryFolder('package')
afterAll(remove)

it.runIf(process.env['QUANHENG_BUILT'] === '1')(
  'holds what is used: no sources, one native part, and a notice of each package inside',
  () => {
    const packages = putTogether(folder, 'win32-x64')
    const files = filesBelow(folder)
    expect(files.filter((name) => name.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/win32-x64.node'])
    expect(files.filter((name) => /\.(ts|vue|map)$|tests?\//.test(name))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['out/main/electron.js', 'out/main/import-worker.js', 'out/renderer/index.html', 'package.json']),
    )
    expect(packages).toEqual(expect.arrayContaining(['vue-router', 'exceljs', 'docx', 'highs'].map((name) => `node_modules/${name}`)))
    expect(packages).not.toContain('node_modules/vitest')
    const notices = thirdPartyNotices(packages)
    const { components } = listOfParts(packages)
    for (const { name, hashes } of components) {
      expect(notices).toContain(`\n${name} `)
      expect(hashes.map(({ content }) => content.length)).toEqual([createHash('sha512').digest('hex').length])
    }
  },
)

it('opens the files that the program writes', () => {
  const { fileAssociations } = settingsFor({ program: '', made: '', papers: '', electronVersion: '' })
  expect(fileAssociations.map(({ ext }) => `.${ext}`)).toEqual([PLAN_EXTENSION, PACKAGE_EXTENSION])
})

it.each([
  // The digests of "abc" in GB/T 32905-2016 (annex A.1) and in FIPS 180-4.
  ['sm3', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('lists the %s digests of what is handed out, and of nothing else', async (algorithm, abc) => {
  const made = join(folder, `made-${algorithm}`)
  mkdirSync(made, { recursive: true })
  for (const name of ['b-setup.exe', 'a.deb', 'notes.txt']) writeFileSync(join(made, name), 'abc')
  await writeDigests(made, algorithm, 'SUMS.txt')
  expect(readFileSync(join(made, 'SUMS.txt'), 'utf8')).toBe(`${abc}  a.deb\n${abc}  b-setup.exe\n`)
})

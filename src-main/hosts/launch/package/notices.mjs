import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../folders.mjs'
import { aboutPackage, licenceFiles } from './program.mjs'

const licenceOf = ({ license, licenses }) => {
  if (typeof license === 'string') return license
  const several = [license ?? licenses ?? []].flat().map(({ type }) => type)
  return several.length > 0 ? several.join(' OR ') : 'see its text'
}
const personOf = ({ author }) => (typeof author === 'string' ? author : (author?.name ?? ''))

/** @returns one entry a package and version, in the order of names */
const partsOf = (folders) => {
  const parts = new Map()
  for (const folder of folders) {
    const about = aboutPackage(folder)
    parts.set(`${about.name}@${about.version}`, { folder, about })
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
}

/** What Electron itself brings along lies beside the program: LICENSE.electron.txt and LICENSES.chromium.html. */
const RUNTIME = 'node_modules/electron'

/**
 * @param {string[]} folders of the packages that are delivered
 * @returns {string} each package with its licence, and the licence's text
 */
export function thirdPartyNotices(folders) {
  const parts = partsOf([...folders, RUNTIME]).map(({ folder, about }) => {
    const texts = licenceFiles(folder).map((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    const heading = `${about.name} ${about.version} (${licenceOf(about)})`
    const text = texts.length > 0 ? texts.join('\n\n') : `Under ${licenceOf(about)}; by ${personOf(about) || 'its authors'}.`
    return `${'='.repeat(80)}\n${heading}\n${'='.repeat(80)}\n\n${text}\n`
  })
  const head =
    '本程序包含下列第三方软件，各依其许可使用。Chromium 的许可见程序文件夹中的 LICENSES.chromium.html。\n' +
    'This program contains the software below, each under its own licence. For Chromium see LICENSES.chromium.html beside the program.\n'
  return [head, ...parts].join('\n')
}

/** A package's address as others know it: https://github.com/package-url/purl-spec */
const addressOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** The lock file has digests as browsers do (sha512-BASE64), the list of parts in hexadecimal. */
function digests(locked) {
  const [algorithm, text] = (locked?.integrity ?? '').split(' ')[0].split(/-(.*)/)
  return algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(text, 'base64').toString('hex') }] : []
}

/**
 * @param {string[]} folders of the packages that are delivered
 * @returns {object} the list of parts in the form of CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
 */
export function listOfParts(folders) {
  const { name, version } = aboutPackage('.')
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name, version } },
    components: partsOf([...folders, RUNTIME]).map(({ folder, about }) => ({
      type: 'library',
      'bom-ref': addressOf(about),
      name: about.name,
      version: about.version,
      purl: addressOf(about),
      licenses: [/\s/.test(licenceOf(about)) ? { expression: licenceOf(about) } : { license: { name: licenceOf(about) } }],
      hashes: digests(packages[folder]),
    })),
  }
}

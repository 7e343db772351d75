import { readFileSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Loaded before a program (node --import): leaves the names of the packages that the program has loaded, at its end, in a file. A built
// file counts as those that were bundled into it, which the build has written down.

const packages = new Set<string>()
const FOLDER = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)(?:\/|$)/
const note = (path: string): void => {
  const name = FOLDER.exec(path)?.[1]
  if (name !== undefined) packages.add(name)
}
const BUILT = /^(file:.*\/out\/main\/)(.+\.js)$/
function bundledIn(address: string): string[] {
  const [, folder, file] = BUILT.exec(address) ?? []
  if (folder === undefined || file === undefined) return []
  const record = JSON.parse(readFileSync(fileURLToPath(`${folder}bundled.json`), 'utf8')) as Record<string, string[]>
  return record[file] ?? []
}
registerHooks({
  load(address, context, nextLoad) {
    for (const path of [address, ...bundledIn(address)]) note(path)
    return nextLoad(address, context)
  },
})
process.on('exit', () => writeFileSync(process.env['PACKAGES_NOTED']!, JSON.stringify([...packages].sort())))

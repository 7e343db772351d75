import { join } from 'node:path'

/** Beside what was built: which packages each of its files holds. */
export const BUNDLED = 'bundled.json'

const FOLDER = 'node_modules/'

/** @returns the folder of the package that a module belongs to, from the top folder; undefined for our own modules */
function packageOf(module) {
  const path = module.replaceAll('\\', '/').replace(/^\0/, '')
  const start = path.indexOf(FOLDER)
  const last = path.lastIndexOf(FOLDER)
  if (start === -1) return undefined
  const [scope, name] = path.slice(last + FOLDER.length).split(/[/?]/)
  const own = scope.startsWith('@') ? `${scope}/${name}` : scope
  return path.slice(start, last + FOLDER.length) + own
}

/**
 * Writes down which packages are in each file of a build, so that licences are told of what is really delivered.
 * @returns {import('vite').Plugin}
 */
export const tellsWhatIsBundled = () => ({
  name: 'tells-what-is-bundled',
  generateBundle(_options, bundle) {
    const files = {}
    for (const [file, chunk] of Object.entries(bundle)) {
      if (chunk.type !== 'chunk') continue
      // Styles leave nothing in the script that asks for them, and are delivered all the same.
      const modules = Object.entries(chunk.modules).filter(([name, { renderedLength }]) => renderedLength > 0 || /\.css/.test(name))
      files[file] = [...new Set(modules.map(([name]) => packageOf(name)).filter((name) => name !== undefined))].sort()
    }
    this.emitFile({ type: 'asset', fileName: BUNDLED, source: JSON.stringify(files, null, 1) })
  },
})

/** @returns the path of that record in a folder of a build */
export const recordIn = (folder) => join(folder, BUNDLED)

import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

// Loaded before a program (node --import): leaves the names of the packages that the program has loaded, at its end, in a file.

const packages = new Set<string>()
registerHooks({
  load(address, context, nextLoad) {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(address)?.[1]
    if (name !== undefined) packages.add(name)
    return nextLoad(address, context)
  },
})
process.on('exit', () => writeFileSync(process.env['PACKAGES_NOTED']!, JSON.stringify([...packages].sort())))

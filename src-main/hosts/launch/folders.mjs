import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's top folder, and where its tools were installed. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
export const modules = join(root, 'node_modules')
export const built = join(root, 'out')

export const onWindows = process.platform === 'win32'

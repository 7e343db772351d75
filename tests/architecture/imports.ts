import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { ROOT } from '../support/project.ts'

export interface SourceFile {
  path: string
  text: string
  lines: number
}
export interface Import {
  from: string
  line: number
  what: string
}

/** @returns the source files below a folder, with paths from the top folder and forward slashes */
export function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|vue|css)$/.test(entry.name))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, lines: text.trimEnd().split('\n').length }
    })
}

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/gm

/**
 * @returns everything a file imports, also types and dynamic imports; our own files with their path from the top folder, packages
 *   by name
 */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...code.matchAll(IMPORT)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3] ?? match[4])!
    const line = code.slice(0, match.index + match[0].indexOf(name)).split('\n').length
    if (name.startsWith('@/')) return { from: path, line, what: `src-renderer/${name.slice(2)}` }
    return { from: path, line, what: name.startsWith('.') ? posix.join(dirname(path), name) : name }
  })
}

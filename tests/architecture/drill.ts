import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Linter } from 'eslint'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { ROOT } from '../support/project.ts'

/** One change of a file, in memory only: what stands there, and what shall stand there instead. */
export interface Edit {
  file: string
  from: string
  to: string
}

/** The project with something added to it. */
export interface Drilled {
  /** @returns the files in which the compiler or the lint step says that a new member has been forgotten, sorted */
  forgetting(member: string): string[]
}

/** The lint step's own settings; they are no TypeScript, so the compiler is not asked for their types. */
const { default: houseRules } = (await import(pathToFileURL(join(ROOT, 'src-main/hosts/launch/eslint.config.mjs')).href)) as {
  default: Linter.Config[]
}

const EXHAUSTIVE = '@typescript-eslint/switch-exhaustiveness-check'
/** What a component is does not matter here: vue-tsc looks into it. */
const SHIM = join(ROOT, 'vue-shim.d.ts')
const SHIM_TEXT = "declare module '*.vue' { import type { Component } from 'vue'; const component: Component; export default component }"

const namedFrom = (path: string): string => relative(ROOT, path).split(sep).join('/')

function editedTexts(edits: readonly Edit[]): Map<string, string> {
  const texts = new Map<string, string>([[SHIM, SHIM_TEXT]])
  for (const { file, from, to } of edits) {
    const path = join(ROOT, file)
    const text = texts.get(path) ?? readFileSync(path, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} no longer has the place where the drill adds something: ${from}`)
    texts.set(
      path,
      text.replace(from, () => to),
    )
  }
  return texts
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name))
    .map((name) => join(ROOT, folder, name))

function programOf(edits: readonly Edit[], folders: readonly string[]): ts.Program {
  const texts = editedTexts(edits)
  const base = ts.readConfigFile(join(ROOT, 'src-main/tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(
    { compilerOptions: { ...base.config.compilerOptions, lib: ['ES2024', 'DOM', 'DOM.Iterable'], types: ['node', 'vite/client'] } },
    ts.sys,
    ROOT,
  )
  const host = ts.createCompilerHost({ ...options, noErrorTruncation: true })
  const { readFile, fileExists } = host
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path)
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path)
  return ts.createProgram([...folders.flatMap(filesBelow), SHIM], { ...options, noErrorTruncation: true }, host)
}

/** Whether a function has a switch over a union that has the member. */
function switchesOver(member: string, place: ts.Node, checker: ts.TypeChecker): boolean {
  let found = false
  const look = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node)) {
      const type = checker.getTypeAtLocation(node.expression)
      const members = type.isUnion() ? type.types : [type]
      found ||= members.some((each) => each.isStringLiteral() && each.value === member)
    }
    ts.forEachChild(node, look)
  }
  look(place)
  return found
}

function functionAt(file: ts.SourceFile, position: number): ts.Node {
  let innermost: ts.Node = file
  const look = (node: ts.Node): void => {
    if (position < node.getFullStart() || position >= node.getEnd()) return
    if (ts.isFunctionLike(node)) innermost = node
    ts.forEachChild(node, look)
  }
  look(file)
  return innermost
}

/** The rule as the house has it set, run over the program with the additions. */
function lintOf(program: ts.Program): (file: ts.SourceFile) => Linter.LintMessage[] {
  const setting = houseRules.map((each) => each.rules?.[EXHAUSTIVE]).find((each) => each !== undefined)
  const linter = new Linter({ configType: 'flat', cwd: ROOT })
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin as never },
    languageOptions: { parser: tseslint.parser as never, parserOptions: { programs: [program] } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: setting === undefined ? {} : { [EXHAUSTIVE]: setting },
  }
  return (file) => linter.verify(file.text, [config], { filename: file.fileName })
}

/**
 * Compiles the project with members added in memory, and asks the compiler and the lint step where each of them is missing. One program
 * serves all additions, so they must not be mistaken for each other: every member has a name of its own.
 * @param folders whose .ts files are looked at
 */
export function drilled(edits: readonly Edit[], folders: readonly string[]): Drilled {
  const program = programOf(edits, folders)
  const checker = program.getTypeChecker()
  const lint = lintOf(program)
  const files = program.getSourceFiles().filter((file) => !file.isDeclarationFile && !file.fileName.includes('node_modules'))
  const errors = files.flatMap((file) => program.getSemanticDiagnostics(file).map((diagnostic) => ({ file, diagnostic })))
  const messages = files
    .filter((file) => file.text.includes('switch ('))
    .flatMap((file) => lint(file).map(({ message }) => ({ file, message })))
  return {
    forgetting(member) {
      const names = (text: string): boolean => text.includes(`"${member}"`) || text.includes(`'${member}'`) || text.includes(` ${member}`)
      const compiled = errors.filter(
        ({ file, diagnostic }) =>
          names(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')) ||
          switchesOver(member, functionAt(file, diagnostic.start ?? 0), checker),
      )
      const linted = messages.filter(({ message }) => names(message))
      return [...new Set([...compiled, ...linted].map(({ file }) => namedFrom(file.fileName)))].sort()
    },
  }
}

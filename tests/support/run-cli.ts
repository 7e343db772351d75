import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './project.ts'

export interface CliResult {
  status: number | null
  stdout: string
  stderr: string
}

/** Whether the suite was just built (`npm test`). */
const isBuilt = process.env['QUANHENG_BUILT'] === '1'

/** Where it was built, in the form that users get, which also starts sooner; else from its sources. */
export const COMMAND_LINE = join(ROOT, isBuilt ? 'out/main/cli.js' : 'src-main/hosts/cli/main.ts')

/** Runs the command line as a process of its own, as a user does; English unless the arguments or the environment say otherwise. */
export function runCli(given: readonly string[], { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND_LINE, ...given], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8', NODE_ENV: 'production', ...env },
  })
  return { status, stdout, stderr }
}

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './project.ts'

export interface CliResult {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the command line as a process of its own, as a user does; English unless the arguments or the environment say otherwise. */
export function runCli(given: readonly string[], { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src-main/hosts/cli/main.ts'), ...given], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8', NODE_ENV: 'production', ...env },
  })
  return { status, stdout, stderr }
}

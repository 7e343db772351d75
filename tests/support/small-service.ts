import type { Service } from '../../src-main/desk/service.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { problem } from '../../src-main/model/problem.ts'

/** A few operations with every kind of ending, for tests of what carries them. */
export const smallService = {
  'app.status': () => ({ version: '0.0.0', plan: null, startProblems: [], operator: '', dataFolder: '' }),
  'app.rename': () => ({}),
  'plan.adopted': () => [],
  'plan.close': () => {
    throw new Error('a fault of ours, with a secret in its stack')
  },
  'document.pdf': async ({ table, language }, { signal, printPage }) => ({
    fileName: 'a.pdf',
    mediaType: 'application/pdf',
    base64: Buffer.from(await printPage!(`print/${table}?language=${language}`, signal)).toString('base64'),
  }),
  'history.undo': () => {
    throw new AppError([problem('plan.nothingToUndo')])
  },
  'policy.list': () => [{ id: 1 }] as never,
  'import.apply': ({ id }, { signal, progress }) =>
    new Promise((_, reject) => {
      progress(1, 4, id)
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    }),
} satisfies Partial<Service>

/** A logger that remembers. */
export function listeningLogger() {
  const errors: string[] = []
  const infos: string[] = []
  return { errors, infos, logger: { error: (text: string) => void errors.push(text), info: (text: string) => void infos.push(text) } }
}

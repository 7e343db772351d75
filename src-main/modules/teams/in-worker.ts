import { extname, join } from 'node:path'
import type { DemandPrices, Repaired, TeamsAnswer, TeamsProblem, TeamStage } from '../../engine/teams/index.ts'
import type { TeamDemand } from '../../model/teams.ts'
import { projectFolder } from '../../shared/project-folder.ts'
import { runThread } from '../../shared/thread.ts'

/** What the thread is asked for. */
export type TeamsJob = { problem: TeamsProblem; seconds: number } & (
  { job: 'solve' } | { job: 'repair'; kept: readonly string[] } | { job: 'prices' }
)
/** A posting, or why there is none. */
export type TeamsOutcome =
  | { kind: 'answer'; answer: TeamsAnswer }
  | { kind: 'repaired'; repaired: Repaired }
  | { kind: 'contradiction'; demands: TeamDemand[] }
  | { kind: 'impossible' | 'unknown' | 'tooLarge' }
  | { kind: 'prices'; prices: DemandPrices }
/** What it says. */
export type FromTeamsWorker = { kind: 'progress'; stage: TeamStage; done: number; total: number } | { kind: 'done'; outcome: TeamsOutcome }

/** A plan of 2,000 communities needs a tenth of it. */
const MOST_MEGABYTES = 2048

/** The sources are run as they are; in a build the worker is a file of its own beside the hosts. */
const entry =
  extname(import.meta.filename) === '.ts'
    ? join(import.meta.dirname, 'teams-worker.ts')
    : join(projectFolder(import.meta.dirname), 'out', 'main', 'teams-worker.js')

/**
 * Solves in a thread of its own, so that the window goes on answering; it is ended at once when the signal is aborted.
 * @throws AppError task.cancelled
 */
export async function solveInWorker(
  job: TeamsJob,
  signal: AbortSignal,
  progress: (stage: TeamStage, done: number, total: number) => void,
): Promise<TeamsOutcome> {
  let outcome: TeamsOutcome | undefined
  await runThread<FromTeamsWorker>({ entry, job, megabytes: MOST_MEGABYTES }, signal, (message) => {
    if (message.kind === 'progress') {
      progress(message.stage, message.done, message.total)
      return {}
    }
    outcome = message.outcome
    return { isDone: true }
  })
  return outcome!
}

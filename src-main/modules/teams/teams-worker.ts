import { parentPort } from 'node:worker_threads'
import { contradiction, demandPrices, postTeams, repairPosting } from '../../engine/teams/index.ts'
import type { TeamStage } from '../../engine/teams/index.ts'
import { answerJobs } from '../../shared/thread-jobs.ts'
import type { FromTeamsWorker, TeamsJob, TeamsOutcome } from './in-worker.ts'

// What runs in the thread of its own: see in-worker.ts.

const send = (message: FromTeamsWorker): void => parentPort!.postMessage(message)

async function outcomeOf(given: TeamsJob): Promise<TeamsOutcome> {
  const { problem } = given
  const end = performance.now() + given.seconds * 1000
  const left = (): number => (end - performance.now()) / 1000
  const watch = { left, progress: (stage: TeamStage, done: number, total: number) => send({ kind: 'progress', stage, done, total }) }
  if (given.job === 'prices') return { kind: 'prices', prices: await demandPrices(problem, watch) }
  const demands = await contradiction(problem)
  if (demands !== null) return { kind: 'contradiction', demands }
  if (given.job === 'solve') {
    const answer = await postTeams(problem, watch)
    return answer === null ? { kind: 'unknown' } : { kind: 'answer', answer }
  }
  const kept = new Set(problem.communities.flatMap(({ key }, row) => (given.kept.includes(key) ? [row] : [])))
  const repaired = await repairPosting(problem, kept, left)
  if (repaired === null) return { kind: 'impossible' }
  return typeof repaired === 'string' ? { kind: repaired } : { kind: 'repaired', repaired }
}

answerJobs<TeamsJob>(async (job) => send({ kind: 'done', outcome: await outcomeOf(job) }))

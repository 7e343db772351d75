import { parentPort, workerData } from 'node:worker_threads'
import { contradiction, demandPrices, postTeams, repairPosting } from '../../engine/teams/index.ts'
import type { FromTeamsWorker, TeamsJob, TeamsOutcome } from './in-worker.ts'

// What runs in the thread of its own: see in-worker.ts.

const send = (message: FromTeamsWorker): void => parentPort!.postMessage(message)

const given = workerData as TeamsJob
const end = performance.now() + given.seconds * 1000
const left = (): number => (end - performance.now()) / 1000
const watch = {
  left,
  progress: (stage: 'sharing' | 'dividing' | 'keeping', done: number, total: number) => send({ kind: 'progress', stage, done, total }),
}

async function outcomeOf(): Promise<TeamsOutcome> {
  const { problem } = given
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

send({ kind: 'done', outcome: await outcomeOf() })

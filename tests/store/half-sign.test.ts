import { expect, it } from 'vitest'
import { hashing, type StepRow } from '../../src-main/store/history/hash.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { atOnce } from '../../src-main/shared/turns.ts'
import { withoutGuards } from './support/guards.ts'
import { community, createdPlan, options } from './support/plans.ts'

// 𠮷 is a sign of two units; a text that was cut in its middle ends with the first of them.
const HALF = `${'老'.repeat(39)}${'𠮷'[0]}`

const edited = async (summary: string) => {
  const store = createdPlan()
  await store.command('communities.add', summary, (plan) => plan.communities.save(2026, [community(1)]))
  await store.command('communities.add', '后一步', (plan) => plan.communities.save(2026, [community(2)]))
  return store
}

it('half a sign in the words of a step is written as the disk keeps it, and the log is whole', async () => {
  const store = await edited(HALF)
  expect(store.read.history.nextUndo()?.summary).toBe('后一步')
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 3 })
})

it('a log that an earlier version wrote with half a sign is told from an altered one', async () => {
  const store = await edited(HALF)
  const { file } = store
  await store.close()
  // As versions up to 0.2.0 wrote it: the hashes are made of the half, the row holds a replacement sign.
  const connection = connect(file, 'write')
  withoutGuards(connection, () => {
    const stepOf = (id: number): StepRow => connection.prepare<[number], StepRow>('SELECT * FROM step WHERE id = ?').get(id)!
    const hash = atOnce(hashing(connection, { ...stepOf(2), summary: HALF }))
    connection.prepare('UPDATE step SET hash = ? WHERE id = 2').run(hash)
    const next = atOnce(hashing(connection, { ...stepOf(3), previous_hash: hash }))
    connection.prepare('UPDATE step SET previous_hash = ?, hash = ? WHERE id = 3').run(hash, next)
  })
  connection.close()

  const again = openPlanFile(file, options)
  expect(await again.verifyHistory()).toEqual({ whole: true, steps: 3, halved: [2] })
  await again.close()

  const altering = connect(file, 'write')
  withoutGuards(altering, () => altering.exec("UPDATE step SET summary = summary || '改' WHERE id = 2"))
  altering.close()
  const altered = openPlanFile(file, options)
  expect(await altered.verifyHistory()).toEqual({ whole: false, kind: 'altered', step: 2 })
  await altered.close()
})

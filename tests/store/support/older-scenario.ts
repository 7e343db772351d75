import { policyNamed } from './new-plan.ts'
import { BEGINNING, olderPlan } from './older-plan.ts'
import { schemaBefore } from './older-schemas.ts'

const written = (id: string): string => JSON.stringify(policyNamed(id)).replaceAll("'", "''")

/** A plan with a scenario as a program of the format before kept it: a whole policy. */
export const planWithOlderScenario = (): string =>
  olderPlan(schemaBefore(60), [
    '新建',
    `${BEGINNING.replace('{}', written('p'))}
  INSERT INTO scenario (id, name, note, policy, created) VALUES (7, '旧情景', '注', '${written('draft')}', 't')`,
  ])

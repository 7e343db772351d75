import { APPLICATION_ID } from '../../../src-main/store/file/inspect.ts'
import { recordStep } from '../../../src-main/store/history/record.ts'
import { migrate } from '../../../src-main/store/migrations/migrate.ts'
import { connect } from '../../../src-main/store/sqlite.ts'
import { dictionaryWrites } from '../../../src-main/store/tables/dictionary.ts'
import { policyWrites } from '../../../src-main/store/tables/policies.ts'
import { settingsWrites } from '../../../src-main/store/tables/settings.ts'
import { yearWrites } from '../../../src-main/store/tables/years.ts'
import { policyHash } from '../../../src-main/desk/plan-result.ts'
import { preset, standardDictionary } from '../../../src-main/policy/index.ts'
import { MATURE, OLD } from '../../support/desk.ts'
import { RESOURCES } from '../../support/project.ts'
import { schemaBefore } from './older-schemas.ts'

/** The format in which the plan is left: the next program migrates it when it opens it. */
const FORMAT = 50
const COMMUNITIES = 24

/** Writes a plan of an older format that is complete: its year can be adopted. @param file path; nothing is there yet */
export function writeOlderPlan(file: string): void {
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, schemaBefore(FORMAT))
  const policy = preset(RESOURCES, 'reference')!
  const dictionary = standardDictionary(RESOURCES)
  connection.exec('BEGIN')
  dictionaryWrites(connection).save(dictionary)
  policyWrites(connection).add(policy, policyHash(policy, dictionary.indicators))
  yearWrites(connection).add({ year: 2025, policy: { id: policy.id, version: policy.version }, synthetic: false })
  settingsWrites(connection).save({ name: '小市', currentYear: 2025 })
  const community = connection.prepare('INSERT INTO community (key, code, name, district, subdistrict) VALUES (?, ?, ?, ?, ?)')
  const facts = connection.prepare('INSERT INTO community_year (year, community_key, facts, previous_fen) VALUES (2025, ?, ?, 20000000)')
  for (let number = 0; number < COMMUNITIES; number += 1) {
    const [subdistrict, name] = [`${number % 3}街道`, `第${number}社区`]
    community.run(`南区/${subdistrict}/${name}`, '', name, '南区', subdistrict)
    facts.run(`南区/${subdistrict}/${name}`, JSON.stringify(number % 2 === 0 ? MATURE : OLD))
  }
  recordStep(connection, { at: '2026-01-01T00:00:00.000Z', operator: '李', operation: 'plan.create', summary: '小市' })
  connection.exec('COMMIT')
  connection.close()
}

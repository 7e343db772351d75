import { expect, it } from 'vitest'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { firstSchema } from './support/older-schemas.ts'

const fresh = () => {
  const connection = connect(':memory:', 'create')
  expect(migrate(connection, firstSchema)).toEqual(['0010-initial'])
  connection.exec(`
    BEGIN;
    INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
    INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
    INSERT INTO community VALUES ('k', '010203040506', '社区', '城北区', '');
    INSERT INTO community_year VALUES (2026, 'k', '{}', NULL, NULL);
    INSERT INTO step SELECT 1, '', '', 'x', '', NULL, NULL, count(*), '', printf('%064d', 0) FROM change;
    COMMIT;`)
  return connection
}

it('has only strict tables, and watches all of them but the history itself', () => {
  const tables = fresh()
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  expect(tables.filter((table) => table.strict === 0)).toEqual([])
  expect(tables.map((table) => table.name).sort()).toEqual([...firstSchema.tracked, 'change', 'step'].sort())
})

it.each([
  ["INSERT INTO community VALUES ('k2', '10203040506', '社区', '', '')", 'a code of eleven digits'],
  ["INSERT INTO community VALUES ('k2', '01020304050x', '社区', '', '')", 'a code with a letter'],
  ["INSERT INTO community VALUES ('k2', '010203040506', '社区', '', '')", 'a code twice'],
  ["INSERT INTO community VALUES ('', '', '社区', '', '')", 'an empty key'],
  ["INSERT INTO community VALUES (NULL, '', '社区', '', '')", 'no key'],
  ["INSERT INTO community VALUES ('k2', '', '', '', '')", 'no name'],
  ["INSERT INTO community_year VALUES (2026, 'nobody', '{}', NULL, NULL)", 'facts of no community'],
  ["INSERT INTO community_year VALUES (2027, 'k', '{}', NULL, NULL)", 'facts of no year'],
  ["UPDATE community_year SET facts = '[]'", 'facts that are a list'],
  ["UPDATE community_year SET facts = 'x'", 'facts that are no JSON'],
  ['UPDATE community_year SET previous_fen = 0.5', 'half a fen'],
  ["UPDATE community_year SET previous_fen = '很多'", 'an amount in words'],
  ["UPDATE community_year SET previous_class = ''", 'an empty class'],
  ["INSERT INTO year VALUES (2027, 'nothing', '1.0.0', 0)", 'a year without a policy'],
  ["INSERT INTO year VALUES (1200, 'p', '1.0.0', 0)", 'a year long ago'],
  ["INSERT INTO override VALUES (2027, 'k', 'A', 'why', '')", 'an override outside the year'],
  ["INSERT INTO override VALUES (2026, 'k', 'A', '', '')", 'an override without a reason'],
  ['DELETE FROM policy', 'removing a policy in use'],
  ["UPDATE policy SET version = '2.0.0'", 'altering a policy'],
  ["INSERT INTO settings VALUES (2, 'x', 2026)", 'a second row of settings'],
])('refuses %s: %s', (sql) => {
  const connection = fresh()
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint|cannot store|never altered|malformed JSON/)
})

import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { inOurWords, isRefused } from '../../src-main/store/sqlite-problems.ts'

const ofSystem = (code: string): Error => Object.assign(new Error('system'), { code })
const ofSqlite = (code: string): Error => new Database.SqliteError('sqlite', code)

it.each([
  [ofSqlite('SQLITE_FULL'), 'plan.diskFull'],
  [ofSystem('ENOSPC'), 'plan.diskFull'],
  [ofSqlite('SQLITE_CORRUPT'), 'plan.damaged'],
  [ofSqlite('SQLITE_CORRUPT_INDEX'), 'plan.damaged'],
  [ofSqlite('SQLITE_NOTADB'), 'plan.notOurs'],
  [ofSqlite('SQLITE_READONLY_DBMOVED'), 'plan.readOnly'],
  [ofSystem('EROFS'), 'plan.readOnly'],
  [ofSystem('EACCES'), 'plan.readOnly'],
  [ofSqlite('SQLITE_BUSY_SNAPSHOT'), 'plan.busy'],
  [ofSqlite('SQLITE_IOERR_WRITE'), 'file.notWritable'],
  [ofSqlite('SQLITE_IOERR_FSYNC'), 'file.notWritable'],
  [ofSqlite('SQLITE_IOERR_READ'), 'file.unreadable'],
  [ofSqlite('SQLITE_CANTOPEN'), 'file.unreadable'],
  [ofSystem('ENOENT'), 'plan.missing'],
])('%s is %s', (error, code) => {
  const said = inOurWords(error, '计划.quanheng')
  expect(said).toBeInstanceOf(AppError)
  expect((said as AppError).problems).toEqual([
    { code, level: 'error', params: { file: '计划.quanheng' }, place: { file: '计划.quanheng' } },
  ])
  expect((said as AppError).cause).toBe(error)
})

it('what is a fault of ours stays what it is', () => {
  for (const error of [ofSqlite('SQLITE_CONSTRAINT_UNIQUE'), ofSqlite('SQLITE_ERROR'), new TypeError('x'), 'x', new AppError([])]) {
    expect(inOurWords(error, 'x')).toBe(error)
    expect(isRefused(error)).toBe(false)
  }
})

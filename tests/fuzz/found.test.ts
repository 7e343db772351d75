import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { OperationName } from '../../src-main/contract/operations.ts'
import { dispatch, dispatchContext } from '../../src-main/desk/dispatch.ts'
import { PLAN_EXTENSION } from '../../src-main/desk/desk.ts'
import { flip } from '../store/support/flipped.ts'
import { emptyFolder, openApp } from '../support/open-app.ts'

// What inputs drawn at random have found, each by itself.

async function door() {
  const { service, dataFolder } = await openApp()
  const context = dispatchContext('test', { error: () => undefined, info: () => undefined }, true)
  const codes = async (name: OperationName, input: unknown): Promise<string[]> => {
    const reply = await dispatch(service, name, input, context)
    return reply.ok ? [] : reply.problems.map((each) => each.code)
  }
  return { codes, dataFolder }
}

it('only plan files are renamed, put away or replaced: no folder, and nothing else of hers', async () => {
  const { codes, dataFolder } = await door()
  const letter = join(emptyFolder(), 'letter.docx')
  writeFileSync(letter, 'kept')
  for (const file of ['', '.', dataFolder, letter]) {
    expect(await codes('plan.remove', { file })).toEqual(['plan.notOurs'])
    expect(await codes('plan.rename', { file, name: 'x' })).toEqual(['plan.notOurs'])
    expect(await codes('plan.restoreBackup', { file, backup: 'x' })).toEqual(['plan.notOurs'])
  }
  expect(existsSync(letter)).toBe(true)
  expect(existsSync(join(dataFolder, `示例城市${PLAN_EXTENSION}`))).toBe(true)
})

it('lists within lists by the thousand are refused as an input', async () => {
  const { codes } = await door()
  const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown
  expect(await codes('policy.check', { document: deep })).toEqual(['request.invalid'])
  expect(await codes('documents.save', { department: deep })).toEqual(['request.invalid'])
})

it('a header of millions of rows is refused, not looked through', async () => {
  const { codes } = await door()
  const base64 = Buffer.from('街道,社区名称,常住人口\n朝阳街道,山川社区,17000').toString('base64')
  const file = (headerRows: [number, number]) => ({ fileName: 'a.csv', base64, mappings: [{ headerRows }] })
  expect(await codes('import.desk', { files: [file([1, 1])] })).toEqual([])
  expect(await codes('import.desk', { files: [file([10_000_000, 326_263_912])] })).toContain('request.invalid')
  expect(await codes('import.desk', { files: [file([1, 1_000_000])] })).toContain('request.invalid')
})

it('nothing is left beside a file that was to be copied and is no plan', async () => {
  const { codes } = await door()
  const folder = emptyFolder()
  writeFileSync(join(folder, 'letter.docx'), 'kept')
  expect(await codes('plan.copy', { file: join(folder, 'letter.docx'), name: 'x', folder })).toEqual(['plan.notOurs'])
  expect(readdirSync(folder)).toEqual(['letter.docx'])
})

it('a policy in which a disk has lost a bit is damage in words', async () => {
  const { codes, dataFolder } = await door()
  const file = join(dataFolder, `示例城市${PLAN_EXTENSION}`)
  expect(await codes('plan.close', {})).toEqual([])
  flip(file, 'policy', `document = replace(document, '"zh"', '"%h"')`)
  expect(await codes('plan.open', { file })).toEqual([])
  expect(await codes('result.get', {})).toEqual(['plan.damaged'])
  expect(await codes('policy.list', {})).toEqual(['plan.damaged'])
})

it('a path that no file can have is one where there is no plan, whatever is to be done with it', async () => {
  const { codes, dataFolder } = await door()
  const file = `x\0y${PLAN_EXTENSION}`
  for (const name of ['plan.open', 'plan.copyHere', 'plan.remove', 'plan.backups'] as const) {
    const found = await codes(name, { file })
    expect([name, ...found.filter((code) => code.startsWith('internal.'))]).toEqual([name])
  }
  expect(await codes('plan.copy', { file: '示例城市.quanheng', name: 'x\0y', folder: dataFolder })).toEqual(['plan.nameWrong'])
  expect(await codes('plan.create', { name: '字'.repeat(60) })).toEqual([])
  // Sixty signs of four bytes are more than Linux takes as a file name, with what a backup adds.
  expect(await codes('plan.create', { name: '𠮷'.repeat(60) })).toEqual(['plan.nameTooLong'])
  expect(await codes('plan.create', { name: '𠮷'.repeat(45) })).toEqual([])
})

it('links that lead nowhere or to themselves keep nothing from being listed and started', async () => {
  const { codes, dataFolder } = await door()
  symlinkSync(join(dataFolder, 'nowhere'), join(dataFolder, `断${PLAN_EXTENSION}`))
  symlinkSync(join(dataFolder, `环${PLAN_EXTENSION}`), join(dataFolder, `环${PLAN_EXTENSION}`))
  expect(await codes('plan.list', {})).toEqual([])
  for (const name of ['断', '环']) expect(await codes('plan.open', { file: `${name}${PLAN_EXTENSION}` })).toEqual(['plan.missing'])
})

it('settings of this computer that can not be written are told in words', async () => {
  const { codes, dataFolder } = await door()
  rmSync(join(dataFolder, 'preferences.json'), { force: true })
  mkdirSync(join(dataFolder, 'preferences.json'))
  expect(await codes('app.rename', { operator: '王' })).toEqual(['file.notWritable'])
  expect(await codes('plan.useYear', { year: 2022 })).toEqual(['file.notWritable'])
})

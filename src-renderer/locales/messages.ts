import type { OperationName, Operations } from '../../src-main/contract/operations.ts'
import type { Language } from '../../src-main/model/text.ts'
import { MODULE_TEXTS } from '../modules/texts.ts'
import { own as ownEn } from './en/own.ts'
import type { ModuleTexts } from './texts.ts'
import { own as ownZh } from './zh/own.ts'

type AllOf<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void ? All : never
type Gathered<Part extends keyof ModuleTexts> = AllOf<(typeof MODULE_TEXTS)[keyof typeof MODULE_TEXTS]['zh'][Part]> & (typeof ownZh)[Part]
type Leaves<T> = { [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${Leaves<T[Key]>}` }[keyof T & string]

/** A path to a text: 'overview.title'. */
export type MessageKey = Leaves<Gathered<'texts'> & { pages: Gathered<'pages'>; operations: Gathered<'operations'> }>
/** The first part of the names of operations that have names: what they are about. */
export type OperationGroup = keyof Gathered<'operations'> & string
/** A path to the name of a command, as the change log tells it. */
type NamedOperation = Leaves<Gathered<'operations'>>

type Command = { [Name in OperationName]: Operations[Name]['kind'] extends 'command' ? Name : never }[OperationName]
/** Commands that no module names: there are none, or this does not compile. */
export const UNNAMED: Record<Exclude<Command, NamedOperation>, string> = {}

const OWN: Readonly<Record<Language, ModuleTexts>> = { zh: ownZh, en: ownEn }

/** All texts of a language: the shell's own and those of every module. */
const gathered = (language: Language): Readonly<Record<string, ModuleTexts['texts'][string]>> => {
  const all: ModuleTexts[] = [OWN[language], ...Object.values(MODULE_TEXTS).map((each) => each[language])]
  return {
    ...(Object.assign({}, ...all.map((each) => each.texts)) as ModuleTexts['texts']),
    pages: Object.assign({}, ...all.map((each) => each.pages)) as ModuleTexts['pages'],
    operations: Object.assign({}, ...all.map((each) => each.operations)) as ModuleTexts['operations'],
  }
}

export const messages = { zh: gathered('zh'), en: gathered('en') }

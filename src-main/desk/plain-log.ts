import { isOperation } from '../contract/operations.ts'
import { Incident } from '../model/incident.ts'
import { ProblemCode } from '../model/problem.ts'

// The log without anything of a plan. What may stay is listed; everything else (names, amounts, paths, what a message quotes) becomes an
// ellipsis, so that nothing has to be recognised as somebody's.

const WORDS = new Set(
  [
    'error info incident during in the page main program loading starting reading printing opening closing caused by at async',
    'Cannot Can not read properties property of undefined null set is a an function iterable constructor object instance no to',
    'Maximum call stack size exceeded Invalid array string length Assignment constant variable before initialization access',
    'defined assertion failed out memory worker thread ended with the process heap limit reached timeout aborted',
  ].flatMap((line) => line.split(' ')),
)
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/
const ERROR_CLASS = /^[A-Z][A-Za-z]*(Error|Exception)$/
const SYSTEM_CODE = /^(E[A-Z]{2,12}|SQLITE_[A-Z_]+|ERR_[A-Z_]+)$/
const STACK = /^\s+at (?:async )?(?:(?<called>(?:new )?[\w$.<>]+(?: \[as [\w$]+\])?) )?\(?(?<place>[^()]+?)\)?$/
/** Our own sources, what we build of them, packages and Node: below these a path says nothing of anybody. */
const OURS = /(?:(?:src-main|src-renderer|node_modules|out\/(?:main|renderer))\/[\w@.+/-]+|node:[\w/]+):\d+(?::\d+)?$/

const isKnown = (token: string): boolean =>
  WORDS.has(token) ||
  TIME.test(token) ||
  ERROR_CLASS.test(token) ||
  SYSTEM_CODE.test(token) ||
  Incident.safeParse(token).success ||
  ProblemCode.safeParse(token).success ||
  isOperation(token)

function plainStack(line: string): string | null {
  const found = STACK.exec(line)
  if (found === null) return null
  const { called, place = '' } = found.groups!
  const ours = OURS.exec(place.replaceAll('\\', '/'))?.[0]
  return `    at ${called === undefined ? '' : `${called} `}(${ours ?? '…'})`
}

function plainLine(line: string): string {
  const stack = plainStack(line)
  if (stack !== null) return stack
  const tokens = line
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each) => {
      const bare = each.replaceAll(/^[[("']+|[\])"':;,.]+$/g, '')
      return isKnown(bare) ? bare : '…'
    })
  return tokens.filter((each, at) => each !== '…' || tokens[at - 1] !== '…').join(' ')
}

/** @param log as the app has written it @returns times, incidents, operations, kinds of errors and places in the program; nothing of a plan */
export const plainLog = (log: string): string =>
  log
    .split('\n')
    .map(plainLine)
    .filter((line) => line !== '' && line !== '…')
    .join('\n')

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dictionary } from '../model/indicator.ts'
import type { Policy } from '../model/policy.ts'
import { readPolicy } from './load.ts'

/** Names of the policies that come with the app, in alphabetical order. */
export const presetNames = (resourcesFolder: string): string[] =>
  readdirSync(join(resourcesFolder, 'policies'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()

/** @returns the policy of that name, or null when none comes with the app. */
export function preset(resourcesFolder: string, name: string): Policy | null {
  return presetNames(resourcesFolder).includes(name) ? readPolicy(readFileSync(join(resourcesFolder, 'policies', `${name}.json`))) : null
}

/** The standard dictionary of indicators. */
export const standardDictionary = (resourcesFolder: string): Dictionary =>
  Dictionary.parse(JSON.parse(readFileSync(join(resourcesFolder, 'indicators.json'), 'utf8')))

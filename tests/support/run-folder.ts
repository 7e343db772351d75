import type { TestProject } from 'vitest/node'
import { temporaryFolder } from './project.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what is made once in a run and used by many tests; new and empty in each run. */
    runFolder: string
  }
}

/** @returns what removes the folder at the end of the run */
export default function provideRunFolder(project: TestProject): () => void {
  const { folder, remove } = temporaryFolder('run')
  project.provide('runFolder', folder)
  return remove
}

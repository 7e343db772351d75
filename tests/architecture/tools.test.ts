import { describe, expect, it, vi } from 'vitest'
import { findLibreOffice, findTool, installedBrowser } from '../support/tools.ts'
import { importsOf, sourcesIn } from './imports.ts'

const DOOR = 'tests/support/tools.ts'
const FINDS_BROWSERS = 'src-main/hosts/web/browser-window.ts'
/** This file names what it looks for. */
const OWN = 'tests/architecture/tools.test.ts'
const PROGRAM = /['"`](soffice|libreoffice|chromium|google-chrome|pdf(totext|toppm|tocairo|info|fonts|images)|qpdf|gs)['"`]/

describe('programs beside Node', () => {
  const tests = sourcesIn('tests').filter(({ path }) => path !== DOOR && path !== OWN)

  it('are found through one door, so that a quick run can do without them', () => {
    const around = tests.filter(
      (file) =>
        (/\bfindBrowser\b/.test(file.text) && importsOf(file).some(({ what }) => what === FINDS_BROWSERS)) ||
        (PROGRAM.test(file.text) && !importsOf(file).some(({ what }) => what === DOOR || what === 'tests/support/printed-words.ts')),
    )
    expect(around.map(({ path }) => `${path} names a program beside Node; ask ${DOOR} for it`)).toEqual([])
  })

  it('are none in a quick run', () => {
    vi.stubEnv('QUANHENG_WITHOUT_TOOLS', '1')
    try {
      expect([findTool('sh'), findLibreOffice(), installedBrowser()]).toEqual([null, null, null])
    } finally {
      vi.unstubAllEnvs()
    }
  })
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyFolder } from '../support/open-app.ts'
import { ROOT } from '../support/project.ts'
import { BROWSER_MISSING, wholeBrowser } from '../support/tools.ts'
import { Namespace } from './support/namespace.ts'
import { full } from '../support/full.ts'

// Nothing leaves: not a name that is asked for, not a packet, in any host, neither by us nor by the browser that we start.

const browser = wholeBrowser()
const isBuilt = existsSync(join(ROOT, 'out', 'renderer', 'index.html'))

/** Each as it is called in at-work.ts. */
const HOSTS = {
  web: 'nothing leaves from the loopback host, its window and the browser that prints',
  double: 'nothing leaves from the window',
  cli: 'nothing leaves from the command line',
  talkative: 'what would leave is counted',
}

/** The window is what users get; that something would be found is tried with it. */
const BRIEF = ['double', 'talkative']

for (const [host, says] of Object.entries(HOSTS).filter(([host]) => full || BRIEF.includes(host)))
  it(says, { timeout: 300_000 }, async (context) => {
    const folder = emptyFolder()
    const namespace = new Namespace(folder)
    const whyNot =
      namespace.whyNot() ?? (browser === null ? BROWSER_MISSING() : null) ?? (isBuilt ? null : 'nothing is built: npm run build')
    if (whyNot !== null) return context.skip(whyNot)
    const work = join(import.meta.dirname, 'support', 'at-work.ts')
    const command = [process.execPath, '--disable-warning=ExperimentalWarning', work, host, folder, browser!]
    const { left, status, said } = await namespace.run(command, { CHROMIUM_PATH: browser! })
    expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' })
    if (host === 'talkative') expect(left).toBeGreaterThan(1)
    else expect(left).toBe(0)
  })

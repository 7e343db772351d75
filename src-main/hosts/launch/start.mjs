import { join } from 'node:path'
import { buildWhenNeeded } from './build.mjs'
import { electronProgram, fetchElectron, hasDisplay } from './electron-runtime.mjs'
import { built } from './folders.mjs'
import { run } from './processes.mjs'
import { say } from './words.mjs'

/** An Electron that fails within this time did not get as far as a window. */
const START_TIME_MS = 10_000

/**
 * Opens the app in its own window (Electron), or, where that can't be had, from the loopback host in an installed browser.
 * @param {string} node path of Node
 * @param {string[]} given options of the loopback host
 * @returns {Promise<number>} exit status
 */
export async function start(node, given) {
  const failed = await buildWhenNeeded(node)
  if (failed !== 0) return failed
  const openInBrowser = () => run(node, [join(built, 'main', 'web.js'), '--open', ...given])
  if (!hasDisplay()) {
    say('没有图形界面，无法打开窗口；请在浏览器中打开下面的地址：', 'There is no display for a window; open this address in a browser:')
    return openInBrowser()
  }
  const program = electronProgram() ?? (await fetchElectron(node))
  if (!program) {
    say(
      '未能取得 Electron 运行时（可用 ELECTRON_MIRROR 指定镜像），改在浏览器窗口中打开。',
      'The Electron runtime could not be fetched (ELECTRON_MIRROR names a mirror); opening in a browser window instead.',
    )
    return openInBrowser()
  }
  const began = Date.now()
  const status = await run(program, [...(asRoot() ? ['--no-sandbox'] : []), '.'])
  if (status === 0 || Date.now() - began > START_TIME_MS || status === 130 || status === 143) return status
  say('Electron 窗口未能启动，改在浏览器窗口中打开。', 'The Electron window did not start; opening in a browser window instead.')
  return openInBrowser()
}

/** Chromium refuses its own sandbox to the administrator of a Linux machine. */
const asRoot = () => process.platform === 'linux' && process.getuid() === 0

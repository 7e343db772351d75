import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import type { Logger } from '../../desk/service.ts'
import { writeFileAtomically } from '../../shared/atomic-write.ts'

const WindowState = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

const fileIn = (dataFolder: string): string => join(dataFolder, 'window.json')

/** @returns whether enough of the window lies on a screen that is connected now to take hold of it */
const isVisible = ({ x, y, width }: Rectangle): boolean => {
  const grip = 100
  return screen
    .getAllDisplays()
    .some(
      ({ workArea }) =>
        x + width >= workArea.x + grip &&
        x + grip <= workArea.x + workArea.width &&
        y >= workArea.y &&
        y + grip <= workArea.y + workArea.height,
    )
}

/** @returns where the window was last time; null the first time, or when that place is no longer on any screen */
export function readWindowState(dataFolder: string): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
    return isVisible(state) ? state : null
  } catch {
    // Missing or unreadable: the window opens as it did the first time, nothing else depends on it.
    return null
  }
}

/** Remembers size and place when the window is closed. A place that can't be written is no reason to keep the window open. */
export function rememberWindowState(window: BrowserWindow, dataFolder: string, logger: Logger): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      mkdirSync(dataFolder, { recursive: true })
      writeFileAtomically(fileIn(dataFolder), JSON.stringify(state))
    } catch (error) {
      logger.error(`window state: ${String(error)}`)
    }
  })
}

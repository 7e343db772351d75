import { app } from 'electron'

/** Said at the start, or set as QUANHENG_SAFE_GRAPHICS=1, where a graphics driver is broken: Chromium draws without it. */
const SAFE_GRAPHICS = '--safe-graphics'

/**
 * What Chromium does by itself is switched off: it asks nobody for updates or hints, and no name leads anywhere. Has to be done before the
 * app is ready. https://peter.sh/experiments/chromium-command-line-switches/
 */
export function keepToItself(given: readonly string[]): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-features', 'OptimizationHints,Translate,MediaRouter')
  if (given.includes(SAFE_GRAPHICS) || process.env['QUANHENG_SAFE_GRAPHICS'] === '1') app.disableHardwareAcceleration()
}

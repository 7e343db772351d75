import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
const MAC_NAMES = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe']

const candidates = (environment: Environment, platform: string): string[] => {
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(
      (each) => each !== undefined,
    )
    return WINDOWS_PATHS.flatMap((path) => folders.map((folder) => join(folder, path)))
  }
  if (platform === 'darwin') return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  return LINUX_NAMES.flatMap((name) => (environment.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
}

/** @returns the path of an installed Chromium, Chrome or Edge, which can show an address as an app's window; null where there is none */
export const findBrowser = (environment: Environment = process.env, platform: string = process.platform): string | null =>
  [environment.CHROMIUM_PATH, ...candidates(environment, platform)].find((path) => path !== undefined && path !== '' && existsSync(path)) ??
  null

/** @returns whether a window can be shown at all */
export const hasDisplay = (environment: Environment = process.env, platform: string = process.platform): boolean =>
  platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)

/** As administrator on Linux Chromium refuses its own sandbox; the only pages it shows here are ours. */
export const asRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0

/**
 * What a browser of ours does not do by itself. Every name but the loopback address leads nowhere, so that what is not on this list reaches
 * nobody either.
 */
export const QUIET = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
] as const

/**
 * Opens an address as a window of its own, without address bar.
 * @param profile folder for the browser's settings, apart from the user's own browser
 */
export const openAppWindow = (browser: string, address: string, profile: string): ChildProcess =>
  spawn(
    browser,
    [`--app=${address}`, `--user-data-dir=${profile}`, ...QUIET, '--window-size=1366,860', ...(asRoot() ? ['--no-sandbox'] : [])],
    { stdio: 'ignore' },
  )

// A double of Electron's modules: as much of them as the app's real main program and preload use, with Electron's own rules, over a real
// Chromium. Each part names the file of Electron that it imitates. What it proves is not that the app runs in Electron: see the README.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { Menu } from './menu.ts'
import { dialog, ipcMain, protocol, screen, session, shell } from './modules.ts'
import { obeyTests } from './person.ts'

obeyTests()
export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell }
export default { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell }

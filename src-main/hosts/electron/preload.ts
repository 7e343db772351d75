import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, MenuChoice } from '../../contract/bridge.ts'
import { CHANNELS } from './channels.ts'

const bridge: Bridge = {
  host: 'electron',
  call: (request) => ipcRenderer.invoke(CHANNELS.call, request),
  keepFile: (bytes) => ipcRenderer.invoke(CHANNELS.keepFile, bytes),
  saveFile: (name, base64) => ipcRenderer.invoke(CHANNELS.saveFile, name, base64),
  printToPdf: (name, options) => ipcRenderer.invoke(CHANNELS.printToPdf, name, options),
  openPdf: (name, options) => ipcRenderer.invoke(CHANNELS.openPdf, name, options),
  print: () => ipcRenderer.invoke(CHANNELS.print),
  takeFiles: () => ipcRenderer.invoke(CHANNELS.takeFiles),
  onFiles(listener) {
    const heard = (): void => listener()
    ipcRenderer.on(CHANNELS.files, heard)
    return () => ipcRenderer.off(CHANNELS.files, heard)
  },
  setMenu: (possible) => ipcRenderer.invoke(CHANNELS.setMenu, possible),
  setLanguage: (language) => ipcRenderer.invoke(CHANNELS.setLanguage, language),
  onMenu(listener) {
    const heard = (_event: IpcRendererEvent, choice: MenuChoice): void => listener(choice)
    ipcRenderer.on(CHANNELS.menu, heard)
    return () => ipcRenderer.off(CHANNELS.menu, heard)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)

import { app, dialog } from 'electron'
import { createApp } from '../../modules/app.ts'
import { startElectron } from './start.ts'

startElectron(createApp).catch((error: unknown) => {
  dialog.showErrorBox('权衡 Quanheng', error instanceof Error ? error.message : String(error))
  app.exit(1)
})

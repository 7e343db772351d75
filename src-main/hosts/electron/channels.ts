/** Names of the messages between window and main process. */
export const CHANNELS = {
  call: 'quanheng:call',
  keepFile: 'quanheng:keep-file',
  saveFile: 'quanheng:save-file',
  printToPdf: 'quanheng:print-to-pdf',
  openPdf: 'quanheng:open-pdf',
  print: 'quanheng:print',
  setMenu: 'quanheng:set-menu',
  setLanguage: 'quanheng:set-language',
  takeFiles: 'quanheng:take-files',
  files: 'quanheng:files',
  menu: 'quanheng:menu',
} as const

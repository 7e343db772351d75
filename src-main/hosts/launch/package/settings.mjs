import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../folders.mjs'

const icons = join(root, 'resources', 'icons')

/** Files of ours that a double click opens: plans, and packages of a district's year. Their endings stand in src-main as well. */
const OPENED = [
  { ext: 'quanheng', name: '权衡方案', description: '权衡方案', mimeType: 'application/x-quanheng', role: 'Editor' },
  { ext: 'quanheng-package', name: '权衡数据包', description: '权衡数据包', mimeType: 'application/x-quanheng-package', role: 'Viewer' },
]

/** Doors of Electron that an office doesn't need: https://www.electronjs.org/docs/latest/tutorial/fuses */
const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
}

/** electron-builder keeps the languages' names of Chromium only on Windows and Linux; what remains is said here for all of them. */
const LANGUAGES = ['zh-CN', 'en-US']

/** The runtime's own sample program is not ours. */
const withoutSample = ({ appOutDir }) => {
  const sample = join(appOutDir, 'resources', 'default_app.asar')
  if (existsSync(sample)) rmSync(sample)
}

/**
 * @param {{ program: string, made: string, papers: string, runtime?: string, electronVersion: string }} places `program` is the folder
 *   that was put together, `made` receives what is made, `papers` has licence and notices, `runtime` is a folder or zip folder of Electron
 * @returns {import('electron-builder').Configuration}
 */
export const settingsFor = ({ program, made, papers, runtime, electronVersion }) => ({
  appId: 'org.quanheng.desktop',
  productName: 'Quanheng',
  copyright: 'Quanheng. All rights reserved.',
  electronVersion,
  ...(runtime !== undefined && { electronDist: runtime }),
  electronLanguages: LANGUAGES,
  directories: { app: program, output: made, buildResources: icons },
  files: ['**/*'],
  // Licence, notices and the list of parts lie beside the program, where people look.
  extraFiles: [{ from: papers, to: '.' }],
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // The native part keeps to Node-API, so it fits as it is.
  npmRebuild: false,
  nodeGypRebuild: false,
  electronFuses: FUSES,
  fileAssociations: OPENED,
  publish: null,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  afterPack: withoutSample,
  win: {
    target: ['nsis', 'zip'],
    icon: join(icons, 'icon.ico'),
    // No administrator: the program asks for nothing that a user doesn't have.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    selectPerMachineByDefault: false,
    allowToChangeInstallationDirectory: true,
    // Plans are the department's: they stay when the program goes.
    deleteAppDataOnUninstall: false,
    installerLanguages: ['zh_CN', 'en_US'],
    license: join(papers, 'LICENSE.txt'),
    shortcutName: '权衡 Quanheng',
    artifactName: '${productName}-${version}-setup-${arch}.${ext}',
  },
  linux: {
    target: ['deb', 'tar.gz'],
    icon: icons,
    category: 'Office',
    executableName: 'quanheng',
    maintainer: 'Quanheng <quanheng@example.org>',
    synopsis: '权衡：社区分类与经费分配',
    desktop: { entry: { 'Name[zh_CN]': '权衡', 'Comment[zh_CN]': '社区分类与经费分配' } },
  },
  deb: { packageCategory: 'misc', priority: 'optional' },
  mac: { target: ['zip', 'dmg'], icon: join(icons, 'icon.icns'), category: 'public.app-category.business', minimumSystemVersion: '13.0' },
})
